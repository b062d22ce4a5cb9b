package network

import (
	"context"
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// drawPresenceBook draws a few companies and deals of one leg each with figures of a few cents, of which some may come
// to nothing; talks count half.
func drawPresenceBook(t *rapid.T) (*deal.Book, View) {
	var data deal.Book
	companies := rapid.IntRange(2, 4).Draw(t, "companies")
	for i := range companies {
		company := deal.Company{ID: deal.CompanyID(i + 1), Name: string(rune('A' + i)), Role: deal.RoleLab}
		if rapid.IntRange(0, 2).Draw(t, "stated") == 0 {
			company.Cash = deal.Reported{Stated: true, Money: deal.Money{Cents: rapid.Int64Range(0, 3).Draw(t, "cash"), Currency: deal.USD}}
		}
		data.Companies = append(data.Companies, company)
	}
	for i := range rapid.IntRange(1, 6).Draw(t, "deals") {
		payer := rapid.IntRange(0, companies-1).Draw(t, "payer")
		payee := (payer + rapid.IntRange(1, companies-1).Draw(t, "steps")) % companies
		low := 2 * rapid.Int64Range(0, 2).Draw(t, "low")
		figure := rapid.SampledFrom([]deal.Figure{
			deal.Exactly(low + 2), deal.Between(low, low+2), deal.UpTo(low + 2), deal.Undisclosed(),
		}).Draw(t, "figure")
		data.Deals = append(data.Deals, deal.Deal{
			ID: deal.DealID(i + 1), Title: "x", Counting: deal.Counted,
			Status: rapid.SampledFrom([]deal.Status{deal.StatusSigned, deal.StatusInTalks}).Draw(t, "status"),
			Legs: []deal.Leg{{
				ID: deal.LegID(i + 1), Deal: deal.DealID(i + 1), Figure: figure, Currency: deal.USD,
				Payer: deal.CompanyID(payer + 1), Payee: deal.CompanyID(payee + 1),
				Kind:       rapid.SampledFrom([]deal.Kind{deal.KindEquity, deal.KindCloud}).Draw(t, "kind"),
				TermMonths: 12 * rapid.IntRange(0, 2).Draw(t, "years"),
			}},
		})
	}
	return deal.NewBook(data), View{Weights: map[deal.Status]deal.Share{deal.StatusInTalks: deal.Whole / 2}}
}

// drawOutcome draws what the figures of the network can turn out to be: every leg has a number then. A deal that counts
// in part may fall through.
func drawOutcome(t *rapid.T, book *deal.Book, n *Network) (resolved *deal.Book, fell bool) {
	outcome := deal.Book{Companies: book.Companies}
	for _, flow := range n.Flows {
		for _, part := range flow.Legs {
			leg, d, _ := book.Leg(part.ID)
			high := part.High
			if part.HighOpen {
				high = 9
			}
			cents := rapid.Int64Range(part.Low, high).Draw(t, "cents")
			if d.Status == deal.StatusInTalks && rapid.Bool().Draw(t, "falls through") {
				cents, fell = 0, true
			}
			if cents == 0 {
				continue
			}
			leg.Figure = deal.Exactly(cents)
			d.Legs = []deal.Leg{leg}
			outcome.Deals = append(outcome.Deals, d)
		}
	}
	return deal.NewBook(outcome), fell
}

func TestWhateverTheFiguresTurnOutToBeLoopsAndFlagsAreInTheirRanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book, view := drawPresenceBook(t)
		n, err := Build(book, view)
		if err != nil {
			t.Fatal(err)
		}
		m, err := Measure(context.Background(), book, n, Options{Ranges: true, Samples: 1, Time: time.Hour})
		if err != nil {
			t.Fatal(err)
		}
		countsInside(t, m.Ranges, m)
		sure := make(map[flagKey]bool)
		for i, flag := range m.Flags {
			sure[keyOf(flag)] = m.Ranges.SureFlags[i]
		}
		for range 8 {
			outcome, fell := drawOutcome(t, book, n)
			built, err := Build(outcome, View{})
			if err != nil {
				t.Fatal(err)
			}
			now, err := Measure(context.Background(), outcome, built, Options{})
			if err != nil {
				t.Fatal(err)
			}
			countsInside(t, m.Ranges, now)
			if largest := now.largest(); !fell && (largest < m.Ranges.LargestLoop.Low || largest > m.Ranges.LargestLoop.High) {
				t.Fatalf("the largest loop: %g is not in %+v", largest, m.Ranges.LargestLoop)
			}
			for _, flag := range now.Flags {
				delete(sure, keyOf(flag))
			}
		}
		for key, sure := range sure {
			if sure {
				t.Fatalf("%s of %d and %d never fires but is said to be sure", Rules[key.rule], key.one, key.more)
			}
		}
	})
}

// largest returns the cents of the biggest loop.
func (m *Measures) largest() float64 {
	if len(m.Loops.Top) == 0 {
		return 0
	}
	return float64(m.Loops.Top[0].Money)
}

// countsInside checks that what is counted lies in its ranges.
func countsInside(t *rapid.T, r *Ranges, m *Measures) {
	check := func(name string, r Range, value float64) {
		if !(r.Low <= value && value <= r.High) || r.Low < r.High && r.Driver == 0 {
			t.Fatalf("%s: %g is not in %+v", name, value, r)
		}
	}
	if r.LargestLoop.Low < r.LargestLoop.High && r.LargestLoop.Driver == 0 {
		t.Fatalf("nothing drives the largest loop: %+v", r.LargestLoop)
	}
	check("loops", r.LoopCount, float64(m.Loops.Count))
	for i, category := range Categories {
		check(string(category), r.ByCategory[i], float64(m.Loops.ByCategory[i]))
	}
	check("flags", r.Flags, float64(len(m.Flags)))
	for i, rule := range Rules {
		count := 0
		for _, flag := range m.Flags {
			if flag.Rule == rule {
				count++
			}
		}
		check(rule, r.ByRule[i], float64(count))
	}
}

// TestLoopCountRangeIsReached tries the corners: with all that may come to nothing gone there are the fewest loops.
func TestLoopCountRangeIsReached(t *testing.T) {
	// 0 and 1 trade for sure; 1 and 2, and 2 and 0, up to something; 0 to 1 to 2 to 0 needs both.
	n := uncertainNetwork(t, 3, [][5]int64{{0, 1, 5, 5, 5}, {1, 0, 2, 3, 4}, {1, 2, 0, 9, 9}, {2, 0, 0, 0, 7}, {2, 1, 1, 1, -1}})
	m, err := Measure(context.Background(), nil, n, Options{Ranges: true, Time: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	if want := (Range{Low: 1, High: 3, Driver: 3}); m.Ranges.LoopCount != want {
		t.Errorf("got %+v, want %+v", m.Ranges.LoopCount, want)
	}
	if want := (Range{Low: 2, High: 9, Driver: 3}); m.Ranges.LargestLoop.Low != want.Low || m.Ranges.LargestLoop.High != want.High {
		t.Errorf("got %+v, want %+v", m.Ranges.LargestLoop, want)
	}
	if at := slices.Index(Categories, CategoryReciprocalTrade); m.Ranges.ByCategory[at].Low != 1 || m.Ranges.ByCategory[at].High != 3 {
		t.Errorf("got %+v", m.Ranges.ByCategory)
	}
}

// TestLoopCountRangeOfTooMany bounds what cannot be counted: beyond the limit nothing is said of the high end.
func TestLoopCountRangeOfTooMany(t *testing.T) {
	var rows [][5]int64
	for payer := range int64(12) {
		for payee := range int64(12) {
			if payer != payee {
				rows = append(rows, [5]int64{payer, payee, (payer * payee) % 2, 3, 3})
			}
		}
	}
	n := uncertainNetwork(t, 12, rows)
	m, err := Measure(context.Background(), nil, n, Options{Ranges: true, Limits: Limits{Count: 120_000, Time: time.Hour}, Samples: 1, Time: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	r := m.Ranges.LoopCount
	if !m.Loops.Truncated || m.Loops.ByCategory != nil || m.Ranges.ByCategory != nil {
		t.Fatalf("%d loops, by category %v, %v", m.Loops.Count, m.Loops.ByCategory, m.Ranges.ByCategory)
	}
	if !math.IsInf(r.High, 1) || !r.Sampled || r.Driver == 0 || r.Low != 409 {
		t.Errorf("got %+v", r) // 409 loops of six companies that all trade for sure
	}
}
