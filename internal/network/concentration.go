package network

import "math"

// Concentration returns the Herfindahl-Hirschman index of what each company pays its suppliers and of what
// its customers pay it: the sum of the squared percentages, from near 0 to 10,000, which is a single one
// (A. Hirschman 1945, O. Herfindahl 1950). It is NaN where a company pays, or is paid, nothing that has a
// number. 10,000 over the index is the effective number of suppliers or customers. A company that pays itself is one
// of its own suppliers. Legs without a number are left out, so that the true index may be either higher or lower;
// parallel legs are one partner.
func (n *Network) Concentration() (supplier, customer []float64) {
	return n.amounts().concentration()
}

// EffectiveNumber returns how many equal partners would give the index: 10,000 / hhi.
func EffectiveNumber(hhi float64) float64 { return 10_000 / hhi }

func (a *amounts) concentration() (supplier, customer []float64) {
	supplier, customer = a.keep.floats(a.companies), a.keep.floats(a.companies)
	for i, cents := range a.money {
		if cents == 0 {
			continue
		}
		paid := 100 * float64(cents) / float64(a.out[a.payer[i]])
		got := 100 * float64(cents) / float64(a.in[a.payee[i]])
		supplier[a.payer[i]] += paid * paid
		customer[a.payee[i]] += got * got
	}
	for company := range supplier {
		if a.out[company] == 0 {
			supplier[company] = math.NaN()
		}
		if a.in[company] == 0 {
			customer[company] = math.NaN()
		}
	}
	return supplier, customer
}
