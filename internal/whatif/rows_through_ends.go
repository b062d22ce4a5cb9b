package whatif

import (
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Between which ends a part that is looked through lies.
//
// It changes with the shares that one stake adds as one linear expression over another, and so only rises or only falls
// with each: its ends are where every stake in the company, and every stake in those that hold it, is at one of its own
// ends. All of these corners are tried. A paid stake that is moved has its amount in two places at once, and what is found
// with one is not proven.

// mostThroughCorners is how many corners are tried.
const mostThroughCorners = 4096

// lookThroughSpan returns where what the stake's payer holds of its payee in the end lies.
func (s *side) lookThroughSpan(base *side) (network.Range, bool) {
	d := s.dilution(base)
	if !d.own.known {
		return s.throughOthersSpan()
	}
	holders, why := s.holderCorners(base, d)
	if d.problem != "" || why != "" {
		return network.Range{}, false
	}
	number := s.lookThrough(base).number
	found := network.Range{Low: number, High: number, Sampled: d.moved() > 0}
	closed := false
	d.eachCorner(func(at *dilution) {
		own := s.holdings(base, at)
		for _, stakes := range holders {
			through := network.LookThrough(len(s.network.Companies), append(slices.Clone(own), stakes...))
			closed = closed || through.Closed
			part := 0.0
			for _, held := range through.Holdings {
				if held.Holder == s.payer && held.Held == s.payee {
					part = held.LookThrough
				}
			}
			found.Low, found.High = min(found.Low, part), max(found.High, part)
		}
	})
	if len(d.unpriced) > 0 { // which may leave the others with next to nothing
		found.Low = 0
	}
	return found, !closed && !math.IsNaN(found.Low)
}

// throughOthersSpan is that of what the payer holds without the stake in question.
func (s *side) throughOthersSpan() (network.Range, bool) {
	for i, held := range s.measures.Ownership.Holdings {
		if ranges := s.measures.Ranges; ranges != nil && held.Holder == s.payer && held.Held == s.payee && i < len(ranges.LookThrough) {
			return ranges.LookThrough[i], true
		}
	}
	return network.Range{}, false
}

// holderCorners returns who holds those that hold the payee, at every corner, or why the ends of what is looked through are
// not known.
func (s *side) holderCorners(base *side, d *dilution) (corners [][]network.Stake, why string) {
	if s.payee < 0 {
		return nil, leftByView
	}
	corners, ok := s.network.HolderCorners(s.book, s.payee)
	through := func(company deal.CompanyID) bool { // the payer may own a part of it
		at := positionOf(s.network, company)
		return at == s.payer || slices.ContainsFunc(corners, func(held []network.Stake) bool {
			return slices.ContainsFunc(held, func(stake network.Stake) bool { return stake.Held == at })
		})
	}
	for _, old := range s.oldShares(base, d) {
		if old.bought != 0 && through(old.holder) {
			return nil, "the part of " + s.book.CompanyName(old.holder) + " is estimated by what it once paid"
		}
	}
	for _, leg := range d.unpriced {
		if d.doubt || through(leg.Payer) {
			return nil, "nobody knows what the stake of " + s.book.CompanyName(leg.Payer) + " buys"
		}
	}
	if !ok || d.corners()*len(corners) > mostThroughCorners {
		return nil, "there are too many uncertain stakes in its holders"
	}
	return corners, ""
}

// lookThroughSaying is lookThrough with its ends, which says why it has none where it has none.
func (s *side) lookThroughSaying(base *side) value {
	result := s.lookThrough(base)
	d := s.dilution(base)
	if !result.known || result.bound == Exactly || result.hasEnds || !d.own.known {
		return result
	}
	if _, why := s.holderCorners(base, d); why != "" {
		result.note = join("it has no range, as "+why, result.note)
		return result
	}
	_, doubted := s.network.HoldersUncertain(s.book, s.payee, s.measures.Ownership)
	if ends, ok := s.lookThroughSpan(base); ok && !ends.Sampled && !doubted && !s.buysEstimated(base, d) {
		result.between(ends, true)
		result.loosen(d.about())
	}
	return result
}

// ends returns the corners of the stake that matter: all of a paid one that is moved, and of any other those with the
// fewest and the most shares.
func (n newStake) ends() []corner {
	if n.set != 0 || len(n.corners) < 2 {
		return nil
	}
	if n.isMoved() {
		return n.corners
	}
	return []corner{n.corners[0], n.corners[len(n.corners)-1]}
}

// corners returns how many corners there are, no more than there may be.
func (d *dilution) corners() int {
	count := 1
	for _, stake := range d.stakes {
		count = min(count*max(1, len(stake.ends())), mostThroughCorners+1)
	}
	return count
}

// eachCorner calls with the dilution at every corner of its stakes.
func (d *dilution) eachCorner(call func(*dilution)) {
	at := *d
	at.stakes = slices.Clone(d.stakes)
	var from func(i int)
	from = func(i int) {
		if i == len(at.stakes) {
			at.scaleDown(d.stated)
			call(&at)
			return
		}
		ends := d.stakes[i].ends()
		if len(ends) == 0 {
			from(i + 1)
			return
		}
		for _, end := range ends {
			at.stakes[i].shares, at.stakes[i].before = end.shares, end.before
			from(i + 1)
		}
	}
	from(0)
}
