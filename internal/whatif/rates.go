package whatif

import (
	"cmp"
	"slices"

	"roundtrip/internal/deal"
)

// Rates returns the rates that amounts of the base and of the scenario are turned into the document's currency at.
func (c *Comparison) Rates() []deal.Rate {
	return eachOnce(c.BaseNetwork.Rates(c.BaseBook, c.Stake.Leg), c.ScenarioNetwork.Rates(c.ScenarioBook, c.Stake.Leg))
}

// CountedAt names, as deal.Book.CountedAt does, the rates that amounts of the scenarios side by side are turned at.
func (s *SideBySide) CountedAt() string {
	var book *deal.Book
	var rates []deal.Rate
	for _, column := range s.Columns {
		if column.Comparison != nil {
			book, rates = column.Comparison.BaseBook, append(rates, column.Comparison.Rates()...)
		}
	}
	if book == nil {
		return ""
	}
	return book.CountedAt(eachOnce(rates))
}

// CountedAt names, as deal.Book.CountedAt does, the rates that a stress test's amounts are turned at.
func (r *StressResult) CountedAt() string { return r.Book.CountedAt(r.Network.Rates(r.Book)) }

// countedAt names the rates that amounts of the base, of the scenario and of the inputs that move are turned at.
func (s *Study) countedAt(moving []Span) string {
	book := s.w.book
	if len(book.Rates) == 0 {
		return ""
	}
	rates := s.w.network.Rates(book, s.leg)
	if built, err := s.w.build(s.changes); err == nil {
		rates = append(rates, built.network.Rates(built.book, s.leg)...)
	}
	for _, span := range moving {
		if span.Input.Unit() != deal.UnitMoney {
			continue
		}
		if rate, ok := book.RateOf(span.Input.Currency(book)); ok {
			rates = append(rates, rate)
		}
	}
	return book.CountedAt(eachOnce(rates))
}

// eachOnce returns the rates of the lists in the order of the codes of their currencies.
func eachOnce(lists ...[]deal.Rate) []deal.Rate {
	all := slices.Concat(lists...)
	slices.SortFunc(all, func(a, b deal.Rate) int { return cmp.Compare(a.Currency, b.Currency) })
	return slices.Compact(all)
}
