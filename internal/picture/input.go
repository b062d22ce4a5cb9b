package picture

import (
	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// Input is everything that a picture is made of. Book and Network are needed; the rest may be left empty.
type Input struct {
	Book      *deal.Book
	Network   *network.Network
	Measures  *network.Measures // for loops by weight and for flags; nil: loops are found, not weighed
	Places    []layout.Point    // of each company of Network, in canvas units; companies without one are left out
	Ghost     *network.Network  // the network before a what-if, drawn as outlines; nil: none
	Later     *network.Network  // the network as of any day, while the view is as of one; nil: none
	Scale     *network.Network  // the book without the what-if under ScaleView of the view: it says how wide legs are and how large companies; nil: Ghost, or Network
	View      network.View      // what Network was built under: the legend says so
	Selection Selection
	Strain    *Strain // a stress test; nil: none

	Ring    []deal.CompanyID // a loop that is shown by itself at its RingPlaces, in the order of payment; nil: none
	ByHand  bool             // Places follow another plan than the book's layout: heights mean nothing
	Placing int              // how many companies are still being given places: an empty picture says so

	Before *Scene // a scene made earlier, which saves time where it is alike; nil: none

	ShowLegend bool
	LegendForm LegendForm // "" is by the room that there is
}

// Selection is what the analyst looks at: it is lit, and everything else faded. A loop goes before companies
// and legs.
type Selection struct {
	Companies []deal.CompanyID
	Legs      []deal.LegID
	Loop      []deal.CompanyID // its companies in the order of payment; the last pays the first
}

// Empty reports whether nothing is selected.
func (s Selection) Empty() bool {
	return len(s.Companies) == 0 && len(s.Legs) == 0 && len(s.Loop) == 0
}
