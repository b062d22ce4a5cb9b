"""Makes the part "Measures" of docs/benchmarks.md from the output of go test -bench, and puts it into the file.

Usage: table.py GO.TXT BENCHMARKS.MD
"""
import math
import pathlib
import re
import sys

BEGIN, END = "<!-- measures: made by docs/bench/measures/run.sh -->", "<!-- end of measures -->"
SIZES = [(20, 45), (200, 500), (2000, 5000)]


def results(text):
    """The fastest run of each benchmark: {name: {unit: value}}."""
    found = {}
    for line in text.splitlines():
        match = re.match(r"Benchmark(\S+?)(?:-\d+)?\s+\d+\s+(.*)", line)
        if not match:
            continue
        fields = match[2].split()
        values = {unit: float(value) for value, unit in zip(fields[::2], fields[1::2])}
        if match[1] not in found or values["ns/op"] < found[match[1]]["ns/op"]:
            found[match[1]] = values
    return found


def milliseconds(nanoseconds):
    value = nanoseconds / 1e6
    return f"{value:.4f}" if value < 0.1 else f"{value:.2f}" if value < 100 else f"{value:,.0f}"


def exponent(small, large):
    """How time grows with size: 1 is in proportion, 2 with the square. Companies and flows both grow ten times."""
    return math.log(large["ns/op"] / small["ns/op"]) / math.log(10)


def row(cells):
    return "| " + " | ".join(cells) + " |"


def growth(go, title, name):
    at = [go[name.format(size=f"{companies}-{flows}")] for companies, flows in SIZES]
    return row([title, *(milliseconds(values["ns/op"]) for values in at),
                f"{exponent(at[0], at[1]):.2f}", f"{exponent(at[1], at[2]):.2f}",
                *(f"{int(values['allocs/op']):,}" for values in at)])


def part(go, machine):
    header = ["", *(f"{companies:,} companies, {flows:,} flows, ms" for companies, flows in SIZES),
              "exponent to 10 times", "and again", *(f"allocations at {companies:,}" for companies, _ in SIZES)]
    each = [("circular money", "circulation"), ("return share", "return_share"), ("clearing", "clearing"),
            ("DebtRank", "debt_rank"), ("loop weights", "forwarding"), ("loops to 6", "loops"),
            ("ownership (no equity)", "ownership"), ("reading the flows", "amounts")]
    lines = [growth(go, "**all measures**, loops to 6", "Measure/{size}"),
             growth(go, "the same in memory used before", "MeasureAgain/{size}")]
    lines += [growth(go, title, "EachMeasure/" + name + "-{size}") for title, name in each]
    ranges = [growth(go, "all measures with every range", "MeasureRanges/{size}")]
    dense = []
    for name, values in go.items():
        match = re.match(r"DenseAlgebra/(\d+)-(\d+)", name)
        if match:
            ours = go[f"EachMeasure/return_share-{match[1]}-{match[2]}"]
            dense.append(row([f"{int(match[1]):,} companies, {int(match[2]):,} flows", milliseconds(values["ns/op"]),
                              milliseconds(ours["ns/op"]), f"{values['ns/op'] / ours['ns/op']:,.1f}"]))
    sample, intervals = go["MeasureSample/points"], go["MeasureSample/ranges"]
    return "\n".join([
        BEGIN, "## Measures", "",
        "Everything that `network.Measure` computes, as at every step of the slider. The sample, its loops without a",
        f"bound: {milliseconds(sample['ns/op'])} ms and {int(sample['allocs/op']):,} allocations, most of them the results and the",
        f"sentences of the flags; with the interval of every measure {milliseconds(intervals['ns/op'])} ms. The other networks are drawn from a",
        "seed to be like deals: few hubs, some flows both ways, log-normal amounts. Companies and flows grow ten times",
        "from column to column; the exponent is log10 of how many times as long that takes (1: in proportion). Each time",
        "is that of the fastest of five runs in one run. Allocations are the results, which whoever measures again in the",
        "same memory (`Measures.Again`) has already.",
        "The loops of the larger two networks are too many to weigh: there the time for loop weights is that of",
        "finding that out and, at 200, of the money that goes round in all of them.",
        f"Machine: {machine}, two cores.", "",
        row(header), row(["---"] + ["---:"] * (len(header) - 1)), *lines, "",
        "With two of three figures uncertain and one in nine open; the work of the search for ranges is bounded.", "",
        row(header), row(["---"] + ["---:"] * (len(header) - 1)), *ranges, "",
        "The return share of every flow, beside gonum inverting the same matrix with dense algebra (LAPACK's method in Go):", "",
        row(["", "gonum, ms", "Roundtrip, ms", "times as long"]), row(["---", "---:", "---:", "---:"]), *dense, "", END])


def main(source, target):
    text, target = pathlib.Path(source).read_text(), pathlib.Path(target)
    machine = re.search(r"^cpu: (.*)", text, re.M)
    made = part(results(text), machine[1] if machine else "unknown")
    page = target.read_text() if target.exists() else "# Benchmarks\n"
    if BEGIN in page:
        page = page[:page.index(BEGIN)] + made + page[page.index(END) + len(END):]
    else:
        page = page.rstrip("\n") + "\n\n" + made + "\n"
    target.write_text(page)


main(*sys.argv[1:])
