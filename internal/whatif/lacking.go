package whatif

import "roundtrip/internal/network"

// What is said of numbers in which legs without a number are not. Of most of them no source discloses the amount; others have
// one in a currency to which the document has no exchange rate, or one of which nobody says what falls into the year.

// lacking says what the legs without a number are.
func lacking(missing network.Missing) string {
	switch missing.All() {
	case missing.Undisclosed:
		return "undisclosed"
	case missing.Unrated:
		return "without an exchange rate"
	}
	return "without a number"
}

// asDisclosed, asRated and asNumbered end what is only so with the amounts that have a number, byTheBest what is only so by the
// best figures of those that sources give as a range or a bound.
const (
	asDisclosed = "as far as it is disclosed"
	asRated     = "but for what is without an exchange rate"
	asNumbered  = "as far as it has a number"
	byTheBest   = "by the best figures"
)

// asFar ends what is only so with the amounts that have a number, byTheBest where all have.
func asFar(missing network.Missing) string {
	switch missing.All() {
	case 0:
		return byTheBest
	case missing.Undisclosed:
		return asDisclosed
	case missing.Unrated:
		return asRated
	}
	return asNumbered
}

// withNumber names the money that has a number beside legs that have none, and says it of nothing: "disclosed money", "that is
// disclosed".
func withNumber(missing network.Missing) (money, that string) {
	switch missing.All() {
	case missing.Undisclosed:
		return "disclosed money", "that is disclosed"
	case missing.Unrated:
		return "money with an exchange rate", "that has an exchange rate"
	}
	return "money with a number", "that has a number"
}
