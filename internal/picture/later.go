package picture

import (
	"maps"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// mostLater is how many legs announced later are drawn at most. More of them would be a grey veil over the picture;
// their companies are drawn all the same.
const mostLater = 150

// laterRuns returns the runs of the legs that were announced after the view's day, as far as their companies have
// a place. They are drawn as hairlines, so that the picture keeps its shape from day to day. Where only loops are asked
// for there are none: such a leg is on no loop of the day.
func (b *builder) laterRuns() []layout.Run {
	if b.Later == nil || b.Network.View.OnlyLoops {
		return nil
	}
	position := make(map[deal.CompanyID]int, len(b.Network.Companies))
	for i, company := range b.Network.Companies {
		position[company.ID] = i
	}
	now := b.Network.Legs()
	if len(b.Later.Legs())-len(now) > mostLater {
		return nil
	}
	var runs []layout.Run
	for i := range b.Later.Flows {
		flow := &b.Later.Flows[i]
		payer, known := position[b.Later.Companies[flow.Payer].ID]
		payee, alsoKnown := position[b.Later.Companies[flow.Payee].ID]
		if !known || !alsoKnown || !b.drawn(payer, payee) {
			continue
		}
		for _, leg := range flow.Legs {
			if !now[leg.ID] {
				runs = append(runs, layout.Run{Payer: payer, Payee: payee, Width: thinnestLine * b.widths.crowd})
			}
		}
	}
	return runs
}

// fadeAbsent fades the companies that have deals only before the what-if or after the view's day.
func (b *builder) fadeAbsent() {
	for i := range b.scene.Discs {
		if disc := &b.scene.Discs[i]; b.elsewhere[disc.Company] && disc.Emphasis == Plain {
			disc.Emphasis = Faded
		}
	}
}

// dealingElsewhere returns the companies that have deals in one of the other networks, but none in the scene's own.
func dealingElsewhere(n *network.Network, others ...*network.Network) map[deal.CompanyID]bool {
	found := make(map[deal.CompanyID]bool)
	for _, other := range others {
		if other != nil {
			maps.Copy(found, Dealing(other))
		}
	}
	for id := range Dealing(n) {
		delete(found, id)
	}
	return found
}

// Drawn returns the companies of the network that have a place in its picture: those with a deal that it holds, those
// with a deal in one of the other networks, which is still to come or was there before a what-if, and those without
// any deal at all, which have just been entered. Other networks may be nil.
func Drawn(book *deal.Book, n *network.Network, others ...*network.Network) map[deal.CompanyID]bool {
	drawn, left := make(map[deal.CompanyID]bool), absent(book, n)
	for _, company := range n.Companies {
		drawn[company.ID] = !left[company.ID]
	}
	for id := range dealingElsewhere(n, others...) {
		drawn[id] = true
	}
	return drawn
}

// Dealing returns the companies that a flow of the network begins or ends at.
func Dealing(n *network.Network) map[deal.CompanyID]bool {
	dealing := make(map[deal.CompanyID]bool)
	for i := range n.Flows {
		dealing[n.Companies[n.Flows[i].Payer].ID], dealing[n.Companies[n.Flows[i].Payee].ID] = true, true
	}
	return dealing
}
