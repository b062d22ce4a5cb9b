#!/bin/sh
# Tries out the packages for Windows in build/packages under Wine, as a person would: an older version installed for one
# user, a document opened with a double-click, the newer one installed over it, uninstalled; the same for every user of
# a machine, and with the .msi. Pictures go to build/check. Needs packaging/setup.sh checks; touches nothing of this
# machine, as Wine's drives lie in a folder of its own.
#
#   packaging/check/windows.sh OLDER-FOLDER
set -eu

cd "$(dirname "$0")/../.."
. packaging/check/steps.sh
older=$1
name=windows-amd64
setup=$OUT/roundtrip-$VERSION-$name-setup.exe
msi=$OUT/roundtrip-$VERSION-$name.msi
older_setup=$older/roundtrip-0.0.1-$name-setup.exe
older_msi=$older/roundtrip-0.0.1-$name.msi

export HOME="$work/home" WINEPREFIX="$work/wine" WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
PATH=$PATH:/usr/lib/wine
mkdir -p "$HOME"
drive=$WINEPREFIX/drive_c
Xvfb -displayfd 3 -screen 0 1024x768x24 -nolisten tcp -noreset 3>"$work/display" >/dev/null 2>&1 &
server=$!
clean_up() {
	wineserver64 -k 2>/dev/null || true
	kill $server 2>/dev/null || true
	wait
	rm -rf "$work"
}
trap clean_up EXIT
until [ -s "$work/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY

windows() { wine64 "$@" 2>/dev/null | tr -d '\r'; }
value() {
	if [ -n "${2:-}" ]; then set -- "$1" /v "$2"; else set -- "$1" /ve; fi
	windows reg query "$@" | sed -n 's/.*REG_[A-Z]*  *//p'
}
is_gone() { ! wine64 reg query "$1" >/dev/null 2>&1 || fail "$1 is left in the registry"; }

# open_document takes a picture of the window that comes when a document is opened with a command.
open_document() {
	picture=$1
	shift
	wineserver64 -w
	CLASS=roundtrip.exe packaging/picture.sh "$picture" sh -c '"$@" >/dev/null 2>&1; exec sleep 120' open "$@"
	wineserver64 -k || true
	is_drawn "$picture"
}

# double_click opens a document with what the machine's registry names for it. Wine 8 does not look into the user's own
# part of the registry, as Windows does; there the command that stands in it is given (see installed).
double_click() { open_document "$1" wine64 start "$document"; }
for_one_user() { open_document "$1" wine64 "$folder\\roundtrip.exe" "$document"; }

# installed says which version is installed under a root of the registry, and that its files are there.
installed() {
	same "installed" "$(value "$1\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\$ID" DisplayVersion)" "$2"
	same "documents are opened by" "$(value "$1\\Software\\Classes\\$ID.Document\\shell\\open\\command")" "\"$3\\roundtrip.exe\" \"%1\""
}

# uninstall runs the uninstaller, which goes on behind as a copy of itself so that it can take away its own file.
uninstall() {
	expect wine64 "$1\\uninstall.exe" /S "$2"
	wineserver64 -w
}

nothing_is_left() {
	same "files of the program" "$(find "$drive" -iname '*roundtrip*' ! -ipath '*/AppData/Local/Roundtrip*' ! -ipath '*/AppData/Roaming/fyne*' ! -ipath "$drive/Deals*")" ""
	for root in HKCU HKLM; do
		is_gone "$root\\Software\\Classes\\$ID.Document"
		is_gone "$root\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\$ID"
		is_gone "$root\\Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\roundtrip.exe"
	done
	same "preferences and documents" "$(kept)" "$before" >/dev/null
}

kept() { sums "$drive/Deals é ü"; sums "$preferences"; }

step "icons, version and manifest in the program"
tool go-winres extract --dir "$work/resources" "$STAGE/windows/roundtrip.exe"
for says in '"dpi-awareness": "per monitor v2"' "\"file_version\": \"$(detail Version).$(detail Build)\"" '"ProductName": "Roundtrip"' '"#2"'; do
	expect grep -qF "$says" "$work/resources/winres.json"
done
same "sizes of the icon" "$(find "$work/resources" -name '*.ico' | sort | head -n 1 | xargs identify -format '%w ' | tr ' ' '\n' | sort -n | xargs)" "16 20 24 32 40 48 64 96 128 256"

step "the place for a signature, with a certificate made for this"
openssl req -x509 -newkey rsa:2048 -nodes -subj "/CN=Roundtrip test" -days 1 -keyout "$work/key" -out "$work/certificate" 2>/dev/null
openssl pkcs12 -export -passout pass:test -inkey "$work/key" -in "$work/certificate" -out "$work/certificate.p12"
cp "$setup" "$work/signed.exe"
cp "$msi" "$work/signed.msi"
expect env WINDOWS_CERTIFICATE="$work/certificate.p12" WINDOWS_CERTIFICATE_PASSWORD=test \
	packaging/windows/sign.sh "$work/signed.exe" "$work/signed.msi" >/dev/null
for file in "$work/signed.exe" "$work/signed.msi"; do
	osslsigncode verify -CAfile "$work/certificate" -in "$file" 2>&1 | grep -q 'Signature verification: ok' || fail "$file is not signed"
done

step "Wine, as Windows 10"
wine64 wineboot -i >/dev/null 2>&1
windows reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
x86_64-w64-mingw32-gcc -shared -O2 -o "$drive/windows/system32/bcryptprimitives.dll" packaging/check/bcryptprimitives.c -ladvapi32
wineserver64 -w

step "an older version for one user, and a document and preferences made with it"
expect wine64 "$older_setup" /S /CurrentUser
home=$(find "$drive/users" -maxdepth 1 -mindepth 1 ! -name Public)
folder="C:\\users\\$(basename "$home")\\AppData\\Local\\Programs\\Roundtrip"
installed HKCU 0.0.1 "$folder"
mkdir -p "$drive/Deals é ü"
document='C:\Deals é ü\Börse 1.roundtrip'
printf 'payer,payee,kind,amount\nAmazon,OpenAI,equity,10bn\nOpenAI,Amazon,cloud,38bn\nBörse AG,OpenAI,debt,1bn\n' >"$drive/deals.csv"
expect wine64 "$folder\\roundtrip.com" import "$document" 'C:\deals.csv'
for_one_user "$shots/windows-older.png"
preferences=$(dirname "$(find "$home" -name preferences.json)")
expect grep -q 'Börse 1' "$preferences/preferences.json"
before=$(kept)

step "the upgrade keeps them"
expect wine64 "$setup" /S /CurrentUser
installed HKCU "$VERSION" "$folder"
same "preferences and documents" "$(kept)" "$before" >/dev/null

step "a double-click on a document whose path has spaces and letters beyond ASCII"
for_one_user "$shots/windows-document.png"

step "the commands, from a command prompt"
version=$(windows "$folder\\roundtrip.com" --version)
printf '   %s\n' "$version"
same "version" "${version%%,*}" "Roundtrip $(detail Version)"
expect wine64 "$folder\\roundtrip.com" export "$document" 'C:\deals.json'
expect grep -q 'Börse AG' "$drive/deals.json"
! wine64 "$folder\\roundtrip.com" check 'C:\nothing.roundtrip' >/dev/null 2>&1 || fail "roundtrip.com does not pass the exit code on"

step "uninstalled: documents and preferences stay"
before=$(kept)
uninstall "$folder" /CurrentUser
nothing_is_left

step "for every user of the machine"
expect wine64 "$setup" /S /AllUsers
installed HKLM "$VERSION" 'C:\Program Files\Roundtrip'
double_click "$shots/windows-all-users.png"
before=$(kept)
uninstall 'C:\Program Files\Roundtrip' /AllUsers
nothing_is_left

step "the .msi: an older version, the newer over it, a document, removed"
msi_version() { windows reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s | sed -n 's/.*DisplayVersion *REG_SZ *//p' | sort -u | xargs; }
expect wine64 msiexec /i "$(wine64 winepath -w "$older_msi" 2>/dev/null)" /qn
same "installed" "$(msi_version)" 0.0.1
expect wine64 msiexec /i "$(wine64 winepath -w "$msi" 2>/dev/null)" /qn
same "installed" "$(msi_version)" "$VERSION"
double_click "$shots/windows-msi.png"
before=$(kept)
expect wine64 msiexec /x "$(wine64 winepath -w "$msi" 2>/dev/null)" /qn
nothing_is_left

step "done: the pictures are in $shots"
