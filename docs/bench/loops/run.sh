#!/bin/sh
# Counts the loops of the benchmark's networks with Roundtrip, gonum, and those of networkx (Debian:
# python3-networkx) and Boost's hawick_circuits (libboost-graph-dev, g++) that this machine has, and writes
# the ratios into the part "Loops" of docs/benchmarks.md.
#
# PYTHONS lists the Python interpreters to look for networkx in; each version found gets a column.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
graphs=$root/internal/network/testdata/graphs
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

for companies in 9 10; do
	awk -v n=$companies 'BEGIN { print n, n * (n - 1); for (v = 0; v < n; v++) for (w = 0; w < n; w++) if (v != w) print v, w }' \
		>"$results/loops-K$companies.txt"
done
awk 'BEGIN {
	print 91, 121
	for (v = 0; v < 90; v += 3) { print v, v + 1; print v, v + 2; print v + 1, v + 3; print v + 2, v + 3 }
	print 90, 0
}' >"$results/loops-diamonds30.txt"

echo "roundtrip and gonum ..." >&2
(
	cd "$root"
	go test -run '^$' -bench '(Visit|Biggest)Loops' -benchtime 3ms -count 50 ./internal/network
	go test -run '^$' -bench 'GonumLoops' -benchtime 1s -count 2 ./internal/network
) >"$results/go.txt"

: >"$results/peers.txt"
all="$results/loops-K9.txt $results/loops-K10.txt $graphs/loops-deal20.txt $graphs/loops-deal60.txt
	$graphs/loops-star3x40.txt $graphs/loops-er100_180.txt $graphs/loops-own10k_25k.txt"
bounded="$graphs/loops-deal200.txt:6 $graphs/loops-deal200.txt:8 $graphs/loops-sf1000_3000.txt:6
	$graphs/loops-sf1000_3000.txt:8 $graphs/loops-own10k_25k.txt:6 $results/loops-diamonds30.txt:60"

if printf '#include <boost/graph/hawick_circuits.hpp>\n' | g++ -x c++ -E - >/dev/null 2>&1; then
	echo "hawick_circuits ..." >&2
	g++ -O3 -march=native -std=c++17 -o "$results/hawick" "$here/hawick.cpp"
	for file in $all; do
		name=$(basename "$file" .txt)
		set -- $("$results/hawick" "$file")
		echo "hawick_circuits ${name#loops-} 0 $1 $2" >>"$results/peers.txt"
	done
fi

seen=
for python in ${PYTHONS:-/usr/bin/python3 python3}; do
	version=$("$python" -c 'import networkx; print(networkx.__version__)' 2>/dev/null) || continue
	case " $seen " in *" $version "*) continue ;; esac
	seen="$seen $version"
	echo "networkx $version ..." >&2
	unbounded=
	for file in $all; do unbounded="$unbounded $file:0"; done
	"$python" "$here/networkx_loops.py" $unbounded $bounded >>"$results/peers.txt"
done

python3 "$here/table.py" "$results" "$root/docs/benchmarks.md"
echo "docs/benchmarks.md is up to date" >&2
