package layout

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestEveryLineIsOfOneLevelWhenDealsCome enters ten deals in large networks, one after the other: no line has companies of two
// levels, no company stands above one of a level before its own, and most stay where they are.
func TestEveryLineIsOfOneLevelWhenDealsCome(t *testing.T) {
	for seed := range uint64(4) {
		random := rand.New(rand.NewPCG(seed, 0))
		g := dressed(readGraph(t, "layout-200"))
		for range g.Edges {
			g.Weight, g.Lead = append(g.Weight, 1+random.ExpFloat64()), append(g.Lead, float64(random.IntN(3))*random.ExpFloat64())
		}
		first := Layered(context.Background(), g, Options{Seed: seed})
		points := first
		for range 10 {
			g.Edges = append(g.Edges, [2]int{random.IntN(g.N), random.IntN(g.N)})
			g.Weight, g.Lead = append(g.Weight, 1), append(g.Lead, random.ExpFloat64())
			points = Layered(context.Background(), g, Options{Seed: seed, Start: points})
			linesAreOfOneLevel(t, g, points)
		}
		if moved := movement(g, first, points); moved > 1 {
			t.Errorf("seed %d: companies moved by %.2f hops", seed, moved)
		}
	}
}

// linesAreOfOneLevel looks at the levels as a picture names them.
func linesAreOfOneLevel(t *testing.T, g Graph, points []Point) {
	t.Helper()
	all, heights := make([]int, g.N), make([]float64, g.N)
	for i, p := range points {
		all[i], heights[i] = i, p.Y
	}
	levels, _ := Levels(g)
	rows := RowsAt(levels, all, heights)
	for i := range all {
		if off := math.Abs(levels[i] - rows[i]); off > stays+1e-9 {
			t.Errorf("company %d of level %.3f is said to be of %.3f", i, levels[i], rows[i])
		}
		for j := range all {
			if rows[i] < rows[j] && (heights[i] > heights[j]-1 || levels[i] >= levels[j]) {
				t.Fatalf("company %d of level %.3f stands at %.0f, and company %d of level %.3f at %.0f", i, levels[i], heights[i], j, levels[j], heights[j])
			}
		}
	}
}

// TestRowsAtKeepMost compares with all rows that there can be.
func TestRowsAtKeepMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		levels, heights := []float64{}, []float64{}
		for range rapid.IntRange(1, 8).Draw(t, "companies") {
			levels = append(levels, 0.05*float64(rapid.IntRange(0, 24).Draw(t, "level")))
			heights = append(heights, rapid.SampledFrom([]float64{0, 50, 100, 150, math.NaN()}).Draw(t, "height"))
		}
		companies := make([]int, len(levels))
		for i := range companies {
			companies[i] = i
		}
		d := newDivision(levels, companies, heights, Rows(levels, companies))
		if found, most := d.cuts[len(d.cuts)-1].best[len(d.heights)], d.mostWorth(len(d.cuts)-1, len(d.heights)); found != most {
			t.Fatalf("rows are worth %d, at most %d", found, most)
		}
		rows := RowsAt(levels, companies, heights)
		for i := range rows {
			for j := range rows {
				if rows[i] < rows[j] && levels[i] >= levels[j] {
					t.Fatalf("levels %v have rows %v", levels, rows)
				}
			}
		}
	})
}

// mostWorth tries everything.
func (d *division) mostWorth(end, line int) int32 {
	if end == 0 {
		return 0
	}
	most, c := int32(impossible), d.cuts[end]
	for begin, before := range d.cuts[:end] {
		if usual := before.usual >= 0 && before.usual+1 == c.usual; !usual && !d.oneRow(before.at, c.at) {
			continue
		}
		for first := range line + 1 {
			worth := d.mostWorth(begin, first) + usualWorth
			if c.usual < 0 {
				worth -= 2 * usualWorth
			}
			staying := 0
			for _, l := range d.line[before.at:c.at] {
				if l >= first && l < line {
					staying++
				}
			}
			if staying == 0 {
				worth -= comingWorth
			}
			most = max(most, worth+int32(staying)*stayingWorth)
		}
	}
	return most
}

// TestRowsAtAreThoseOfRowsWhereCompaniesStandOnThem: so a new drawing is named as it is drawn.
func TestRowsAtAreThoseOfRowsWhereCompaniesStandOnThem(t *testing.T) {
	g := dressed(readGraph(t, "layout-200"))
	all, heights, nowhere := make([]int, g.N), make([]float64, g.N), make([]float64, g.N)
	for i, p := range Layered(context.Background(), g, Options{Seed: 1}) {
		all[i], heights[i], nowhere[i] = i, p.Y, math.NaN()
	}
	levels, _ := Levels(g)
	rows := Rows(levels, all)
	for _, heights := range [][]float64{heights, nowhere} {
		if again := RowsAt(levels, all, heights); !slices.Equal(rows, again) {
			t.Errorf("rows are %v, and where companies stand %v", rows, again)
		}
	}
}
