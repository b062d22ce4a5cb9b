#!/bin/sh
# Lays out Roundtrip.app in a folder: program, Info.plist, icons, licences. It runs on any system, so that the layout is
# tested where the program for macOS cannot be built.
#
#   packaging/macos/app.sh PROGRAM ICONS LICENCES OUT
#
# PROGRAM is the program for macOS, ICONS the folder that packaging/icons.sh has filled, LICENCES the file with the
# licences of what is bundled. The app is OUT/Roundtrip.app.
set -eu

absolute() { case $1 in /*) echo "$1" ;; *) echo "$PWD/$1" ;; esac; }
program=$(absolute "$1") icons=$(absolute "$2") licences=$(absolute "$3") out=$(absolute "$4")
cd "$(dirname "$0")/../.."
. packaging/settings.sh

contents=$out/Roundtrip.app/Contents
rm -rf "$out/Roundtrip.app"
mkdir -p "$contents/MacOS" "$contents/Resources"
fill packaging/macos/Info.plist | sed "s|@ID@|$ID|; s|@BUILD@|$(detail Build)|" >"$contents/Info.plist"
printf 'APPL????' >"$contents/PkgInfo"
cp "$program" "$contents/MacOS/roundtrip"
chmod 755 "$contents/MacOS/roundtrip"
cp "$icons/roundtrip.icns" "$icons/document.icns" LICENSE "$contents/Resources"
cp "$licences" "$contents/Resources/THIRD-PARTY-LICENCES.txt"
