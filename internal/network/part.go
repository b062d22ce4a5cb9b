package network

// Part is some of the measures, for who needs no others. What always costs next to nothing belongs to no part: the
// sum of all flows, throughflow, the multiplier and the concentrations.
type Part uint

// The parts. Netting comes with the circulation, which it needs.
const (
	PartCirculation Part = 1 << iota // Circulation, CircularShare and Circular
	PartReturns                      // ReturnShare, Earmarked and Finn
	PartNetting
	PartClearing
	PartDebtRank
	PartOwnership
	PartFlags
	PartWeights // BFF
	PartLoops
)

// wants reports whether any of the parts is asked for.
func (o Options) wants(part Part) bool { return o.Only == 0 || o.Only&part != 0 }
