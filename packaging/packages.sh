#!/bin/sh
# Makes the packages of one version, that in FyneApp.toml, in build/packages: for Linux a .deb, an .rpm and a .tar.xz,
# for Windows a setup program and an .msi, a bill of materials for each system, and SHA256SUMS over all of them.
# Run it on Debian, after packaging/setup.sh packages; the .app and .dmg for macOS are made by packaging/macos.
#
#   packaging/packages.sh [linux] [windows]        (both)
#
# OUT is another folder to make them in. HOMEPAGE and MAINTAINER go into the packages. WINDOWS_CERTIFICATE, a .p12
# file, and WINDOWS_CERTIFICATE_PASSWORD sign what is for Windows.
set -eu

cd "$(dirname "$0")/.."
. packaging/settings.sh

[ $# -gt 0 ] || set -- linux windows
mkdir -p "$OUT" build/ship
packaging/icons.sh build/icons
for system in "$@"; do
	"packaging/$system/packages.sh"
done
(cd "$OUT" && find . -maxdepth 1 -type f ! -name SHA256SUMS | sed 's|^\./||' | sort | xargs sha256sum >SHA256SUMS)
say "in $OUT:"
ls -l "$OUT"
