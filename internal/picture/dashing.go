package picture

import "math"

// broken returns how a page that knows dashes of its own draws the line: its width, the lengths of a dash and of
// the gap after it, and where in them the line begins. As on the screen, a dashed line begins and ends with a
// dash, and dots stand half a gap from its ends. The line is as if at scale 1.
func (s stroke) broken() (width, on, off, shift float64) {
	long := curveLength(s.Curve)
	switch s.Dash {
	case Dashed:
		on, off = dashes(s.Part, 1)
		if count := math.Round((long + off) / (on + off)); count > 1 {
			stretch := long / (count*(on+off) - off)
			return s.Width, on * stretch, off * stretch, 0
		}
		return s.Width, long + 1, 1, 0
	case Dotted:
		radius, apart := dots(s.Part, 1)
		gap := long / max(math.Floor(long/apart), 1)
		return 2 * radius, 0, gap, -gap / 2
	}
	return s.Width, 0, 0, 0
}
