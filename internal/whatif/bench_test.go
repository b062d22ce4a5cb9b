package whatif

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// industry returns a made-up book of so many companies and legs: a few hubs finance and supply the rest, as in
// the articles, and amounts fall off like a power law. Its first leg is a stake with an undisclosed spending leg.
func industry(companies, legs int) *deal.Book {
	random := rand.New(rand.NewPCG(1, uint64(companies)))
	book := deal.Book{}
	for i := range companies {
		book.Companies = append(book.Companies, deal.Company{ID: deal.CompanyID(i + 1), Name: fmt.Sprint("C", i+1), Role: deal.RoleOther})
	}
	hub := func() deal.CompanyID {
		at := int(float64(companies) * random.Float64() * random.Float64() * random.Float64())
		return deal.CompanyID(at + 1)
	}
	for i := range legs {
		payer, payee := hub(), deal.CompanyID(1+random.IntN(companies))
		if random.IntN(2) == 0 {
			payer, payee = payee, payer
		}
		if i == 0 {
			payer, payee = 1, 2
		}
		if payer == payee {
			payee = deal.CompanyID(int(payee)%companies + 1)
		}
		kind := deal.Kinds[random.IntN(len(deal.Kinds))]
		leg := deal.Leg{ID: deal.LegID(i + 1), Deal: deal.DealID(i + 1), Payer: payer, Payee: payee, Kind: kind,
			Basis: deal.BasisCash, Figure: deal.Exactly(int64(billion / (0.02 + random.Float64()))), Currency: deal.USD}
		if i == 0 {
			leg.Kind, leg.Figure, leg.ConditionalOn = deal.KindEquity, deal.UpTo(bn(10)), 2
		}
		if i == 1 {
			leg.Payer, leg.Payee, leg.Kind, leg.Figure = 2, 1, deal.KindCloud, deal.Undisclosed()
		}
		book.Deals = append(book.Deals, deal.Deal{ID: leg.Deal, Title: fmt.Sprint("D", i+1), Status: deal.StatusSigned,
			Counting: deal.Counted, Legs: []deal.Leg{leg}})
	}
	return deal.NewBook(book)
}

// One step of a slider: the stake moves, everything else stays.
func BenchmarkStepOfTheStake(b *testing.B) {
	for _, size := range []struct {
		name string
		book *deal.Book
		view network.View
	}{
		{"sample", sampleBook(), network.View{}},
		{"20 companies, 45 legs", industry(20, 45), network.View{}},
		{"200 companies, 500 legs, loops to 6", industry(200, 500), network.View{MaxLen: 6}},
	} {
		b.Run(size.name, func(b *testing.B) {
			options := network.Options{Limits: network.Limits{MaxLen: size.view.MaxLen}}
			workbench, err := NewWorkbench(context.Background(), size.book, size.view, options)
			if err != nil {
				b.Fatal(err)
			}
			stake, _ := DefaultStake(size.book)
			stake.SpentBack, stake.Assume = 800_000, false
			b.ResetTimer()
			for i := range b.N {
				stake.Cents = bn(float64(1 + i%50))
				if _, err := workbench.Compare(context.Background(), stake, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// One step of the share that is spent back: the saturation has to be found anew.
func BenchmarkStepOfTheShare(b *testing.B) {
	for _, size := range []struct {
		name string
		book *deal.Book
	}{{"sample", sampleBook()}, {"200 companies, 500 legs", industry(200, 500)}} {
		b.Run(size.name, func(b *testing.B) {
			view := network.View{MaxLen: 4}
			workbench, err := NewWorkbench(context.Background(), size.book, view, network.Options{Limits: network.Limits{MaxLen: 4}})
			if err != nil {
				b.Fatal(err)
			}
			stake, _ := DefaultStake(size.book)
			b.ResetTimer()
			for i := range b.N {
				stake.SpentBack = deal.Share(1 + i%999_000)
				if _, err := workbench.Compare(context.Background(), stake, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// The experiment of the workbench: every range and every status at random, 1,000 samples.
func BenchmarkThousandSamples(b *testing.B) {
	for _, size := range []struct {
		name string
		book *deal.Book
	}{{"sample", sampleBook()}, {"200 companies, 500 legs", industry(200, 500)}} {
		b.Run(size.name, func(b *testing.B) {
			workbench, err := NewWorkbench(context.Background(), size.book, network.View{MaxLen: 4}, network.Options{Limits: network.Limits{MaxLen: 4}})
			if err != nil {
				b.Fatal(err)
			}
			stake, _ := DefaultStake(size.book)
			study := workbench.Study(stake.Leg, nil)
			spans, err := study.Spans(100_000)
			if err != nil {
				b.Fatal(err)
			}
			spans = slices.DeleteFunc(spans, func(span Span) bool { return span.Input.Field == deal.ChangeWeight })
			b.ResetTimer()
			for range b.N {
				_, err := study.Simulate(context.Background(), Experiment{Spans: spans, Samples: 1000, Seed: 1,
					Keys: []string{"gross", "circular_money", "circular_share"}}, nil)
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
