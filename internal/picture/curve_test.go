package picture

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/layout"
)

// The place before the end of a curve is as far from the end as was asked for, however the curve bends.
func TestBeforeEnd(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		point := func(name string) layout.Point {
			return layout.Point{X: rapid.Float64Range(-500, 500).Draw(r, name), Y: rapid.Float64Range(-500, 500).Draw(r, name)}
		}
		c := layout.Curve{From: point("from"), C1: point("one"), C2: point("two"), To: point("to")}
		from := rapid.Float64Range(0, 60).Draw(r, "away")
		at := beforeEnd(c, from)
		if at > 0 && math.Abs(distance(c.At(at), c.To)-from) > 0.01 {
			r.Errorf("at %v the curve is %v from its end, not %v", at, distance(c.At(at), c.To), from)
		}
	})
}
