package whatif

import (
	"cmp"
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Estimate is a number, and the least and the most of it over the figures.
type Estimate struct {
	Best, Low, High float64 // High is +Inf where Open is set
	Open            bool    // nothing bounds it from above
	Sampled         bool    // its ends were searched for rather than proven: the true ones may be wider
	Unsure          bool    // it depends on figures that leave room, though the search found no other value

	lacks   bool // legs without a number belong to the sum
	nothing bool // it is a part of what is not known, or of nothing
}

// Unknown reports whether Best says nothing, because nothing in the sum has a number or because it is a part of such a sum.
// What is known to be 0 is not unknown.
func (e Estimate) Unknown() bool { return e.nothing || e.lacks && e.Best < 0.5 }

// Standing says how the number lies between its ends, by the one rule for all measures: an end that was searched for bounds
// nothing.
func (e Estimate) Standing() Bound {
	if !e.Wide() && !e.Unsure {
		return Exactly
	}
	return cmp.Or(network.Range{Low: e.Low, High: e.High, Sampled: e.Sampled}.Standing(e.Best), About)
}

// Sign returns what is written before the number alone.
func (e Estimate) Sign() string { return string(e.Standing()) }

// About returns what is written before the number where it stands alone and a sign would be taken for another one:
// "about " in place of Sign's "~".
func (e Estimate) About() string { return e.Standing().Words() }

// Marked writes the number alone, with its sign: "~$5bn".
func (e Estimate) Marked(unit Unit, currency deal.Currency) string {
	if e.Unknown() {
		return unknownWord
	}
	return e.Sign() + FormatValue(unit, e.Best, currency)
}

// Said writes the number alone as a sentence says it, with the side to which other figures were found: "about $135bn or
// more", "up to $10bn".
func (e Estimate) Said(unit Unit, currency deal.Currency) string {
	best := FormatValue(unit, e.Best, currency)
	text := e.About() + best
	switch {
	case e.Unknown():
		return unknownWord
	case e.Standing() != About || !e.Wide():
	case FormatValue(unit, e.Low, currency) == best:
		text += " or more"
	case !e.Open && FormatValue(unit, e.High, currency) == best:
		text += " or less"
	}
	return text
}

// Wide reports whether the number has more than one value.
func (e Estimate) Wide() bool { return e.Open || e.Low != e.High }

// Text writes the number and, where there is one, its range: "$5bn ($4bn to $6bn)", "$5bn ($4bn or more)"; "~" stands before
// ends that were searched for. What is unknown is "unknown", with what bounds it: "unknown ($0 to $2bn)".
func (e Estimate) Text(unit Unit, currency deal.Currency) string {
	mark := ""
	if e.Sampled {
		mark = "~"
	}
	text := FormatValue(unit, e.Best, currency)
	if e.Unknown() {
		text = unknownWord
	}
	low, high := FormatValue(unit, e.Low, currency), FormatValue(unit, e.High, currency)
	switch {
	case e.Unknown() && (!e.Wide() || e.Open && e.Low < 0.5):
		return text
	case e.Open && low == text && !e.Sampled:
		return text + " (or more)"
	case e.Open:
		return text + " (" + mark + low + " or more)"
	case low == high && e.Unsure:
		return "~" + text
	case low == high:
		return text
	}
	return text + " (" + mark + low + " to " + mark + high + ")"
}

// unknownWord stands for a number that nobody knows.
const unknownWord = "unknown"

// reach widens the estimate to another.
func (e *Estimate) reach(other Estimate) {
	e.Low, e.High, e.Open = min(e.Low, other.Best), max(e.High, other.Best), e.Open || other.Open
}

// add adds to the one number that the estimate is so far.
func (e *Estimate) add(value float64) {
	e.Best += value
	e.Low, e.High = e.Best, e.Best
}

// close ends the search for the ends of the estimate.
func (e *Estimate) close(searched bool) {
	switch {
	case e.Open:
		e.High = math.Inf(1)
	case e.High-e.Low <= 1e-9*math.Abs(e.High): // what adding up in another order leaves over is no range
		e.Low, e.High = e.Best, e.Best
	}
	e.Sampled = searched && e.Wide()
}

// widen widens every estimate to what the same shock does at other figures of the same network.
func (r *StressResult) widen(corner *StressResult) {
	ours, theirs := r.estimates(), corner.estimates()
	for i, e := range ours.exact {
		e.reach(*theirs.exact[i])
	}
	for i, e := range ours.searched {
		e.reach(*theirs.searched[i])
	}
	for i := range r.Companies {
		company := &r.Companies[i]
		company.Elsewhere = company.Elsewhere || company.Fell() != corner.Companies[i].Fell()
		company.BeforeElsewhere = company.BeforeElsewhere || company.Before != corner.Companies[i].Before
	}
}

// close ends the search for the ends of all estimates.
func (r *StressResult) close() {
	all := r.estimates()
	for _, e := range all.exact {
		e.close(false)
	}
	for _, e := range all.searched {
		e.close(true)
	}
	r.doubt()
}

// doubt marks what companies lose by what is passed on to them as unsure where the search found one value: the figures that
// leave room decide what all others lose. Who has financed nobody and sells to nobody has nothing passed on.
func (r *StressResult) doubt() {
	if r.Uncertain == 0 {
		return
	}
	exposed := make([]bool, len(r.Companies))
	for i := range r.Network.Flows {
		flow := &r.Network.Flows[i]
		financing, commercial := flow.Financing()
		exposed[flow.Payer] = exposed[flow.Payer] || financing
		exposed[flow.Payee] = exposed[flow.Payee] || commercial
	}
	for i := range r.Companies {
		for _, e := range []*Estimate{&r.Companies[i].Passed, &r.Companies[i].Rank} {
			e.Unsure = exposed[i] && !e.Wide() && r.Companies[i].First.Best < 1
		}
	}
}

// estimates are the numbers of a result: those that grow with every figure, such as sums, so that their ends are those of
// all low and of all high ones, and the others. Two results of one network, not yet finished, have them in the same order.
type estimates struct{ exact, searched []*Estimate }

func (r *StressResult) estimates() (all estimates) {
	exact := func(some ...*Estimate) { all.exact = append(all.exact, some...) }
	searched := func(some ...*Estimate) { all.searched = append(all.searched, some...) }
	exact(&r.Paid, &r.Due, &r.Cut, &r.Left, &r.Value)
	searched(&r.Lost, &r.Unpaid, &r.LostBefore, &r.LeastUnpaid, &r.RankFirst, &r.Rank, &r.RankAll, &r.HoldingsWorth, &r.HoldingsLost)
	for i := range r.Companies {
		company := &r.Companies[i]
		exact(&company.Owes, &company.DueIn)
		searched(&company.Pays, &company.PaysBefore, &company.LostIn, &company.First, &company.Passed, &company.Rank)
	}
	for i := range r.Legs {
		exact(&r.Legs[i].Due, &r.Legs[i].Cut)
		searched(&r.Legs[i].Lost, &r.Legs[i].LostBefore, &r.Legs[i].Share)
	}
	for i := range r.Suppliers {
		exact(&r.Suppliers[i].Due)
		searched(&r.Suppliers[i].Lost, &r.Suppliers[i].Before)
	}
	for i := range r.Investors {
		searched(&r.Investors[i].Worth, &r.Investors[i].First, &r.Investors[i].Lost)
	}
	return all
}
