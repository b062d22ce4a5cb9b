package layout

import (
	"fmt"
	"math"
	"testing"
)

// Several legs both ways between companies on a circle pass the companies between them, and each other, on any circle.
func TestManyLegsBothWaysStepAside(t *testing.T) {
	for _, companies := range []int{7, 9, 12, 20} {
		points, radius := make([]Point, companies), make([]float64, companies)
		around := 20 * float64(companies)
		for i := range points {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(companies))
			points[i], radius[i] = Point{around * cos, around * sin}, 18
		}
		for _, count := range [][2]int{{2, 2}, {3, 1}, {1, 3}, {3, 2}, {3, 3}} {
			for _, step := range []int{2, 3} {
				t.Run(fmt.Sprintf("%d companies, %d legs and %d back over %d", companies, count[0], count[1], step), func(t *testing.T) {
					var runs []Run
					for range count[0] {
						runs = append(runs, Run{Payer: 0, Payee: step, Width: 3})
					}
					for range count[1] {
						runs = append(runs, Run{Payer: step, Payee: 0, Width: 3})
					}
					checkAside(t, points, radius, runs)
				})
			}
		}
	}
}

func checkAside(t *testing.T, points []Point, radius []float64, runs []Run) {
	t.Helper()
	curves := NewObstacles(points, radius).Route(runs)
	for i, curve := range curves {
		for at := 1; at < runs[0].Payee+runs[0].Payer; at++ {
			for part := range 101 {
				if curve.At(float64(part)/100).distance(points[at]) < radius[at]+runs[i].Width/2 {
					t.Errorf("leg %d passes through company %d", i, at)
					break
				}
			}
		}
		for j := range i {
			if apart := nearest(curve, curves[j]); apart < 3 {
				t.Errorf("legs %d and %d are %.1f apart", i, j, apart)
			}
		}
	}
}
