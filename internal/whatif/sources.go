package whatif

import (
	"slices"

	"roundtrip/internal/deal"
)

// SourcesOf returns the sources that words about the legs rest on, each once, in the order of the legs: those of the
// claims that the document follows for the numbers of each leg, and for the total of its deal, and then of the rates that turn
// amounts into the document's currency. A claim of a status, of a
// day, or of an amount that the document has no more tells none of them.
func SourcesOf(book *deal.Book, legs []deal.LegID) []deal.Source {
	sources := tellingOf(book, legs)
	for _, of := range book.RateSources(legs...) {
		source, _ := book.Source(of)
		if !slices.ContainsFunc(sources, func(other deal.Source) bool { return other.ID == of }) {
			sources = append(sources, source)
		}
	}
	return sources
}

// tellingOf returns the sources of SourcesOf that state numbers of the legs.
func tellingOf(book *deal.Book, legs []deal.LegID) []deal.Source {
	var sources []deal.Source
	for _, id := range legs {
		leg, owner, _ := book.Leg(id)
		for _, about := range []deal.Subject{{Leg: id}, {Deal: owner.ID}} {
			for _, claim := range book.ClaimsAbout(about) {
				source, ok := book.Source(claim.Source)
				if ok && tellsNumber(book, leg, claim) && !slices.ContainsFunc(sources, func(other deal.Source) bool { return other.ID == source.ID }) {
					sources = append(sources, source)
				}
			}
		}
	}
	return sources
}

// OnlyRatedWords say that of words for which OnlyRated holds.
const OnlyRatedWords = "No source of the amounts, only of the rate."

// OnlyRated reports whether the sources of words about the legs state no number of theirs, but only what the rates are that
// their amounts are turned at.
func OnlyRated(book *deal.Book, legs []deal.LegID) bool {
	return len(book.RateSources(legs...)) > 0 && len(tellingOf(book, legs)) == 0
}

// tellsNumber reports whether the claim states a number that words about the leg have: an amount only where it is the
// one that the document has by now, or where neither knows one.
func tellsNumber(book *deal.Book, leg deal.Leg, claim deal.Claim) bool {
	switch claim.Field {
	case deal.ClaimFigure, deal.ClaimTotal:
		return statesAmount(book, leg, claim) || claim.Chosen && !claim.Figure.Known() && !leg.Figure.Known()
	case deal.ClaimValuation, deal.ClaimStake, deal.ClaimTerm, deal.ClaimDrawn:
		return claim.Chosen
	}
	return false
}

// amountIsStated reports whether a source that the document follows states the leg's amount.
func amountIsStated(book *deal.Book, leg deal.Leg) bool {
	return slices.ContainsFunc(book.Claims, func(claim deal.Claim) bool { return statesAmount(book, leg, claim) })
}

// statesAmount reports whether the claim is followed and states the leg's amount as the Book has it: the leg's own, or that
// of its deal as a whole.
func statesAmount(book *deal.Book, leg deal.Leg, claim deal.Claim) bool {
	_, owner, _ := book.Leg(leg.ID)
	about := claim.About.Leg == leg.ID && claim.Field == deal.ClaimFigure || claim.About.Deal == owner.ID && owner.ID != 0 && claim.Field == deal.ClaimTotal
	return about && claim.Chosen && claim.Figure.Known() && claim.Currency == leg.Currency && claim.Figure.Best == leg.Figure.Best
}

// Moves reports whether a what-if, that has made one Book of the other, makes a number of one of the legs another one: amount,
// what is drawn of it, stake, valuation, term, or the part that must be spent back. Their sources then state that of the base.
func Moves(base, scenario *deal.Book, legs []deal.LegID) bool {
	return slices.ContainsFunc(legs, func(id deal.LegID) bool {
		was, _, had := base.Leg(id)
		is, _, has := scenario.Leg(id)
		return had && has && numbersOf(is) != numbersOf(was)
	})
}

// numbersOf returns the leg with its numbers alone.
func numbersOf(leg deal.Leg) deal.Leg {
	return deal.Leg{
		Figure: leg.Figure, Drawn: leg.Drawn, Stake: leg.Stake, Valuation: leg.Valuation, ValuationMoney: leg.ValuationMoney,
		TermMonths: leg.TermMonths, Suspended: leg.Suspended, ConditionalOn: leg.ConditionalOn, Covers: leg.Covers,
	}
}
