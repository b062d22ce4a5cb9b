#!/bin/sh
# Makes the setup program and the .msi for Windows, 64 bits, in OUT. Run by packaging/packages.sh.
set -eu

cd "$(dirname "$0")/../.."
. packaging/settings.sh

here=packaging/windows
files=$STAGE/windows
name=roundtrip-$VERSION-windows-amd64
compiler=x86_64-w64-mingw32-gcc

# resources writes icon, version and manifest where go build takes them up: beside package main, for as long as it runs.
resources=rsrc_windows_amd64.syso
resources() {
	tool go-winres make --in "$here/winres.json" --arch amd64 --out rsrc \
		--file-version "$VERSION.$(detail Build)" --product-version "$VERSION.$(detail Build)"
}

build() {
	trap 'rm -f $resources' EXIT
	resources
	CGO_CFLAGS="-O2 -g0" GOOS=windows GOARCH=amd64 CC=$compiler go build -tags=$TAGS \
		-ldflags "-s -w -buildid= -H windowsgui" -o build/ship/windows-amd64/roundtrip.exe .
	rm -f $resources
	$compiler -Os -s -Wall -Wextra -municode -Wl,--no-insert-timestamp "$here/console.c" -o build/ship/windows-amd64/roundtrip.com
}

sign() { "$here/sign.sh" "$@"; }

# lay_out puts what is installed into one folder.
lay_out() {
	rm -rf "$files"
	mkdir -p "$files"
	cp build/ship/windows-amd64/roundtrip.exe build/ship/windows-amd64/roundtrip.com "$files"
	sed 's/$/\r/' LICENSE >"$files/LICENSE.txt"
	own_tool bundled -also "MinGW-w64 run-time library=/usr/share/doc/mingw-w64-x86-64-dev/copyright" \
		"$files/roundtrip.exe" "$VERSION" build/licences.txt "$OUT/$name.cdx.json"
	sed 's/$/\r/' build/licences.txt >"$files/THIRD-PARTY-LICENCES.txt"
	sign "$files/roundtrip.exe" "$files/roundtrip.com"
	same_dates "$files"
}

setup_program() {
	makensis -V2 -WX -NOCD "-DVERSION=$VERSION" "-DFILES=$PWD/$files" "-DICON=$PWD/build/icons/roundtrip.ico" \
		"-DOUT=$PWD/$OUT/$name-setup.exe" "$here/installer.nsi"
	sign "$OUT/$name-setup.exe"
}

# number makes a GUID of a text, the same for the same text.
number() { printf '%s' "$1" | sha256sum | sed 's/^\(.\{8\}\)\(....\).\(...\).\(...\)\(.\{12\}\).*/\1-\2-5\3-8\4-\5/'; }

msi() {
	wixl --arch x64 -D VERSION="$VERSION" -D PRODUCT="$(number "Roundtrip $VERSION")" -D FILES="$files" -D ICONS=build/icons \
		-o "$OUT/$name.msi" "$here/roundtrip.wxs"
	sign "$OUT/$name.msi"
}

[ "${OUT#/}" = "$OUT" ] || { echo "packages: OUT must lie below the sources" >&2; exit 1; }
build
lay_out
setup_program
msi
