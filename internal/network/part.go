package network

// Part is some of the measures, for who needs no others.
type Part uint

// The parts. Netting comes with the circulation, which it needs.
const (
	// PartPlain is what costs next to nothing and is measured with every other part: Gross, Throughflow, Multiplier,
	// SupplierHHI and CustomerHHI.
	PartPlain       Part = 1 << iota
	PartCirculation      // Circulation, CircularShare and Circular
	PartReturns          // ReturnShare, Earmarked and Finn
	PartNetting
	PartClearing
	PartDebtRank
	PartOwnership
	PartFlags
	PartFlagCount // of Flags: their rules
	PartWeights   // BFF
	PartLoopCount // of Loops: MaxLen, Count, ByLength, Truncated and Why
	PartLoops     // all of Loops
)

// wants reports whether any of the parts is asked for.
func (o Options) wants(part Part) bool { return o.Only == 0 || o.Only&part != 0 }
