package whatif

import (
	"testing"

	"roundtrip/internal/deal"
)

// The sources of words about a leg are those of its numbers as the document has them, and not of anything else.
func TestSourcesOfNumbers(t *testing.T) {
	about, of := deal.Subject{Leg: amazonStake}, func(b *deal.Book) deal.Subject { _, d, _ := b.Leg(amazonStake); return deal.Subject{Deal: d.ID} }
	for name, c := range map[string]struct {
		claim deal.Claim
		whole bool // it is about the deal
		cited bool
	}{
		"the amount":               {deal.Claim{Field: deal.ClaimFigure, Figure: deal.UpTo(bn(10)), Currency: deal.USD, Chosen: true}, false, true},
		"another amount":           {deal.Claim{Field: deal.ClaimFigure, Figure: deal.UpTo(bn(12)), Currency: deal.USD, Chosen: true}, false, false},
		"in another currency":      {deal.Claim{Field: deal.ClaimFigure, Figure: deal.UpTo(bn(10)), Currency: "EUR", Chosen: true}, false, false},
		"an amount not followed":   {deal.Claim{Field: deal.ClaimFigure, Figure: deal.UpTo(bn(10)), Currency: deal.USD}, false, false},
		"no amount":                {deal.Claim{Field: deal.ClaimFigure, Figure: deal.Undisclosed(), Currency: deal.USD, Chosen: true}, false, false},
		"the total of the deal":    {deal.Claim{Field: deal.ClaimTotal, Figure: deal.UpTo(bn(10)), Currency: deal.USD, Chosen: true}, true, true},
		"the stake":                {deal.Claim{Field: deal.ClaimStake, Chosen: true}, false, true},
		"the term, not followed":   {deal.Claim{Field: deal.ClaimTerm}, false, false},
		"the status of the deal":   {deal.Claim{Field: deal.ClaimStatus, Status: deal.StatusSigned, Chosen: true}, true, false},
		"the day of the deal":      {deal.Claim{Field: deal.ClaimAnnounced, Date: "2025-11", Chosen: true}, true, false},
		"words about the contract": {deal.Claim{Field: deal.ClaimOther, Text: "x", Chosen: true}, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			parts := *sampleBook()
			c.claim.ID, c.claim.Source, c.claim.About = 1, 1, about
			if c.whole {
				c.claim.About = of(&parts)
			}
			parts.Sources, parts.Claims = []deal.Source{{ID: 1, Title: "Filing"}}, []deal.Claim{c.claim}
			sources := SourcesOf(deal.NewBook(parts), []deal.LegID{amazonStake, amazonStake})
			if cited := len(sources) > 0; cited != c.cited || len(sources) > 1 {
				t.Errorf("it is cited: %t, want %t", cited, c.cited)
			}
		})
	}
}
