package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// A loop with an undisclosed flow names the flow that the canvas marks as the smallest known one too.
func TestBoundOfALoopNamesWhatTheCanvasMarks(t *testing.T) {
	leg := func(id deal.LegID, payer, payee deal.CompanyID, figure deal.Figure) deal.Deal {
		return deal.Deal{ID: deal.DealID(id), Title: "d", Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{
			{ID: id, Deal: deal.DealID(id), Payer: payer, Payee: payee, Kind: deal.KindCloud, Figure: figure, Currency: deal.USD},
		}}
	}
	book := deal.NewBook(deal.Book{
		Companies: []deal.Company{{ID: 1, Name: "Aurora"}, {ID: 2, Name: "Borealis"}, {ID: 3, Name: "Corona"}},
		Deals: []deal.Deal{
			leg(1, 1, 2, deal.Exactly(8_000_000_000_00)), leg(2, 2, 3, deal.Undisclosed()), leg(3, 3, 1, deal.Exactly(9_000_000_000_00)),
		},
	})
	built, err := network.Build(book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	loops := network.FindLoops(t.Context(), built, network.Limits{}).Top
	if len(loops) != 1 {
		t.Fatalf("%d loops", len(loops))
	}
	const want = "Borealis → Corona, undisclosed, or by the smallest known: Aurora → Borealis, $8bn"
	if got := boundWords(built, loops[0]); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What is undisclosed is nowhere a nought, and nobody who is paid is said to be paid by none.
func TestInspectorOfWhoseMoneyIsUndisclosed(t *testing.T) {
	w := openSample(t)
	w.session.selectCompany(ids(t, w, "AMD")[0])
	shows(t, w.inspector.box, "Customer HHI", "not known")
	w.session.selectCompany(ids(t, w, "Nvidia")[0])
	shows(t, w.inspector.box, "10,000 of 10,000, of what is disclosed")
}

// The inspector asks for no more width when the names in it are long: it would take the room from the canvas.
func TestInspectorsWidthDependsOnNoName(t *testing.T) {
	w := openSample(t)
	w.session.selectLoop(ids(t, w, "OpenAI", "Oracle", "Nvidia"))
	before := w.inspector.box.MinSize().Width
	for i := range w.session.book.Companies {
		w.session.book.Companies[i].Name += " Infrastructure Development and Holding Company International"
	}
	w.inspector.show()
	shows(t, w.inspector.box, "Infrastructure Development")
	if after := w.inspector.box.MinSize().Width; after != before {
		t.Errorf("with long names the inspector is at least %g wide, before %g", after, before)
	}
}

// TestInspectorSaysThatACompanyIsPinned and lets it be unpinned, alone and among others.
func TestInspectorSaysThatACompanyIsPinned(t *testing.T) {
	w := openSample(t)
	chosen := ids(t, w, "Nvidia", "AMD")
	w.session.selectCompany(chosen[0])
	run(t, w, "Pin where it stands")
	shows(t, w.inspector.body, "Pinned: layouts leave it where it stands.", "Unpin it")
	w.session.selectCompanies(chosen)
	shows(t, w.inspector.body, "1 of them pinned")
	w.session.selectCompany(chosen[0])
	test.Tap(linkIn(w.inspector.body, "Unpin it"))
	if company, _ := w.session.book.Company(chosen[0]); company.Pinned {
		t.Error("it is still pinned")
	}
	for _, text := range texts(w.inspector.body) {
		if strings.Contains(text, "inned") {
			t.Errorf("the inspector still says %q", text)
		}
	}
}

// linkIn returns the link in the object that has the words, or nil.
func linkIn(object fyne.CanvasObject, words string) *widgets.Link {
	switch shown := object.(type) {
	case *widgets.Link:
		if shown.Content() == words {
			return shown
		}
	case *fyne.Container:
		for _, child := range shown.Objects {
			if link := linkIn(child, words); link != nil {
				return link
			}
		}
	}
	return nil
}

// A leg that only lacks a rate is not called undisclosed.
func TestWhatLegsOnTheWayLackIsSaid(t *testing.T) {
	for want, missing := range map[string]network.Missing{
		"": {}, "undisclosed legs": {Undisclosed: 2}, "legs without a rate to USD": {Unrated: 1},
		"undisclosed legs, legs without a rate to USD and legs without a number in this view": {Undisclosed: 1, Unrated: 1, Unplaced: 1},
	} {
		if got := wordsOfMissing(missing, deal.USD); got != want {
			t.Errorf("of %+v it is said %q, want %q", missing, got, want)
		}
	}
}
