#!/bin/sh
# Installs Roundtrip for one user, or with a PREFIX such as /usr/local for everyone.
#
#   ./install.sh [PREFIX]              (~/.local)
#   ./install.sh --remove [PREFIX]     takes away what it has installed, and no document
set -eu

remove=no
[ "${1:-}" != --remove ] || { remove=yes; shift; }
prefix=${1:-$HOME/.local}
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
cd "$(dirname "$0")"
entry=$prefix/share/applications/io.github.roundtrip.Roundtrip.desktop

files() { find bin share -type f | sort; }

# refresh tells the desktop what has changed; without these programs it finds out at the next login.
refresh() {
	! command -v update-mime-database >/dev/null || update-mime-database "$prefix/share/mime" || true
	! command -v update-desktop-database >/dev/null || update-desktop-database "$prefix/share/applications" || true
	! command -v gtk-update-icon-cache >/dev/null || gtk-update-icon-cache -q -t "$prefix/share/icons/hicolor" || true
}

if [ $remove = yes ]; then
	files | while read -r file; do rm -f "$prefix/$file"; done
	rmdir "$prefix/share/doc/roundtrip" 2>/dev/null || true
	refresh
	echo "Roundtrip is removed from $prefix. Your documents are where they were."
	exit
fi

files | while read -r file; do
	mkdir -p "$prefix/$(dirname "$file")"
	# A running program keeps its old file until it ends.
	rm -f "$prefix/$file"
	cp -p "$file" "$prefix/$file"
done
# The menu starts the program by its whole path, as the folder may not be among those that are searched. In a desktop
# entry a path with spaces stands in quotes.
quoted=$(printf '%s' "$prefix/bin/roundtrip" | sed 's/[\\"`$]/\\\\&/g; s/[&|]/\\&/g')
sed -i -e "s|^Exec=roundtrip|Exec=\"$quoted\"|; s|^TryExec=roundtrip|TryExec=$(printf '%s' "$prefix/bin/roundtrip" | sed 's/[&|\\]/\\&/g')|" "$entry"
refresh
echo "Roundtrip is installed in $prefix. Start it from the menu, or as $prefix/bin/roundtrip."
