#!/bin/sh
# Times a step of the what-if's slider and the samples of its simulation, of the sample and of made-up industries of
# three sizes, and writes the part "What-if" of docs/benchmarks.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
tests=$(mktemp)
trap 'rm -f "$tests"' EXIT
(cd "$root" && go test -c -o "$tests" ./internal/whatif)
cd "$root/internal/whatif"
python3 "$here/table.py" "$tests" "$root/docs/benchmarks.md"
echo "docs/benchmarks.md is up to date" >&2
