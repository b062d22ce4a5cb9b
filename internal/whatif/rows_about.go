package whatif

import (
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// What rests on an amount that is only "about" so much.
//
// Nobody says by how much such an amount may be off, so that it has no ends, and a number that rests on it none by it. The
// number is still not exact: it is about so much, in whichever direction the amount moves it.

// aboutBy is by which part an amount that is about so much is moved to see which numbers it moves, and which way.
const aboutBy = 1e-3

// onlyAbout reports whether the figure is about so much, and nobody says by how much.
func onlyAbout(figure deal.Figure) bool {
	return figure.Said == deal.SaidAbout && figure.Low == figure.High
}

// loosen marks the value as one that rests on what is only about so much.
func (v *value) loosen(about bool) {
	if about {
		v.bound = About
	}
}

// loosenTo gives the value the bound that it has between ends in which what is only about so much has been moved.
func (v *value) loosenTo(ends network.Range) {
	if v.hasEnds {
		v.bound = boundIn(v.number, ends, true)
	}
}

// about reports whether a stake whose price is computed, rather than set, rests on a figure that is only about so much.
func (d *dilution) about() bool {
	return slices.ContainsFunc(d.stakes, func(stake newStake) bool {
		return stake.set == 0 && stake.leg.Stake == 0 && (onlyAbout(stake.leg.Figure) || onlyAbout(stake.leg.Valuation))
	})
}
