#!/bin/sh
# Makes Roundtrip.app and its disk image for macOS in OUT. It needs a Mac with Apple's command line tools, Go, and
# rsvg-convert (brew install librsvg).
#
#   packaging/macos/packages.sh
#
# APPLE_IDENTITY, the name of a Developer ID certificate in the keychain, signs both. APPLE_ID, APPLE_TEAM and
# APPLE_PASSWORD, one made for this purpose, have Apple notarise the image.
set -eu

cd "$(dirname "$0")/../.."
. packaging/settings.sh

[ "$(uname -s)" = Darwin ] || { echo "packages: the image for macOS is made on a Mac, for want of Apple's SDK here" >&2; exit 1; }
arch=$(go env GOARCH)
name=roundtrip-$VERSION-macos-$arch
program=build/ship/macos-$arch/roundtrip
app=$STAGE/macos/Roundtrip.app
image=$OUT/$name.dmg

mkdir -p "$OUT" "$STAGE/macos"
packaging/icons.sh build/icons
MACOSX_DEPLOYMENT_TARGET=12.0 CGO_CFLAGS="-O2 -g0 -mmacosx-version-min=12.0" CGO_LDFLAGS="-mmacosx-version-min=12.0" \
	go build -tags=$TAGS -ldflags "-s -w -buildid=" -o "$program" .
own_tool bundled "$program" "$VERSION" build/licences.txt "$OUT/$name.cdx.json"
packaging/macos/app.sh "$program" build/icons build/licences.txt "$STAGE/macos"
plutil -lint "$app/Contents/Info.plist"

if [ -n "${APPLE_IDENTITY:-}" ]; then
	codesign --force --options runtime --timestamp --sign "$APPLE_IDENTITY" "$app"
else
	say "the app is signed for this Mac only: APPLE_IDENTITY names no certificate"
	codesign --force --sign - "$app"
fi
codesign --verify --deep --strict "$app"

# The image shows the app beside a link to the folder that it is dragged into.
ln -sfn /Applications "$STAGE/macos/Applications"
rm -f "$image"
hdiutil create -volname Roundtrip -srcfolder "$STAGE/macos" -fs HFS+ -format UDZO -imagekey zlib-level=9 "$image"
hdiutil verify "$image"

if [ -z "${APPLE_IDENTITY:-}" ] || [ -z "${APPLE_ID:-}" ]; then
	say "$name.dmg is not notarised: APPLE_IDENTITY and APPLE_ID are not both there"
	exit
fi
codesign --sign "$APPLE_IDENTITY" --timestamp "$image"
xcrun notarytool submit "$image" --apple-id "$APPLE_ID" --team-id "$APPLE_TEAM" --password "$APPLE_PASSWORD" --wait
xcrun stapler staple "$image"
