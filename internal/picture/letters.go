package picture

import "roundtrip/internal/layout"

// Borrowed reports whether a line of text has letters that the embedded font lacks and a font of the system has. Such a
// line is drawn by its Outlines; TextWidth says how long it is.
func Borrowed(text string, bold bool) bool { return shaped(text, bold).foreign }

// TextWidth returns how long a line of text is, in the unit of its size.
func TextWidth(text string, bold bool, size float64) float64 { return textWidth(text, bold, size) }

// Outlines returns the outlines of the letters of a line of text, in the unit of its size: closed polygons, to be filled
// together, from the left end of the baseline, Y growing downwards.
func Outlines(text string, bold bool, size float64) [][]layout.Point {
	var polygons [][]layout.Point
	for _, g := range shaped(text, bold).glyphs {
		edges := g.from.outline(g.index)
		at := func(x, y float32) layout.Point {
			return layout.Point{X: (g.x + float64(x)) * size, Y: (g.y + float64(y)) * size}
		}
		for i, e := range edges {
			if i == 0 || edges[i-1].x1 != e.x0 || edges[i-1].y1 != e.y0 {
				polygons = append(polygons, []layout.Point{at(e.x0, e.y0)})
			}
			last := len(polygons) - 1
			polygons[last] = append(polygons[last], at(e.x1, e.y1))
		}
	}
	return polygons
}
