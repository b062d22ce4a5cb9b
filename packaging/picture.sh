#!/bin/sh
# Runs a program in a real window on a virtual screen, saves a picture of the window once it has been drawn,
# and closes it again.
#
#   packaging/picture.sh OUT.png PROGRAM [ARGUMENT...]
#
# SCREEN sets the size of the screen and of the window (1440x900). CLASS names the window's class when the window
# belongs to another process than the one that is run here. Needs Xvfb, openbox, xdotool and ImageMagick.
set -eu

out=$1
shift
size=${SCREEN:-1440x900}
work=$(mktemp -d)
server='' manager='' program='' owner=''

clean_up() {
	for process in $owner $program $manager $server; do
		kill "$process" 2>/dev/null || true
	done
	rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 1' INT TERM

fail() {
	printf 'picture: %s\n' "$*" >&2
	[ ! -s "$work/log" ] || cat "$work/log" >&2
	exit 1
}

# await waits up to a minute until its command succeeds, as long as the program still runs.
await() {
	tries=0
	until "$@"; do
		tries=$((tries + 1))
		[ $tries -lt 600 ] || fail "gave up after a minute: $*"
		[ -z "$program" ] || kill -0 "$program" 2>/dev/null || fail "the program ended before its window was drawn"
		sleep 0.1
	done
}

Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset 3>"$work/display" >"$work/xvfb" 2>&1 &
server=$!
await test -s "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY LIBGL_ALWAYS_SOFTWARE=1

cat >"$work/rc.xml" <<'XML'
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>
XML
openbox --config-file "$work/rc.xml" >"$work/openbox" 2>&1 &
manager=$!

"$@" >"$work/log" 2>&1 &
program=$!

shown() {
	if [ -n "${CLASS:-}" ]; then set -- --class "^$CLASS\$"; else set -- --pid "$program"; fi
	window=$(xdotool search --onlyvisible "$@" 2>/dev/null | head -n 1) && [ -n "$window" ]
}
await shown
[ -z "${CLASS:-}" ] || owner=$(xdotool getwindowpid "$window" 2>/dev/null) || owner=''
xdotool windowsize "$window" "${size%x*}" "${size#*x}" windowmove "$window" 0 0
# The pointer rests in the middle of a new screen, where it would bring up what the program says of a company.
xdotool mousemove "${size%x*}" "${size#*x}"

# The window is drawn when it shows more than a few colours and two pictures in a row are the same.
drawn() {
	import -window "$window" "$work/next.png" 2>/dev/null || return 1
	[ "$(identify -format %k "$work/next.png")" -gt 16 ] || return 1
	same=no
	[ ! -e "$work/last.png" ] || [ "$(compare -metric AE "$work/last.png" "$work/next.png" null: 2>&1)" != 0 ] || same=yes
	mv "$work/next.png" "$work/last.png"
	[ $same = yes ]
}
await drawn

mkdir -p "$(dirname "$out")"
cp "$work/last.png" "$out"
