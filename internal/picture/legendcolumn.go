package picture

import (
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// legendCell is a sign and what it means: a way of drawing legs, the shape of a role or a badge.
type legendCell struct {
	sign  legendSign
	mark  Mark
	role  deal.Role
	badge Badge
	text  string
}

// legendSign is what kind of sign a cell explains.
type legendSign uint8

const (
	signLine legendSign = iota
	signRole
	signBadge
)

// legendColumn is a column of cells whose words stand below each other.
type legendColumn []legendCell

// legendColumns are the two columns of the legend, beside each other.
type legendColumns [2]legendColumn

// The room for a sign and the gap before its words, at scale 1: legs need more than companies.
const (
	lineRoom    = legendSample + 8
	companyRoom = 20.0
	signMiddle  = 6.5 // of a company's sign from the left where no legs stand in the column
)

// room returns the room of the column's signs with the gap before the words, at scale 1.
func (c legendColumn) room() float64 {
	for _, cell := range c {
		if cell.sign == signLine {
			return lineRoom
		}
	}
	return companyRoom
}

// width returns the column's width at scale 1.
func (c legendColumn) width() float64 {
	widest := 0.0
	for _, cell := range c {
		widest = max(widest, textWidth(cell.text, false, legendSize))
	}
	return c.room() + widest
}

// columns returns the legend's two columns: in full legs beside companies, with badges where they take fewer rows, and in the
// short form as few rows as hold both.
func (l Legend) columns() legendColumns {
	var lines, roles, badges legendColumn
	for _, line := range l.Lines {
		if line.Mark == MarkPinned && l.somePins {
			line.Text += l.moreNear()
		}
		lines = append(lines, legendCell{sign: signLine, mark: line.Mark, text: line.Text})
	}
	for _, role := range l.Roles {
		roles = append(roles, legendCell{sign: signRole, role: role, text: string(role)})
	}
	words := badgeWords
	if l.short {
		words = shortBadgeWords
	}
	for _, badge := range l.Badges {
		text := words[badge]
		if l.partly&(1<<badge) != 0 {
			text += l.moreNear()
		}
		badges = append(badges, legendCell{sign: signBadge, badge: badge, text: text})
	}
	if !l.short {
		beside, below := legendColumns{lines, slices.Concat(roles, badges)}, legendColumns{slices.Concat(lines, badges), roles}
		if below.rows() < beside.rows() {
			return below
		}
		return beside
	}
	return evenColumns(lines, badges, roles)
}

// rows returns how many rows the columns take.
func (c legendColumns) rows() int { return max(len(c[0]), len(c[1])) }

// evenColumns fills two columns with as few rows as hold everything, legs first, so that no single cell of a kind stands
// apart from the others of its kind where that can be.
func evenColumns(lines, badges, roles legendColumn) legendColumns {
	var best legendColumns
	least := math.MaxInt
	for _, all := range []legendColumn{slices.Concat(lines, badges, roles), slices.Concat(lines, roles, badges)} {
		for _, half := range []int{(len(all) + 1) / 2, len(all) / 2} {
			columns := legendColumns{all[:half], all[half:]}
			if lonely := columns.lonely(); lonely < least {
				best, least = columns, lonely
			}
		}
	}
	return best
}

// lonely returns how many cells have others of their kind, but none in their own column.
func (c legendColumns) lonely() int {
	count := func(column legendColumn, sign legendSign) (cells int) {
		for _, cell := range column {
			if cell.sign == sign {
				cells++
			}
		}
		return cells
	}
	lonely := 0
	for _, sign := range []legendSign{signLine, signRole, signBadge} {
		if left, right := count(c[0], sign), count(c[1], sign); min(left, right) == 1 {
			lonely++
		}
	}
	return lonely
}

// legendColumn draws a column from the middle of the left of its first row on.
func (d *drawing) legendColumn(at layout.Point, column legendColumn) {
	scale, room := d.camera.Scale, column.room()
	middle := layout.Point{X: signMiddle * scale}
	if room == lineRoom {
		middle.X = legendSample / 2 * scale
	}
	for _, cell := range column {
		switch cell.sign {
		case signLine:
			d.legendMark(at, cell.mark)
		case signRole:
			d.pen.fill(outline{Path: shapeOf(cell.role).placed(plus(at, middle), 6.2*scale), Colour: d.style.Role(cell.role, "")})
		case signBadge:
			d.badge(cell.badge, d.scene.Legend.hollow.Has(cell.badge), plus(at, middle), 5.6*scale)
			if cell.badge == BadgeMore {
				d.onBadge("+n", d.style.Badge, plus(at, middle), 8*scale)
			}
		}
		d.legendText(plus(at, layout.Point{X: room * scale}), cell.text, false)
		at.Y += legendRow * scale
	}
}
