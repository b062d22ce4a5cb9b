#!/bin/sh
# Puts a Developer ID certificate into a keychain of its own, for a build on a machine that is thrown away afterwards.
# APPLE_CERTIFICATE is the .p12 file in base64, APPLE_CERTIFICATE_PASSWORD opens it. Without one it says so.
set -eu

if [ -z "${APPLE_CERTIFICATE:-}" ]; then
	echo "packages: nothing to sign with: the secret APPLE_CERTIFICATE is not set"
	exit
fi
folder=$(mktemp -d)
keychain=$folder/signing.keychain-db
password=$(openssl rand -hex 16)
printf '%s' "$APPLE_CERTIFICATE" | base64 --decode >"$folder/certificate.p12"
security create-keychain -p "$password" "$keychain"
security set-keychain-settings -lut 3600 "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$folder/certificate.p12" -P "${APPLE_CERTIFICATE_PASSWORD:-}" -A -t cert -f pkcs12 -k "$keychain"
security set-key-partition-list -S apple-tool:,apple: -s -k "$password" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
rm "$folder/certificate.p12"
