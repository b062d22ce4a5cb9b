package layout

import (
	"context"
	"slices"
	"testing"
)

// TestLinesOfALevelStayWhenADealComes: a level of many lines keeps them, and so does one close to it.
func TestLinesOfALevelStayWhenADealComes(t *testing.T) {
	g := Graph{N: 90}
	finance := func(payer, payee int) {
		g.Edges, g.Lead = append(g.Edges, [2]int{payer, payee}), append(g.Lead, 1)
	}
	for i := 1; i < 80; i++ {
		finance(0, i)
	}
	for i := 80; i < g.N; i++ {
		// Financed from two levels, they stand between them and the next one.
		finance(0, i)
		finance(i-79, i)
	}
	g = dressed(g)
	before := Layered(context.Background(), g, Options{Seed: 1})
	g.Edges, g.Lead = append(slices.Clone(g.Edges), [2]int{20, 40}), append(g.Lead, 0)
	after := Layered(context.Background(), g, Options{Seed: 1, Start: before})
	for i := range before {
		if off := after[i].distance(before[i]); off > 1e-6 {
			t.Errorf("company %d moved by %.1f", i, off)
		}
	}
}

// TestRowsNeverReachIntoEachOther draws small networks whose levels differ little: the discs and names of one row end above
// those of the next.
func TestRowsNeverReachIntoEachOther(t *testing.T) {
	for seed := range uint64(20) {
		g := dressed(readGraph(t, "layout-20"))
		for at := range g.Edges {
			g.Weight, g.Lead = append(g.Weight, 1), append(g.Lead, float64((uint64(at)*7+seed)%5))
		}
		points := Layered(context.Background(), g, Options{Seed: seed})
		levels, _ := Levels(g)
		all := make([]int, g.N)
		for i := range all {
			all[i] = i
		}
		rows, boxes := Rows(levels, all), g.boxes()
		for i, p := range points {
			for j, q := range points {
				if rows[i] < rows[j] && p.Y+boxes[i].down > q.Y-boxes[j].up+1e-6 {
					t.Fatalf("seed %d: company %d of level %.2f reaches into level %.2f of company %d", seed, i, rows[i], rows[j], j)
				}
			}
		}
	}
}
