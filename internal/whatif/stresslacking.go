package whatif

import (
	"fmt"

	"roundtrip/internal/deal"
)

// Numberless counts legs without a number in words: "2 undisclosed legs" where that is what every such leg lacks, "2 legs
// without a number" where some lack a rate, or are of no year.
func (r *StressResult) Numberless(count int) string {
	if r.onlyUndisclosed() {
		return deal.CountOf(count, "undisclosed leg")
	}
	return deal.CountOf(count, "leg") + " without a number"
}

// onlyUndisclosed reports whether every leg without a number is undisclosed.
func (r *StressResult) onlyUndisclosed() bool { return len(r.Network.LeftOut) == 0 }

// Nothing says of a company that gets only legs without a number that it does.
func (r *StressResult) Nothing() string {
	if r.onlyUndisclosed() {
		return "All that it is to get is undisclosed."
	}
	return "Nothing that it is to get has a number."
}

// WhyUnknown says why a leg has no number.
func (r *StressResult) WhyUnknown(leg deal.LegID) string {
	for _, left := range r.Network.LeftOut {
		switch {
		case left.Leg != leg:
		case left.Currency == "":
			return "The amount has no number in this view."
		case left.Amount() == "":
			return fmt.Sprintf("The amount is without a rate to %s.", r.Book.Base)
		default:
			return fmt.Sprintf("It is %s, without a rate to %s.", left.Amount(), r.Book.Base)
		}
	}
	return "The amount is undisclosed."
}
