package exchange

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// framedBook has three deals: one with two sources, one with the second of them, and one with none.
func framedBook() *deal.Book {
	const billion = 1_000_000_000_00
	book := deal.Book{
		Title:     "Deals",
		Companies: []deal.Company{{ID: 1, Name: "Aurora"}, {ID: 2, Name: "Borealis"}, {ID: 3, Name: "Corona"}},
		Sources: []deal.Source{
			{ID: 1, Title: "Small print", Publisher: "The Paper", Date: "2025-11-03"}, {ID: 2, Title: "Filing", Date: "2025"},
			{ID: 3, Title: "Never cited"},
		},
		Claims: []deal.Claim{
			{ID: 1, Source: 1, About: deal.Subject{Leg: 1}, Field: deal.ClaimFigure, Chosen: true},
			{ID: 2, Source: 2, About: deal.Subject{Deal: 1}, Field: deal.ClaimStatus, Chosen: true},
			{ID: 3, Source: 2, About: deal.Subject{Leg: 2}, Field: deal.ClaimFigure, Chosen: true},
			{ID: 4, Source: 3, About: deal.Subject{Leg: 2}, Field: deal.ClaimFigure},
			{ID: 5, Source: 0, About: deal.Subject{Leg: 3}, Field: deal.ClaimFigure, Chosen: true},
		},
	}
	for i, leg := range [][3]int64{{1, 2, 5 * billion}, {2, 3, 7 * billion}, {3, 1, billion}} {
		book.Deals = append(book.Deals, deal.Deal{
			ID: deal.DealID(i + 1), Title: "Deal", Status: deal.StatusSigned, Counting: deal.Counted,
			Announced: deal.Date([]string{"2025-10", "2025-10-20", ""}[i]),
			Legs: []deal.Leg{{
				ID: deal.LegID(i + 1), Deal: deal.DealID(i + 1), Payer: deal.CompanyID(leg[0]), Payee: deal.CompanyID(leg[1]),
				Kind: deal.KindCloud, Basis: deal.BasisCash, Figure: deal.Exactly(leg[2]), Currency: deal.USD,
			}},
		})
	}
	return deal.NewBook(book)
}

func TestPictureFrame(t *testing.T) {
	book := framedBook()
	change := func(leg deal.LegID, cents int64) deal.Change {
		return deal.Change{Field: deal.ChangeAmount, Target: int64(leg), Value: cents}
	}
	for name, c := range map[string]struct {
		view     network.View
		scenario string
		changes  []deal.Change
		lines    []string
		sources  string
		notes    string
	}{
		"all of it": {
			lines:   []string{"Headline totals, best figures, deals announced up to Oct 2025 and 1 undated. $13bn in 3 deals."},
			sources: "Filing, 2025|Small print, The Paper, 3 Nov 2025", notes: "1 of the 3 deals shown name no source.",
		},
		"as of a day": {
			view:    network.View{AsOf: "2025-10-19"},
			lines:   []string{"Headline totals, best figures, as of 19 Oct 2025 and 1 undated. $6bn in 2 deals."},
			sources: "Small print, The Paper, 3 Nov 2025|Filing, 2025", notes: "1 of the 2 deals shown name no source.",
		},
		"only the unsourced": {
			view:  network.View{Companies: []deal.CompanyID{1, 3}},
			lines: []string{"$1bn in 1 deal."}, notes: "The document names no source for these deals.",
		},
		"a what-if": {
			changes: []deal.Change{change(1, 100)}, lines: []string{"Headline totals", "What if: Aurora → Borealis"},
			sources: "Filing, 2025|Small print, The Paper, 3 Nov 2025", notes: "Numbers moved in the what-if are stated by no source: the sources state those before.|1 of the 3 deals shown name no source.",
		},
		"a long scenario": {
			scenario: "Boom", changes: []deal.Change{change(1, 100), change(2, 100), change(3, 100), change(1, 200), change(2, 300)},
			lines:   []string{"Headline totals", "Scenario “Boom”: Aurora → Borealis", "and 2 more"},
			sources: "Filing, 2025|Small print, The Paper, 3 Nov 2025", notes: "Numbers moved in the what-if are stated by no source: the sources state those before.|1 of the 3 deals shown name no source.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			built, err := network.Build(book, c.view)
			if err != nil {
				t.Fatal(err)
			}
			frame := PictureFrame(Shown{Book: book, Network: built, View: c.view, Scenario: c.scenario, Changes: c.changes})
			said := strings.Join(frame.Lines, "\n")
			for _, want := range c.lines {
				if !strings.Contains(said, want) {
					t.Errorf("%q does not say %q", said, want)
				}
			}
			if frame.Title != "Deals" {
				t.Errorf("the title is %q", frame.Title)
			}
			if got := strings.Join(frame.Sources, "|"); got != c.sources {
				t.Errorf("sources %q, want %q", got, c.sources)
			}
			if got := strings.Join(frame.Notes, "|"); got != c.notes {
				t.Errorf("notes %q, want %q", got, c.notes)
			}
		})
	}
	if frame := PictureFrame(Shown{Book: deal.NewBook(deal.Book{}), Network: &network.Network{Base: deal.USD}}); frame.Title == "" || len(frame.Sources) > 0 {
		t.Errorf("an empty document has the frame %+v", frame)
	}
}

// The numbers of a leg's sources are those under which the frame lists them.
func TestLegsKnowTheNumbersOfTheirSources(t *testing.T) {
	book := framedBook()
	built, err := network.Build(book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	frame := PictureFrame(Shown{Book: book, Network: built})
	want := map[deal.LegID]string{1: "Filing, 2025|Small print, The Paper, 3 Nov 2025", 2: "Filing, 2025", 3: ""}
	for leg, sources := range want {
		var cited []string
		for _, number := range frame.Cited[leg] {
			cited = append(cited, frame.Sources[number-1])
		}
		if got := strings.Join(cited, "|"); got != sources {
			t.Errorf("leg %d is said to come from %q, want %q", leg, got, sources)
		}
	}
}
