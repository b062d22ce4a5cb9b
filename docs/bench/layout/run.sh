#!/bin/sh
# Draws the graphs of internal/layout/testdata with Graphviz (Debian: apt install graphviz) and with Roundtrip, measures
# all drawings alike, and prints the table of docs/benchmarks.md. It takes about half a minute.
set -eu
cd "$(dirname "$0")/../../.."
exec go test -tags peers -count 1 -v -run '^TestPeers$' ./internal/layout
