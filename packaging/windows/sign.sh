#!/bin/sh
# Signs files for Windows in their place, or says why it does not.
#
#   packaging/windows/sign.sh FILE...
#
# WINDOWS_CERTIFICATE is a .p12 file with the certificate and its key, WINDOWS_CERTIFICATE_PASSWORD opens it, and
# WINDOWS_TIMESTAMP_URL, when it is set, is where the date of the signature is certified.
set -eu

for file in "$@"; do
	if [ -z "${WINDOWS_CERTIFICATE:-}" ]; then
		echo "packages: $(basename "$file") is not signed: WINDOWS_CERTIFICATE names no certificate"
		continue
	fi
	osslsigncode sign -pkcs12 "$WINDOWS_CERTIFICATE" -pass "${WINDOWS_CERTIFICATE_PASSWORD:-}" -h sha256 -n Roundtrip \
		${HOMEPAGE:+-i "$HOMEPAGE"} ${WINDOWS_TIMESTAMP_URL:+-ts "$WINDOWS_TIMESTAMP_URL"} -in "$file" -out "$file.signed"
	mv "$file.signed" "$file"
done
