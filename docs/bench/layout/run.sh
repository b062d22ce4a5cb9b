#!/bin/sh
# Draws the graphs of internal/layout/testdata with Roundtrip, Graphviz, d3-force and fcose, measures all drawings alike,
# and prints the table of docs/benchmarks.md. It takes about two minutes. Debian: apt install graphviz libgraphviz-dev
# nodejs npm. Without a compiler and libgraphviz-dev, Graphviz is timed as a program only; where npm cannot fetch
# d3-force and fcose (the versions of package-lock.json), they are left out, and that is said.
set -eu
cd "$(dirname "$0")"
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
if cc -O2 graphviz.c -o "$built/graphviz" -lgvc -lcgraph 2>"$built/log"; then
	export PEERS_GRAPHVIZ="$built/graphviz"
else
	echo "Graphviz is not timed without the start of its program: $(tail -1 "$built/log")"
fi
if npm ci --silent --no-audit --no-fund >"$built/log" 2>&1; then
	export PEERS_NODE="$PWD/peers.js"
else
	echo "d3-force and fcose are left out, npm could not fetch them: $(tail -1 "$built/log")"
fi
cd ../../..
go test -tags "peers ${TAGS:-}" -count 1 -timeout 30m -v -run '^TestPeers$' ./internal/layout
