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
				if _, err := workbench.CompareChanges(context.Background(), stake.Leg, stake.Changes(workbench.book)); err != nil {
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
				if _, err := workbench.CompareChanges(context.Background(), stake.Leg, stake.Changes(workbench.book)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Samples of a simulation: -benchtime 10000x gives ten thousand of them. Every range is drawn, exact amounts by a tenth
// to both sides; "and luck" leaves every deal to chance too, so that no two samples have the same flows.
func BenchmarkSamples(b *testing.B) {
	for _, size := range []struct {
		name string
		book *deal.Book
	}{
		{"sample", sampleBook()}, {"20 companies", industry(20, 50)}, {"200 companies", industry(200, 500)},
		{"2000 companies", industry(2000, 5000)},
	} {
		b.Run(size.name, func(b *testing.B) { benchmarkMeasures(b, size.book) })
	}
}

// benchmarkMeasures samples one measure after the other, then every one together.
func benchmarkMeasures(b *testing.B, book *deal.Book) {
	options := network.Options{Limits: network.Limits{MaxLen: 4}}
	workbench, err := NewWorkbench(context.Background(), book, network.View{MaxLen: 4}, options)
	if err != nil {
		b.Fatal(err)
	}
	stake, _ := DefaultStake(book)
	compared, err := workbench.CompareChanges(context.Background(), stake.Leg, stake.Changes(workbench.book))
	if err != nil {
		b.Fatal(err)
	}
	var every []string
	for _, row := range compared.Rows {
		every = append(every, row.Key)
	}
	for _, keys := range [][]string{
		{"circular_share"}, {"finn"}, {"owned_by_3"}, {"bff_gamma"}, {"loops"}, {"compressed"}, {"debtrank_payee"}, {"flags"}, every,
	} {
		name := keys[0]
		if len(keys) > 1 {
			name = "every measure"
		}
		if !slices.Contains(every, keys[0]) {
			continue
		}
		b.Run(name, func(b *testing.B) { benchmarkSamples(b, workbench, stake.Leg, keys, 0) })
		b.Run(name+" and luck", func(b *testing.B) { benchmarkSamples(b, workbench, stake.Leg, keys, 900_000) })
	}
}

// benchmarkSamples makes as many samples as the benchmark asks for, with every deal coming about by the chance, if it
// is not 0.
func benchmarkSamples(b *testing.B, workbench *Workbench, leg deal.LegID, keys []string, chance deal.Share) {
	study := workbench.Study(leg, nil)
	spans, err := study.Spans(100_000)
	if err != nil {
		b.Fatal(err)
	}
	experiment := Experiment{Keys: keys, Samples: b.N, Seed: 1, Chances: make(map[deal.Status]deal.Share)}
	experiment.Spans = slices.DeleteFunc(spans, func(span Span) bool { return span.Input.Field == deal.ChangeWeight })
	if chance > 0 {
		for _, status := range deal.Statuses {
			experiment.Chances[status] = chance
		}
	}
	b.ReportAllocs()
	b.ResetTimer()
	if _, err := study.simulate(context.Background(), experiment, nil, nil); err != nil {
		b.Fatal(err)
	}
}

// A stress test: a hub fails, and everybody else has the same little cash, so that others fall after it.
func BenchmarkStress(b *testing.B) {
	for _, size := range []struct {
		name string
		book *deal.Book
	}{
		{"sample", sampleBook()},
		{"200 companies, 500 legs", industry(200, 500)},
		{"2000 companies, 5000 legs", industry(2000, 5000)},
	} {
		b.Run(size.name, func(b *testing.B) {
			for b.Loop() {
				stress(b, size.book, Shock{Kind: ShockFails, Company: 2, Assume: true, Assumed: bn(1)})
			}
		})
	}
}

// A tornado of the circular share: every input through its range, exact amounts by a tenth to both sides.
func BenchmarkTornado(b *testing.B) {
	for _, size := range []struct {
		name string
		book *deal.Book
	}{{"sample", sampleBook()}, {"200 companies", industry(200, 500)}, {"500 companies", industry(500, 1200)}} {
		b.Run(size.name, func(b *testing.B) {
			options := network.Options{Limits: network.Limits{MaxLen: 4}}
			workbench, err := NewWorkbench(context.Background(), size.book, network.View{MaxLen: 4}, options)
			if err != nil {
				b.Fatal(err)
			}
			stake, _ := DefaultStake(size.book)
			for b.Loop() {
				ask := TornadoQuestion{Key: "circular_share", Spread: FirstSpread}
				if _, err := workbench.Study(stake.Leg, nil).Tornado(context.Background(), ask, nil, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
