# Read by the scripts that make and check packages, in the root of the sources: what they have in common.

# detail prints a value of FyneApp.toml, the one place where name, version and build number stand.
detail() { sed -n "s/^$1 = \"\{0,1\}\([^\"]*\)\"\{0,1\}\$/\1/p" FyneApp.toml; }

ID=$(detail ID)
# PACKAGE_VERSION is for tests only: it packs the same program under another number, to be upgraded from.
VERSION=${PACKAGE_VERSION:-$(detail Version)}
[ -n "$ID" ] && [ -n "$VERSION" ] || { echo "packages: FyneApp.toml says no ID or Version" >&2; exit 1; }

# Whoever publishes packages puts in an address of their own. The default is what the program's ID stands for, and
# .invalid is the domain that by RFC 2606 is nobody's.
HOMEPAGE=${HOMEPAGE:-https://github.com/roundtrip/Roundtrip}
MAINTAINER=${MAINTAINER:-The Roundtrip authors <authors@roundtrip.invalid>}

# Every date in a package is that of the last commit, so that the same sources give the same bytes.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
DATE=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d 2>/dev/null || date -u -r "$SOURCE_DATE_EPOCH" +%Y-%m-%d)

OUT=${OUT:-build/packages}
STAGE=build/stage/$(basename "$OUT")
export ID VERSION HOMEPAGE MAINTAINER SOURCE_DATE_EPOCH DATE OUT STAGE
export LC_ALL=C TZ=UTC
umask 022

say() { printf 'packages: %s\n' "$*"; }

# Desktop OpenGL, which every driver has, and no emoji font, which is a third of the program.
TAGS=migrated_fynedo,no_emoji
export GOFLAGS="-buildvcs=false -trimpath -mod=readonly"
export CGO_ENABLED=1

# tool runs a program of others that packaging/tools/go.mod pins; own_tool one whose source lies there.
tool() { go tool -modfile=packaging/tools/go.mod "$@"; }
own_tool() {
	go build -C packaging/tools -o "$PWD/build/tools/$1" "./$1"
	own=$1
	shift
	"build/tools/$own" "$@"
}

# same_dates gives every file below a folder the date of the last commit.
same_dates() { find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }

# fill writes a file with the values in place of @VERSION@ and its like.
fill() {
	sed -e "s|@VERSION@|$VERSION|g; s|@DATE@|$DATE|g; s|@HOMEPAGE@|$HOMEPAGE|g" \
		-e "s|@PICTURE@|$HOMEPAGE/raw/v$VERSION/docs/window.png|g" "$1"
}
