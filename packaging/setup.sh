#!/bin/sh
# Installs what it takes to build Roundtrip, and only what is missing. With the argument "screen" it also
# installs a virtual screen, on which the program can be run and tested without a monitor (Linux only); with
# "packages" what makes the packages for Linux and Windows, with "checks" what tries them out (both on Debian only).
#
#   packaging/setup.sh [screen] [packages] [checks]
#
# Nothing is downloaded when everything is there. Go itself is not installed, only asked for.
set -eu

screen=no packages=no checks=no
for word in "$@"; do
	case $word in
	screen) screen=yes ;;
	packages) packages=yes ;;
	checks) screen=yes checks=yes ;;
	*) echo "setup: there is no $word to set up" >&2 && exit 2 ;;
	esac
done

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# as_root runs a command with the rights to install packages.
as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif command -v sudo >/dev/null 2>&1; then
		sudo "$@"
	else
		fail "this needs root and there is no sudo; run as root: $*"
	fi
}

# missing prints those of its arguments that the query command, its first argument, does not know as installed.
missing() {
	query=$1
	shift
	for package in "$@"; do
		$query "$package" || printf '%s ' "$package"
	done
}

on_debian() { dpkg-query -W -f='${Status}\n' "$1" 2>/dev/null | grep -q ' installed$'; }
on_fedora() { rpm -q --whatprovides "$1" >/dev/null 2>&1; }

setup_debian() {
	needed="ca-certificates gcc libc6-dev pkg-config libgl-dev libxcb1-dev libxcursor-dev libxrandr-dev
		libxinerama-dev libxi-dev libxxf86vm-dev"
	[ $screen = no ] || needed="$needed xvfb xdotool openbox imagemagick libgl1-mesa-dri"
	[ $packages = no ] || needed="$needed git binutils xz-utils librsvg2-bin gcc-mingw-w64-x86-64 nsis wixl msitools osslsigncode"
	[ $checks = no ] || needed="$needed lintian desktop-file-utils appstream shared-mime-info man-db rpm
		libglib2.0-bin openssl wine64 icnsutils python3"
	wanted=$(missing on_debian $needed)
	[ -n "$wanted" ] || return 0
	say "installing with apt-get: $wanted"
	as_root apt-get update -qq || say "apt-get update failed; trying with the package lists at hand"
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null
}

setup_fedora() {
	needed="ca-certificates gcc glibc-devel pkgconf-pkg-config libglvnd-devel libxcb-devel libXcursor-devel
		libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel"
	[ $packages = no ] && [ $checks = no ] || fail "the packages are made on Debian, or on a system like it"
	[ $screen = no ] || needed="$needed xorg-x11-server-Xvfb xdotool openbox ImageMagick mesa-dri-drivers"
	wanted=$(missing on_fedora $needed)
	[ -n "$wanted" ] || return 0
	say "installing with dnf: $wanted"
	as_root dnf install -y $wanted
}

setup_macos() {
	[ $packages = no ] && [ $checks = no ] || fail "the packages are made on Debian; packaging/macos/app.sh makes the one for macOS"
	xcode-select -p >/dev/null 2>&1 && return 0
	say "installing Apple's command line tools (their installer opens a window)"
	xcode-select --install
	fail "run make again when Apple's installer has finished"
}

if [ "$(uname -s)" = Darwin ]; then
	setup_macos
elif command -v apt-get >/dev/null 2>&1; then
	setup_debian
elif command -v dnf >/dev/null 2>&1; then
	setup_fedora
else
	say "no apt-get, dnf or macOS here; if the build stops, install a C compiler, pkg-config and the headers of"
	say "OpenGL, xcb, Xcursor, Xrandr, Xinerama, Xi and Xxf86vm$([ $screen = no ] || printf '%s' ', and Xvfb, xdotool, openbox, ImageMagick')"
fi

command -v go >/dev/null 2>&1 || fail "Go is missing: install Go 1.26 or later from https://go.dev/dl/ and run make again"
