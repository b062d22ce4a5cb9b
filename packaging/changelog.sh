#!/bin/sh
# Prints the part of CHANGELOG.md that is about a version, or else the unreleased part, without its heading.
#
#   packaging/changelog.sh VERSION
set -eu

cd "$(dirname "$0")/.."
part() { awk -v heading="## [$1]" 'index($0, "## [") == 1 { inside = index($0, heading) == 1; next } inside' CHANGELOG.md; }

found=$(part "$1")
[ -n "$found" ] || found=$(part Unreleased)
printf '%s\n' "$found" | sed -e '/./,$!d'
