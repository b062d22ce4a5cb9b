#!/bin/sh
# Draws the pictures of docs/ from the sample and the documents that make.py makes, without a display:
#   docs/examples/pictures.sh PROGRAM
set -eu
program=${1:?"name the program: docs/examples/pictures.sh build/roundtrip"}
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
forty="$scratch/Forty made-up companies.roundtrip"
hundreds="$scratch/Three hundred made-up companies.roundtrip"
"$program" import "$forty" "$here/forty-companies.csv" "$here/forty.csv"
"$program" import "$hundreds" "$here/three-hundred-companies.csv" "$here/three-hundred.csv"
"$program" export :sample: "$here/../sample.png" --scale 1.5
"$program" export :sample: "$here/../sample-dark.png" --theme dark --loop 2 --scale 1.5
"$program" export "$forty" "$here/../forty.png" --scale 1.5
"$program" export "$hundreds" "$here/../three-hundred.png" --size 1600x1300 --scale 1.5
