package whatif

import (
	"context"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestNumbersOfTheDealItself: under filters the rows that a filter does not change are said to be of the deal, and no
// others, for every filter that leaves the stake out and for one that does not.
func TestNumbersOfTheDealItself(t *testing.T) {
	book := sampleBook()
	for name, c := range map[string]struct {
		view network.View
		said string
	}{
		"no filter":  {network.View{}, ""},
		"binding":    {network.View{Statuses: []deal.Status{deal.StatusSigned, deal.StatusActive}}, "of the deal itself, which the filters leave out; the numbers of the network stand under: "},
		"commercial": {network.View{Kinds: []deal.Kind{deal.KindCloud}}, "of the deal itself, which the filters leave out; "},
		"large":      {network.View{MinAmount: deal.Money{Cents: 20_000_000_000_00, Currency: deal.USD}}, "of the deal itself, which the filters leave out; "},
		"not so":     {network.View{MinAmount: deal.Money{Cents: 1_000_000_000_00, Currency: deal.USD}}, "of the deal itself, whatever the filters leave out; "},
	} {
		workbench, err := NewWorkbench(context.Background(), book, c.view, network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		stake, _ := DefaultStake(book)
		comparison, err := workbench.CompareChanges(context.Background(), stake.Leg, nil)
		if err != nil {
			t.Fatal(err)
		}
		words := comparison.Words()
		if (len(words) == 4) != (c.said != "") || !strings.Contains(words[len(words)-1].Text, c.said) {
			t.Errorf("%s: it is said %q", name, words[len(words)-1].Text)
		}
		out := c.said != "" && strings.Contains(c.said, "which")
		if got := strings.Contains(comparison.Saturation.Sentence, "the view leaves it out"); got != out {
			t.Errorf("%s: of where it stops it is said %q", name, comparison.Saturation.Sentence)
		}
		if row, _ := comparison.Row("back_network"); out && row.Note != "the view leaves it out" {
			t.Errorf("%s: nothing comes back because %q", name, row.Note)
		}
	}
	of := func(view network.View) map[string]Row {
		workbench, err := NewWorkbench(context.Background(), book, view, network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		stake, _ := DefaultStake(book)
		comparison, err := workbench.CompareChanges(context.Background(), stake.Leg, nil)
		if err != nil {
			t.Fatal(err)
		}
		rows := map[string]Row{}
		for _, row := range comparison.Rows {
			rows[row.Key] = row
		}
		return rows
	}
	all, under := of(network.View{}), of(network.View{Statuses: []deal.Status{deal.StatusSigned, deal.StatusActive}})
	for key, row := range all {
		if ofTheDeal(key) && (row.Base != under[key].Base || row.BaseKnown != under[key].BaseKnown) {
			t.Errorf("%s is %v, under a filter %v: it is not of the deal itself", key, row.Base, under[key].Base)
		}
	}
}
