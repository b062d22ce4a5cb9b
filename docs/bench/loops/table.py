"""Makes the part "Loops" of docs/benchmarks.md from the results in a folder, and puts it into the file.

Usage: table.py RESULTS BENCHMARKS.MD
RESULTS holds go.txt (go test -bench) and peers.txt (a peer, a workload, its bound, the loops, milliseconds).
"""
import pathlib
import re
import sys

BEGIN, END = "<!-- loops: made by docs/bench/loops/run.sh -->", "<!-- end of loops -->"


def go_results(text):
    """The fastest run of each benchmark: {(benchmark, workload, bound): {unit: value}}."""
    results = {}
    for line in text.splitlines():
        match = re.match(r"Benchmark(\w+)/(\S+?)(?:-\d+)?\s+\d+\s+(.*)", line)
        if not match:
            continue
        name, bound = re.match(r"(.*?)(?:_to_(\d+))?$", match[2]).groups()
        fields = match[3].split()
        values = {unit: float(value) for value, unit in zip(fields[::2], fields[1::2])}
        values["ns/op"] = min(values["ns/op"], values.get("cpu-ns/op", values["ns/op"]))
        key = (match[1], name, int(bound or 0))
        if key not in results or values["ns/op"] < results[key]["ns/op"]:
            results[key] = values
    return results


def peer_results(text):
    results = {}
    for line in text.splitlines():
        peer, name, bound, loops, milliseconds = line.split()
        results[peer, name, int(bound)] = int(loops), float(milliseconds)
    return results


def milliseconds(value):
    return f"{value:.4f}" if value < 0.1 else f"{value:.2f}" if value < 100 else f"{value:,.0f}"


def times(value):
    return f"{value:.1f}" if value < 20 else f"{value:,.0f}"


def row(cells):
    return "| " + " | ".join(cells) + " |"


def all_loops(go, peers):
    names = sorted({peer for peer, _, _ in peers})
    lines = [row(["workload", "loops", "ms", "ns a loop", "bytes allocated", "gonum", *names]),
             row(["---"] + ["---:"] * (5 + len(names)))]
    for (benchmark, name, bound), values in go.items():
        if benchmark != "VisitLoops":
            continue
        ours, loops = values["ns/op"] / 1e6, int(values["loops"])
        cells = [name + (f", to {bound}" if bound else ""), f"{loops:,}", milliseconds(ours),
                 f"{values['ns/loop']:.1f}" if loops > 1000 else "", f"{int(values['B/op']):,}"]
        gonum = go.get(("GonumLoops", name, bound))
        cells.append(times(gonum["ns/op"] / 1e6 / ours) if gonum else "")
        for peer in names:
            found, took = peers.get((peer, name, bound), (loops, None))
            if found != loops:
                sys.exit(f"{peer} finds {found} loops in {name} to {bound}, not {loops}")
            cells.append(times(took / ours) if took else "")
        lines.append(row(cells))
    return lines


def biggest(go):
    lines = [row(["workload", "ms", "bytes allocated"]), row(["---", "---:", "---:"])]
    for (benchmark, name, bound), values in go.items():
        if benchmark == "BiggestLoops":
            lines.append(row([name + (f", to {bound}" if bound else ""),
                              milliseconds(values["ns/op"] / 1e6), f"{int(values['B/op']):,}"]))
    return lines


def part(go, peers, machine):
    return "\n".join([
        BEGIN, "## Loops", "",
        "All loops, each handed to a callback in one reused slice. The columns on the right are how many times",
        "as long the peer takes on the same input, reading it not counted; every peer found the same number of",
        "loops. Each time is that of the fastest of several runs, all in one run, and of a peer its processor time",
        "where that is less, so that other work on the machine does not count against it. A workload with a bound",
        "(\"to 6\") counts the loops of at most so many companies; an empty cell is a peer that has no bound, or",
        "was not there. `diamonds30` is a chain of thirty diamonds whose 2^30 loops are all longer than the bound.",
        f"Machine: {machine}.",
        "", *all_loops(go, peers), "",
        "The ten biggest loops by money, exact, without listing all loops. K30 has about 2.5e31 loops, once with",
        "amounts that all differ and once with amounts that are all the same; the chain of diamonds has 2^30.", "",
        *biggest(go), "", END])


def main(results, target):
    results, target = pathlib.Path(results), pathlib.Path(target)
    go = (results / "go.txt").read_text()
    machine = re.search(r"^cpu: (.*)", go, re.M)
    text = part(go_results(go), peer_results((results / "peers.txt").read_text()), machine[1] if machine else "unknown")
    page = target.read_text() if target.exists() else "# Benchmarks\n"
    if BEGIN in page:
        page = page[:page.index(BEGIN)] + text + page[page.index(END) + len(END):]
    else:
        page = page.rstrip("\n") + "\n\n" + text + "\n"
    target.write_text(page)


main(*sys.argv[1:])
