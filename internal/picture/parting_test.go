package picture

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// OverlappingDiscs returns the pairs of companies of a scene whose outlines overlap: brute force.
func OverlappingDiscs(s *Scene) [][2]string {
	var pairs [][2]string
	for i := range s.Discs {
		for j := range s.Discs[:i] {
			p, q := &s.Discs[i], &s.Discs[j]
			if !p.extent().Overlaps(q.extent()) {
				continue
			}
			if p.meets(q) || q.meets(p) {
				pairs = append(pairs, [2]string{p.Name, q.Name})
			}
		}
	}
	return pairs
}

// meets reports whether a corner of the other disc is in this one.
func (d *Disc) meets(other *Disc) bool {
	for _, corner := range shapeOf(other.Role).polygon {
		if d.near(plus(other.Centre, times(corner, other.Radius))) == 0 {
			return true
		}
	}
	return d.near(other.Centre) == 0
}

// Filtered returns the input as it is drawn under a view: its companies where the layout of the whole has put them.
func Filtered(t testing.TB, whole Input, view network.View) Input {
	t.Helper()
	built, err := network.Build(whole.Book, view)
	if err != nil {
		t.Fatal(err)
	}
	at := make(map[deal.CompanyID]layout.Point)
	for i, company := range whole.Network.Companies {
		at[company.ID] = whole.Places[i]
	}
	in, drawn := whole, Drawn(whole.Book, built)
	in.Network, in.View, in.Measures, in.Places = built, view, nil, nil
	for _, company := range built.Companies {
		place := layout.NoPlace()
		if drawn[company.ID] {
			place = at[company.ID]
		}
		in.Places = append(in.Places, place)
	}
	return in
}

var financing = []deal.Kind{deal.KindEquity, deal.KindDebt, deal.KindCredits}

// FilteredViews are views that leave much of a document out.
var FilteredViews = []network.View{
	{OnlyLoops: true}, {OnlyDisclosed: true},
	{Kinds: financing},
	{Kinds: financing, OnlyLoops: true},
	{Statuses: []deal.Status{deal.StatusSigned, deal.StatusActive, deal.StatusCompleted}, Kinds: financing, OnlyLoops: true},
	{MinAmount: deal.Money{Cents: 2_000_000_000_00, Currency: deal.USD}},
	{Basis: network.BasisYear},
}

// TestFilteredCompaniesStandApart: under no filter, in no layout, does a company lie on another.
func TestFilteredCompaniesStandApart(t *testing.T) {
	for _, as := range deal.Layouts {
		whole := arranged(hubInput(t, 300, 700, 2), as)
		for _, view := range FilteredViews {
			in := Filtered(t, whole, view)
			in.Places = in.Parted(nil)
			if pairs := OverlappingDiscs(Build(in)); len(pairs) > 0 {
				t.Errorf("%s, %+v: %v overlap", as, view, pairs)
			}
		}
	}
}
