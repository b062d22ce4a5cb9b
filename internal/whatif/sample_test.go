package whatif

import (
	"context"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// The companies of the articles' network, in the order of their IDs.
const (
	amazon deal.CompanyID = iota + 1
	openAI
	microsoft
	nvidia
	oracle
	coreWeave
	anthropic
)

// The legs of the articles' network.
const (
	amazonStake deal.LegID = iota + 1
	amazonSpending
	anthropicStake
	microsoftStake
	nvidiaStake
	coreWeaveCloud
	amazonCloud
	microsoftCloud
	oracleCloud
	oracleChips
)

const billion = 1_000_000_000_00

// bn returns so many billions in cents; the articles have no figure finer than ten million.
func bn(billions float64) int64 { return int64(billions*100+0.5) * (billion / 100) }

// sampleBook returns the eight disclosed legs of the articles and the two undisclosed ones: what OpenAI must
// spend of Amazon's stake, and what Oracle pays Nvidia.
func sampleBook() *deal.Book {
	leg := func(id deal.LegID, payer, payee deal.CompanyID, kind deal.Kind, figure deal.Figure) deal.Leg {
		return deal.Leg{ID: id, Deal: deal.DealID(id), Payer: payer, Payee: payee, Kind: kind,
			Basis: deal.BasisCash, Figure: figure, Currency: deal.USD}
	}
	one := func(title string, status deal.Status, legs ...deal.Leg) deal.Deal {
		return deal.Deal{ID: deal.DealID(legs[0].ID), Title: title, Status: status, Counting: deal.Counted, Legs: legs}
	}
	stake := leg(amazonStake, amazon, openAI, deal.KindEquity, deal.UpTo(bn(10)))
	stake.ConditionalOn, stake.Covers = amazonSpending, deal.Whole
	stake.Valuation = deal.AtLeast(bn(500))
	spending := leg(amazonSpending, openAI, amazon, deal.KindCloud, deal.Undisclosed())
	spending.Deal = deal.DealID(amazonStake)
	microsoftLeg := leg(microsoftStake, microsoft, openAI, deal.KindEquity, deal.Exactly(bn(13)))
	microsoftLeg.Stake = 270_000
	cloud := leg(amazonCloud, openAI, amazon, deal.KindCloud, deal.Exactly(bn(38)))
	cloud.TermMonths = 84
	roles := map[deal.CompanyID]deal.Role{openAI: deal.RoleLab, anthropic: deal.RoleLab, nvidia: deal.RoleChips}
	book := deal.Book{Title: "Sample", Deals: []deal.Deal{
		one("Amazon's stake in OpenAI", deal.StatusInTalks, stake, spending),
		one("Amazon's stake in Anthropic", deal.StatusCompleted, leg(anthropicStake, amazon, anthropic, deal.KindEquity, deal.Exactly(bn(8)))),
		one("Microsoft's stake in OpenAI", deal.StatusCompleted, microsoftLeg),
		one("Nvidia's stake in OpenAI", deal.StatusAnnounced, leg(nvidiaStake, nvidia, openAI, deal.KindEquity, deal.Exactly(bn(100)))),
		one("CoreWeave contract", deal.StatusSigned, leg(coreWeaveCloud, openAI, coreWeave, deal.KindCloud, deal.Exactly(bn(22.75)))),
		one("AWS contract", deal.StatusSigned, cloud),
		one("Azure contract", deal.StatusSigned, leg(microsoftCloud, openAI, microsoft, deal.KindCloud, deal.Exactly(bn(250)))),
		one("Oracle contract", deal.StatusSigned, leg(oracleCloud, openAI, oracle, deal.KindCloud, deal.Exactly(bn(300)))),
		one("Oracle buys chips", deal.StatusAnnounced, leg(oracleChips, oracle, nvidia, deal.KindChips, deal.Undisclosed())),
	}}
	for i, name := range []string{"Amazon", "OpenAI", "Microsoft", "Nvidia", "Oracle", "CoreWeave", "Anthropic"} {
		id := deal.CompanyID(i + 1)
		role, ok := roles[id]
		if !ok {
			role = deal.RoleCloud
		}
		book.Companies = append(book.Companies, deal.Company{ID: id, Name: name, Role: role})
	}
	return deal.NewBook(book)
}

func sampleWorkbench(t testing.TB) (*Workbench, Stake) {
	t.Helper()
	book := sampleBook()
	workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	stake, ok := DefaultStake(book)
	if !ok {
		t.Fatal("the sample has no stake")
	}
	return workbench, stake
}

func compare(t testing.TB, workbench *Workbench, stake Stake, extra ...deal.Change) *Comparison {
	t.Helper()
	comparison, err := workbench.CompareChanges(context.Background(), stake.Leg, append(stake.Changes(workbench.book), extra...))
	if err != nil {
		t.Fatal(err)
	}
	return comparison
}

func rowOf(t testing.TB, c *Comparison, key string) Row {
	t.Helper()
	row, ok := c.Row(key)
	if !ok {
		t.Fatalf("there is no row %q", key)
	}
	return row
}
