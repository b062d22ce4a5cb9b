package network

import "roundtrip/internal/deal"

// Round says in words how much money can go round the loop, in the currency of its network.
func (l Loop) Round(base deal.Currency) string {
	money := func(cents int64) string { return deal.Money{Cents: cents, Currency: base}.Short() }
	switch {
	case l.Known:
		return string(l.Standing) + money(l.Money) + " can go round"
	case l.UpTo > 0:
		return "up to " + money(l.UpTo) + " can go round, how much is undisclosed"
	}
	return "how much can go round is undisclosed"
}
