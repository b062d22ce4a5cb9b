package whatif

import (
	"cmp"
	"fmt"
	"slices"

	"roundtrip/internal/deal"
)

// Preset is a stake worth a button beside the slider.
type Preset struct {
	Name  string
	Cents int64
}

// Presets returns the stakes worth a button for the leg: as it is entered, every amount that a source claims of it, whether or
// not the document follows it, twice it and none of it where the amount is known, and the size of the biggest contract by
// which the payee pays the payer. A stake that two of them name comes once.
func Presets(book *deal.Book, id deal.LegID) []Preset {
	leg, _, ok := book.Leg(id)
	if !ok {
		return nil
	}
	var presets []Preset
	known := leg.Figure.Known()
	if known && !amountIsStated(book, leg) {
		presets = append(presets, Preset{"As entered", leg.Figure.Best})
	}
	presets = append(presets, claimedPresets(book, leg)...)
	if known {
		presets = append(presets, Preset{"Twice that", 2 * leg.Figure.Best}, Preset{"None", 0})
	}
	presets = append(presets, contractPreset(book, leg)...)
	var once []Preset
	for _, preset := range presets {
		same := func(other Preset) bool { return other.Cents == preset.Cents }
		if preset.Cents <= deal.MaxCents && !slices.ContainsFunc(once, same) {
			once = append(once, preset)
		}
	}
	return once
}

// claimedPresets returns every amount that sources claim of the leg, the one that the document has first: as the sources' deal
// where all of them claim the same, and otherwise by who claims it.
func claimedPresets(book *deal.Book, leg deal.Leg) []Preset {
	var amounts []int64
	by := map[int64][]string{}
	for _, claim := range book.Claims {
		if !claimsAmount(book, leg, claim) {
			continue
		}
		cents := claim.Figure.Best
		if !slices.Contains(amounts, cents) {
			amounts = append(amounts, cents)
		}
		source, _ := book.Source(claim.Source)
		if name := cmp.Or(source.Publisher, source.Title); name != "" && !slices.Contains(by[cents], name) {
			by[cents] = append(by[cents], name)
		}
	}
	slices.SortStableFunc(amounts, func(a, b int64) int { return first(b == leg.Figure.Best) - first(a == leg.Figure.Best) })
	var presets []Preset
	for _, cents := range amounts {
		name, names := "The sources' deal", by[cents]
		switch {
		case len(names) == 0:
			name = "As stated" // by nobody who is named
		case len(amounts) > 1:
			if name = names[0]; len(names) > 1 {
				name += fmt.Sprintf(" +%d", len(names)-1)
			}
		}
		presets = append(presets, Preset{name, cents})
	}
	return presets
}

func first(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// claimsAmount reports whether the claim states an amount of the leg, or as much of its deal as the document has, in the
// leg's currency.
func claimsAmount(book *deal.Book, leg deal.Leg, claim deal.Claim) bool {
	if statesAmount(book, leg, claim) {
		return true
	}
	return claim.About.Leg == leg.ID && claim.Field == deal.ClaimFigure && claim.Figure.Known() && claim.Currency == leg.Currency
}

// contractPreset returns the size of the biggest contract by which the leg's payee pays its payer.
func contractPreset(book *deal.Book, leg deal.Leg) []Preset {
	contracts := book.LegsBetween(leg.Payee, leg.Payer)
	slices.SortStableFunc(contracts, func(a, b deal.Leg) int { return cmp.Compare(b.Figure.Best, a.Figure.Best) })
	for _, contract := range contracts {
		if !contract.Kind.Financing() && contract.Figure.Known() && contract.Currency == leg.Currency {
			return []Preset{{"As much as the " + string(contract.Kind) + " contract", contract.Figure.Best}}
		}
	}
	return nil
}
