/* Lays out a graph (dot on standard input) with Graphviz inside this process, without the start of a program and the
   writing of files: graphviz.c PROGRAM RUNS. Prints the milliseconds of each run, one a line. Every run reads the graph
   anew, so that none goes on from the places of the one before.
   Build: cc -O2 graphviz.c -lgvc -lcgraph (Debian: libgraphviz-dev). */
#include <graphviz/gvc.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

int main(int argc, char **argv) {
    static char dot[1 << 22];
    if (argc != 3) {
        return 2;
    }
    dot[fread(dot, 1, sizeof dot - 1, stdin)] = 0;
    GVC_t *context = gvContext();
    for (int run = atoi(argv[2]); run > 0; run--) {
        Agraph_t *graph = agmemread(dot);
        double from = milliseconds();
        if (gvLayout(context, graph, argv[1])) {
            return 1;
        }
        printf("%f\n", milliseconds() - from);
        gvFreeLayout(context, graph);
        agclose(graph);
    }
    return 0;
}
