package picture

import (
	"image/color"
	"math"
	"strconv"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// Badge is a mark on a company for its flags of one kind. Each kind has a shape of its own; a badge is hollow where none of
// its flags is certain.
type Badge uint8

// The badges, the most serious first.
const (
	BadgeBeyondMeans Badge = iota // a triangle: it is to pay more than its known means
	BadgeExclusivity              // a square: somebody holds what it now does with others
	BadgeHedging                  // a fork: it finances rivals
	BadgeDualRole                 // a wide badge with an arrow there and back: it finances who buys from it
	BadgeMore                     // "+2": how many more there is no room for
	BadgeFallen                   // a hexagon with a number: the wave of a stress test in which it cannot pay
	BadgeHolder                   // a hollow diamond with an arrow down: what it holds of others loses value in a stress test
	badgeCount
)

// badgeWords are what the legend says of the badges.
var badgeWords = [badgeCount]string{
	BadgeBeyondMeans: "to pay beyond its means",
	BadgeExclusivity: "exclusivity in the way",
	BadgeHedging:     "finances rival AI labs",
	BadgeDualRole:    "finances its customer",
	BadgeMore:        "more kinds of flags",
	BadgeFallen:      "cannot pay: its wave",
	BadgeHolder:      "loss on its stakes",
}

// BadgeOf returns the badge that a flag puts on a company, and whether it does: on the one whose conduct the rule is about.
func BadgeOf(flag network.Flag, company deal.CompanyID) (Badge, bool) {
	badge, known := badgeRules[flag.Rule]
	bearer, borne := flag.Bearer()
	return badge, known && borne && bearer == company
}

// badgeRules are the badges of the rules.
var badgeRules = map[string]Badge{
	network.RuleBeyondMeans: BadgeBeyondMeans, network.RuleExclusivity: BadgeExclusivity,
	network.RuleHedging: BadgeHedging, network.RuleDualRole: BadgeDualRole,
}

// Words says what the badge means.
func (b Badge) Words() string { return badgeWords[b] }

// Badges is a set of badges.
type Badges uint8

// List returns the badges in their order.
func (b Badges) List() []Badge {
	var list []Badge
	for badge := range badgeCount {
		if b&(1<<badge) != 0 {
			list = append(list, badge)
		}
	}
	return list
}

// Has reports whether the badge is one of them.
func (b Badges) Has(badge Badge) bool { return b&(1<<badge) != 0 }

// badges returns the badges of every company, and those of them that stand for nothing certain.
func (b *builder) badges() (worn, hollow map[deal.CompanyID]Badges) {
	if b.Strain != nil {
		return b.Strain.worn(), nil
	}
	worn, hollow = make(map[deal.CompanyID]Badges), make(map[deal.CompanyID]Badges)
	if b.Measures == nil {
		return worn, hollow
	}
	sure := make(map[deal.CompanyID]Badges)
	for _, flag := range b.Measures.Flags {
		bearer, _ := flag.Bearer()
		if badge, ok := BadgeOf(flag, bearer); ok {
			worn[bearer] |= 1 << badge
			if !flag.Uncertain {
				sure[bearer] |= 1 << badge
			}
		}
	}
	for bearer, all := range worn {
		hollow[bearer] = all &^ sure[bearer]
	}
	return worn, hollow
}

// badgeShapes are the outlines of the badges, with the area of a circle of radius 1.
var badgeShapes = [badgeCount]*shape{
	BadgeBeyondMeans: rounded(regular(3, -math.Pi/2), 0.12),
	BadgeExclusivity: rounded(regular(4, math.Pi/4), 0.16),
	BadgeHedging:     circleShape,
	BadgeDualRole:    wideShape,
	BadgeMore:        circleShape,
	BadgeFallen:      rounded(regular(6, 0), 0.1),
	BadgeHolder:      rounded(regular(4, 0), 0.1),
}

// wideShape is an outline that lies.
var wideShape = sized(pill(around(layout.Point{}, layout.Size{Width: 2.4, Height: 1.44}), 0.5))

// badges draws the company's badges.
func (d *drawing) badges(disc *Disc) {
	radius := disc.badgesDrawn(d.f, d.camera.Scale)
	if radius == 0 {
		return
	}
	for at, badge := range disc.Badges.List() {
		centre := d.camera.ToScreen(d.badgeAt(disc, at, radius))
		if !disc.beside(radius / d.f) {
			d.badgeGround(badge, centre, radius)
		}
		d.badge(badge, disc.Hollow.Has(badge), centre, radius)
		switch badge {
		case BadgeFallen:
			d.onBadge(strconv.Itoa(disc.Wave), d.style.OnMark, centre, radius)
		case BadgeMore:
			d.onBadge("+"+strconv.Itoa(len(disc.More.List())), d.style.Badge, centre, 1.2*radius)
		}
	}
}

// badgeGrounds draws the grounds of badges that stand beside the company: below it, so that all of it is seen.
func (d *drawing) badgeGrounds(disc *Disc) {
	radius := disc.badgesDrawn(d.f, d.camera.Scale)
	if radius == 0 || !disc.beside(radius/d.f) {
		return
	}
	for at, badge := range disc.Badges.List() {
		d.badgeGround(badge, d.camera.ToScreen(d.badgeAt(disc, at, radius)), radius)
	}
}

// badgeGround draws the ground of a badge that lies on others' legs.
func (d *drawing) badgeGround(badge Badge, centre layout.Point, radius float64) {
	d.pen.fill(outline{Path: badgeShapes[badge].placed(centre, radius*badgeRim/badgeRadius), Colour: d.style.Rim})
}

// badge draws a badge at a place in pixels, without what is written on it.
func (d *drawing) badge(badge Badge, hollow bool, centre layout.Point, radius float64) {
	if badge == BadgeMore {
		return
	}
	outlined, ink := badgeShapes[badge], d.style.OnMark
	d.pen.fill(outline{Path: outlined.placed(centre, radius), Colour: d.style.Badge})
	if hollow || badge == BadgeHolder {
		d.pen.fill(outline{Path: outlined.placed(centre, badgeHollow*radius), Colour: d.style.Rim})
		ink = d.style.Badge
	}
	for _, line := range badgeSigns[badge] {
		from, to := plus(centre, times(line[0], radius)), plus(centre, times(line[1], radius))
		d.pen.stroke(stroke{Curve: straight(from, to), Width: 0.26 * radius, Colour: ink})
	}
}

// badgeHollow is the part of a hollow badge's radius that is empty.
const badgeHollow = 0.76

// badgeSigns are the lines on the badges, around the middle of one of radius 1.
var badgeSigns = [badgeCount][][2]layout.Point{
	BadgeBeyondMeans: {{{X: 0, Y: -0.62}, {X: 0, Y: 0.12}}, {{X: 0, Y: 0.3}, {X: 0, Y: 0.56}}},                                                  // an exclamation mark
	BadgeExclusivity: {{{X: -0.42, Y: -0.42}, {X: 0.42, Y: 0.42}}, {{X: -0.42, Y: 0.42}, {X: 0.42, Y: -0.42}}},                                  // a cross
	BadgeHedging:     {{{X: 0, Y: 0.62}, {X: 0, Y: 0}}, {{X: 0.06, Y: 0.08}, {X: -0.46, Y: -0.48}}, {{X: -0.06, Y: 0.08}, {X: 0.46, Y: -0.48}}}, // one way that parts into two
	BadgeDualRole: { // an arrow there and back
		{{X: -0.74, Y: 0}, {X: 0.74, Y: 0}},
		{{X: 0.8, Y: 0.04}, {X: 0.42, Y: -0.34}}, {{X: 0.8, Y: -0.04}, {X: 0.42, Y: 0.34}},
		{{X: -0.8, Y: 0.04}, {X: -0.42, Y: -0.34}}, {{X: -0.8, Y: -0.04}, {X: -0.42, Y: 0.34}},
	},
	BadgeHolder: {{{X: 0, Y: -0.5}, {X: 0, Y: 0.45}}, {{X: 0.03, Y: 0.5}, {X: -0.36, Y: 0.08}}, {{X: -0.03, Y: 0.5}, {X: 0.36, Y: 0.08}}}, // an arrow down
}

// onBadge writes on a badge.
func (d *drawing) onBadge(text string, ink color.RGBA, centre layout.Point, radius float64) {
	size := 1.35 * radius
	if len(text) > 1 {
		size = 1.05 * radius
	}
	d.pen.write(writing{
		At:   plus(centre, layout.Point{X: -textWidth(text, true, size) / 2, Y: 0.36 * size}),
		Text: text, Size: size, Bold: true, Colour: ink,
	})
}
