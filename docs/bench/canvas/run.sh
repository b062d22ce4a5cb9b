#!/bin/sh
# Times frames of the canvas in a real window on a software-rendered virtual screen, painting of whole scenes, and the
# way from the what-if slider to the picture, and writes the part "Canvas" of docs/benchmarks.md. Needs Xvfb.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
screen=
trap 'test -z "$screen" || kill "$screen"; rm -rf "$work"' EXIT
export GOFLAGS="-buildvcs=false -tags=gles,migrated_fynedo,window" CGO_CFLAGS="-O1 -g0"
cd "$root"
go build -o "$work/frames" ./docs/bench/canvas
go test -run '^$' -bench '^Benchmark(Paint|Build)$' -count 40 -benchtime 1x ./internal/picture >"$work/bench"
go test -run '^$' -bench '^BenchmarkSlider$' -count 15 -benchtime 5x ./gui >>"$work/bench"
Xvfb -displayfd 3 -screen 0 1120x800x24 -nolisten tcp -noreset 3>"$work/display" >/dev/null 2>&1 &
screen=$!
while ! test -s "$work/display"; do sleep 0.2; done
for run in 1 2 3; do
	DISPLAY=:$(cat "$work/display") LIBGL_ALWAYS_SOFTWARE=1 LANG=en_US.UTF-8 HOME="$work" "$work/frames" >>"$work/frames.tsv"
done
python3 "$here/table.py" "$work/frames.tsv" "$work/bench" "$root/docs/benchmarks.md"
echo "docs/benchmarks.md is up to date" >&2
