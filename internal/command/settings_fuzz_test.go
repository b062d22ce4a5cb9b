package command

import (
	"context"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// FuzzSetting reads any text as a setting: what is taken can be made in the book.
func FuzzSetting(f *testing.F) {
	book, err := sampleBook()
	if err != nil {
		f.Fatal(err)
	}
	for _, text := range []string{
		"Amazon>OpenAI=20bn", "1=20bn", "spent:1=50%", "status:1=signed", "timing:1=post", "weight:in talks=50%", "fails:OpenAI",
		"fails:OpenAI=no", "cut off:OpenAI=Oracle", "cut-off:OpenAI", "suspends:OpenAI=12 months", "term:1=7 years", "cash:Amazon=$5bn",
		"margin:Amazon=60%", "low:Oracle>Nvidia=0", "valuation:1=0", "drawn:1=€5", "=", ":=", "x:1=2", "1==3",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		change, err := parseSetting(book, text)
		if err != nil {
			if err.Error() == "" {
				t.Error("it is refused without a word")
			}
			return
		}
		changes := []deal.Change{change}
		if _, err := whatif.Apply(book, changes); err != nil {
			t.Errorf("it is taken and cannot be made: %v", err)
		}
		if _, err := whatif.ApplyView(network.View{}, changes); err != nil {
			t.Errorf("it is taken and cannot be viewed: %v", err)
		}
		if whatif.Describe(book, change) == "" {
			t.Error("it is taken and has no words")
		}
	})
}

// FuzzMoving reads any text as what a sweep moves: the range that is taken runs upwards, between values that can be set.
func FuzzMoving(f *testing.F) {
	book, err := sampleBook()
	if err != nil {
		f.Fatal(err)
	}
	workbench, err := whatif.NewWorkbench(context.Background(), book, network.View{}, network.Options{})
	if err != nil {
		f.Fatal(err)
	}
	stake, _ := whatif.DefaultStake(book)
	moved := &trial{book: book, workbench: workbench, leg: stake.Leg}
	study := workbench.Study(stake.Leg, nil)
	for _, text := range []string{
		"amount", "amount=0..50bn", "spent=0%..100%", "years=1..10", "term=1 year..10 years", "valuation=1..2", "margin",
		"Oracle>Nvidia=0..1tn", "weight:in talks=0%..50%", "suspends:OpenAI=1 month..2 years", "status:1", "..", "=..", "1=5..",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		span, err := moved.moving(study, "sweep", text)
		if err != nil {
			return
		}
		if span.High <= span.Low {
			t.Errorf("from %d to %d", span.Low, span.High)
		}
		for _, value := range []int64{span.Low, span.High} {
			if err := whatif.Validate(book, span.Input.At(value)); err != nil {
				t.Errorf("%d cannot be set: %v", value, err)
			}
		}
	})
}
