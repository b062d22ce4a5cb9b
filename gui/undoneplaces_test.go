package gui

import (
	"maps"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// anyEdit returns an edit that adds, changes or deletes a deal or a company, such as analysts make them.
func anyEdit(t *rapid.T, book *deal.Book) deal.Edit {
	company := func(name string) deal.CompanyID { return rapid.SampledFrom(book.Companies).Draw(t, name).ID }
	leg := func(payer, payee deal.CompanyID) deal.Leg {
		return deal.Leg{
			ID: -1, Payer: payer, Payee: payee, Kind: rapid.SampledFrom([]deal.Kind{deal.KindEquity, deal.KindCloud}).Draw(t, "kind"),
			Basis: deal.BasisCash, Currency: deal.USD, Figure: deal.Exactly(int64(rapid.IntRange(1, 90).Draw(t, "billions")) * 1_000_000_000_00),
		}
	}
	added := deal.Deal{Title: "Another deal", Status: deal.StatusSigned, Counting: deal.Counted}
	edit := deal.Edit{Label: "Change", Seen: book}
	switch rapid.SampledFrom([]string{"add deal", "add company", "change deal", "delete deal", "delete company"}).Draw(t, "edit") {
	case "add deal":
		at := rapid.IntRange(0, len(book.Companies)-1).Draw(t, "payer")
		beside := rapid.IntRange(1, len(book.Companies)-1).Draw(t, "payee after it")
		added.Legs = []deal.Leg{leg(book.Companies[at].ID, book.Companies[(at+beside)%len(book.Companies)].ID)}
		edit.Deals = []deal.Deal{added}
	case "add company":
		edit.Companies = []deal.Company{{ID: -1, Name: "Newcomer", Role: deal.RoleOther}}
		added.Legs = []deal.Leg{leg(-1, company("payee"))}
		edit.Deals = []deal.Deal{added}
	case "change deal":
		changed := rapid.SampledFrom(book.Deals).Draw(t, "deal")
		changed.Legs = append([]deal.Leg(nil), changed.Legs...)
		changed.Legs[0].Payer, changed.Legs[0].Payee = changed.Legs[0].Payee, changed.Legs[0].Payer
		edit.Deals = []deal.Deal{changed}
	case "delete deal":
		edit.DeleteDeals = []deal.DealID{rapid.SampledFrom(book.Deals).Draw(t, "deal").ID}
	case "delete company":
		edit.DeleteCompanies = []deal.CompanyID{company("company")}
	}
	return edit
}

// TestUndoBringsBackThePlaces makes any edits in every layout, and lays out in other ways between them: undo has the
// companies stand where they stood at each step, and redo where they stood after it.
func TestUndoBringsBackThePlaces(t *testing.T) {
	w := openSample(t)
	rapid.Check(t, func(t *rapid.T) {
		w.layOutBy(rapid.SampledFrom(deal.Layouts).Draw(t, "first layout"))
		stood := []map[deal.CompanyID]any{}
		note := func() map[deal.CompanyID]any {
			places := map[deal.CompanyID]any{}
			for id, at := range placesOf(w) {
				places[id] = at
			}
			return places
		}
		same := func(when string, step int) {
			if now := note(); !maps.Equal(now, stood[step]) {
				t.Fatalf("%s step %d, in layout %q: %v, stood at %v", when, step, w.session.book.Layout, now, stood[step])
			}
		}
		stood = append(stood, note())
		for range rapid.IntRange(1, 4).Draw(t, "edits") {
			if rapid.IntRange(0, 3).Draw(t, "lay out") == 0 {
				if mode := rapid.SampledFrom(deal.Layouts).Draw(t, "layout"); mode != w.session.book.Layout {
					w.layOutBy(mode)
					stood = append(stood, note())
				}
			}
			if _, err := w.session.apply(anyEdit(t, w.session.book)); err != nil {
				continue // such as a company with deals, which is not deleted
			}
			stood = append(stood, note())
		}
		for step := len(stood) - 2; step >= 0; step-- {
			w.undo()
			same("undone to", step)
		}
		for step := range stood[1:] {
			w.redo()
			same("redone to", step+1)
		}
		for range stood[1:] {
			w.undo()
		}
	})
}
