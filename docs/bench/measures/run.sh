#!/bin/sh
# Times all measures of the sample and of networks like those of deals at three sizes, each also by itself, and
# writes the table with the growth from one size to ten times that into the part "Measures" of docs/benchmarks.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
results=$(mktemp)
trap 'rm -f "$results"' EXIT
(
	cd "$root"
	go test -run '^$' -bench 'MeasureSample' -count 5 -benchtime 0.3s ./assets
	go test -run '^$' -bench '^Benchmark(Measure|MeasureAgain|EachMeasure|DenseAlgebra)$' -count 5 -benchtime 0.2s ./internal/network
	go test -run '^$' -bench 'MeasureRanges' -count 1 -benchtime 3x ./internal/network
) >"$results"
python3 "$here/table.py" "$results" "$root/docs/benchmarks.md"
echo "docs/benchmarks.md is up to date" >&2
