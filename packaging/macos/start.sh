#!/bin/sh
# Tries out a disk image on a Mac: mounts it, runs the program in it without a window and then with one, and takes a
# picture of the screen.
#
#   packaging/macos/start.sh IMAGE.dmg OUT.png
set -eu

volume=$(mktemp -d)
hdiutil attach -nobrowse -readonly -mountpoint "$volume" "$1" >/dev/null
window=''
clean_up() {
	[ -z "$window" ] || kill "$window" 2>/dev/null || true
	hdiutil detach -force "$volume" >/dev/null
}
trap clean_up EXIT

program=$volume/Roundtrip.app/Contents/MacOS/roundtrip
"$program" --version
"$program" measures :sample: >/dev/null
"$program" :sample: &
window=$!
sleep 15
kill -0 $window || { echo "start: the program ended by itself" >&2; exit 1; }
screencapture -x "$2"
