package picture

// tracer cuts the outline of a glyph into straight edges, fine enough for letters of a hundred pixels.
type tracer struct {
	edges     []edge
	start, at point
}

// tracedPieces is into how many pieces a curve is cut.
const tracedPieces = 6

func (t *tracer) move(to point) {
	t.close()
	t.start, t.at = to, to
}

func (t *tracer) line(to point) {
	t.edges = append(t.edges, edge{t.at.x, t.at.y, to.x, to.y})
	t.at = to
}

// quad follows a curve with one handle.
func (t *tracer) quad(bend, end point) {
	from := t.at
	for i := 1; i <= tracedPieces; i++ {
		u := float32(i) / tracedPieces
		s := 1 - u
		t.line(point{s*s*from.x + 2*s*u*bend.x + u*u*end.x, s*s*from.y + 2*s*u*bend.y + u*u*end.y})
	}
}

// cube follows a curve with two handles.
func (t *tracer) cube(one, two, end point) {
	from := t.at
	for i := 1; i <= tracedPieces; i++ {
		u := float32(i) / tracedPieces
		s := 1 - u
		a, b, c, d := s*s*s, 3*s*s*u, 3*s*u*u, u*u*u
		t.line(point{a*from.x + b*one.x + c*two.x + d*end.x, a*from.y + b*one.y + c*two.y + d*end.y})
	}
}

// close ends a contour where it began.
func (t *tracer) close() {
	if t.at != t.start {
		t.line(t.start)
	}
}
