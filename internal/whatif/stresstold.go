package whatif

import (
	"slices"

	"roundtrip/internal/deal"
)

// Told returns Sentences, each with the legs that its numbers came from, so that the sources of those can be named beside
// it: legs that are not paid in full, those by which somebody falls, and those that the stakes were bought by.
func (r *StressResult) Told() []Sentence {
	without := cited(r.otherwiseUnpaid(), r.legsWhere(func(leg StressedLeg) bool {
		return leg.LostBefore.High > 0 || r.LeastUnpaid.Best > r.Unpaid.Best+0.5
	}))
	if r.idle() {
		return append(cited([]string{r.idleWords()}, nil), without...)
	}
	told := cited(r.paymentWords(), r.legsWhere(func(leg StressedLeg) bool { return leg.Share.Best > leastShare || leg.Lost.High >= 0.5 }))
	told = append(told, cited(r.FallWords(), r.legsWhere(func(leg StressedLeg) bool { return leg.Wave > 0 }))...)
	return append(append(told, r.holderWords()...), without...)
}

// RankTold returns RankWords, each with all legs that the view counts: the value of every company, and what passes on to it,
// comes from all that goes through it.
func (r *StressResult) RankTold() []Sentence {
	if !r.RankKnown {
		return cited(r.RankWords(), nil)
	}
	var legs []deal.LegID
	for _, flow := range r.Network.Flows {
		for _, part := range flow.Legs {
			legs = append(legs, part.ID)
		}
	}
	slices.Sort(legs)
	return cited(r.RankWords(), legs)
}

// legsWhere returns the legs that are not paid in full, or might not be, and of which the rule says yes.
func (r *StressResult) legsWhere(rule func(StressedLeg) bool) (legs []deal.LegID) {
	for _, leg := range r.Legs {
		if rule(leg) {
			legs = append(legs, leg.Leg)
		}
	}
	return legs
}

// cited returns the sentences, each with the legs.
func cited(sentences []string, legs []deal.LegID) (told []Sentence) {
	for _, words := range sentences {
		told = append(told, Sentence{Text: words, Legs: legs})
	}
	return told
}
