package deal

import "strings"

// ShortStep returns the cents of the last digit that Short shows of the amount: 10bn cents, $0.1bn, of $741.8bn.
func (m Money) ShortStep() int64 {
	magnitude := m.magnitude()
	if magnitude != 0 && magnitude < 50 {
		return 1
	}
	for i, unit := range units {
		switch {
		case magnitude < unit.cents:
		case i == 0:
			return int64(unit.cents / 100)
		default:
			return int64(unit.cents / 10)
		}
	}
	return 100
}

// ShortTo returns the amount as Short does, but rounded to whole steps, a power of ten of cents: with a step of 100m
// cents, $741.75bn is $741.75bn and not $741.8bn.
func (m Money) ShortTo(step int64) string {
	if step >= m.ShortStep() {
		return m.Short()
	}
	size := uint64(max(1, step))
	magnitude := (m.magnitude() + size/2) / size * size
	if magnitude == 0 {
		return m.symbol() + "0"
	}
	for _, unit := range units {
		if magnitude < unit.cents {
			continue
		}
		text := grouped(magnitude / unit.cents)
		if rest := magnitude % unit.cents; rest != 0 {
			text += "." + strings.TrimRight(pad(rest, digitsBelow(unit.cents)), "0")
		}
		return m.sign() + m.symbol() + text + unit.name
	}
	text := grouped(magnitude / 100)
	if rest := magnitude % 100; rest != 0 {
		text += "." + pad2(rest)
	}
	return m.sign() + m.symbol() + text
}

// digitsBelow returns how many digits a number below the power of ten has at most.
func digitsBelow(power uint64) int {
	digits := 0
	for ; power > 1; power /= 10 {
		digits++
	}
	return digits
}
