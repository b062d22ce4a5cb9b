package gui

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// anyEdit returns an edit that adds, changes or deletes a deal or a company, such as analysts make them.
func anyEdit(book *deal.Book, random *rand.Rand) deal.Edit {
	at, beside := random.IntN(len(book.Companies)), 1+random.IntN(len(book.Companies)-1)
	payer, payee := book.Companies[at].ID, book.Companies[(at+beside)%len(book.Companies)].ID
	leg := deal.Leg{
		ID: -1, Payer: payer, Payee: payee, Kind: []deal.Kind{deal.KindEquity, deal.KindCloud}[random.IntN(2)],
		Basis: deal.BasisCash, Currency: deal.USD, Figure: deal.Exactly(int64(1+random.IntN(90)) * 1_000_000_000_00),
	}
	added := deal.Deal{Title: "Another deal", Status: deal.StatusSigned, Counting: deal.Counted}
	changed := book.Deals[random.IntN(len(book.Deals))]
	edit := deal.Edit{Label: "Change", Seen: book}
	switch random.IntN(4) {
	case 0:
		added.Legs = []deal.Leg{leg}
		edit.Deals = []deal.Deal{added}
	case 1:
		edit.Companies = []deal.Company{{ID: -1, Name: fmt.Sprint("Newcomer ", len(book.Companies), random.Uint32()), Role: deal.RoleOther}}
		leg.Payer = -1
		added.Legs = []deal.Leg{leg}
		edit.Deals = []deal.Deal{added}
	case 2:
		changed.Legs = slices.Clone(changed.Legs)
		changed.Legs[0].Payer, changed.Legs[0].Payee = changed.Legs[0].Payee, changed.Legs[0].Payer
		edit.Deals = []deal.Deal{changed}
	case 3:
		edit.DeleteDeals = []deal.DealID{changed.ID}
	}
	return edit
}

// onLevels reports whether the companies on the canvas stand by their levels.
func onLevels(t *testing.T, w *Window, when string) {
	t.Helper()
	if w.session.book.Layout != deal.LayoutLayers {
		return
	}
	places := placesOf(w)
	_, built, _ := w.session.shown()
	task := picture.Arrange(w.session.book, built, func(company deal.Company) layout.Point { return places[company.ID] })
	if !layout.OnLevels(task.Graph, task.Options) {
		t.Errorf("%s: companies stand on levels that are not theirs: %v", when, places)
	}
	scene, _ := w.canvas.Scene()
	numbers := slices.Max(layout.RowNumbers(task.Graph)) + 1
	if len(scene.Rows) != numbers && len(scene.Rows) != 0 {
		t.Errorf("%s: %d levels are said of %d", when, len(scene.Rows), numbers)
	}
}

// TestUndoBringsBackThePlaces makes any edits in every layout, and lays out in other ways between them: undo has the
// companies stand where they stood at each step, and redo where they stood after it. In layers all stand on their levels.
func TestUndoBringsBackThePlaces(t *testing.T) {
	w := openSample(t)
	for seed := range uint64(9) {
		random := rand.New(rand.NewPCG(seed, 1))
		w.layOutBy(deal.Layouts[seed%3])
		stood := []map[deal.CompanyID]layout.Point{placesOf(w)}
		for range 3 {
			if mode := deal.Layouts[random.IntN(3)]; random.IntN(4) == 0 && mode != w.session.book.Layout {
				w.layOutBy(mode)
				stood = append(stood, placesOf(w))
			}
			if _, err := w.session.apply(anyEdit(w.session.book, random)); err != nil {
				t.Fatal(err)
			}
			stood = append(stood, placesOf(w))
			onLevels(t, w, "edited")
		}
		same := func(when string, step int) {
			if now := placesOf(w); !maps.Equal(now, stood[step]) {
				t.Errorf("seed %d, %s step %d, in layout %q: %v, stood at %v", seed, when, step, w.session.book.Layout, now, stood[step])
			}
			onLevels(t, w, when)
		}
		for step := len(stood) - 2; step >= 0; step-- {
			w.undo()
			same("undone to", step)
		}
		for step := range stood[1:] {
			w.redo()
			same("redone to", step+1)
		}
	}
}

// TestUndoOfAnEarlierSessionKeepsLevels undoes an edit of before the document was opened: nothing knows where companies
// stood, and yet they stand on their levels.
func TestUndoOfAnEarlierSessionKeepsLevels(t *testing.T) {
	w := openSample(t)
	w.layOutBy(deal.LayoutLayers)
	for seed := range uint64(4) {
		if _, err := w.session.apply(anyEdit(w.session.book, rand.New(rand.NewPCG(seed, 2)))); err != nil {
			t.Fatal(err)
		}
	}
	w.quit()
	w = openAgain(t, w)
	for range 4 {
		w.undo()
		onLevels(t, w, "undone")
	}
}
