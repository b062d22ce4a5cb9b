//go:build peers

package layout

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestPeers draws the graphs of testdata with Graphviz and with Stress, measures all drawings alike and prints the
// table of docs/benchmarks.md. It needs the Debian package graphviz; docs/bench/layout/run.sh runs it. Times are of the
// processor, so that other work on the machine counts for nobody.
func TestPeers(t *testing.T) {
	fmt.Println("| graph | program | processor time, ms | stress | crossings |\n|---|---|---|---|---|")
	for _, c := range []struct {
		graph string
		peers []string
		runs  int
	}{
		{"layout-20", []string{"neato", "sfdp"}, 40},
		{"layout-200", []string{"neato", "sfdp"}, 20},
		{"layout-2000", []string{"sfdp"}, 3},
		{"layout-10000", []string{"sfdp"}, 2},
	} {
		g := readGraph(t, c.graph)
		from := spent()
		for range c.runs {
			Stress(context.Background(), g, Options{Seed: 1})
		}
		took := (spent() - from) / time.Duration(c.runs)
		row(g, c.graph, "Roundtrip", Stress(context.Background(), g, Options{Seed: 1}), took)
		for _, peer := range c.peers {
			points, took := graphviz(t, g, peer)
			row(g, c.graph, peer, points, took)
		}
	}
}

// row prints a row of the table.
func row(g Graph, graph, program string, points []Point, took time.Duration) {
	crossings := "-"
	if len(g.Edges) <= 5000 {
		crossings = fmt.Sprint(countCrossings(g, points))
	}
	ms := float64(took) / float64(time.Millisecond)
	fmt.Printf("| %s | %s | %s | %.4f | %s |\n", graph, program, significant(ms), meanStress(g, points), crossings)
}

// significant writes a number with two digits or more.
func significant(ms float64) string {
	if ms < 10 {
		return fmt.Sprintf("%.1f", ms)
	}
	return fmt.Sprintf("%.0f", math.Round(ms))
}

// spent returns the processor time of this process.
func spent() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// graphviz draws the graph with one of Graphviz's programs and returns the places and the processor time.
func graphviz(t *testing.T, g Graph, program string) ([]Point, time.Duration) {
	t.Helper()
	var dot strings.Builder
	dot.WriteString("graph {\nnode [shape=point]\n")
	for i := range g.N {
		fmt.Fprintf(&dot, "%d\n", i)
	}
	for _, edge := range g.adjacent().edges() {
		fmt.Fprintf(&dot, "%d -- %d\n", edge[0], edge[1])
	}
	dot.WriteString("}\n")
	command := exec.Command(program, "-Tplain")
	command.Stdin = strings.NewReader(dot.String())
	var out bytes.Buffer
	command.Stdout = &out
	if err := command.Run(); err != nil {
		t.Fatalf("%s: %v", program, err)
	}
	points := make([]Point, g.N)
	for line := range strings.Lines(out.String()) {
		var company int
		var p Point
		if n, _ := fmt.Sscanf(line, "node %d %g %g", &company, &p.X, &p.Y); n == 3 {
			points[company] = p
		}
	}
	return points, command.ProcessState.UserTime() + command.ProcessState.SystemTime()
}
