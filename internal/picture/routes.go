package picture

import (
	"slices"

	"roundtrip/internal/layout"
)

// routes is how legs were led around companies, and what that depends on. It takes long among thousands of companies, and
// most scenes differ from the one before in what is selected or measured alone.
type routes struct {
	places []layout.Point
	radii  []float64
	runs   []layout.Run
	curves []layout.Curve
}

// routes leads legs around the companies, or as they run in the scene before where all stand and all are as wide as there.
func (b *builder) routes(runs []layout.Run) *routes {
	if b.Before != nil {
		if before := b.Before.Whole().routes; before != nil && before.serve(b, runs) {
			return before
		}
	}
	return &routes{places: b.places, radii: b.radii, runs: runs, curves: b.obstacles.Route(runs)}
}

// serve reports whether the legs of a scene run so too.
func (r *routes) serve(b *builder, runs []layout.Run) bool {
	samePlace := func(p, q layout.Point) bool { return p == q || !onCanvas(p) && !onCanvas(q) }
	return slices.Equal(r.runs, runs) && slices.Equal(r.radii, b.radii) && slices.EqualFunc(r.places, b.places, samePlace)
}
