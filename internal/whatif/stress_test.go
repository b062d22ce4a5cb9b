package whatif

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// bookOf returns a book of flows, each a deal of its own, with the companies' cash in cents; below 0 it is not stated.
// Every kindth of them is equity.
func bookOf(cash []float64, flows [][3]int64, kindth int) *deal.Book {
	var book deal.Book
	for i, cents := range cash {
		company := deal.Company{ID: deal.CompanyID(i + 1), Name: string(rune('A' + i)), Role: deal.RoleOther}
		if cents >= 0 {
			company.Cash = deal.Reported{Stated: true, Money: deal.Money{Cents: int64(cents), Currency: deal.USD}}
		}
		book.Companies = append(book.Companies, company)
	}
	for i, flow := range flows {
		kind := deal.KindCloud
		if kindth > 0 && i%kindth == 0 {
			kind = deal.KindEquity
		}
		book.Deals = append(book.Deals, deal.Deal{
			ID: deal.DealID(i + 1), Title: "deal", Status: deal.StatusSigned, Counting: deal.Counted,
			Legs: []deal.Leg{{
				ID: deal.LegID(i + 1), Deal: deal.DealID(i + 1), Payer: deal.CompanyID(flow[0] + 1), Payee: deal.CompanyID(flow[1] + 1),
				Kind: kind, Basis: deal.BasisCash, Currency: deal.USD, Figure: deal.Exactly(flow[2]),
			}},
		})
	}
	return deal.NewBook(book)
}

func stress(t testing.TB, book *deal.Book, shock Shock) *StressResult {
	t.Helper()
	result, err := Stress(context.Background(), book, network.View{}, shock)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func wantClose(t testing.TB, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-6*max(1e-6, math.Abs(want)) {
		t.Errorf("%s: %v, not %v", what, got, want)
	}
}

// TestStressAgreesWithTheOracles takes the independent clearing vectors through a shock that changes nothing, and
// DebtRank through the failure of each company.
func TestStressAgreesWithTheOracles(t *testing.T) {
	files, err := filepath.Glob("../network/testdata/net-*.json")
	if err != nil || len(files) != 10 {
		t.Fatalf("found %d oracles, error %v", len(files), err)
	}
	for _, file := range files {
		var oracle struct {
			Flows          [][3]int64
			Cash, Clearing []float64
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &oracle); err != nil {
			t.Fatal(err)
		}
		book := bookOf(oracle.Cash, oracle.Flows, 0)
		result := stress(t, book, Shock{Kind: ShockCash, Company: 1, Cents: int64(oracle.Cash[0])})
		lost := 0.0
		for i, pays := range oracle.Clearing {
			wantClose(t, filepath.Base(file)+": pays", result.Companies[i].Pays.Best, pays)
			lost += result.Companies[i].Owes.Best - pays
		}
		wantClose(t, "lost", result.Lost.Best, lost)
		wantClose(t, "lost before", result.LostBefore.Best, lost)
		if result.Rank.Best != 0 {
			t.Errorf("%s: nothing happens, and %v of all value is lost", file, result.Rank.Best)
		}
		for i, rank := range result.Network.DebtRank(book) {
			wantClose(t, filepath.Base(file)+": DebtRank", stress(t, book, Shock{Kind: ShockFails, Company: deal.CompanyID(i + 1)}).Rank.Best, rank)
		}
	}
}

// iterated applies the rule of Rogers and Veraart again and again, from full payment downwards: of the legs only parts
// are due, and the failed company pays a part of what it owes.
func iterated(flows [][3]int64, part []float64, cash []float64, failed int, recovery float64, costs network.DefaultCosts) []float64 {
	owes, pays := make([]float64, len(cash)), make([]float64, len(cash))
	for i, flow := range flows {
		owes[flow[0]] += float64(flow[2]) * part[i]
	}
	copy(pays, owes)
	for range 20_000 {
		gets, change := make([]float64, len(cash)), 0.0
		for i, flow := range flows {
			if owes[flow[0]] > 0 {
				gets[flow[1]] += float64(flow[2]) * part[i] * pays[flow[0]] / owes[flow[0]]
			}
		}
		for i := range cash {
			next := owes[i]
			switch {
			case i == failed:
				next *= recovery
			case cash[i] >= 0 && cash[i]+gets[i] < owes[i]*(1-1e-11):
				next = (1-costs.Cash)*cash[i] + (1-costs.Payments)*gets[i]
			}
			change = max(change, math.Abs(next-pays[i]))
			pays[i] = next
		}
		if change < 1e-7 {
			break
		}
	}
	return pays
}

func TestStressIsTheLimitOfPaying(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.IntRange(2, 6).Draw(t, "companies")
		cash := make([]float64, count)
		for i := range cash {
			cash[i] = float64(rapid.IntRange(-10, 40).Draw(t, "cash"))*1_000_000 + 1
			if cash[i] < 0 {
				cash[i] = -1
			}
		}
		var flows [][3]int64
		for range rapid.IntRange(1, 12).Draw(t, "flows") {
			from := rapid.IntRange(0, count-1).Draw(t, "from")
			to := (from + rapid.IntRange(1, count-1).Draw(t, "to")) % count
			flows = append(flows, [3]int64{int64(from), int64(to), rapid.Int64Range(1, 30).Draw(t, "money") * 1_000_000})
		}
		book := bookOf(cash, flows, 3)
		shock := Shock{
			Kind:    rapid.SampledFrom([]ShockKind{ShockFails, ShockCut, ShockCutOff}).Draw(t, "kind"),
			Company: 1, Supplier: 2, Cut: deal.KindCloud, Part: 500_000,
			Recovery: deal.Share(rapid.Int64Range(0, 10).Draw(t, "recovery")) * 100_000,
			Costs:    network.DefaultCosts{Cash: rapid.Float64Range(0, 1).Draw(t, "a"), Payments: rapid.Float64Range(0.1, 1).Draw(t, "b")},
		}
		result, err := Stress(context.Background(), book, network.View{}, shock)
		if err != nil {
			t.Fatal(err)
		}
		part, failed := make([]float64, len(flows)), -1
		for i, flow := range flows {
			part[i] = 1
			cloud := i%3 != 0
			switch {
			case shock.Kind == ShockCut && cloud:
				part[i] = 0.5
			case shock.Kind == ShockCutOff && cloud && flow[0] == 0 && flow[1] == 1:
				part[i] = 0
			}
		}
		if shock.Kind == ShockFails {
			failed = 0
		}
		pays := iterated(flows, part, cash, failed, float64(shock.Recovery)/float64(deal.Whole), shock.Costs)
		paid, lost, due := 0.0, 0.0, 0.0
		for i, company := range result.Companies {
			if math.Abs(company.Pays.Best-pays[i]) > 2 {
				t.Fatalf("%s pays %v, not %v", book.CompanyName(company.Company), company.Pays.Best, pays[i])
			}
			paid += company.Pays.Best
			lost += company.LostIn.Best
			due += company.DueIn.Best
		}
		// What is due is paid or lost: nothing comes from nowhere.
		if math.Abs(due-paid-lost) > 1 || math.Abs(lost-result.Lost.Best) > 1 || result.LeastUnpaid.Best < result.Unpaid.Best-1 {
			t.Fatalf("due %v, paid %v, lost %v (%v, at least paid %v)", due, paid, lost, result.Lost, result.LeastUnpaid)
		}
		inLegs := 0.0
		for _, leg := range result.Legs {
			inLegs += leg.Lost.Best
			if leg.Wave < 0 || leg.Share.Best < 0 || leg.Share.Best > 1+1e-9 {
				t.Fatalf("a leg that loses something: %+v", leg)
			}
		}
		if math.Abs(inLegs-lost) > 1 {
			t.Fatalf("the legs lose %v, the companies %v", inLegs, lost)
		}
	})
}

func TestFailureOfOpenAIInTheSample(t *testing.T) {
	book := sampleBook()
	result := stress(t, book, Shock{Kind: ShockFails, Company: openAI})
	wantClose(t, "lost", result.Lost.Best, float64(bn(610.75)))
	if result.LegsKnown != 6 || result.LegsAll != 8 || result.CashUnknown != 6 {
		t.Errorf("%d of %d legs, cash of %d companies unknown", result.LegsKnown, result.LegsAll, result.CashUnknown)
	}
	if len(result.Suppliers) != 4 || result.Suppliers[0].Company != oracle || result.Suppliers[0].Lost.Best != float64(bn(300)) {
		t.Errorf("suppliers: %+v", result.Suppliers)
	}
	if amazonLoses := result.Suppliers[2]; amazonLoses.Company != amazon || amazonLoses.Unknown != 1 {
		t.Errorf("Amazon loses an undisclosed leg too: %+v", amazonLoses)
	}
	if leg, ok := result.Leg(amazonSpending); !ok || leg.Known || leg.Share.Best != 1 {
		t.Errorf("the undisclosed leg: %+v", leg)
	}
	// Nobody's cash is known, so nobody else falls; with none at all Oracle cannot pay for what nobody knows.
	if result.Waves != 0 {
		t.Errorf("%d waves", result.Waves)
	}
	part := stress(t, book, Shock{Kind: ShockFails, Company: openAI, Recovery: 400_000})
	wantClose(t, "lost with a recovery of 40%", part.Lost.Best, float64(bn(610.75))*0.6)
	// $135bn is 27% of at least $500bn; Amazon's $10bn is 2% of it.
	wantClose(t, "Microsoft's", investor(t, result, microsoft).Lost.Best, float64(bn(135)))
	wantClose(t, "Amazon's", investor(t, result, amazon).Lost.Best, float64(bn(10)))
	if i := investor(t, result, nvidia); i.Known || i.Unknown != 1 {
		t.Errorf("Nvidia's stake is not stated: %+v", i)
	}
}

func investor(t testing.TB, result *StressResult, id deal.CompanyID) StressedInvestor {
	t.Helper()
	for _, investor := range result.Investors {
		if investor.Company == id {
			return investor
		}
	}
	t.Fatalf("company %d is no investor", id)
	return StressedInvestor{}
}

func TestShocksOfTheSample(t *testing.T) {
	book := sampleBook()
	fall := stress(t, book, Shock{Kind: ShockValuations, Part: nasdaqFall})
	if fall.Lost.Best != 0 {
		t.Errorf("valuations that fall are no payment missed, but %v is lost", fall.Lost.Best)
	}
	wantClose(t, "Microsoft's first loss", investor(t, fall, microsoft).First.Best, 0.77*float64(bn(135)))
	half := stress(t, book, Shock{Kind: ShockCut, Cut: deal.KindCloud, Part: 500_000})
	wantClose(t, "half of the cloud", half.Lost.Best, float64(bn(610.75))/2)
	talks := stress(t, book, Shock{Kind: ShockCollapse, Status: deal.StatusInTalks})
	wantClose(t, "in talks", talks.Lost.Best, float64(bn(10)))
	// One leg of it is undisclosed: nothing bounds what is lost.
	if talks.Lost.Low != 0 || !talks.Lost.Open || !talks.Lost.Sampled || talks.Cut.Sampled || talks.Unpaid.Best != 0 {
		t.Errorf("up to $10bn in talks: %+v, cut %+v", talks.Lost, talks.Cut)
	}
	off := stress(t, book, Shock{Kind: ShockCutOff, Company: openAI, Supplier: oracle})
	wantClose(t, "cut off", off.Lost.Best, float64(bn(300)))
	cash := stress(t, book, Shock{Kind: ShockCash, Company: openAI, Cents: bn(5)})
	if c, _ := cash.Company(openAI); c.Wave != 1 || math.Abs(c.Pays.Best-float64(bn(115))) > 1 {
		t.Errorf("OpenAI with $5bn and $110bn coming in, Microsoft's $13bn being paid: %+v", c)
	}
	if cash.RankKnown || cash.RankWhy == "" {
		t.Error("nobody knows how much of OpenAI's value goes when its cash becomes $5bn")
	}
	zero := stress(t, book, Shock{Kind: ShockFails, Company: openAI, Assume: true})
	if c, _ := zero.Company(nvidia); c.Wave != 1 || zero.CashUnknown != 0 || zero.CashAssumed != 6 {
		t.Errorf("without cash Nvidia cannot pay OpenAI: %+v, %d assumed", c, zero.CashAssumed)
	}
}

// Every shock's changes are taken by the book, and do to the measures what they say.
func TestShocksAreChanges(t *testing.T) {
	book := sampleBook()
	for _, shock := range []Shock{
		{Kind: ShockFails, Company: openAI}, {Kind: ShockCash, Company: openAI, Cents: bn(5)},
		{Kind: ShockValuations, Part: nasdaqFall}, {Kind: ShockCut, Cut: deal.KindCloud, Part: 500_000},
		{Kind: ShockCollapse, Status: deal.StatusInTalks}, {Kind: ShockCutOff, Company: openAI, Supplier: oracle},
	} {
		changes := shock.Changes(book)
		if len(changes) == 0 {
			t.Errorf("%s makes no change", shock.Words(book))
		}
		if _, err := Apply(book, changes); err != nil {
			t.Errorf("%s: %v", shock.Words(book), err)
		}
		if _, err := ApplyView(network.View{}, changes); err != nil {
			t.Errorf("%s: %v", shock.Words(book), err)
		}
	}
}

func TestShocksThatMakeNoSense(t *testing.T) {
	book := sampleBook()
	for _, shock := range []Shock{
		{}, {Kind: ShockFails}, {Kind: ShockFails, Company: 99}, {Kind: ShockCash, Company: 1, Cents: -1},
		{Kind: ShockCutOff, Company: 1}, {Kind: ShockCutOff, Company: 1, Supplier: 1}, {Kind: ShockCut, Cut: "bread"},
		{Kind: ShockCollapse, Status: "asleep"}, {Kind: ShockValuations, Part: deal.Whole + 1},
		{Kind: ShockFails, Company: 1, Recovery: -1}, {Kind: ShockFails, Company: 1, Assume: true, Assumed: -1},
		{Kind: ShockFails, Company: 1, Costs: network.DefaultCosts{Cash: math.NaN()}},
	} {
		if _, err := Stress(context.Background(), book, network.View{}, shock); err == nil {
			t.Errorf("%+v is accepted", shock)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Stress(ctx, book, network.View{}, Shock{Kind: ShockFails, Company: openAI}); err == nil {
		t.Error("a cancelled stress test ends with a result")
	}
}

// Two companies that own half of each other, each worth $10bn: their own businesses are worth $5bn, and a third of the
// other's belongs to the owners of each (Elliott, Golub and Jackson 2014).
func TestHoldingsInEachOtherAreCountedOnce(t *testing.T) {
	book := bookOf([]float64{0, 0}, [][3]int64{{0, 1, bn(5)}, {1, 0, bn(5)}}, 1)
	for i := range book.Deals {
		book.Deals[i].Legs[0].Valuation, book.Deals[i].Legs[0].Stake = deal.Exactly(bn(10)), 500_000
	}
	result := stress(t, deal.NewBook(*book), Shock{Kind: ShockValuations, Part: nasdaqFall})
	for _, id := range []deal.CompanyID{1, 2} {
		holder := investor(t, result, id)
		wantClose(t, "worth", holder.Worth.Best, float64(bn(5))/3)
		wantClose(t, "lost at first", holder.First.Best, 0.77*float64(bn(5))/3)
	}
}
