package picture

import (
	"maps"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// PlacingView returns the view under which the network is built that companies are placed by: it leaves nothing out
// that the view could show, so that nothing moves when a filter is set or taken away.
func PlacingView(view network.View) network.View {
	if slices.ContainsFunc(view.Statuses, func(status deal.Status) bool { return !status.Live() }) {
		return network.View{Statuses: deal.Statuses}
	}
	return network.View{}
}

// PlacedBy returns the network that companies are placed by while one is shown: the whole of the document, or the one
// shown when a what-if has brought companies into it that have no deal in the whole. The whole may be nil.
func PlacedBy(shown, whole *network.Network) *network.Network {
	if whole == nil {
		return shown
	}
	dealing := Dealing(whole)
	for id := range Dealing(shown) {
		if !dealing[id] {
			return shown
		}
	}
	return whole
}

// Places is where the layout has put companies, and the pairs of them that it did so for. The zero value has none. Its maps
// are never changed but replaced, so that a copy stays as it is.
type Places struct {
	found   map[deal.CompanyID]layout.Point
	pairs   map[deal.Pair]bool
	awaited map[deal.CompanyID]bool // a task with them was handed out and is not settled
	rows    map[deal.CompanyID]int  // of a layout in layers: the levels that it was done for, from the top
	rowsOf  *network.Network        // that they were found in last
}

// PlacesOf returns the places that the document remembers for the layout that it has now.
func PlacesOf(book *deal.Book) *Places { return PlacesAs(book, book.Placed[book.Layout]) }

// PlacesAs returns the places that are remembered, of the companies that the document holds.
func PlacesAs(book *deal.Book, kept deal.Placement) *Places {
	p := &Places{}
	for id, at := range kept.At {
		point := layout.Point{X: at.X, Y: at.Y}
		if _, there := book.Company(id); !there || !onCanvas(point) {
			continue // another program may have written anything
		}
		if p.found == nil {
			p.found = make(map[deal.CompanyID]layout.Point, len(kept.At))
		}
		p.found[id] = point
	}
	if p.found != nil {
		p.pairs = kept.Pairs
	}
	return p
}

// Placement returns what a document is to remember of the places.
func (p *Places) Placement() deal.Placement {
	kept := deal.Placement{At: make(map[deal.CompanyID]deal.Place, len(p.found)), Pairs: maps.Clone(p.pairs)}
	for id, at := range p.found {
		kept.At[id] = deal.Place{X: at.X, Y: at.Y}
	}
	return kept
}

// At returns where a company stands: where the analyst has put it, else where the layout has, else nowhere.
func (p *Places) At(company deal.Company) layout.Point {
	if company.Pinned {
		return layout.Point{X: company.X, Y: company.Y}
	}
	if at, ok := p.found[company.ID]; ok {
		return at
	}
	return layout.NoPlace()
}

// Task returns the problem of placing the companies of the network, from where they stand now, and whether there is
// need to solve it: a company or a pair of them has come since the last one, or in layers levels are others. Anew, companies that are
// not pinned keep no place, but the picture is turned as it was, and there is always need.
func (p *Places) Task(book *deal.Book, n *network.Network, at func(deal.Company) layout.Point, anew bool) (task Arrangement, due bool) {
	task = Arrange(book, n, func(company deal.Company) layout.Point {
		if anew && !company.Pinned {
			return layout.NoPlace()
		}
		return at(company)
	})
	if anew {
		for _, member := range task.Members {
			task.Options.Before = append(task.Options.Before, at(n.Companies[member]))
		}
	}
	due = anew
	pairs := make(map[deal.Pair]bool, len(n.Flows))
	for _, flow := range n.Flows {
		pair := deal.Pair{Payer: n.Companies[flow.Payer].ID, Payee: n.Companies[flow.Payee].ID}
		pairs[pair] = true
		due = due || !p.pairs[pair]
	}
	p.pairs = pairs
	for _, id := range task.Companies {
		_, known := p.found[id]
		due = due || !known && !p.awaited[id]
	}
	if book.Layout == deal.LayoutLayers && p.rowsOf != n {
		p.rowsOf = n
		due = p.levelsChanged(task) || due
	}
	if due = due && len(task.Members) > 0; due {
		p.awaited = make(map[deal.CompanyID]bool, len(task.Companies))
		for _, id := range task.Companies {
			p.awaited[id] = true
		}
	}
	return task, due
}

// levelsChanged notes the levels of companies, and reports whether they are others than those that they were placed by, or,
// where these are not known, whether companies stand otherwise than on their levels.
func (p *Places) levelsChanged(task Arrangement) bool {
	numbers := layout.RowNumbers(task.Graph)
	before := p.rows
	p.rows = make(map[deal.CompanyID]int, len(numbers))
	for i, number := range numbers {
		p.rows[task.Companies[i]] = number
	}
	if before != nil {
		return !maps.Equal(before, p.rows)
	}
	return !layout.OnLevels(task.Graph, task.Options)
}

// Awaited returns how many companies a task was handed out for that is not settled.
func (p *Places) Awaited() int { return len(p.awaited) }

// None reports whether no company has a place yet.
func (p *Places) None() bool { return len(p.found) == 0 }

// Abandon forgets a task that nobody will settle, so that the next one is due.
func (p *Places) Abandon() {
	if p.awaited != nil {
		p.awaited, p.pairs, p.rows, p.rowsOf = nil, nil, nil, nil
	}
}

// Settle takes over what a task was solved as.
func (p *Places) Settle(task Arrangement, solved []layout.Point) {
	found := make(map[deal.CompanyID]layout.Point, len(p.found)+len(solved))
	maps.Copy(found, p.found)
	for i, at := range solved {
		found[task.Companies[i]] = at
	}
	p.found, p.awaited = found, nil
}
