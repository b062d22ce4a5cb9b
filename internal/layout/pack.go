package layout

import "math"

// pack moves the connected parts beside each other so that all together fill a rectangle of the wanted aspect; the
// companies without deals stand in rows below. Parts with a pinned company stay where they are.
func (d *drawing) pack() {
	s := shelf{aspect: d.wish.aspect(), gap: max(0.35*d.unit, overlapMargin)}
	var alone []int
	for _, companies := range d.parts {
		if d.anyFixed(companies) {
			low, high := bounds(d.points, d.boxes, companies)
			s.taken = append(s.taken, rectangle{low, high})
		}
	}
	for _, companies := range d.parts {
		switch {
		case d.anyFixed(companies):
		case len(companies) == 1:
			alone = append(alone, companies[0])
		default:
			low, high := bounds(d.points, d.boxes, companies)
			to := s.place(Size{high.X - low.X, high.Y - low.Y})
			for _, i := range companies {
				d.points[i] = d.points[i].plus(to.minus(low))
			}
		}
	}
	d.rows(alone, s)
	if d.pins == 0 {
		d.toOrigin()
		return
	}
	separate(d.points, d.boxes, d.fixed)
}

func (d *drawing) anyFixed(companies []int) bool {
	for _, i := range companies {
		if d.fixed[i] {
			return true
		}
	}
	return false
}

// rows places companies without deals in rows below everything else, in columns of equal width.
func (d *drawing) rows(alone []int, s shelf) {
	if len(alone) == 0 {
		return
	}
	cell := box{}
	for _, i := range alone {
		b := d.boxes[i]
		cell = box{max(cell.left, b.left), max(cell.right, b.right), max(cell.up, b.up), max(cell.down, b.down)}
	}
	width, height := cell.left+cell.right, cell.up+cell.down
	if width == 0 || height == 0 {
		width, height = d.unit, d.unit
	}
	low, high := s.around()
	columns := int((high.X - low.X) / width)
	square := int(math.Ceil(math.Sqrt(float64(len(alone)) * s.aspect * height / width)))
	columns = min(max(columns, square, 1), len(alone))
	x := (low.X+high.X)/2 - width*float64(columns)/2 + cell.left
	y := high.Y + cell.up
	if len(s.taken) > 0 {
		y += s.gap
	}
	for at, i := range alone {
		d.points[i] = Point{x + width*float64(at%columns), y + height*float64(at/columns)}
	}
}

// toOrigin moves the drawing so that the rectangle around it has its middle at the origin.
func (d *drawing) toOrigin() {
	all := make([]int, len(d.points))
	for i := range all {
		all[i] = i
	}
	low, high := bounds(d.points, d.boxes, all)
	middle := low.towards(high, 0.5)
	for i := range d.points {
		d.points[i] = d.points[i].minus(middle)
	}
}

type rectangle struct{ low, high Point }

// shelf packs rectangles.
type shelf struct {
	aspect, gap float64
	taken       []rectangle
}

// around returns the rectangle around all that is taken.
func (s *shelf) around() (low, high Point) {
	if len(s.taken) == 0 {
		return Point{}, Point{}
	}
	low, high = s.taken[0].low, s.taken[0].high
	for _, r := range s.taken[1:] {
		low = Point{min(low.X, r.low.X), min(low.Y, r.low.Y)}
		high = Point{max(high.X, r.high.X), max(high.Y, r.high.Y)}
	}
	return low, high
}

// place takes the free place for a rectangle of this size that keeps the whole nearest to the aspect and compact,
// and returns its upper left corner. It tries the places to the right of and below what is taken.
func (s *shelf) place(size Size) Point {
	if len(s.taken) == 0 {
		s.taken = append(s.taken, rectangle{Point{}, Point{size.Width, size.Height}})
		return Point{}
	}
	const recent = 48 // corners of earlier rectangles are mostly covered: looking at the last ones keeps this quick
	low, high := s.around()
	corners := []Point{{low.X, high.Y + s.gap}, {high.X + s.gap, low.Y}}
	for _, r := range s.taken[max(0, len(s.taken)-recent):] {
		corners = append(corners, Point{r.high.X + s.gap, r.low.Y}, Point{r.low.X, r.high.Y + s.gap})
	}
	best, lowest := corners[0], math.Inf(1)
	for _, at := range corners {
		r := rectangle{at, Point{at.X + size.Width, at.Y + size.Height}}
		if !s.free(r) {
			continue
		}
		width, height := max(high.X, r.high.X)-min(low.X, r.low.X), max(high.Y, r.high.Y)-min(low.Y, r.low.Y)
		if cost := max(width/s.aspect, height) + 0.01*(width+height); cost < lowest {
			best, lowest = at, cost
		}
	}
	s.taken = append(s.taken, rectangle{best, Point{best.X + size.Width, best.Y + size.Height}})
	return best
}

func (s *shelf) free(r rectangle) bool {
	const tolerance = 1e-6
	for _, other := range s.taken {
		if r.low.X < other.high.X+s.gap-tolerance && other.low.X < r.high.X+s.gap-tolerance &&
			r.low.Y < other.high.Y+s.gap-tolerance && other.low.Y < r.high.Y+s.gap-tolerance {
			return false
		}
	}
	return true
}
