"""Counts loops with networkx.

Usage: networkx_loops.py FILE:MAXLEN...   where MAXLEN 0 is no bound.
Prints for each: the version of networkx, the file's name, the bound, the loops, and the milliseconds of the
fastest run in processor time, which other work on the machine does not stretch. A bound that this version of
networkx does not know is left out, and so is what takes longer than LONGEST seconds.
"""
import os
import signal
import sys
import time

import networkx

LONGEST = 60


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
    best, spent = float("inf"), 0.0
    signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        while spent < 1.5:
            start = time.process_time()
            count = sum(1 for _ in loops(graph, bound))
            took = time.process_time() - start
            best, spent = min(best, took), spent + took
    except TypeError:
        continue
    except TimeoutError:
        print(f"{argument}: more than {LONGEST} s", file=sys.stderr)
        continue
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    name = os.path.splitext(os.path.basename(path))[0].removeprefix("loops-")
    print("networkx-" + networkx.__version__, name, bound, count, f"{best * 1000:.6f}", flush=True)
