package layout

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// readGraph reads a graph of testdata: companies and edges in the first line, then a payer and a payee a line.
func readGraph(t testing.TB, name string) Graph {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	in := bufio.NewReader(file)
	var g Graph
	var m int
	if _, err := fmt.Fscan(in, &g.N, &m); err != nil {
		t.Fatal(err)
	}
	g.Edges = make([][2]int, m)
	for i := range g.Edges {
		if _, err := fmt.Fscan(in, &g.Edges[i][0], &g.Edges[i][1]); err != nil {
			t.Fatal(err)
		}
	}
	return g
}

// meanStress is the measure that peers are compared by: over all pairs in the same component, the mean of
// (|x_i - x_j| s - d_ij)^2 / d_ij^2 with the best scale s and d in hops.
func meanStress(g Graph, points []Point) float64 {
	graph := g.adjacent()
	var first, second, pairs float64
	for i := range g.N {
		far, _ := graph.hops(i, nil, nil)
		for j := range i {
			if far[j] > 0 {
				part := points[i].distance(points[j]) / float64(far[j])
				first += part
				second += part * part
				pairs++
			}
		}
	}
	scale := first / second
	return (scale*scale*second - 2*scale*first + pairs) / pairs
}

// countCrossings counts the crossings of straight legs.
func countCrossings(g Graph, points []Point) int {
	judge := judge{edges: g.adjacent().edges()}
	count := 0
	for at, edge := range judge.edges {
		count += judge.crossings(points, edge, at)
	}
	return count
}

// dressed gives every company a disc by its degree and a name of varying width.
func dressed(g Graph) Graph {
	graph := g.adjacent()
	g.Radius, g.Label = make([]float64, g.N), make([]Size, g.N)
	for i := range g.N {
		g.Radius[i] = 10 + 5*math.Sqrt(float64(graph.degree(i)))
		g.Label[i] = Size{float64(40 + 17*i%90), 16}
	}
	return g
}
