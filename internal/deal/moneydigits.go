package deal

// ShortStep returns the cents of the last digit that Short shows of the amount: 10bn cents, $0.1bn, of $741.8bn, 1bn of
// $741.75bn.
func (m Money) ShortStep() int64 {
	magnitude := m.magnitude()
	if magnitude < exactBelow && magnitude%100 != 0 {
		return 1
	}
	if unit, ok := m.unit(); ok {
		return int64(shortStep(magnitude, unit))
	}
	return 100
}

// SameUnit reports whether Short shows both amounts in the same unit, as in billions.
func (m Money) SameUnit(other Money) bool {
	unit, _ := m.unit()
	others, _ := other.unit()
	return unit == others
}

// unit returns the place of the largest unit that the amount reaches; it reports false below a million.
func (m Money) unit() (at int, ok bool) {
	for at, unit := range units {
		if m.magnitude() >= unit.cents {
			return at, true
		}
	}
	return len(units), false
}

// ShortTo returns the amount as Short does, but rounded to whole steps, a power of ten of cents: with a step of 10m
// cents, $741.7534bn is $741.7534bn and not $741.8bn.
func (m Money) ShortTo(step int64) string {
	if step >= m.ShortStep() {
		return m.Short()
	}
	size := uint64(max(1, step))
	rounded := Money{Cents: int64((m.magnitude() + size/2) / size * size)}
	if rounded.Cents == 0 {
		return m.symbol() + "0"
	}
	if unit, ok := rounded.unit(); ok {
		return m.sign() + m.symbol() + inUnit(rounded.magnitude(), unit)
	}
	text := grouped(rounded.magnitude() / 100)
	if rest := rounded.magnitude() % 100; rest != 0 {
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
