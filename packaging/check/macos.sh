#!/bin/sh
# Looks at the icons and the layout of the app for macOS on a system that is none.
set -eu

cd "$(dirname "$0")/../.."
. packaging/check/steps.sh
trap 'rm -rf "$work"' EXIT

printf '#!/bin/sh\n' >"$work/program"
packaging/macos/app.sh "$work/program" build/icons LICENSE "$work"
resources=$work/Roundtrip.app/Contents/Resources
expect python3 -c 'import plistlib, sys; plistlib.load(open(sys.argv[1], "rb"))' "$work/Roundtrip.app/Contents/Info.plist"
for icon in roundtrip document; do
	# A program that is not ours takes the large sizes out; the others are listed.
	expect icns2png -x -o "$work" "$resources/$icon.icns" >/dev/null 2>&1
	for size in 256 512 1024; do
		same "$icon.icns" "$(identify -format %wx%h "$work/${icon}_${size}x${size}x32.png")" "${size}x$size"
	done
	same "pictures in $icon.icns" "$(icns2png -l "$resources/$icon.icns" 2>/dev/null | grep -c "bytes compressed\|0-bit")" 10
done
