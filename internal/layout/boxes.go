package layout

import (
	"cmp"
	"math"
	"slices"
)

// overlapMargin is the clear canvas kept between the boxes of two companies.
const overlapMargin = 6

// box is the room that a company needs: how far it reaches from its place in each direction.
type box struct{ left, right, up, down float64 }

// box returns the room of a company's disc and of the name under it, with half the margin around.
func (g Graph) box(company int) box {
	r, label := g.radius(company), g.label(company)
	if r == 0 && (label.Width == 0 || label.Height == 0) {
		return box{}
	}
	b := box{r, r, r, r}
	if label.Width > 0 && label.Height > 0 {
		b.left = max(r, label.Width/2)
		b.right = b.left
		b.down = r + LabelGap + label.Height
	}
	const half = overlapMargin / 2
	return box{b.left + half, b.right + half, b.up + half, b.down + half}
}

func (g Graph) boxes() []box {
	boxes := make([]box, max(g.N, 0))
	for i := range boxes {
		boxes[i] = g.box(i)
	}
	return boxes
}

func (b box) area() float64 { return (b.left + b.right) * (b.up + b.down) }

func (b box) empty() bool { return b.left+b.right == 0 || b.up+b.down == 0 }

// overlap returns by how much two boxes at these places overlap in each direction; both are positive when they do.
func overlap(p, q Point, a, b box) (x, y float64) {
	x = min(p.X+a.right, q.X+b.right) - max(p.X-a.left, q.X-b.left)
	y = min(p.Y+a.down, q.Y+b.down) - max(p.Y-a.up, q.Y-b.up)
	return x, y
}

// bounds returns the rectangle around the boxes of the listed companies.
func bounds(points []Point, boxes []box, companies []int) (low, high Point) {
	low, high = Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, i := range companies {
		p, b := points[i], boxes[i]
		low = Point{min(low.X, p.X-b.left), min(low.Y, p.Y-b.up)}
		high = Point{max(high.X, p.X+b.right), max(high.Y, p.Y+b.down)}
	}
	if len(companies) == 0 {
		return Point{}, Point{}
	}
	return low, high
}

// overlapping calls visit for every two companies whose boxes overlap, in an order that depends on the places
// only. Visit may move them.
func overlapping(points []Point, boxes []box, visit func(i, j int)) {
	order := make([]int32, 0, len(points))
	for i, b := range boxes {
		if !b.empty() {
			order = append(order, int32(i))
		}
	}
	left := make([]float64, len(points))
	for i, p := range points {
		left[i] = p.X - boxes[i].left
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(left[a], left[b]), cmp.Compare(a, b)) })
	for at, i := range order {
		right := points[i].X + boxes[i].right
		for _, j := range order[at+1:] {
			if left[j] >= right {
				break
			}
			if x, y := overlap(points[i], points[j], boxes[i], boxes[j]); x > 1e-9 && y > 1e-9 {
				visit(int(i), int(j))
			}
		}
	}
}

// separate moves companies apart until no two boxes overlap. Fixed companies stay; two fixed ones that overlap are
// left so. Free ones go the shortest way, a little at a time; where there is no room the drawing grows; what is still
// jammed between fixed ones goes to the nearest free place.
func separate(points []Point, boxes []box, fixed []bool) {
	if !slices.Contains(fixed, true) {
		makeRoom(points, boxes)
	}
	separateFor(points, boxes, fixed, 12)
}

// makeRoom grows a drawing whose boxes could never lie side by side in the rectangle around their places.
func makeRoom(points []Point, boxes []box) {
	const spare = 1.6
	low, high, needed := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}, 0.0
	for i, p := range points {
		low, high = Point{min(low.X, p.X), min(low.Y, p.Y)}, Point{max(high.X, p.X), max(high.Y, p.Y)}
		needed += (boxes[i].left + boxes[i].right) * (boxes[i].up + boxes[i].down)
	}
	if area := (high.X - low.X) * (high.Y - low.Y); len(points) > mostCareful && area > 0 && spare*needed > area {
		grow(points, func(int) bool { return false }, math.Sqrt(spare*needed/area))
	}
}

// separateFor is separate with so many rounds of patience before the drawing grows, each time.
func separateFor(points []Point, boxes []box, fixed []bool, patience int) {
	const rounds, growth, fast = 240, 1.04, 1.2
	frozen := func(i int) bool { return fixed != nil && fixed[i] }
	for round := range rounds {
		moved := 0
		overlapping(points, boxes, func(i, j int) {
			if (!frozen(i) || !frozen(j)) && push(points, boxes, frozen, i, j) {
				moved++
			}
		})
		if moved == 0 {
			return
		}
		switch {
		case round%patience != patience-1:
		case 5*moved > len(points) && len(points) > mostCareful:
			grow(points, frozen, fast)
		default:
			grow(points, frozen, growth)
		}
	}
	moveToFreePlaces(points, boxes, frozen)
}

// push moves two overlapping companies, of which one at least is free, apart in the direction in which they overlap
// least.
func push(points []Point, boxes []box, frozen func(int) bool, i, j int) bool {
	x, y := overlap(points[i], points[j], boxes[i], boxes[j])
	if x <= 1e-9 || y <= 1e-9 {
		return false
	}
	x += 0.01
	y += 0.01
	step := Point{X: x}
	if points[i].X < points[j].X || points[i].X == points[j].X && i < j {
		step.X = -x
	}
	if y < x {
		step = Point{Y: y}
		if points[i].Y+(boxes[i].down-boxes[i].up)/2 < points[j].Y+(boxes[j].down-boxes[j].up)/2 {
			step.Y = -y
		}
	}
	switch {
	case frozen(i):
		points[j] = points[j].minus(step)
	case frozen(j):
		points[i] = points[i].plus(step)
	default:
		// A large disc among many small ones stays: what they push against it from all sides would not add up to nothing.
		part := boxes[j].area() / (boxes[i].area() + boxes[j].area())
		points[i] = points[i].plus(step.times(part))
		points[j] = points[j].minus(step.times(1 - part))
	}
	return true
}

// grow moves the free companies away from the middle of all.
func grow(points []Point, frozen func(int) bool, factor float64) {
	middle := centre(points)
	for i := range points {
		if !frozen(i) {
			points[i] = middle.plus(points[i].minus(middle).times(factor))
		}
	}
}

// centre returns the mean of the points.
func centre(points []Point) Point {
	sum := Point{}
	for _, p := range points {
		sum = sum.plus(p)
	}
	return sum.times(1 / float64(max(len(points), 1)))
}

// moveToFreePlaces puts every free company that overlaps another onto the nearest free place, looking along a widening
// spiral around where it stands.
func moveToFreePlaces(points []Point, boxes []box, frozen func(int) bool) {
	const golden, patience = 2.399963229728653, 200_000
	for i := range points {
		if frozen(i) || boxes[i].empty() {
			continue
		}
		step := min(boxes[i].left+boxes[i].right, boxes[i].up+boxes[i].down) / 2
		for at, from := 0, points[i]; at < patience && !free(points, boxes, i); at++ {
			reach := step * math.Sqrt(float64(at))
			points[i] = from.plus(Point{math.Cos(float64(at) * golden), math.Sin(float64(at) * golden)}.times(reach))
		}
	}
}

// free reports whether a company's box overlaps no other.
func free(points []Point, boxes []box, company int) bool {
	for j := range points {
		if j == company || boxes[j].empty() {
			continue
		}
		if x, y := overlap(points[company], points[j], boxes[company], boxes[j]); x > 1e-9 && y > 1e-9 {
			return false
		}
	}
	return true
}
