package store

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"

	"roundtrip/internal/deal"
)

// elsewhere opens the document a second time, as another program would.
func elsewhere(t *testing.T, document *Document) *Document {
	t.Helper()
	other, err := Open(document.Path())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = other.Close() })
	return other
}

func TestChangedNoticesOtherPrograms(t *testing.T) {
	document, _ := filled(t)
	changed := func(want bool) {
		t.Helper()
		if got, err := document.Changed(); err != nil || got != want {
			t.Errorf("changed %v, want %v, %v", got, want, err)
		}
	}
	changed(false)
	other := elsewhere(t, document)
	changed(false)
	apply(t, other, deal.Edit{Companies: []deal.Company{company(0, "New")}})
	changed(true)
	changed(true)
	book, err := document.Book()
	if err != nil || len(book.Companies) != 3 {
		t.Errorf("%v, %v", book, err)
	}
	changed(false)
	apply(t, document, deal.Edit{Companies: []deal.Company{company(0, "Own")}})
	changed(false)
	if theirs, err := other.Changed(); err != nil || !theirs {
		t.Errorf("the other program: %v, %v", theirs, err)
	}
	if _, _, err := other.Undo(); err != nil {
		t.Fatal(err)
	}
	changed(true)
	book = apply(t, document, deal.Edit{Companies: []deal.Company{company(0, "Own again")}}).Book
	changed(false)
	if again, err := document.Book(); err != nil || !reflect.DeepEqual(again, book) {
		t.Errorf("after another program's writing Apply returned %+v, the file holds %+v", book, again)
	}
}

// conflicts are what another program does, and what we then do having seen the Book before; unless it is fine,
// that must fail.
var conflicts = []struct {
	name  string
	their func(*deal.Book) deal.Edit
	our   func(*deal.Book) deal.Edit
	fine  bool
}{
	{name: "the same company",
		their: func(b *deal.Book) deal.Edit {
			c := b.Companies[0]
			c.Note = "theirs"
			return deal.Edit{Companies: []deal.Company{c}}
		},
		our: func(b *deal.Book) deal.Edit {
			c := b.Companies[0]
			c.Note = "ours"
			return deal.Edit{Companies: []deal.Company{c}}
		}},
	{name: "another company", fine: true,
		their: func(b *deal.Book) deal.Edit {
			c := b.Companies[0]
			c.Note = "theirs"
			return deal.Edit{Companies: []deal.Company{c}}
		},
		our: func(b *deal.Book) deal.Edit {
			c := b.Companies[1]
			c.Note = "ours"
			return deal.Edit{Companies: []deal.Company{c}}
		}},
	{name: "a deal whose leg was changed",
		their: func(b *deal.Book) deal.Edit { return withLegs(b, func(d *deal.Deal) { d.Legs[1].Note = "theirs" }) },
		our:   func(b *deal.Book) deal.Edit { return withLegs(b, func(d *deal.Deal) { d.Title = "ours" }) }},
	{name: "a deal that was given a leg",
		their: func(b *deal.Book) deal.Edit {
			return withLegs(b, func(d *deal.Deal) { d.Legs = append(d.Legs, simpleLeg(0, 1, 2, 5)) })
		},
		our: func(b *deal.Book) deal.Edit { return withLegs(b, func(d *deal.Deal) { d.Title = "ours" }) }},
	{name: "a deal whose tags were changed",
		their: func(b *deal.Book) deal.Edit {
			return withLegs(b, func(d *deal.Deal) { d.Tags = []string{"theirs", "loop"} })
		},
		our: func(b *deal.Book) deal.Edit { return withLegs(b, func(d *deal.Deal) { d.Title = "ours" }) }},
	{name: "a deal that was deleted",
		their: func(b *deal.Book) deal.Edit { return deal.Edit{DeleteDeals: []deal.DealID{b.Deals[0].ID}} },
		our:   func(b *deal.Book) deal.Edit { return withLegs(b, func(d *deal.Deal) { d.Title = "ours" }) }},
	{name: "deleting a deal that was changed",
		their: func(b *deal.Book) deal.Edit { return withLegs(b, func(d *deal.Deal) { d.Title = "theirs" }) },
		our:   func(b *deal.Book) deal.Edit { return deal.Edit{DeleteDeals: []deal.DealID{b.Deals[0].ID}} }},
	{name: "deleting a deal that was given a claim",
		their: func(b *deal.Book) deal.Edit {
			return deal.Edit{Claims: []deal.Claim{{Source: 1, About: deal.Subject{Deal: b.Deals[0].ID}, Field: deal.ClaimOther}}}
		},
		our: func(b *deal.Book) deal.Edit { return deal.Edit{DeleteDeals: []deal.DealID{b.Deals[0].ID}} }},
	{name: "the rate",
		their: func(*deal.Book) deal.Edit { return deal.Edit{Rates: []deal.Rate{{Currency: "EUR", Micros: 1}}} },
		our:   func(*deal.Book) deal.Edit { return deal.Edit{Rates: []deal.Rate{{Currency: "EUR", Micros: 2}}} }},
	{name: "the scenario",
		their: func(b *deal.Book) deal.Edit {
			s := b.Scenarios[0]
			s.Changes = s.Changes[:1]
			return deal.Edit{Scenarios: []deal.Scenario{s}}
		},
		our: func(b *deal.Book) deal.Edit { return deal.Edit{DeleteScenarios: []deal.ScenarioID{b.Scenarios[0].ID}} }},
	{name: "the title",
		their: func(*deal.Book) deal.Edit { title := "theirs"; return deal.Edit{Title: &title} },
		our:   func(*deal.Book) deal.Edit { title := "ours"; return deal.Edit{Title: &title} }},
	{name: "the same change", fine: true,
		their: func(b *deal.Book) deal.Edit { return withLegs(b, func(d *deal.Deal) { d.Title = "same" }) },
		our:   func(b *deal.Book) deal.Edit { return withLegs(b, func(d *deal.Deal) { d.Title = "same" }) }},
}

func TestConflicts(t *testing.T) {
	for _, test := range conflicts {
		t.Run(test.name, func(t *testing.T) {
			document, applied := filled(t)
			apply(t, elsewhere(t, document), test.their(applied.Book))
			our := test.our(applied.Book)
			our.Seen = applied.Book
			if test.fine {
				apply(t, document, our)
				return
			}
			if err := refused(t, document, our); !errors.Is(err, deal.ErrConflict) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// withLegs changes the first deal in a copy of its own.
func withLegs(book *deal.Book, change func(*deal.Deal)) deal.Edit {
	d := book.Deals[0]
	d.Legs = append([]deal.Leg(nil), d.Legs...)
	change(&d)
	return deal.Edit{Deals: []deal.Deal{d}}
}

func TestUndoRefusesWhatAnotherProgramChanged(t *testing.T) {
	document, _ := filled(t)
	other := elsewhere(t, document)
	for _, write := range []string{
		"UPDATE companies SET note = 'theirs' WHERE id = 1",
		"DELETE FROM claims",
		"INSERT INTO legs SELECT 99, deal, 99, payer, payee, kind, basis, amount_said, amount_low_cents, amount_best_cents," +
			" amount_high_cents, amount_assumed, currency, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL," +
			" NULL, NULL, NULL, NULL FROM legs WHERE id = 2",
	} {
		if err := other.conn.run("SAVEPOINT before; " + write + "; RELEASE before"); err != nil {
			t.Fatal(err)
		}
		before := dump(t, document)
		if _, _, err := document.Undo(); !errors.Is(err, deal.ErrConflict) {
			var named *NamedError
			if !errors.As(err, &named) {
				t.Errorf("%s: %v", write, err)
			}
		}
		if dump(t, document) != before {
			t.Errorf("%s: a refused undo changed the document", write)
		}
	}
}

func TestNewEditCutsTheRedoBranch(t *testing.T) {
	document, _ := filled(t)
	apply(t, document, deal.Edit{Label: "second", Companies: []deal.Company{company(0, "B")}})
	if _, _, err := document.Undo(); err != nil {
		t.Fatal(err)
	}
	apply(t, document, deal.Edit{Label: "third", Companies: []deal.Company{company(0, "C")}})
	if undo, redo, err := document.History(); undo != "third" || redo != "" || err != nil {
		t.Errorf("%q, %q, %v", undo, redo, err)
	}
	if rows, err := document.conn.number("SELECT count(*) FROM history_rows WHERE step NOT IN (SELECT id FROM history)"); rows != 0 || err != nil {
		t.Errorf("%d rows without a step, %v", rows, err)
	}
}

func TestHistoryIsBounded(t *testing.T) {
	document := newTestDocument(t)
	for i := range 3 {
		apply(t, document, deal.Edit{Companies: []deal.Company{{Name: string(rune('A' + i)), Role: deal.RoleOther}}})
	}
	steps := func() int64 {
		t.Helper()
		count, err := document.conn.number("SELECT count(*) FROM history")
		if err != nil {
			t.Fatal(err)
		}
		return count
	}
	if err := document.conn.run("UPDATE history SET size = ? WHERE id = 2", int64(mostImageByte)); err != nil {
		t.Fatal(err)
	}
	apply(t, document, deal.Edit{Companies: []deal.Company{company(0, "D")}})
	if steps() != 2 {
		t.Errorf("%d steps after one that was too large", steps())
	}
	err := document.conn.run(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
		INSERT INTO history SELECT 100 + i, 'old', '', 0, 0 FROM n`)
	if err != nil {
		t.Fatal(err)
	}
	apply(t, document, deal.Edit{Companies: []deal.Company{company(0, "E")}})
	if steps() != mostSteps {
		t.Errorf("%d steps", steps())
	}
	if _, _, err := document.Undo(); err != nil {
		t.Error(err)
	}
}

// TestReadersWhileWriting has goroutines read Books while another one writes; each Book must be of one moment.
func TestReadersWhileWriting(t *testing.T) {
	document := newTestDocument(t)
	var readers sync.WaitGroup
	done := make(chan struct{})
	for range 4 {
		readers.Go(func() {
			for {
				book, err := document.Book()
				if err != nil || len(book.Companies) != 2*len(book.Deals) {
					t.Errorf("%d companies, %d deals, %v", len(book.Companies), len(book.Deals), err)
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for i := range 20 {
		first, second := company(-1, fmt.Sprint("A", i)), company(-2, fmt.Sprint("B", i))
		apply(t, document, deal.Edit{
			Companies: []deal.Company{first, second}, Deals: []deal.Deal{simpleDeal("D", simpleLeg(0, -1, -2, 1))},
		})
	}
	close(done)
	readers.Wait()
}
