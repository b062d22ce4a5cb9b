# Read by the scripts that try out the packages, in the root of the sources.
. packaging/settings.sh
export LC_ALL=C.UTF-8

# The scripts give HOME to the program that is tried; Go keeps its own.
GOPATH=$(go env GOPATH) GOCACHE=$(go env GOCACHE)
export GOPATH GOCACHE

work=$(mktemp -d)
shots=build/check
mkdir -p "$shots"
chmod 755 "$work"

step() { printf '\n-- %s\n' "$*"; }
fail() {
	printf 'check-packages: %s\n' "$*" >&2
	exit 1
}

# expect runs a command that must succeed.
expect() {
	"$@" || fail "this failed: $*"
}

# same compares what came with what had to come: same WHAT CAME WANTED.
same() {
	[ "$2" = "$3" ] || fail "$1: it is '$2', not '$3'"
	printf '   %s: %s\n' "$1" "$2"
}

# is_drawn looks into a picture: a window with a document in it has hundreds of colours.
is_drawn() {
	colours=$(identify -format %k "$1")
	[ "$colours" -gt 200 ] || fail "$1 shows only $colours colours"
	printf '   %s: %s, %s colours\n' "$1" "$(identify -format %wx%h "$1")" "$colours"
}

# sums lists the checksum of every file below a folder.
sums() { (cd "$1" && find . -type f | sort | xargs -d '\n' sha256sum); }
