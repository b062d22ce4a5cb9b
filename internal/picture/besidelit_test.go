package picture_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// Among three hundred companies each of the ten with the most money tells, when it is selected, the names of all companies
// that it has deals with in full, wherever only something faded is in the way: nine of ten have room for that.
func TestNamesBesideWhatIsSelectedAreWhole(t *testing.T) {
	in := documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv"))
	for _, as := range deal.Layouts {
		arranged := picture.ArrangedAs(in, as)
		plain := picture.Build(arranged)
		arranged.Before = plain
		camera := picture.Camera{Width: 555, Height: 640, Scale: 1}.Fit(plain)
		shown, whole := 0, 0
		for _, company := range largest(plain, 10) {
			arranged.Selection = picture.Selection{Companies: []deal.CompanyID{company}}
			lit := picture.Build(arranged)
			for i := range lit.Discs {
				if lit.Discs[i].Emphasis != picture.Faded {
					shown++
				}
			}
			for _, label := range lit.Labels(camera.Zoom) {
				if label.Disc >= 0 && !label.Faded && strings.Join(label.Lines, " ") == lit.Discs[label.Disc].Name && lit.Discs[label.Disc].Emphasis != picture.Faded {
					whole++
				}
			}
		}
		if 10*whole < 9*shown {
			t.Errorf("%q: %d of %d companies have their names in full", as, whole, shown)
		}
	}
}

// A leg that is selected by itself tells its amount, however short it is and whatever stands around it.
func TestASelectedLegTellsItsAmount(t *testing.T) {
	for _, tables := range [][]string{
		{"../../docs/examples/forty-companies.csv", "../../docs/examples/forty.csv"},
		{"../../docs/examples/three-hundred-companies.csv", "../../docs/examples/three-hundred.csv"},
	} {
		in := documentOf(t, table(tables[0]), table(tables[1]))
		for _, as := range deal.Layouts {
			arranged := picture.ArrangedAs(in, as)
			plain := picture.Build(arranged)
			arranged.Before = plain
			camera := picture.Camera{Width: 555, Height: 640, Scale: 1}.Fit(plain)
			for at := 0; at < len(plain.Arrows); at += 1 + len(plain.Arrows)/60 {
				leg := plain.Arrows[at].Leg
				arranged.Selection = picture.Selection{Legs: []deal.LegID{leg}}
				labels := picture.Build(arranged).Labels(camera.Zoom)
				if !slices.ContainsFunc(labels, func(l picture.Label) bool { return l.Leg == leg && !l.Faded }) {
					t.Errorf("%s %q: the selected leg of %s does not tell its amount", tables[1], as, plain.Arrows[at].Amount)
				}
			}
		}
	}
}

// largest returns the companies that most money passes through.
func largest(s *picture.Scene, count int) []deal.CompanyID {
	discs := slices.Clone(s.Discs)
	slices.SortStableFunc(discs, func(a, b picture.Disc) int { return cmp.Compare(b.Through, a.Through) })
	var companies []deal.CompanyID
	for i := range discs[:count] {
		companies = append(companies, discs[i].Company)
	}
	return companies
}
