package picture

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

const billion = 1_000_000_000_00

// The companies of the test network, in the order of their IDs.
const (
	openAI deal.CompanyID = iota + 1
	amazon
	microsoft
	nvidia
	oracle
	coreWeave
	anthropic
	amd
	softBank
)

type testLeg struct {
	payer, payee deal.CompanyID
	figure       deal.Figure
	kind         deal.Kind
	status       deal.Status
}

// dealBook returns a network like the one of the source articles: two opposite legs, two parallel ones, all
// ways of stating a figure, and each status that is drawn differently.
func dealBook() *deal.Book {
	book := deal.Book{}
	for i, company := range []deal.Company{
		{Name: "OpenAI", Role: deal.RoleLab}, {Name: "Amazon", Role: deal.RoleCloud}, {Name: "Microsoft", Role: deal.RoleCloud},
		{Name: "Nvidia", Role: deal.RoleChips}, {Name: "Oracle", Role: deal.RoleCloud}, {Name: "CoreWeave", Role: deal.RoleDataCentre},
		{Name: "Anthropic", Role: deal.RoleLab}, {Name: "AMD", Role: deal.RoleChips}, {Name: "SoftBank", Role: deal.RoleInvestor},
	} {
		company.ID = deal.CompanyID(i + 1)
		book.Companies = append(book.Companies, company)
	}
	for i, leg := range []testLeg{
		{amazon, openAI, deal.UpTo(10 * billion), deal.KindEquity, deal.StatusInTalks},
		{openAI, amazon, deal.Exactly(38 * billion), deal.KindCloud, deal.StatusSigned},
		{microsoft, openAI, deal.AtLeast(13 * billion), deal.KindEquity, deal.StatusCompleted},
		{openAI, microsoft, deal.Exactly(250 * billion), deal.KindCloud, deal.StatusSigned},
		{nvidia, openAI, deal.UpTo(100 * billion), deal.KindEquity, deal.StatusAnnounced},
		{openAI, oracle, deal.Exactly(300 * billion), deal.KindCloud, deal.StatusSigned},
		{oracle, nvidia, deal.Undisclosed(), deal.KindChips, deal.StatusActive},
		{openAI, coreWeave, deal.About(224 * billion / 10), deal.KindDataCentre, deal.StatusSigned},
		{openAI, coreWeave, deal.Exactly(35 * billion / 100), deal.KindEquity, deal.StatusCompleted},
		{nvidia, coreWeave, deal.Undisclosed(), deal.KindEquity, deal.StatusCompleted},
		{amazon, anthropic, deal.Exactly(8 * billion), deal.KindEquity, deal.StatusCompleted},
		{anthropic, amazon, deal.Undisclosed().Assume(billion, 5*billion, 9*billion), deal.KindCloud, deal.StatusActive},
		{openAI, amd, deal.Undisclosed(), deal.KindChips, deal.StatusRumoured},
		{softBank, openAI, deal.Between(20*billion, 40*billion), deal.KindEquity, deal.StatusSigned},
	} {
		book.Deals = append(book.Deals, deal.Deal{
			ID: deal.DealID(i + 1), Title: "Deal", Status: leg.status, Counting: deal.Counted,
			Legs: []deal.Leg{{
				ID: deal.LegID(i + 1), Deal: deal.DealID(i + 1), Payer: leg.payer, Payee: leg.payee, Kind: leg.kind,
				Basis: deal.BasisCash, Figure: leg.figure, Currency: deal.USD,
			}},
		})
	}
	return deal.NewBook(book)
}

// dealPlaces is where the companies of dealBook stand, drawn by hand.
var dealPlaces = []layout.Point{
	{X: 0, Y: 0}, {X: -230, Y: 60}, {X: 40, Y: -200}, {X: 190, Y: 150}, {X: 270, Y: -70},
	{X: -10, Y: 230}, {X: -360, Y: -80}, {X: -250, Y: 210}, {X: -180, Y: -170},
}

// dealInput returns the picture's input for dealBook under a view.
func dealInput(t testing.TB, view network.View) Input {
	t.Helper()
	book := dealBook()
	built, err := network.Build(book, view)
	if err != nil {
		t.Fatal(err)
	}
	return Input{Book: book, Network: built, Places: dealPlaces, View: view, ShowLegend: true}
}

func dealScene(t testing.TB) *Scene {
	t.Helper()
	return Build(dealInput(t, network.View{}))
}

func arrowOf(t testing.TB, s *Scene, leg deal.LegID) Arrow {
	t.Helper()
	arrow, ok := s.Arrow(leg)
	if !ok {
		t.Fatalf("leg %d has no arrow", leg)
	}
	return arrow
}

func discOf(t testing.TB, s *Scene, company deal.CompanyID) Disc {
	t.Helper()
	disc, ok := s.Disc(company)
	if !ok {
		t.Fatalf("company %d has no disc", company)
	}
	return disc
}
