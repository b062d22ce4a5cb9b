#!/bin/sh
# Makes every package twice, compares them, and tries them out: installed, started, upgraded, removed. See
# packaging/check/linux.sh and packaging/check/windows.sh for what is tried.
#
#   packaging/check/packages.sh [--install]
#
# It installs and removes the package "roundtrip" of this machine with apt, so that it asks for --install, or for CI=true
# in the environment. Root's rights are needed for that, and on Debian the programs of packaging/setup.sh checks.
set -eu

cd "$(dirname "$0")/../.."
if [ "${CI:-}" != true ] && [ "${1:-}" != --install ]; then
	echo "check-packages installs and removes the package roundtrip on this machine with apt, starts it on a virtual screen," >&2
	echo "and needs about 500 MB of Debian packages, Wine among them. Say make check-packages INSTALL=yes to let it." >&2
	exit 2
fi
[ "$(id -u)" -eq 0 ] || exec sudo --preserve-env=CI,PATH "$0" --install
started=$(date +%s)
unset DISPLAY WAYLAND_DISPLAY
packaging/setup.sh packages checks

echo "== an older version, the version, and the version again"
quietly() { "$@" >build/log 2>&1 || { cat build/log; exit 1; }; }
mkdir -p build
quietly env PACKAGE_VERSION=0.0.1 OUT=build/older packaging/packages.sh
packaging/packages.sh
quietly env OUT=build/again packaging/packages.sh
packaging/check/again.sh build/packages build/again

echo "== what they are made with"
(cd packaging/tools && gofmt -l . && go vet ./... && go test ./...)
go tool -modfile=packaging/tools/go.mod actionlint

echo "== the packages for Linux"
packaging/check/linux.sh "$(ls build/older/roundtrip_0.0.1_*.deb)"

echo "== the packages for Windows"
packaging/check/windows.sh build/older

echo "== the icons and the app for macOS, as far as they can be looked at without a Mac"
packaging/check/macos.sh

echo "check-packages: everything was as it should be, in $(($(date +%s) - started)) seconds"
