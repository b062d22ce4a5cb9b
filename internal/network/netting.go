package network

// Netting returns how little money would settle everything. NetDebt is what is left when each company pays or
// gets only its balance: the sum over companies of max(0, out - in), the least that any settlement can move.
// Compressed is what is left when amounts may only be cancelled around loops, without new counterparties and
// without raising any flow: gross minus the largest circulation (the conservative compression of M. D'Errico
// and T. Roukny, "Compressing over-the-counter markets", 2021). Both are exact, in cents.
//
// Both are 0 without flows and in a closed network, where everybody gets what they pay. What a company pays itself
// is owed to nobody and compressed away. Legs without a number owe nothing; parallel legs count as their sum.
func (n *Network) Netting() Netting {
	a := n.amounts()
	return a.netting(a.circulation(nil))
}

func (a *amounts) netting(circulation int64) Netting {
	debt := int64(0)
	for company := range a.in {
		debt += max(0, a.out[company]-a.in[company])
	}
	return Netting{NetDebt: debt, Compressed: a.gross() - circulation}
}
