//go:build peers

package layout

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// measured is what a program made of a graph. Of several runs the fastest counts, so that other work on the machine
// counts for nobody; a time of 0 is not known.
type measured struct {
	program string
	points  []Point
	alone   time.Duration // the layout within a process that runs already
	started time.Duration // with the start of the program, reading and writing
}

// TestPeers draws the graphs of testdata with Stress, Graphviz, d3-force and fcose, measures all drawings alike and
// prints the table of docs/benchmarks.md; docs/bench/layout/run.sh runs it.
func TestPeers(t *testing.T) {
	fmt.Println("| graph | program | layout alone, ms | times as long | program as a whole, ms | stress | crossings |")
	fmt.Println("|---|---|---:|---:|---:|---:|---:|")
	for _, c := range []struct {
		graph string
		peers []string
		runs  int
	}{
		{"layout-20", []string{"neato", "sfdp", "d3-force", "fcose"}, 30},
		{"layout-200", []string{"neato", "sfdp", "d3-force", "fcose"}, 8},
		{"layout-2000", []string{"sfdp", "d3-force"}, 3},
		{"layout-10000", []string{"sfdp"}, 2},
	} {
		g := readGraph(t, c.graph)
		own := ours("**Roundtrip**", g, 3*c.runs)
		row(g, c.graph, own, own)
		row(g, c.graph, ours("Roundtrip, with discs and names", dressed(g), c.runs), own)
		for _, peer := range c.peers {
			switch peer {
			case "neato", "sfdp":
				row(g, c.graph, graphviz(t, g, peer, c.runs), own)
			default:
				if script := os.Getenv("PEERS_NODE"); script != "" {
					row(g, c.graph, javascript(t, g, c.graph, script, peer, c.runs), own)
				}
			}
		}
	}
	seeds(readGraph(t, "layout-20"))
}

// ours draws the graph as the window does, with the seed 1.
func ours(program string, g Graph, runs int) measured {
	m := measured{program: program}
	for range runs {
		from := time.Now()
		m.points = Stress(context.Background(), g, Options{Seed: 1})
		m.alone = fastest(m.alone, time.Since(from))
	}
	return m
}

// seeds says how much the drawing of the small graph depends on the seed.
func seeds(g Graph) {
	const count = 100
	var crossings []int
	var stress []float64
	good := 0
	for seed := range uint64(count) {
		points := Stress(context.Background(), g, Options{Seed: seed})
		crossings, stress = append(crossings, countCrossings(g, points)), append(stress, meanStress(g, points))
		if crossings[seed] < 39 && stress[seed] <= 0.0884 {
			good++
		}
	}
	slices.Sort(crossings)
	slices.Sort(stress)
	fmt.Printf("\nlayout-20 with %d seeds: %d crossings at stress %.4f in the middle, %d at %.4f at worst, "+
		"better than sfdp in both with %d of them.\n",
		count, crossings[count/2], stress[count/2], crossings[count-1], stress[count-1], good)
}

func fastest(before, now time.Duration) time.Duration {
	if before == 0 {
		return now
	}
	return min(before, now)
}

// row prints a row of the table.
func row(g Graph, graph string, m, own measured) {
	crossings := "-"
	if len(g.Edges) <= 5000 {
		crossings = strconv.Itoa(countCrossings(g, m.points))
	}
	times := "-"
	if m.alone > 0 {
		times = significant(float64(m.alone) / float64(own.alone))
	}
	fmt.Printf("| %s | %s | %s | %s | %s | %.4f | %s |\n",
		graph, m.program, milliseconds(m.alone), times, milliseconds(m.started), meanStress(g, m.points), crossings)
}

func milliseconds(took time.Duration) string {
	if took == 0 {
		return "-"
	}
	return significant(float64(took) / float64(time.Millisecond))
}

// significant writes a number with two digits or more.
func significant(number float64) string {
	switch {
	case number < 1:
		return fmt.Sprintf("%.2f", number)
	case number < 10:
		return fmt.Sprintf("%.1f", number)
	}
	return fmt.Sprintf("%.0f", math.Round(number))
}

// graphviz draws the graph with one of Graphviz's programs.
func graphviz(t *testing.T, g Graph, program string, runs int) measured {
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
	m := measured{program: program, points: make([]Point, g.N)}
	var out string
	for range runs {
		var took time.Duration
		out, took = run(t, dot.String(), program, "-Tplain")
		m.started = fastest(m.started, took)
	}
	for line := range strings.Lines(out) {
		var company int
		var p Point
		if n, _ := fmt.Sscanf(line, "node %d %g %g", &company, &p.X, &p.Y); n == 3 {
			m.points[company] = p
		}
	}
	if built := os.Getenv("PEERS_GRAPHVIZ"); built != "" {
		out, _ = run(t, dot.String(), built, program, strconv.Itoa(runs))
		m.read(out)
	}
	return m
}

// javascript draws the graph with one of the programs of peers.js.
func javascript(t *testing.T, g Graph, graph, script, program string, runs int) measured {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", graph+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	m := measured{program: program, points: make([]Point, g.N)}
	out, _ := run(t, string(text), "node", script, program, strconv.Itoa(runs))
	m.read(out)
	if runs > 5 {
		for range 3 {
			_, took := run(t, string(text), "node", script, program, "1")
			m.started = fastest(m.started, took)
		}
	}
	return m
}

// read takes the times of the runs, one a line, and the places after them: company, x, y.
func (m *measured) read(out string) {
	for line := range strings.Lines(out) {
		switch words := strings.Fields(line); len(words) {
		case 1:
			if ms, err := strconv.ParseFloat(words[0], 64); err == nil {
				m.alone = fastest(m.alone, time.Duration(ms*float64(time.Millisecond)))
			}
		case 3:
			var company int
			var p Point
			if n, _ := fmt.Sscan(line, &company, &p.X, &p.Y); n == 3 && company < len(m.points) {
				m.points[company] = p
			}
		}
	}
}

// run gives a program its input and returns what it prints, and the time that it took.
func run(t *testing.T, input, program string, arguments ...string) (string, time.Duration) {
	t.Helper()
	command := exec.Command(program, arguments...)
	command.Stdin = strings.NewReader(input)
	var out, problem bytes.Buffer
	command.Stdout, command.Stderr = &out, &problem
	from := time.Now()
	if err := command.Run(); err != nil {
		t.Fatalf("%s: %v %s", program, err, problem.String())
	}
	return out.String(), time.Since(from)
}
