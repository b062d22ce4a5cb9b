#!/bin/sh
# Tries out the packages for Linux in build/packages as a person would: the .deb installed over an older version with
# apt, a document opened from the desktop on a virtual screen, first starts of several users, everything removed again;
# then the .tar.xz and the .rpm. Pictures go to build/check. Needs packaging/setup.sh checks, and root.
#
#   packaging/check/linux.sh OLDER.deb
#
# It installs and removes the package "roundtrip" of this machine. Documents and preferences that are tried lie in a
# folder of its own.
set -eu

cd "$(dirname "$0")/../.."
. packaging/check/steps.sh
older=$1
arch=$(go env GOARCH)
deb=$OUT/roundtrip_${VERSION}_$arch.deb
tar=$OUT/roundtrip-$VERSION-linux-$arch.tar.xz
mime=application/vnd.roundtrip+sqlite3

clean_up() {
	apt-get remove -y -qq roundtrip >/dev/null 2>&1 || true
	chmod -R u+w "$work"
	rm -rf "$work"
}
trap clean_up EXIT
! dpkg-query -W -f='${Status}' roundtrip 2>/dev/null | grep -q ' installed' ||
	{ trap - EXIT; fail "the package roundtrip is installed on this machine; remove it first"; }

export HOME="$work/home"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
export XDG_DATA_DIRS=/usr/local/share:/usr/share DEBIAN_FRONTEND=noninteractive
document="$work/Deals é ü/Börse 1.roundtrip"
mkdir -p "$HOME" "$work/Deals é ü"

apt_install() { apt-get install -y -qq --no-install-recommends --allow-downgrades "$(realpath "$1")" >"$work/apt" 2>&1 || { cat "$work/apt"; fail "apt did not install $1"; }; }

# open_from_desktop double-clicks a file, and takes a picture of the window that comes.
open_from_desktop() {
	cat >"$work/open" <<-'SH'
		gio open "$1"
		exec sleep 120
	SH
	CLASS=Roundtrip packaging/picture.sh "$2" sh "$work/open" "$1"
	is_drawn "$2"
}

# as_user runs a command as a user without a name or a home of the system's, cut off from any network.
as_user() {
	user=$1
	shift
	env -u XDG_DATA_DIRS HOME="$work/$user" unshare --net setpriv --reuid="$user" --regid="$user" --clear-groups "$@"
}

step "what the package says of itself"
lintian --fail-on error "$deb" 2>&1 | grep -v 'root privileges' || true
expect lintian --fail-on error "$deb" >/dev/null 2>&1
expect desktop-file-validate "packaging/linux/$ID.desktop"
expect appstreamcli validate --no-net "$STAGE/linux/usr/share/metainfo/$ID.metainfo.xml"
same "warnings about the manual page" "$(gzip -dc "$STAGE/linux/usr/share/man/man1/roundtrip.1.gz" | man --warnings -l -Tutf8 - 2>&1 >/dev/null)" ""

step "an older version, and a document and preferences made with it"
apt_install "$older"
same "installed" "$(dpkg-query -W -f='${Version}' roundtrip)" 0.0.1
printf 'payer,payee,kind,amount\nAmazon,OpenAI,equity,10bn\nOpenAI,Amazon,cloud,38bn\nBörse AG,OpenAI,debt,1bn\n' >"$work/deals.csv"
expect roundtrip import "$document" "$work/deals.csv"
open_from_desktop "$document" "$shots/linux-older.png"
preferences="$HOME/.config/fyne/$ID/preferences.json"
expect grep -q 'Börse 1' "$preferences"
before=$(sums "$HOME/.config"; sums "$work/Deals é ü")

step "the upgrade keeps them"
apt_install "$deb"
same "installed" "$(dpkg-query -W -f='${Version}' roundtrip)" "$VERSION"
same "preferences and documents" "$(sums "$HOME/.config"; sums "$work/Deals é ü")" "$before" >/dev/null
expect roundtrip --version
expect test "$(roundtrip --version | cut -d, -f1)" = "Roundtrip $(detail Version)"

step "the document's type, by its content and by its name"
cp "$document" "$work/no name"
content_type() { gio info -a standard::content-type "$1" | sed -n 's/.*content-type: //p'; }
same "by content" "$(content_type "$work/no name")" $mime
printf 'not yet a document' >"$work/new.roundtrip"
same "by name" "$(content_type "$work/new.roundtrip")" $mime
same "opened by" "$(gio mime $mime | sed -n 's/^Default application.*: //p')" "$ID.desktop"

step "a double-click on a document whose path has spaces and letters beyond ASCII"
open_from_desktop "$document" "$shots/linux-document.png"

step "the menu entry, started without a document"
expect packaging/picture.sh "$shots/linux-menu.png" $(sed -n 's/^Exec=\(.*\) %f$/\1/p' "/usr/share/applications/$ID.desktop")
is_drawn "$shots/linux-menu.png"


step "first starts: two users at once, no configuration, no network, an installation that they cannot write to"
for user in 64001 64002; do
	install -d -o $user -g $user "$work/$user"
done
as_user 64001 packaging/picture.sh "$work/64001/shot.png" roundtrip &
first=$!
as_user 64002 packaging/picture.sh "$work/64002/shot.png" roundtrip
wait $first || fail "the first of two users did not get a window"
for user in 64001 64002; do
	cp "$work/$user/shot.png" "$shots/linux-user-$user.png"
	is_drawn "$shots/linux-user-$user.png"
	expect test -s "$work/$user/.local/share/roundtrip/AI deals.roundtrip"
done

step "a home folder that cannot be written to"
install -d -o 64001 -g 64001 -m 555 "$work/64003"
as_user 64001 env HOME="$work/64003" roundtrip measures :sample: >/dev/null || fail "the commands need a home folder"
install -d -o 64001 -g 64001 "$work/64004"
as_user 64001 env HOME="$work/64003" packaging/picture.sh "$work/64004/shot.png" roundtrip
cp "$work/64004/shot.png" "$shots/linux-read-only-home.png"
same "left in the home folder" "$(ls -A "$work/64003")" ""

step "removed, with every file of its own and no other"
dpkg -L roundtrip | while read -r file; do [ -d "$file" ] || echo "$file"; done >"$work/installed"
before=$(sums "$HOME/.config"; sums "$work/Deals é ü")
expect apt-get remove -y -qq roundtrip >/dev/null
while read -r file; do [ ! -e "$file" ] || fail "$file is left behind"; done <"$work/installed"
same "preferences and documents" "$(sums "$HOME/.config"; sums "$work/Deals é ü")" "$before" >/dev/null
same "the type of a document now" "$(content_type "$work/no name")" application/vnd.sqlite3

step "the archive: installed into a folder with a space in its name, started from its entry, removed"
tar -xJf "$tar" -C "$work"
prefix="$work/my programs"
XDG_DATA_DIRS="$prefix/share:/usr/share"
expect "$work/roundtrip-$VERSION-linux-$arch/install.sh" "$prefix"
expect desktop-file-validate "$prefix/share/applications/$ID.desktop"
open_from_desktop "$document" "$shots/linux-archive.png"
expect "$work/roundtrip-$VERSION-linux-$arch/install.sh" --remove "$prefix"
same "files left" "$(find "$prefix" -type f ! -path '*/share/mime/*' ! -name '*.cache' | wc -l)" 0

step "the .rpm: unpacked by rpm, the same files, the program started"
rpm=$(ls "$OUT/roundtrip-$VERSION-1."*.rpm)
expect rpm --root "$work/rpm" --dbpath /rpmdb --nodeps --nosignature -i "$(realpath "$rpm")"
(cd "$work/rpm/usr" && find bin share -type f ! -path 'share/licenses/*' | sort) >"$work/rpm-files"
(cd "$STAGE/linux/usr" && find bin share -type f | sort) >"$work/files"
expect diff "$work/files" "$work/rpm-files"
packaging/picture.sh "$shots/linux-rpm.png" "$work/rpm/usr/bin/roundtrip" "$document"
is_drawn "$shots/linux-rpm.png"

step "done: the pictures are in $shots"
