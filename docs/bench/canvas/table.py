"""Makes the part "Canvas" of docs/benchmarks.md from what the frames program and go test -bench print.

Usage: table.py FRAMES.TSV GO.TXT BENCHMARKS.MD
"""
import os
import pathlib
import re
import sys

BEGIN, END = "<!-- canvas: made by docs/bench/canvas/run.sh -->", "<!-- end of canvas -->"
SIZES = ["20/45", "200/500", "2000/5000"]
MOVEMENTS = ["panning", "zooming", "dragging a company", "hovering"]


def frames(text):
    """The ratios of each movement to the empty panel of the same run: {(size, movement): [(ratio, ms)]}, and the
    milliseconds of the empty panels."""
    found, empty = {}, []
    for line in text.splitlines():
        cells = line.split("\t")
        if cells[0] == "empty":
            empty.append(float(cells[1]))
        elif len(cells) >= 3:
            found.setdefault((cells[0], cells[1]), []).append((float(cells[2]) / empty[-1], float(cells[2])))
    return found, empty


def fastest(text):
    """The fastest run of each benchmark, in ms."""
    found = {}
    for name, value in re.findall(r"Benchmark(\S+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op", text):
        found[name] = min(found.get(name, float("inf")), float(value) / 1e6)
    return found


def row(cells):
    return "| " + " | ".join(cells) + " |"


def part(times, empty, bench):
    lines = [
        BEGIN, "## Canvas", "",
        "Work on a frame, from the movement of the hand until the window has shown it, in a panel of 1120x800 on a",
        "software-rendered screen (Xvfb, llvmpipe), as a ratio to an empty panel of the same size in the same run, and in",
        f"ms. The empty panels take {min(empty):.1f} to {max(empty):.1f} ms. Each is the median of the fastest twelve frames in a row, and of",
        "several runs the one with the least ratio, so that other work on the machine counts less. What is painted beside",
        "the window meanwhile is in it as far as it holds the frames up. While this was measured the load of the machine",
        f"was {os.getloadavg()[1]:.0f}, on {os.cpu_count()} cores.", "",
        row(["companies/deals", *MOVEMENTS]), row(["---", *["---:"] * len(MOVEMENTS)]),
    ]
    for size in SIZES:
        cells = [size]
        for movement in MOVEMENTS:
            best = min(times[size, movement])
            cells.append(f"{best[0]:.1f}x ({best[1]:.1f})")
        lines.append(row(cells))
    lines += [
        "", "A scene made from a network, and painted with all its text in 1120x800, in ms; and one step of the what-if slider",
        "on the sample, with every measure, table and the painted picture.", "",
        row(["companies/deals", "made", "painted"]), row(["---", "---:", "---:"]),
    ]
    for size in SIZES:
        name = size.replace("/", "x")
        lines.append(row([size, f"{bench['Build/' + name]:.2f}", f"{bench['Paint/' + name]:.2f}"]))
    lines += [row(["a step of the slider", "", f"{bench['Slider']:.2f}"]), "", END]
    return "\n".join(lines)


def main():
    times, empty = frames(pathlib.Path(sys.argv[1]).read_text())
    made = part(times, empty, fastest(pathlib.Path(sys.argv[2]).read_text()))
    path = pathlib.Path(sys.argv[3])
    text = path.read_text()
    if BEGIN in text:
        text = text[:text.index(BEGIN)] + made + text[text.index(END) + len(END):]
    else:
        text = text.rstrip("\n") + "\n\n" + made + "\n"
    path.write_text(text)


main()
