package picture

import (
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// laterInput is dealBook as of a day before its legs from the sixth on were announced.
func laterInput(t *testing.T) (in Input, later *network.Network) {
	t.Helper()
	book := *dealBook()
	book.Deals = slices.Clone(book.Deals)
	for i := range book.Deals {
		if book.Deals[i].Announced = "2024-01-01"; i >= 5 {
			book.Deals[i].Announced = "2025-01-01"
		}
	}
	in = dealInput(t, network.View{})
	in.Book = deal.NewBook(book)
	in.View = network.View{AsOf: "2024-06"}
	built, err := network.Build(in.Book, in.View)
	if err != nil {
		t.Fatal(err)
	}
	if later, err = network.Build(in.Book, network.View{}); err != nil {
		t.Fatal(err)
	}
	in.Network, in.Later, in.Scale = built, later, later
	return in, later
}

func TestLaterDealsKeepThePictureInShape(t *testing.T) {
	in, later := laterInput(t)
	scene := Build(in)
	whole := dealInput(t, network.View{})
	whole.Network, whole.Book = later, in.Book
	end := Build(whole)
	for _, arrow := range scene.Arrows {
		if want := arrowOf(t, end, arrow.Leg).Width; arrow.Width != want {
			t.Errorf("leg %d is %v wide, and %v in the end", arrow.Leg, arrow.Width, want)
		}
	}
	if got, want := len(scene.Arrows)+len(scene.Ghosts), len(end.Arrows); got != want {
		t.Errorf("%d legs are drawn, now or later, not %d", got, want)
	}
	now := Dealing(in.Network)
	for _, disc := range scene.Discs {
		if want := discOf(t, end, disc.Company); disc.Centre != want.Centre || disc.Radius > want.Radius {
			t.Errorf("company %d stands at %v with %v, in the end at %v with %v", disc.Company, disc.Centre, disc.Radius, want.Centre, want.Radius)
		}
		if faded := disc.Emphasis == Faded; faded == now[disc.Company] {
			t.Errorf("company %d deals by then: %v, and is faded: %v", disc.Company, now[disc.Company], faded)
		}
	}
	if !slices.ContainsFunc(scene.Legend.Lines, func(line LegendLine) bool { return line.Mark == MarkLater }) ||
		slices.ContainsFunc(scene.Legend.Lines, func(line LegendLine) bool { return line.Mark == MarkGhost }) {
		t.Errorf("the legend lists %+v", scene.Legend.Lines)
	}
}

// TestOnlyLoopsDrawsNoLaterDeals: with only loops the canvas has the legs of the day, as the tables do.
func TestOnlyLoopsDrawsNoLaterDeals(t *testing.T) {
	in, _ := laterInput(t)
	in.View.OnlyLoops = true
	anyDay := in.View
	anyDay.AsOf = ""
	var err error
	if in.Network, err = network.Build(in.Book, in.View); err != nil {
		t.Fatal(err)
	}
	if in.Later, err = network.Build(in.Book, anyDay); err != nil {
		t.Fatal(err)
	}
	if len(in.Later.Legs()) <= len(in.Network.Legs()) {
		t.Fatal("no loop is closed later")
	}
	scene := Build(in)
	if len(scene.Ghosts) != 0 || len(scene.Arrows) != len(in.Network.Legs()) {
		t.Errorf("%d legs and %d ghosts are drawn, not %d", len(scene.Arrows), len(scene.Ghosts), len(in.Network.Legs()))
	}
	if slices.ContainsFunc(scene.Legend.Lines, func(line LegendLine) bool { return line.Mark == MarkLater }) {
		t.Errorf("the legend lists %+v", scene.Legend.Lines)
	}
}

func TestLegendNamesFilters(t *testing.T) {
	in := dealInput(t, network.View{
		Hidden: []deal.CompanyID{9}, Near: []deal.CompanyID{1}, Steps: 2, AsOf: "2025",
		MinAmount: deal.Money{Cents: 100, Currency: deal.USD}, OnlyDisclosed: true,
	})
	legend := Build(in).Legend
	if legend.Heading != "Headline totals, best figures, as of 2025" {
		t.Errorf("the heading is %q", legend.Heading)
	}
	name := in.Book.CompanyName(1)
	want := []string{"Filters: at least $1, disclosed only, without " + in.Book.CompanyName(9) + ",", "within 2 steps of " + name}
	if len(legend.Notes) < 2 || !slices.Equal(legend.Notes[:2], want) {
		t.Fatalf("the notes are %q, not %q", legend.Notes, want)
	}
	for _, line := range legend.Notes[:2] {
		if textWidth(line, false, legendSize) > filterRoom {
			t.Errorf("%q is wider than %v", line, filterRoom)
		}
	}
}

func TestDrawnCompanies(t *testing.T) {
	in, later := laterInput(t)
	lone := *in.Book
	lone.Companies = append(slices.Clone(lone.Companies), deal.Company{ID: 99, Name: "Just entered"})
	book := deal.NewBook(lone)
	built, err := network.Build(book, in.View)
	if err != nil {
		t.Fatal(err)
	}
	drawn, ever := Drawn(book, built, nil), Drawn(book, built, later)
	for _, company := range book.Companies {
		id := company.ID
		if want := id == 99 || Dealing(built)[id]; drawn[id] != want {
			t.Errorf("%s is drawn: %v", company.Name, drawn[id])
		}
		if want := id == 99 || Dealing(later)[id]; ever[id] != want {
			t.Errorf("%s is drawn with what is still to come: %v", company.Name, ever[id])
		}
	}
}

func TestWhatIsSelectedAndLeftOutFadesNothing(t *testing.T) {
	in := dealInput(t, network.View{})
	in.Selection = Selection{Legs: []deal.LegID{9_999}, Companies: []deal.CompanyID{9_999}}
	scene := Build(in)
	for _, disc := range scene.Discs {
		if disc.Emphasis != Plain {
			t.Errorf("company %d is %d", disc.Company, disc.Emphasis)
		}
	}
	for _, arrow := range scene.Arrows {
		if arrow.Emphasis != Plain {
			t.Errorf("leg %d is %d", arrow.Leg, arrow.Emphasis)
		}
	}
}

// TestLostCompaniesStayAsGhosts lets a company fail: it and its legs stay, faded, and nothing else fades with it.
func TestLostCompaniesStayAsGhosts(t *testing.T) {
	base := dealInput(t, network.View{})
	lost := base.Network.Companies[base.Network.Flows[0].Payer].ID
	book := *base.Book
	book.Deals = slices.Clone(book.Deals)
	for i := range book.Deals {
		for _, leg := range book.Deals[i].Legs {
			if leg.Payer == lost || leg.Payee == lost {
				book.Deals[i].Status = deal.StatusCancelled
			}
		}
	}
	in := base
	in.Book, in.Ghost, in.Selection = deal.NewBook(book), base.Network, Selection{Companies: []deal.CompanyID{lost}}
	built, err := network.Build(in.Book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	in.Network = built
	before, after := Build(base), Build(in)
	if len(after.Discs) != len(before.Discs) || len(after.Arrows)+len(after.Ghosts) < len(before.Arrows) {
		t.Fatalf("%d companies and %d legs, %d ghosts among them, are left of %d and %d",
			len(after.Discs), len(after.Arrows)+len(after.Ghosts), len(after.Ghosts), len(before.Discs), len(before.Arrows))
	}
	elsewhere := dealingElsewhere(built, base.Network)
	for i, disc := range after.Discs {
		if gone := elsewhere[disc.Company]; gone != (disc.Emphasis == Faded) {
			t.Errorf("company %d is gone: %v, and drawn as %v", disc.Company, gone, disc.Emphasis)
		} else if gone && disc.Radius != before.Discs[i].Radius {
			t.Errorf("company %d has the radius %v, and had %v", disc.Company, disc.Radius, before.Discs[i].Radius)
		} else if disc.Radius > before.Discs[i].Radius {
			t.Errorf("company %d has grown by what is lost, from %v to %v", disc.Company, before.Discs[i].Radius, disc.Radius)
		}
	}
	if !Drawn(in.Book, built, nil, base.Network)[lost] || Drawn(in.Book, built)[lost] {
		t.Error("it is drawn without its ghost, or not with it")
	}
}
