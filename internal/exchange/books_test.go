package exchange

import (
	"fmt"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// anyText draws a text that is hard on formats: quotes, separators, formulas, line ends, other scripts.
func anyText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.SampledFrom([]string{
			"Amazon", "é", "中文", "a b", ",", ";", "\"", "'", "=", "+", "-", "@", "\\", "<&>", "[x to y]", "\n", "#1", "10bn", "\u2028",
		}), 1, 4).Draw(t, "parts")
		text := ""
		for _, part := range parts {
			text += part
		}
		return text
	})
}

func maybe[T any](t *rapid.T, label string, of *rapid.Generator[T]) T {
	var none T
	if rapid.Bool().Draw(t, label+"?") {
		return of.Draw(t, label)
	}
	return none
}

func anyCents() *rapid.Generator[int64] {
	return rapid.OneOf(rapid.Int64Range(0, 1000), rapid.Int64Range(0, deal.MaxCents),
		rapid.Map(rapid.Int64Range(1, 1000), func(n int64) int64 { return n * 1_000_000_000_00 }))
}

func anyFigure() *rapid.Generator[deal.Figure] {
	return rapid.Custom(func(t *rapid.T) deal.Figure {
		low, best, high := anyCents().Draw(t, "a"), anyCents().Draw(t, "b"), anyCents().Draw(t, "c")
		low, best = min(low, best), max(low, best)
		best, high = min(best, high), max(best, high)
		low, best = min(low, best), max(low, best)
		figure := rapid.SampledFrom([]deal.Figure{
			deal.Exactly(best), deal.About(best), deal.UpTo(best), deal.AtLeast(best), deal.Between(low, high), deal.Undisclosed(),
		}).Draw(t, "figure")
		if figure.Said != deal.SaidExact && rapid.Bool().Draw(t, "assumed") {
			figure = figure.Assume(low, best, high)
		}
		return figure
	})
}

// anyValuation draws a figure above nothing, also where a table leaves out what the analyst assumes.
func anyValuation() *rapid.Generator[deal.Figure] {
	return anyFigure().Filter(func(figure deal.Figure) bool {
		return !figure.Known() || figure.Best > 0 && (figure.Low > 0 || !figure.Assumed)
	})
}

func anyCurrency() *rapid.Generator[deal.Currency] {
	return rapid.SampledFrom([]deal.Currency{"USD", "EUR", "JPY"})
}

func anyDate() *rapid.Generator[deal.Date] {
	return rapid.SampledFrom([]deal.Date{"", "2025", "2025-11", "2025-11-03"})
}

func anyShare() *rapid.Generator[deal.Share] {
	return rapid.Map(rapid.Int64Range(0, int64(deal.Whole)), func(n int64) deal.Share { return deal.Share(n) })
}

// anyBook draws a valid Book with every word of the vocabulary and IDs from 1 on, as a document would have.
func anyBook() *rapid.Generator[*deal.Book] {
	return rapid.Custom(func(t *rapid.T) *deal.Book {
		parts := deal.Book{Title: maybe(t, "title", anyText()), Base: anyCurrency().Draw(t, "base"), Layout: rapid.SampledFrom(deal.Layouts).Draw(t, "layout")}
		for i := range rapid.IntRange(0, 3).Draw(t, "sources") {
			parts.Sources = append(parts.Sources, deal.Source{
				ID: deal.SourceID(i + 1), Title: fmt.Sprintf("S%d %s", i, anyText().Draw(t, "source")), Publisher: maybe(t, "publisher", anyText()),
				Date: anyDate().Draw(t, "date"), Link: rapid.SampledFrom([]string{"", "https://example.com/?a=1&b=,"}).Draw(t, "link"),
				Note: maybe(t, "note", anyText()),
			})
		}
		source := rapid.Map(rapid.IntRange(0, len(parts.Sources)), func(n int) deal.SourceID { return deal.SourceID(n) })
		reported := rapid.Custom(func(t *rapid.T) deal.Reported {
			return deal.Reported{
				Stated: true, Money: deal.Money{Cents: anyCents().Draw(t, "cents"), Currency: anyCurrency().Draw(t, "currency")},
				Source: source.Draw(t, "source"),
			}
		})
		for i := range rapid.IntRange(2, 4).Draw(t, "companies") {
			company := deal.Company{
				ID: deal.CompanyID(i + 1), Name: fmt.Sprintf("Company %d", i), Ticker: rapid.SampledFrom([]string{"", "9984.T", "=A1"}).Draw(t, "ticker"),
				Role: rapid.SampledFrom(deal.Roles).Draw(t, "role"), Colour: rapid.SampledFrom([]string{"", "#1f77b4"}).Draw(t, "colour"),
				Cash: maybe(t, "cash", reported), Revenue: maybe(t, "revenue", reported), Note: maybe(t, "note", anyText()),
			}
			if rapid.Bool().Draw(t, "pinned") {
				company.Pinned, company.X, company.Y = true, rapid.Float64Range(-1e6, 1e6).Draw(t, "x"), 0.1
			}
			parts.Companies = append(parts.Companies, company)
		}
		legs, rights := 0, 0
		for i := range rapid.IntRange(0, 3).Draw(t, "deals") {
			made := anyDeal(t, len(parts.Companies), source, reported)
			made.ID = deal.DealID(i + 1)
			made.Title = fmt.Sprintf("D%d %s", i, made.Title)
			for j := range made.Legs {
				legs++
				made.Legs[j].ID, made.Legs[j].Deal = deal.LegID(legs), made.ID
			}
			for j := range made.Rights {
				rights++
				made.Rights[j].ID = deal.RightID(rights)
			}
			parts.Deals = append(parts.Deals, made)
		}
		linkConditions(t, parts.Deals, legs)
		if len(parts.Sources) > 0 {
			parts.Claims = anyClaims(t, &parts, legs)
		}
		if rapid.Bool().Draw(t, "rate") {
			parts.Rates = []deal.Rate{{Currency: "KRW", Micros: rapid.Int64Range(1, 1e12).Draw(t, "micros"), Date: "2025", Source: source.Draw(t, "source")}}
		}
		if legs > 0 && rapid.Bool().Draw(t, "scenario") {
			parts.Scenarios = []deal.Scenario{{ID: 1, Name: "Twice", Note: maybe(t, "note", anyText()), Changes: anyChanges(t, legs)}}
		}
		return deal.NewBook(parts)
	})
}

func anyDeal(t *rapid.T, companies int, source *rapid.Generator[deal.SourceID], reported *rapid.Generator[deal.Reported]) deal.Deal {
	made := deal.Deal{
		Title: anyText().Draw(t, "title"), Status: rapid.SampledFrom(deal.Statuses).Draw(t, "status"),
		Announced: anyDate().Draw(t, "announced"), Counting: rapid.SampledFrom(deal.Countings).Draw(t, "counting"),
		Tags: rapid.SampledFrom([][]string{nil, {"ai"}, {"ai", "big deal"}}).Draw(t, "tags"), Notes: maybe(t, "notes", anyText()),
	}
	if rapid.Bool().Draw(t, "total") {
		made.Total, made.Currency = anyFigure().Draw(t, "total"), anyCurrency().Draw(t, "currency")
	}
	for range rapid.IntRange(1, 3).Draw(t, "legs") {
		payer, payee := anyPair(t, companies)
		leg := deal.Leg{
			Payer: payer, Payee: payee, Kind: rapid.SampledFrom(deal.Kinds).Draw(t, "kind"), Basis: rapid.SampledFrom(deal.Bases).Draw(t, "basis"),
			Figure: anyFigure().Draw(t, "figure"), Currency: anyCurrency().Draw(t, "currency"), Start: anyDate().Draw(t, "start"),
			TermMonths: rapid.SampledFrom([]int{0, 1, 6, 7, 12, 84, 1200}).Draw(t, "term"), Drawn: maybe(t, "drawn", reported), Note: maybe(t, "note", anyText()),
		}
		if leg.Overdrawn() != nil {
			leg.Drawn.Money.Cents = leg.Figure.High
		}
		if leg.Kind == deal.KindEquity {
			leg.Stake, leg.Valuation = anyShare().Draw(t, "stake"), maybe(t, "valuation", anyValuation())
			leg.ValuationMoney = rapid.SampledFrom(deal.Timings).Draw(t, "timing")
		}
		made.Legs = append(made.Legs, leg)
	}
	for range rapid.IntRange(0, 2).Draw(t, "rights") {
		holder, over := anyPair(t, companies)
		made.Rights = append(made.Rights, deal.Right{
			Kind: rapid.SampledFrom(deal.RightKinds).Draw(t, "right"), Holder: holder, Over: over,
			Until: anyDate().Draw(t, "until"), Source: source.Draw(t, "source"), Note: maybe(t, "note", anyText()),
		})
	}
	return made
}

func anyPair(t *rapid.T, companies int) (deal.CompanyID, deal.CompanyID) {
	payer := rapid.IntRange(1, companies).Draw(t, "payer")
	return deal.CompanyID(payer), deal.CompanyID((payer+rapid.IntRange(0, companies-2).Draw(t, "payee"))%companies + 1)
}

// linkConditions makes some legs conditional on a later one, in the same deal or not, so that nothing goes in a circle.
func linkConditions(t *rapid.T, deals []deal.Deal, legs int) {
	for i := range deals {
		for j := range deals[i].Legs {
			leg := &deals[i].Legs[j]
			if on := deal.LegID(rapid.IntRange(0, legs).Draw(t, "condition")); on > leg.ID {
				leg.ConditionalOn, leg.Covers = on, anyShare().Draw(t, "covers")
			}
		}
	}
}

func anyClaims(t *rapid.T, parts *deal.Book, legs int) []deal.Claim {
	var claims []deal.Claim
	chosen := make(map[string]bool)
	for i := range rapid.IntRange(0, 6).Draw(t, "claims") {
		claim := deal.Claim{
			ID: deal.ClaimID(i + 1), Source: deal.SourceID(rapid.IntRange(1, len(parts.Sources)).Draw(t, "source")),
			Field: rapid.SampledFrom(deal.ClaimFields).Draw(t, "field"), Text: maybe(t, "text", anyText()),
		}
		switch claim.Field {
		case deal.ClaimStatus, deal.ClaimAnnounced, deal.ClaimTotal:
			claim.About.Deal = deal.DealID(rapid.IntRange(0, len(parts.Deals)).Draw(t, "deal"))
		case deal.ClaimCash, deal.ClaimRevenue, deal.ClaimOther:
			claim.About.Company = deal.CompanyID(rapid.IntRange(1, len(parts.Companies)).Draw(t, "company"))
		default:
			claim.About.Leg = deal.LegID(rapid.IntRange(0, legs).Draw(t, "leg"))
		}
		if claim.About == (deal.Subject{}) {
			continue
		}
		switch claim.Field {
		case deal.ClaimStatus:
			claim.Status = rapid.SampledFrom(deal.Statuses).Draw(t, "status")
		case deal.ClaimStake:
			claim.Stake = anyShare().Draw(t, "stake")
		case deal.ClaimTerm:
			claim.Months = 84
		case deal.ClaimAnnounced:
			claim.Date = anyDate().Draw(t, "date")
		case deal.ClaimOther:
		default:
			claim.Figure, claim.Currency = anyFigure().Draw(t, "figure"), anyCurrency().Draw(t, "currency")
			if claim.Field == deal.ClaimValuation {
				claim.Figure = anyValuation().Draw(t, "valuation")
			}
		}
		key := fmt.Sprint(claim.About, claim.Field)
		claim.Chosen = !chosen[key] && rapid.Bool().Draw(t, "chosen")
		chosen[key] = chosen[key] || claim.Chosen
		claim.ID = deal.ClaimID(len(claims) + 1)
		claims = append(claims, claim)
	}
	return claims
}

func anyChanges(t *rapid.T, legs int) []deal.Change {
	var changes []deal.Change
	for _, field := range deal.ChangeFields {
		change := deal.Change{
			Field: field, Value: rapid.Int64Range(0, deal.MaxCents).Draw(t, "value"), Base: rapid.Int64Range(0, 100).Draw(t, "base"),
			Text: rapid.SampledFrom([]string{"", "signed"}).Draw(t, "text"), BaseText: rapid.SampledFrom([]string{"", "in talks"}).Draw(t, "was"),
		}
		switch field.Target() {
		case deal.TargetLeg:
			change.Target = int64(rapid.IntRange(1, legs).Draw(t, "leg"))
		case deal.TargetDeal:
			change.Target = 1
		case deal.TargetCompany:
			change.Target = 1
			if field == deal.ChangeCutOff {
				change.Other = 2
			}
		}
		changes = append(changes, change)
	}
	return changes
}
