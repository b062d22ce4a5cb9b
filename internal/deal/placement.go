package deal

// Placement is where a layout has put the companies. A document holds one for each layout that was ever shown, so that
// it looks the same whenever and wherever it is opened. It is no part of any edit.
type Placement struct {
	At    map[CompanyID]Place
	Pairs map[Pair]bool // that it was found for: another pair is reason to look for places again
}

// Place is a point of the canvas, in canvas units; y grows downwards.
type Place struct{ X, Y float64 }

// Pair is a company that pays and the one that it pays.
type Pair struct{ Payer, Payee CompanyID }
