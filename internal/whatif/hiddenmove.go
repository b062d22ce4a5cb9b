package whatif

import (
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Two numbers that are only bounds can be the same while what they bound moves: at least $0, up to $320bn, and at least
// $0, up to $350bn. Their difference is not 0 then but unknown within the ranges.

// movesUnseen reports whether base and scenario are the same bounds, as they are written, of ranges that differ.
func (r Row) movesUnseen(currency deal.Currency) bool {
	return r.HasRange && r.Known() && r.BaseBound != Exactly && r.ScenarioBound != Exactly &&
		r.agreed(currency).Differences[0] == "0" && r.wide(r.BaseRange, currency) != r.wide(r.ScenarioRange, currency)
}

// Unranged reports whether only ranges, which the row has none of yet, can tell whether base and scenario differ: the
// numbers are bounds and the same.
func (r Row) Unranged(currency deal.Currency) bool {
	return !r.HasRange && r.Known() && r.BaseBound != Exactly && r.ScenarioBound != Exactly && !r.moves(currency)
}

// moves reports whether the numbers differ as they are written.
func (r Row) moves(currency deal.Currency) bool { return r.agreed(currency).Differences[0] != "0" }

// ScenarioRangeText writes where the scenario's number lies, see RangeText, and behind it where the base's did when that is
// all that has moved: "$0 to $350bn, was $0 to $320bn".
func (r Row) ScenarioRangeText(currency deal.Currency) string {
	text := r.RangeText(r.ScenarioRange, currency)
	if !r.movesUnseen(currency) {
		return text
	}
	return r.wide(r.ScenarioRange, currency) + ", was " + r.wide(r.BaseRange, currency)
}

// wide writes a range, or the one number that it is.
func (r Row) wide(of network.Range, currency deal.Currency) string {
	if of.Low == of.High {
		return FormatValue(r.Unit, of.Low, currency)
	}
	return r.RangeText(of, currency)
}
