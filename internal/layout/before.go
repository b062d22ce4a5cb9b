package layout

// halfTurn turns a new drawing without pins by half a turn where companies are nearer then to where they stood before: it
// fills its rectangle as well, and its rings are as round.
func (d *drawing) halfTurn() {
	if d.pins > 0 {
		return
	}
	var from, to []Point
	for i, at := range d.points {
		if before := d.wish.before(i); before.placed() {
			from, to = append(from, at), append(to, before)
		}
	}
	a, b, sum := centre(from), centre(to), 0.0
	for i := range from {
		sum += from[i].minus(a).dot(to[i].minus(b))
	}
	if sum >= 0 {
		return
	}
	for i := range d.points {
		d.points[i] = d.points[i].times(-1)
	}
	separate(d.points, d.boxes, d.fixed)
}

// swapSides turns a new drawing in levels over, left to right, where companies are nearer then to where they stood before.
func (d *drawing) swapSides(drawn []Point) {
	var from, to []Point
	for i, at := range drawn {
		if before := d.wish.before(i); before.placed() {
			from, to = append(from, at), append(to, before)
		}
	}
	a, b := centre(from), centre(to)
	if d.pins > 0 {
		a, b = d.middlesOfPins(drawn)
	}
	sum := 0.0
	for i := range from {
		sum += (from[i].X - a.X) * (to[i].X - b.X)
	}
	if sum >= 0 {
		return
	}
	for i := range drawn {
		drawn[i].X *= -1
	}
}

// middlesOfPins returns the middle of the pinned companies in a drawing, and of their pins.
// A single pin does not take the others along where these have stood: they keep their own middle.
func (d *drawing) middlesOfPins(drawn []Point) (drawnAt, pinnedAt Point) {
	var from, to []Point
	if d.pins == 1 {
		for i, at := range drawn {
			if before := d.wish.before(i); !d.fixed[i] && before.placed() {
				from, to = append(from, at), append(to, before)
			}
		}
		if len(from) > 0 {
			return centre(from), centre(to)
		}
	}
	for i, at := range drawn {
		if d.fixed[i] {
			from, to = append(from, at), append(to, d.points[i])
		}
	}
	return centre(from), centre(to)
}

// ontoPins moves a drawing in which all companies have the places that their levels, or their order round the circle,
// give them so that those that are pinned stand nearest to their pins, and then puts these there. A pin was made where
// it looked right, perhaps in a drawing of another kind, so the others do not give way to it further than they must.
func (d *drawing) ontoPins(drawn []Point) []Point {
	from, to := d.middlesOfPins(drawn)
	move := to.minus(from)
	for i, at := range drawn {
		if !d.fixed[i] {
			d.points[i] = at.plus(move)
		}
	}
	separate(d.points, d.boxes, d.fixed)
	return d.points
}
