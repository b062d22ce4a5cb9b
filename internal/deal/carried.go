package deal

// Carried returns what a contract of undisclosed size carries when all that must be spent by it is assumed to be: of
// every stake the part that its condition covers, in the contract's currency, low, best and high each added up. The
// stake that is given stands for the leg with its ID among the deals, and counts whatever its deal is. Where a condition
// does not say which part it covers, it is nothing at the low end and all of it else.
//
// open says that nothing bounds it from above: a stake has no number, none in that currency, or no high end. It reports
// false where no stake that must be spent by it has a number, so that the contract has none.
func (b *Book) Carried(deals []Deal, contract *Leg, stake *Leg) (figure Figure, open, ok bool) {
	sum := Figure{Said: SaidUndisclosed, Assumed: true}
	terms, known := 0, 0
	add := func(leg *Leg) {
		if leg.ConditionalOn != contract.ID {
			return
		}
		terms++
		part, rated := b.covered(leg, contract.Currency)
		if !rated {
			open = true
			return
		}
		known++
		open = open || leg.Figure.HighOpen()
		sum.Low, sum.Best, sum.High = min(sum.Low+part.Low, MaxCents), min(sum.Best+part.Best, MaxCents), min(sum.High+part.High, MaxCents)
	}
	for i := range deals {
		counts := deals[i].Counts()
		for j := range deals[i].Legs {
			if leg := &deals[i].Legs[j]; counts && leg.ConditionalOn == contract.ID && (stake == nil || leg.ID != stake.ID) {
				add(leg)
			}
		}
	}
	if stake != nil {
		add(stake)
	}
	return sum, open, terms == 0 || known > 0
}

// covered returns the part of the leg that its condition covers in the currency, false where the leg has no number or
// there is no rate.
func (b *Book) covered(leg *Leg, currency Currency) (part Figure, ok bool) {
	if !leg.Figure.Known() {
		return Figure{}, false
	}
	for _, end := range []struct {
		from int64
		to   *int64
	}{{leg.Figure.Low, &part.Low}, {leg.Figure.Best, &part.Best}, {leg.Figure.High, &part.High}} {
		cents, _ := leg.CoveredShare().Of(end.from)
		converted, rated := b.Converted(cents, leg.Currency, currency)
		if !rated {
			return Figure{}, false
		}
		*end.to = converted
	}
	if leg.Covers == 0 {
		part.Low = 0
	}
	return part, true
}

// Carries reports whether the contract, of which no source states the amount, carries at each end what must be spent by
// it, as it does where somebody assumes the share that is spent back; open is that of Carried.
func (b *Book) Carries(contract *Leg) (open, carries bool) {
	if contract.Figure.Said != SaidUndisclosed || !contract.Figure.Known() {
		return false, false
	}
	figure, open, ok := b.Carried(b.Deals, contract, nil)
	return open, ok && figure == contract.Figure
}

// Converted returns cents of one currency in another one, rounded half to even, or false when the Book has no rate for
// one of them or the result is beyond int64.
func (b *Book) Converted(cents int64, from, to Currency) (int64, bool) {
	if from == "" {
		from = b.Base
	}
	if from == to || cents == 0 {
		return cents, true
	}
	inBase, ok := b.InBase(cents, from)
	if !ok || to == b.Base || to == "" {
		return inBase, ok
	}
	micros, ok := b.rateOf[to]
	if !ok {
		return 0, false
	}
	return MulDiv(inBase, 1_000_000, micros)
}
