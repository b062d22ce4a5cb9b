package picture

import (
	"maps"
	"sync"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// Scene is a picture as plain data, in canvas units: nothing in it depends on colours, pixels or a window. It
// is not changed after Build has returned it, and may be painted from several goroutines at once.
type Scene struct {
	Discs  []Disc  // one a company that has a place, ordered by position in the network
	Arrows []Arrow // one a leg, the widest first
	Ghosts []Ghost // what was different before the what-if
	Rows   []Row   // heights that mean something, from top to bottom
	Pins   []Pin   // notes that are shown whatever the zoom, such as the smallest leg of the selected loop
	Bounds Rect    // of discs, arrows and names, these at natural size and below their discs
	Legend Legend

	shapes    Rect                  // of discs and arrows alone
	usually   Rect                  // Bounds while nothing is selected
	explained Legend                // the legend, whether it is shown or not
	placing   int                   // companies that are still being given places
	loop      bool                  // a loop is selected
	looped    int                   // legs that lie on loops
	ring      enclosure             // what its legs go around
	seen      *sight                // what a camera near to a large network sees of it; nil: it is drawn for every camera
	ends      [][]legEnd            // of each disc, where legs meet it
	raised    map[deal.LegID]raised // what is raised behind the amounts of legs
	apart     *Scene                // the same scene with its words where they stand whatever the camera shows; nil: this one
	routes    *routes               // how its legs were led around companies
	sighted   *sighted              // what InSight found last
	partOf    *Scene                // the scene that it was taken out of, or its rest: it is drawn as densely; nil: none
	hasty     bool                  // there is no time to find room for amounts
	mutex     sync.Mutex
	placed    map[int][]Label // by level of detail
	fixed     []Label         // the labels at every zoom, when not nil
}

// Emphasis is how much a shape asks to be looked at.
type Emphasis uint8

// The degrees of emphasis.
const (
	Plain Emphasis = iota
	Faded          // something else is selected
	Lit            // it is selected, or part of what is
)

// Rect is an upright rectangle.
type Rect struct{ Low, High layout.Point }

// Disc is a company: a shape by its role, with the area of a circle of the given radius.
type Disc struct {
	Company  deal.CompanyID
	Index    int // position in Network.Companies
	Centre   layout.Point
	Radius   float64
	Role     deal.Role
	Colour   string // the company's own "#rrggbb", or "" for the role's
	Name     string
	Through  int64  // cents: the greater of what comes in and what goes out
	Badges   Badges // for its flags
	Hollow   Badges // those of them that stand for nothing certain
	More     Badges // for which there is no room: BadgeMore stands for them
	Pinned   bool
	badgesAt [badgeCount + 1]badgePlace // of each one in the order of the list, and then of its pin
	unlitAt  [badgeCount + 1]badgePlace // the same while nothing is selected
	Wave     int                        // of a stress test, in which it cannot pay; meaningful with BadgeFallen only
	Loss     string                     // of a stress test, what its stakes lose, such as "stakes about −$104bn"; it stands below the name

	Selected bool // the company itself is selected, not only a leg or loop of it
	Emphasis Emphasis

	unnamed    bool     // its name is left out unless it fits inside
	mostRadius float64  // with which it is drawn from afar, so that it touches no other company; 0: any
	badgesFrom float64  // the zoom from which its badges are drawn
	pinFrom    float64  // the zoom from which its pin is drawn
	worn       []blot   // what its badges and its pin cover as it is drawn
	sign       string   // of its name, for where there is no room for more
	letters    string   // the first letters of its words, with which the sign is one where nothing else is; "": they would be another one's too
	shorts     []string // of its name, that no other company has, the longest first: see shortname.go
}

// Dash is the way in which a line is broken.
type Dash uint8

// The dashes.
const (
	Solid  Dash = iota
	Dashed      // not binding yet
	Dotted      // without a number
)

// Arrow is a leg: a curved line from rim to rim with its head at the payee.
type Arrow struct {
	Leg          deal.LegID
	Payer, Payee int          // positions in Network.Companies
	Curve        layout.Curve // from the payer's rim to the tip on the payee's
	Shaft        layout.Curve // the part of Curve before the head
	Head         [3]layout.Point
	Width        float64 // of the shaft
	Money        int64   // cents under the view; 0 without a number
	Known        bool    // the leg has a number
	Financing    bool
	Dash         Dash
	Amount       string  // such as "≤$10bn" or "?"; without a rate in its own currency
	Loop         float64 // 0: on no loop; otherwise how much money goes round along it: 1 where most does, and never below LoopFaint
	Glow         float64 // how far the warm ground under a leg on a loop reaches beyond it on each side; 0: none
	Unpaid       float64 // the part that is not paid in a stress test, from 0 to 1
	Smallest     bool    // bounds the money of the selected loop
	Emphasis     Emphasis

	sources              numbering
	round                float64  // cents of its money that go round
	main                 bool     // among the legs that carry the most money round loops
	payerDisc, payeeDisc int      // positions in Scene.Discs
	usual                usualWay // where it runs while its loop is not selected, where that is elsewhere
}

// LoopFaint is the least Loop of an arrow on a loop, also when no money is known to go round it.
const LoopFaint = 0.2

// Ghost is the width that a leg had before the what-if.
type Ghost struct {
	Leg   deal.LegID
	Curve layout.Curve
	Width float64
	Gone  bool // the leg is not in the network any more
	Wider bool // the leg is wider now
	Later bool // the leg was announced after the view's day: there was no what-if

	payer, payee int // positions in Network.Companies
}

// Pin is a note at a place on the canvas.
type Pin struct {
	At    layout.Point
	Lines []string
	Leg   deal.LegID
	Alone bool // the leg is all that its note tells of, so that the note stands for its amount
}

// Target is what a pointer is over: a company, a leg, or nothing when both are zero.
type Target struct {
	Company deal.CompanyID
	Leg     deal.LegID
}

// Nothing reports whether the pointer is over empty canvas.
func (t Target) Nothing() bool { return t == Target{} }

// WithLegend returns the same scene with or without its legend.
func (s *Scene) WithLegend(shown bool) *Scene {
	other := s.copied()
	if shown {
		other.Legend = s.explained
	}
	return other
}

// copied returns a copy of the scene without its legend, of which fields may be set.
func (s *Scene) copied() *Scene {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return &Scene{
		Discs: s.Discs, Arrows: s.Arrows, Ghosts: s.Ghosts, Pins: s.Pins, Rows: s.Rows, Bounds: s.Bounds,
		shapes: s.shapes, explained: s.explained, loop: s.loop, looped: s.looped, ring: s.ring, usually: s.usually, seen: s.seen, partOf: s.partOf, ends: s.ends, routes: s.routes, raised: s.raised, placing: s.placing,
		placed: maps.Clone(s.placed),
	}
}

// WithFullLegend returns the same scene with its legend in full, however much room that takes.
func (s *Scene) WithFullLegend() *Scene { return s.WithLegendForm(LegendFull) }

// WithLegendForm returns the same scene with its legend in a form.
func (s *Scene) WithLegendForm(form LegendForm) *Scene {
	other := s.WithLegend(false)
	other.explained.form = form
	other.Legend = other.explained
	return other
}

// Disc returns the company's disc, or false when the scene has none.
func (s *Scene) Disc(id deal.CompanyID) (Disc, bool) {
	for i := range s.Discs {
		if s.Discs[i].Company == id {
			return s.Discs[i], true
		}
	}
	return Disc{}, false
}

// Arrow returns the leg's arrow, or false when the scene has none.
func (s *Scene) Arrow(id deal.LegID) (Arrow, bool) {
	for i := range s.Arrows {
		if s.Arrows[i].Leg == id {
			return s.Arrows[i], true
		}
	}
	return Arrow{}, false
}
