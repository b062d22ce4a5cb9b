package exchange

import (
	"bytes"
	"strings"
	"testing"

	"roundtrip/internal/network"
)

// TestMeasuresNameWhatHasNoRate: what is disclosed in euros is not called undisclosed, and is named in euros.
func TestMeasuresNameWhatHasNoRate(t *testing.T) {
	book := readBook(t, `payer,payee,kind,amount,currency
Uno,Duo,cloud,10bn,EUR
Duo,Uno,equity,7bn,USD
Duo,Tre,debt,up to 4bn,EUR
Duo,Tre,chips,1bn,USD
Tre,Duo,chips,,EUR
`)
	n, m := measuredWithRanges(t, book)
	var text bytes.Buffer
	if err := WriteMeasuresTable(&text, book, n, m); err != nil {
		t.Fatal(err)
	}
	words := strings.Join(strings.Fields(text.String()), " ")
	for _, want := range []string{
		"flows 4 of 5 legs, 1 undisclosed, 2 without a rate", "LOOPS: up to 2 (1 to 2)", "FLAGS: about 2 (1 to 4)",
		"Uno Duo €10bn, without a rate", "Duo Tre $1bn + up to €4bn, without a rate", "Tre Duo ? ",
		"Duo finances Uno ($7bn), which buys from it (€10bn, without a rate to USD).",
	} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not in\n%s", want, text.String())
		}
	}
	for _, loop := range m.Loops.Top {
		want := "how much can go round is undisclosed"
		if loop.UpTo > 0 {
			want = "up to $7bn can go round, how much is not known without a rate to USD"
		}
		if got := n.Round(loop); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestNoStakeIsNotUpToNothing: who holds a company only through another holds nothing of it directly.
func TestNoStakeIsNotUpToNothing(t *testing.T) {
	book := readBook(t, `payer,payee,kind,amount,stake_percent,valuation
Q,M,equity,3bn,12%,
M,N,equity,10bn,,90bn
P,N,equity,1bn to 2bn,8%,
`)
	n, err := network.Build(book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := network.Measure(t.Context(), book, n, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := WriteMeasuresTable(&text, book, n, m); err != nil {
		t.Fatal(err)
	}
	if words := strings.Join(strings.Fields(text.String()), " "); !strings.Contains(words, "Q N - about 1.3%") {
		t.Error(text.String())
	}
}
