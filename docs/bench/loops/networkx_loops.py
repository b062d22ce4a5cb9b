"""Counts loops with networkx.

Usage: networkx_loops.py FILE:MAXLEN...   where MAXLEN 0 is no bound.
Prints for each: the version of networkx, the file's name, the bound, the loops, and the milliseconds of the
fastest run, or of processor time on average where that is less: other work on the machine stretches long runs.
A bound that this version of networkx does not know is left out, and so is what takes more than LONGEST seconds.
"""
import os
import signal
import sys
import time

import networkx

LONGEST = 40


def read(path):
    with open(path) as file:
        rows = [tuple(map(int, line.split())) for line in file]
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(rows[0][0]))
    graph.add_edges_from(rows[1:])
    return graph


def give_up(*_):
    raise TimeoutError


def loops(graph, bound):
    if bound == 0:
        return networkx.simple_cycles(graph)
    return networkx.simple_cycles(graph, length_bound=bound)


for argument in sys.argv[1:]:
    path, bound = argument.rsplit(":", 1)
    bound = int(bound)
    graph = read(path)
    best, runs = float("inf"), 0
    signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    began = time.process_time()
    try:
        while runs == 0 or time.process_time() - began < 1.5:
            start = time.perf_counter()
            count = sum(1 for _ in loops(graph, bound))
            best, runs = min(best, time.perf_counter() - start), runs + 1
        best = min(best, (time.process_time() - began) / runs)
    except TypeError:
        continue
    except TimeoutError:
        print(f"{argument}: more than {LONGEST} s", file=sys.stderr)
        continue
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    name = os.path.splitext(os.path.basename(path))[0].removeprefix("loops-")
    print("networkx-" + networkx.__version__, name, bound, count, f"{best * 1000:.6f}", flush=True)
