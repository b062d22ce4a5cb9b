"""Runs the benchmarks of the what-if, and puts the part "What-if" into docs/benchmarks.md.

Usage: table.py TESTBINARY BENCHMARKS.MD

Time of the processors is measured beside time of the clock: on a machine that other programs keep busy only the
former says how long the same takes on one that is free.
"""
import math
import os
import pathlib
import re
import resource
import subprocess
import sys

BEGIN, END = "<!-- whatif: made by docs/bench/whatif/run.sh -->", "<!-- end of whatif -->"
SIZES = ["sample", "20 companies", "200 companies", "2000 companies"]
LEGS = {"sample": "the sample", "20 companies": "20/50", "200 companies": "200/500", "2000 companies": "2000/5000"}
MEASURES = [("circular_share", "circular share"), ("finn", "Finn cycling index"),
            ("compressed", "netting"), ("loops", "loops to 4"), ("bff_gamma", "throughput circularity"),
            ("debtrank_payee", "DebtRank of the stake's company"), ("flags", "flags"), ("every_measure", "**every measure**")]


def run(tests, pattern, count):
    """Runs one benchmark so many times over: seconds of the processors, of the clock, and allocations of each."""
    pattern = "/".join(f"^{part}$" for part in pattern.split("/"))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [tests, "-test.run", "^$", "-test.bench", pattern, "-test.benchtime", f"{count}x", "-test.benchmem"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = re.search(r"([\d.]+) ns/op.*?(\d+) allocs/op", text)
    if not found:
        return None
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, float(found[1]) * count / 1e9, int(found[2])


def net(tests, pattern, count):
    """The same less what setting up takes."""
    base, whole = run(tests, pattern, 1), run(tests, pattern, count)
    if whole is None:
        return None
    return max(1e-9, whole[0] - base[0]), whole[1], whole[2]


def number(value):
    return f"{value:.4f}" if value < 0.1 else f"{value:.2f}" if value < 100 else f"{value:,.0f}"


def row(cells):
    return "| " + " | ".join(cells) + " |"


def steps(tests):
    lines = [row(["a step", "processors, ms", "clock, ms", "allocations"]), "| --- | ---: | ---: | ---: |"]
    for name, pattern in [
        ("the stake, the sample", "BenchmarkStepOfTheStake/sample"),
        ("the stake, 20/45", "BenchmarkStepOfTheStake/20_companies,_45_legs"),
        ("the stake, 200/500, loops to 6", "BenchmarkStepOfTheStake/200_companies,_500_legs,_loops_to_6"),
        ("the share spent back, the sample", "BenchmarkStepOfTheShare/sample"),
        ("the share spent back, 200/500", "BenchmarkStepOfTheShare/200_companies,_500_legs"),
    ]:
        spent, clock, allocations = net(tests, pattern, 200)
        lines.append(row([name, number(spent / 200 * 1e3), number(clock / 200 * 1e3), f"{allocations:,}"]))
    return lines


def tenThousand(tests):
    lines = [row(["10,000 samples", "processors, s", "half of that, s", "clock, s", "allowed, s"]), "| --- | ---: | ---: | ---: | ---: |"]
    for size, measure, name, allowed in [
        ("sample", "circular_share", "circular share", 2), ("sample", "every_measure", "every measure", 2),
        ("200 companies", "circular_share", "circular share", 20), ("200 companies", "every_measure", "every measure", 20),
    ]:
        spent, clock, _ = net(tests, f"BenchmarkSamples/{size.replace(' ', '_')}/{measure}", 10_000)
        lines.append(row([f"{LEGS[size]}, {name}", number(spent), number(spent / 2), number(clock), str(allowed)]))
    return lines


def growth(tests):
    lines = [row(["a sample of", *(LEGS[size] + ", ms" for size in SIZES), "exponent to 10 times", "and again", "allocations at 200/500"]),
             "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    counts = {"sample": 10000, "20 companies": 3000, "200 companies": 200, "2000 companies": 8}
    for key, name in MEASURES:
        for luck in ([False, True] if key in ("circular_share", "every_measure") else [False]):
            cells, times, allocations = [], {}, 0
            for size in SIZES:
                pattern = f"BenchmarkSamples/{size.replace(' ', '_')}/{key}" + ("_and_luck" if luck else "")
                got = net(tests, pattern, counts[size])
                cells.append("-" if got is None else number(got[0] / counts[size] * 1e3))
                if got is not None:
                    times[size] = got[0] / counts[size]
                    allocations = got[2] if size == "200 companies" else allocations
            for small, large in [("20 companies", "200 companies"), ("200 companies", "2000 companies")]:
                both = small in times and large in times
                cells.append(f"{math.log10(times[large] / times[small]):.2f}" if both else "-")
            cells.append(f"{allocations:,}" if "200 companies" in times else "-")
            lines.append(row([name + (", every deal left to chance" if luck else ""), *cells]))
    return lines


def part(tests):
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    load = os.getloadavg()[0]
    return "\n".join([
        BEGIN, "## What-if", "",
        "A step of the slider gives every measure of base and scenario, the loops gained and lost and where the stake",
        "stops adding. A sample of a simulation draws every range, and every exact amount by a tenth to both sides,",
        "builds the network and measures what is asked for; the worker's memory is used again from sample to sample.",
        "The made-up industries have few hubs and amounts like a power law (companies/legs). Times of the processors",
        "add up over both cores: half of it is what two free cores need, because samples share nothing but the base.",
        f"Machine: {cpu[1] if cpu else 'unknown'}, two cores, at a load of {load:.0f} from other programs, which the clock shows.", "",
        *steps(tests), "", *tenThousand(tests), "",
        "One sample, in ms of the processors; from 20/50 on, companies and legs grow ten times from column to column;",
        "the exponent is log10 of how many times as long that takes (1: in proportion).", "",
        *growth(tests), "", END,
    ])


def main():
    tests, path = sys.argv[1], pathlib.Path(sys.argv[2])
    text, made = path.read_text(), part(tests)
    if BEGIN in text:
        text = text[:text.index(BEGIN)] + made + text[text.index(END) + len(END):]
    else:
        text = text.rstrip("\n") + "\n\n" + made + "\n"
    path.write_text(text)


main()
