#!/bin/sh
# Draws the icons of the program and of its documents at every size from the SVG files in assets, and packs them
# for Windows (.ico) and macOS (.icns). Needs rsvg-convert (librsvg) and Go.
#
#   packaging/icons.sh OUT
set -eu

out=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "$0")/.."

# draw makes every size of an icon; up to 24 pixels from the drawing that lies on a grid of 16 pixels.
draw() {
	for size in 16 20 22 24 32 40 48 64 96 128 256 512 1024; do
		drawing=$2
		[ $size -gt 24 ] || drawing=$2-small
		rsvg-convert -w $size -h $size "assets/$drawing.svg" -o "$out/$1-$size.png"
	done
}
draw roundtrip icon
draw document document

go run -C packaging/tools ./icons "$out" roundtrip document
