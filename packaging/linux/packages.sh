#!/bin/sh
# Makes the .deb, the .rpm and the .tar.xz for Linux in OUT. Run by packaging/packages.sh.
set -eu

cd "$(dirname "$0")/../.."
. packaging/settings.sh

here=packaging/linux
stage=$STAGE/linux
arch=$(go env GOARCH)
program=build/ship/linux-$arch/roundtrip

# The stack protector, position-independent code and read-only relocations are what Debian asks of its own programs.
build() {
	CGO_CFLAGS="-O2 -g0 -fstack-protector-strong" go build -buildmode=pie -tags=$TAGS \
		-ldflags "-s -w -buildid= -linkmode=external '-extldflags=-Wl,-z,relro,-z,now'" -o "$program" .
}

# lay_out puts the files where they are installed, below stage/usr, and the documentation into stage/doc.
lay_out() {
	rm -rf "$stage"
	share=$stage/usr/share
	icons=$share/icons/hicolor
	install -D -m 755 "$program" "$stage/usr/bin/roundtrip"
	install -D -m 644 "$here/$ID.desktop" "$share/applications/$ID.desktop"
	install -D -m 644 "$here/$ID.xml" "$share/mime/packages/$ID.xml"
	mkdir -p "$share/metainfo" "$share/man/man1" "$stage/doc"
	fill "$here/$ID.metainfo.xml" >"$share/metainfo/$ID.metainfo.xml"
	fill "$here/roundtrip.1" | gzip -9n >"$share/man/man1/roundtrip.1.gz"
	for size in 16 22 24 32 48 64 96 128 256 512; do
		install -D -m 644 "build/icons/roundtrip-$size.png" "$icons/${size}x$size/apps/$ID.png"
		install -D -m 644 "build/icons/document-$size.png" \
			"$icons/${size}x$size/mimetypes/application-vnd.roundtrip+sqlite3.png"
	done
	install -D -m 644 assets/icon.svg "$icons/scalable/apps/$ID.svg"
	install -D -m 644 assets/document.svg "$icons/scalable/mimetypes/application-vnd.roundtrip+sqlite3.svg"
	install -m 644 "$here/copyright" "$stage/doc/copyright"
	debian_changelog | gzip -9n >"$stage/doc/changelog.gz"
	own_tool bundled "$program" "$VERSION" \
		"$stage/doc/THIRD-PARTY-LICENCES.txt" "$OUT/roundtrip-$VERSION-linux-$arch.cdx.json"
	same_dates "$stage"
}

debian_changelog() {
	printf 'roundtrip (%s) unstable; urgency=medium\n\n' "$VERSION"
	packaging/changelog.sh "$VERSION" | awk '/^- /{printf "\n%s", substr($0, 3)} /^  [^ ]/{printf " %s", substr($0, 3)}' |
		sed '/./!d' | while read -r change; do printf '%s\n' "$change" | fold -s -w 74 | sed '1s/^/  * /; 2,$s/^/    /; s/ *$//'; done
	printf '\n -- %s  %s\n' "$MAINTAINER" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")"
}

# configuration prints nfpm's configuration with the list of files; folders are left to the system's own packages.
configuration() {
	cat "$here/nfpm.yaml"
	echo "contents:"
	(cd "$stage" && find usr -type f | sort) | while read -r file; do
		printf '  - {src: "%s", dst: "/%s"}\n' "$stage/$file" "$file"
	done
	for file in copyright changelog.gz THIRD-PARTY-LICENCES.txt; do
		printf '  - {src: "%s", dst: "/usr/share/doc/roundtrip/%s", packager: deb}\n' "$stage/doc/$file" "$file"
	done
	printf '  - {src: "%s", dst: "/usr/share/licenses/roundtrip/%s", packager: rpm}\n' \
		LICENSE LICENSE "$stage/doc/THIRD-PARTY-LICENCES.txt" THIRD-PARTY-LICENCES.txt
}

# archive packs the same files for systems without .deb and .rpm, with a script that installs them for one user.
archive() {
	name=roundtrip-$VERSION-linux-$arch
	folder=$STAGE/$name
	rm -rf "$folder"
	mkdir -p "$folder"
	cp -R "$stage/usr/bin" "$stage/usr/share" "$folder"
	mkdir -p "$folder/share/doc"
	cp -R "$stage/doc" "$folder/share/doc/roundtrip"
	cp LICENSE "$folder"
	install -m 755 "$here/install.sh" "$folder/install.sh"
	same_dates "$folder"
	tar --create --directory "$STAGE" --sort=name --owner=0 --group=0 --numeric-owner \
		--mtime="@$SOURCE_DATE_EPOCH" --format=gnu "$name" | xz -9 --threads=1 >"$OUT/$name.tar.xz"
}

build
lay_out
# GLIBC is the oldest C library that has everything the program calls.
ARCH=$arch GLIBC=$(objdump -T "$program" | grep -o 'GLIBC_[0-9.]*' | sort -Vu | tail -n 1 | cut -d_ -f2)
export ARCH GLIBC
configuration >"$STAGE/nfpm.yaml"
tool nfpm package --config "$STAGE/nfpm.yaml" --packager deb --target "$OUT/"
# A version that is made only to be upgraded from needs no more.
if [ -z "${PACKAGE_VERSION:-}" ]; then
	tool nfpm package --config "$STAGE/nfpm.yaml" --packager rpm --target "$OUT/"
	archive
fi
say "made for Linux ($arch), for the C library $GLIBC and later"
