package gui

import (
	"os"
	"path/filepath"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/store"
)

func TestTypedPaths(t *testing.T) {
	w := openSample(t)
	home, err := os.UserHomeDir()
	if err != nil {
		t.Fatal(err)
	}
	beside := filepath.Dir(w.session.document.Path())
	for typed, want := range map[string]string{
		"": "", " x.csv ": filepath.Join(beside, "x.csv"), "~/y.csv": home + "/y.csv", "/z/a b.csv": "/z/a b.csv",
	} {
		if got := w.absolute(typed); got != want {
			t.Errorf("%q means %q, not %q", typed, got, want)
		}
	}
}

// TestNewDocumentNeverEmptiesAFile tries to make a document where there is one.
func TestNewDocumentNeverEmptiesAFile(t *testing.T) {
	w := openSample(t)
	w.files.Create = func(path string) (Document, error) { return store.Create(path) }
	path := filepath.Join(t.TempDir(), "there.roundtrip")
	if err := os.WriteFile(path, []byte("something"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.newDocument()
	w.create(path)
	if text, err := os.ReadFile(path); err != nil || string(text) != "something" {
		t.Errorf("the file holds %q, %v", text, err)
	}
	w.create(filepath.Join(t.TempDir(), "fresh"))
	if got := filepath.Base(w.session.document.Path()); got != "fresh.roundtrip" {
		t.Errorf("the open document is %s", got)
	}
	if got := w.status.summary.Content(); got[:11] != "0 companies" {
		t.Errorf("the empty document: %s", got)
	}
	if w.session.source != 0 || len(w.session.selection.Legs) != 0 {
		t.Error("something of the last document is still selected")
	}
}

func TestAnotherLegAndBack(t *testing.T) {
	w := openSample(t)
	first := w.session.stake.Leg
	w.whatIf.amount.SetText("20bn")
	other := deal.LegID(w.deals.Shown()[2].Key)
	w.whatIf.move(other)
	if got := w.whatIf.row("gross")[1]; got != "~$751.75bn" {
		t.Errorf("after another leg took its place, the first is not moved any more: gross %s", got)
	}
	w.whatIf.amount.SetText("40bn")
	w.whatIf.move(first)
	if w.whatIf.amount.Text != "$20bn" {
		t.Errorf("back at the first leg the field says %s", w.whatIf.amount.Text)
	}
	w.whatIf.amount.SetText("30bn")
	if got := w.whatIf.row("gross")[1]; got != "~$763.75bn" {
		t.Errorf("the first leg at 30bn and the other at 40bn: gross %s", got)
	}
	w.whatIf.backToBase()
	if w.session.tried() || w.whatIf.amount.Text != "$10bn" {
		t.Errorf("back at the base the field says %s", w.whatIf.amount.Text)
	}
}

func TestOvertakenClaimsStepBack(t *testing.T) {
	w := openSample(t)
	w.deals.OnSelected(w.deals.Shown()[0].Key)
	w.changeSelected()
	form := w.dealForm(t)
	typeIn(form.cards[0].fields[deal.FieldValuation], "1tn")
	typeIn(form.cards[0].fields[fieldAssumed], "€5bn")
	form.Submit()
	if form.cards[0].fields[fieldAssumed].Problem() == "" {
		t.Error("an assumption in another currency is taken")
	}
	typeIn(form.cards[0].fields[fieldAssumed], "")
	form.Submit()
	if w.form != nil {
		t.Fatalf("the form is still open: %s", form.summary.Content())
	}
	for _, claim := range w.session.book.ClaimsAbout(deal.Subject{Leg: w.session.selection.Legs[0]}) {
		if claim.Field == deal.ClaimValuation && claim.Chosen {
			t.Errorf("the claim of %s is still chosen", claimValue(claim))
		}
	}
}
