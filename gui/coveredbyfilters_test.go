package gui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestEveryTableSaysWhatItCovers: under each filter deals, companies and loops list what passes, in the numbers that stand
// below them and in the status bar, and scenarios, side by side, what-if and stress test say what they count.
func TestEveryTableSaysWhatItCovers(t *testing.T) {
	w := openSample(t)
	w.whatIf.amount.SetText("25bn")
	w.saveAs(t, "Big")
	w.backToBase()
	w.stress.press(t, "OpenAI fails")
	w.toggleSideBySide()
	for words, filter := range map[string]func(*network.View){
		"only financing":       func(v *network.View) { v.Kinds = kindsOf(true) },
		"signed":               func(v *network.View) { v.Statuses = []deal.Status{deal.StatusSigned} },
		"at least $20bn":       func(v *network.View) { v.MinAmount = deal.Money{Cents: 20_000_000_000_00, Currency: deal.USD} },
		"only loops":           func(v *network.View) { v.OnlyLoops = true },
		"without Oracle":       func(v *network.View) { v.Hidden = ids(t, w, "Oracle") },
		"as of 6 Nov 2025":     func(v *network.View) { v.AsOf = "2025-11-06" },
		"within 1 step of AMD": func(v *network.View) { v.Near = ids(t, w, "AMD") },
	} {
		w.setView(func(view *network.View) { *view = network.View{}; filter(view) })
		legs, deals := 0, 0
		for _, d := range w.session.book.Deals {
			counts := false
			for _, leg := range d.Legs {
				if w.session.counts(leg.ID) {
					legs, counts = legs+1, true
				}
			}
			if counts {
				deals++
			}
		}
		rows := w.deals.Shown()
		line := fmt.Sprintf("%d of 15 deals pass the filters: %d of 20 legs", deals, legs)
		if got := w.deals.rest.summary.Content(); len(rows) != legs || got != line {
			t.Errorf("%s: %d deals are listed below “%s”; %d legs pass", words, len(rows), got, legs)
		}
		companies := w.companies.Shown()
		if got, want := w.companies.rest.summary.Content(), fmt.Sprintf("%d of 10 companies pass the filters", len(companies)); got != want {
			t.Errorf("%s: below the companies stands “%s”, not “%s”", words, got, want)
		}
		if got, want := w.status.summary.Content(), fmt.Sprintf("%d of 10 companies · %d of 15 deals", len(companies), deals); !strings.HasPrefix(got, want) {
			t.Errorf("%s: the status bar says %s, not %s", words, got, want)
		}
		_, _, measures := w.session.shown()
		if len(w.loops.Shown()) != measures.Loops.Count {
			t.Errorf("%s: %d loops are listed of %d", words, len(w.loops.Shown()), measures.Loops.Count)
		}
		stress := slices.ContainsFunc(texts(w.stress.shown.box), func(said string) bool { return strings.HasSuffix(said, "the filters: "+words+".") })
		for _, said := range []string{w.loops.summary.Content(), w.scenarios.covers.Content(), w.side.state.Content(), w.whatIf.under.Content()} {
			if !strings.HasSuffix(said, "under: "+words) {
				t.Errorf("%s: it is said %q", words, said)
			}
		}
		if !stress && legs > 0 {
			t.Errorf("%s: the stress test says nothing of it", words)
		}
	}
	w.setView(func(view *network.View) { *view = network.View{} })
	for _, said := range []string{w.loops.summary.Content(), w.scenarios.covers.Content(), w.side.state.Content(), w.whatIf.under.Content()} {
		if strings.Contains(said, "under") {
			t.Errorf("without filters it is said %q", said)
		}
	}
}
