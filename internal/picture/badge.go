package picture

import (
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// Badge is a mark on a company for a serious flag. Each kind has a shape of its own. A dual role is no badge: the
// two colours of the legs between the two companies show it, and nearly every company of a circle has one.
type Badge uint8

// The badges, the most serious first.
const (
	BadgeBeyondMeans Badge = iota // a triangle: it is to pay more than its known means
	BadgeExclusivity              // a square: somebody holds what it now does with others
	BadgeHedging                  // a fork: it finances rivals
	BadgeFallen                   // a hexagon with a number: the wave of a stress test in which it cannot pay
	BadgeHolder                   // a hollow diamond with an arrow down: what it holds of others loses value in a stress test
	badgeCount
)

// badgeWords are what the legend says of the badges.
var badgeWords = [badgeCount]string{
	BadgeBeyondMeans: "to pay beyond its means",
	BadgeExclusivity: "exclusivity in the way",
	BadgeHedging:     "finances rival AI labs",
	BadgeFallen:      "cannot pay: its wave",
	BadgeHolder:      "loss on its stakes",
}

// BadgeOf returns the badge that a flag puts on a company, and whether it does.
func BadgeOf(flag network.Flag, company deal.CompanyID) (Badge, bool) {
	badge, bearer, ok := badgeFor(flag)
	return badge, ok && bearer == company
}

// Words says what the badge means.
func (b Badge) Words() string { return badgeWords[b] }

// badgeFor returns the badge of a flag and the company that bears it: the one whose conduct the rule is about.
func badgeFor(flag network.Flag) (badge Badge, bearer deal.CompanyID, ok bool) {
	at := 0
	switch flag.Rule {
	case network.RuleBeyondMeans:
		badge = BadgeBeyondMeans
	case network.RuleExclusivity:
		badge, at = BadgeExclusivity, 1 // behind the holder of the right
	case network.RuleHedging:
		badge = BadgeHedging
	default:
		return 0, 0, false
	}
	if at >= len(flag.Companies) {
		return 0, 0, false
	}
	return badge, flag.Companies[at], true
}

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

// badges returns the badges of every company.
func (b *builder) badges() map[deal.CompanyID]Badges {
	if b.Strain != nil {
		return b.Strain.worn()
	}
	worn := make(map[deal.CompanyID]Badges)
	if b.Measures == nil {
		return worn
	}
	for _, flag := range b.Measures.Flags {
		badge, bearer, ok := badgeFor(flag)
		// To finance rivals is what investors do for a living; of a supplier or customer it is worth knowing.
		if company, _ := b.Book.Company(bearer); !ok || badge == BadgeHedging && company.Role == deal.RoleInvestor {
			continue
		}
		worn[bearer] |= 1 << badge
	}
	return worn
}

// badgeShapes are the outlines of the badges, with the area of a circle of radius 1.
var badgeShapes = [badgeCount]*shape{
	BadgeBeyondMeans: rounded(regular(3, -math.Pi/2), 0.12),
	BadgeExclusivity: rounded(regular(4, math.Pi/4), 0.16),
	BadgeHedging:     circleShape,
	BadgeFallen:      rounded(regular(6, 0), 0.1),
	BadgeHolder:      rounded(regular(4, 0), 0.1),
}

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
		d.badge(badge, centre, radius)
		if badge == BadgeFallen {
			d.wave(disc, centre, radius)
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

// badge draws a badge at a place in pixels.
func (d *drawing) badge(badge Badge, centre layout.Point, radius float64) {
	outlined := badgeShapes[badge]
	d.pen.fill(outline{Path: outlined.placed(centre, radius), Colour: d.style.Badge})
	ink := d.style.OnMark
	if badge == BadgeHolder {
		d.pen.fill(outline{Path: outlined.placed(centre, 0.72*radius), Colour: d.style.Rim})
		ink = d.style.Badge
	}
	line := func(x0, y0, x1, y1 float64) {
		from := plus(centre, layout.Point{X: x0 * radius, Y: y0 * radius})
		to := plus(centre, layout.Point{X: x1 * radius, Y: y1 * radius})
		d.pen.stroke(stroke{Curve: straight(from, to), Width: 0.26 * radius, Colour: ink})
	}
	switch badge {
	case BadgeBeyondMeans: // an exclamation mark
		line(0, -0.62, 0, 0.12)
		line(0, 0.3, 0, 0.56)
	case BadgeExclusivity: // a cross
		line(-0.42, -0.42, 0.42, 0.42)
		line(-0.42, 0.42, 0.42, -0.42)
	case BadgeHolder: // an arrow down
		line(0, -0.5, 0, 0.45)
		line(0.03, 0.5, -0.36, 0.08)
		line(-0.03, 0.5, 0.36, 0.08)
	case BadgeHedging: // one way that parts into two
		line(0, 0.62, 0, 0)
		line(0.06, 0.08, -0.46, -0.48)
		line(-0.06, 0.08, 0.46, -0.48)
	}
}
