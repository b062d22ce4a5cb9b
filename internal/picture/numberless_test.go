package picture

import (
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// foreignInput has a loop of €5bn and $7bn, another one of €2bn to €4bn and up to £3bn, and a leg of the figure, in a document
// without rates.
func foreignInput(t *testing.T, view network.View, further deal.Figure) Input {
	t.Helper()
	book := deal.Book{Base: deal.USD}
	for i := range 3 {
		book.Companies = append(book.Companies, deal.Company{ID: deal.CompanyID(i + 1), Name: string(rune('A' + i)), Role: deal.RoleOther})
	}
	for i, leg := range []deal.Leg{
		{Payer: 1, Payee: 2, Kind: deal.KindEquity, Figure: deal.Exactly(5 * billion), Currency: "EUR"},
		{Payer: 2, Payee: 1, Kind: deal.KindCloud, Figure: deal.Exactly(7 * billion), Currency: deal.USD},
		{Payer: 2, Payee: 3, Kind: deal.KindEquity, Figure: deal.Between(2*billion, 4*billion), Currency: "EUR"},
		{Payer: 3, Payee: 2, Kind: deal.KindChips, Figure: deal.UpTo(3 * billion), Currency: "GBP"},
		{Payer: 1, Payee: 3, Kind: deal.KindCloud, Figure: further, Currency: deal.USD},
	} {
		leg.ID, leg.Deal = deal.LegID(i+1), deal.DealID(i+1)
		book.Deals = append(book.Deals, deal.Deal{ID: leg.Deal, Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{leg}})
	}
	built, err := network.Build(deal.NewBook(book), view)
	if err != nil {
		t.Fatal(err)
	}
	return Input{Book: deal.NewBook(book), Network: built, Places: dealPlaces[:3], View: view, ShowLegend: true}
}

// TestAmountsWithoutARateAreTold draws amounts in currencies without a rate: they are stated, and no "?" stands for them.
func TestAmountsWithoutARateAreTold(t *testing.T) {
	for _, c := range []struct {
		view network.View
		want []string
	}{
		{network.View{}, []string{"€5bn", "$7bn", "€2bn–€4bn", "≤£3bn", "?"}},
		{network.View{Figure: network.PickLow}, []string{"€5bn", "$7bn", "€2bn", "£0", "?"}},
		{network.View{Figure: network.PickHigh}, []string{"€5bn", "$7bn", "€4bn", "£3bn", "?"}},
		{network.View{Basis: network.BasisYear}, []string{"€5bn", "?", "€2bn–€4bn", "?", "?"}},
	} {
		scene := Build(foreignInput(t, c.view, deal.Undisclosed()))
		for i, want := range c.want {
			arrow := arrowOf(t, scene, deal.LegID(i+1))
			if arrow.Amount != want || (arrow.Dash == Dotted) == arrow.Known {
				t.Errorf("%+v: leg %d says %q, dash %d, not %q", c.view, i+1, arrow.Amount, arrow.Dash, want)
			}
		}
	}
}

// TestDottedLegsSayWhatTheyLack reads the legend and the note on a loop of which a leg has no number.
func TestDottedLegsSayWhatTheyLack(t *testing.T) {
	undisclosed := foreignInput(t, network.View{}, deal.Undisclosed())
	for i := range undisclosed.Book.Deals {
		undisclosed.Book.Deals[i].Legs[0].Currency = deal.USD
	}
	undisclosed.Book.Deals[0].Legs[0].Figure = deal.Undisclosed()
	var err error
	if undisclosed.Network, err = network.Build(undisclosed.Book, network.View{}); err != nil {
		t.Fatal(err)
	}
	unplaced := foreignInput(t, network.View{Basis: network.BasisYear}, deal.Undisclosed())
	for name, c := range map[string]struct {
		in                 Input
		full, short, lacks string
		asked              bool
	}{
		"undisclosed":          {undisclosed, "amount undisclosed", "undisclosed", "another is undisclosed", true},
		"without a rate":       {foreignInput(t, network.View{}, deal.Exactly(1)), "amount without a rate to USD", "without a rate to USD", "another has no rate", false},
		"both":                 {foreignInput(t, network.View{}, deal.Undisclosed()), "undisclosed, or no rate", "undisclosed, or no rate", "another has no rate", true},
		"not placed in a year": {unplaced, "amount not known in this view", "not known in this view", "", true},
	} {
		c.in.Selection.Loop = []deal.CompanyID{1, 2}
		scene := Build(c.in)
		said := func(lines []LegendLine) string {
			at := slices.IndexFunc(lines, func(line LegendLine) bool { return line.Mark == MarkDotted })
			return lines[at].Text
		}
		if full, short := said(scene.Legend.Lines), said(scene.Legend.inShort().Lines); full != c.full || short != c.short {
			t.Errorf("%s: the legend says %q, in short %q", name, full, short)
		}
		var pen notePen
		camera := Camera{Width: 1000, Height: 800, Scale: 1, Zoom: 1}
		(&drawing{scene: scene, camera: camera, style: Light(), pen: &pen, f: camera.factor()}).legendMark(layout.Point{}, MarkDotted)
		if asks := len(pen.writings) > 0; asks != c.asked {
			t.Errorf("%s: the example in the legend has a “?”: %t", name, asks)
		}
		var note string
		for _, pin := range scene.Pins {
			note += strings.Join(pin.Lines, " ")
		}
		if !strings.HasSuffix(note, c.lacks) {
			t.Errorf("%s: the note says %q", name, note)
		}
	}
}

// TestABrokenLoopSaysWhatIsNotPaid breaks a loop where the amount lacks a rate.
func TestABrokenLoopSaysWhatIsNotPaid(t *testing.T) {
	in := foreignInput(t, network.View{}, deal.Undisclosed())
	in.Selection.Loop = []deal.CompanyID{1, 2}
	in.Strain = &Strain{Words: "Stress", Lost: map[deal.LegID]LegLoss{1: {Part: 1, Amount: "−?"}}}
	if scene := Build(in); len(scene.Pins) != 1 || scene.Pins[0].Lines[0] != "not paid: €5bn" {
		t.Errorf("the notes are %+v", scene.Pins)
	}
}
