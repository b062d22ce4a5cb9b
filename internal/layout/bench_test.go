package layout

import (
	"context"
	"testing"
)

func BenchmarkStress(b *testing.B) {
	for _, name := range []string{"layout-20", "layout-200", "layout-2000", "layout-10000"} {
		b.Run(name, func(b *testing.B) {
			g := readGraph(b, name)
			for b.Loop() {
				Stress(context.Background(), g, Options{Seed: 1})
			}
		})
	}
}

func BenchmarkRoute(b *testing.B) {
	for _, name := range []string{"layout-20", "layout-200", "layout-2000"} {
		b.Run(name, func(b *testing.B) {
			g := readGraph(b, name)
			g.Radius = make([]float64, g.N)
			for i := range g.Radius {
				g.Radius[i] = 12
			}
			points := Stress(context.Background(), g, Options{Seed: 1})
			runs := make([]Run, len(g.Edges))
			for i, edge := range g.Edges {
				runs[i] = Run{Payer: edge[0], Payee: edge[1], Width: 2}
			}
			for b.Loop() {
				NewObstacles(points, g.Radius).Route(runs)
			}
		})
	}
}

func BenchmarkCircular(b *testing.B) {
	for _, name := range []string{"layout-200", "layout-2000"} {
		b.Run(name, func(b *testing.B) {
			g := readGraph(b, name)
			for b.Loop() {
				Circular(context.Background(), g, Options{Seed: 1})
			}
		})
	}
}

func BenchmarkLayered(b *testing.B) {
	for _, name := range []string{"layout-200", "layout-2000"} {
		b.Run(name, func(b *testing.B) {
			g := readGraph(b, name)
			for b.Loop() {
				Layered(context.Background(), g, Options{Seed: 1})
			}
		})
	}
}
