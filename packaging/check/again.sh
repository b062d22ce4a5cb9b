#!/bin/sh
# Compares two runs of packaging/packages.sh byte by byte.
#
#   packaging/check/again.sh FOLDER OTHER
#
# An .msi is a container of a kind that holds the time at which it was made and a number of its own, wherever it is made;
# of that the files in it are compared.
set -eu

first=$1 second=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
differ=0
for file in "$first"/*; do
	name=$(basename "$file")
	case $name in
	SHA256SUMS) continue ;;
	*.msi)
		msiextract --directory "$work/first" "$file" >/dev/null
		msiextract --directory "$work/second" "$second/$name" >/dev/null
		if diff -r "$work/first" "$work/second"; then echo "   the same files in: $name"; else differ=1; fi
		;;
	*) if cmp "$file" "$second/$name"; then echo "   the same bytes: $name"; else differ=1; fi ;;
	esac
done
exit $differ
