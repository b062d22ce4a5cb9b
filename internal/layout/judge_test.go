package layout

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestJudgeKnowsWhatAMoveChanges compares the part of the cost around a company with the whole.
func TestJudgeKnowsWhatAMoveChanges(t *testing.T) {
	g := dressed(readGraph(t, "layout-20"))
	drawn := Stress(context.Background(), g, Options{Seed: 7})
	d := newDrawing(g, Options{})
	p := d.part(d.parts[0])
	rapid.Check(t, func(t *rapid.T) {
		pairs, _ := p.pairs()
		wanted := make([]float64, g.N*g.N)
		for _, term := range pairs {
			wanted[int(term.a)*g.N+int(term.b)] = 1 / float64(term.distance)
			wanted[int(term.b)*g.N+int(term.a)] = 1 / float64(term.distance)
		}
		judge := newJudge(p.graph, wanted, p.radius, p.boxes)
		points := slices.Clone(drawn)
		company := rapid.IntRange(0, g.N-1).Draw(t, "company")
		sketch := newSketch(judge, points)
		total, around := judge.total(points), sketch.around(company, points[company], math.Inf(1))
		place := Point{rapid.Float64Range(-300, 300).Draw(t, "x"), rapid.Float64Range(-300, 300).Draw(t, "y")}
		moved := sketch.around(company, place, math.Inf(1)) - around
		sketch.move(company, place)
		changed := judge.total(points) - total
		if math.Abs(changed-moved) > 1e-9*(1+math.Abs(total)) {
			t.Fatalf("the whole changed by %g, the part by %g", changed, moved)
		}
	})
}
