package whatif

import (
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// ShockPresets returns the shocks that are looked at first: the company that is to pay the most fails, valuations fall as
// the Nasdaq's did, cloud contracts are halved, deals in talks collapse. A Book in which nobody pays has no first one.
func ShockPresets(book *deal.Book) []Shock {
	var shocks []Shock
	if largest, _ := LargestPayer(book); largest != 0 {
		shocks = append(shocks, Shock{Kind: ShockFails, Company: largest})
	}
	return append(shocks, Shock{Kind: ShockValuations, Part: nasdaqFall},
		Shock{Kind: ShockCut, Cut: deal.KindCloud, Part: deal.Whole / 2}, Shock{Kind: ShockCollapse, Status: deal.StatusInTalks})
}

// LargestPayer returns the company that is to pay the most, and the one that is to get the most of it; 0 where nobody pays.
func LargestPayer(book *deal.Book) (payer, payee deal.CompanyID) {
	built, err := network.Build(book, network.View{})
	if err != nil {
		return 0, 0
	}
	pays := make([]int64, len(built.Companies))
	for _, flow := range built.Flows {
		pays[flow.Payer] += flow.Money
	}
	most, from := int64(0), -1
	for i, cents := range pays {
		if cents > most {
			most, from, payer = cents, i, built.Companies[i].ID
		}
	}
	most = 0
	for _, flow := range built.Flows {
		if flow.Payer == from && flow.Money > most {
			most, payee = flow.Money, built.Companies[flow.Payee].ID
		}
	}
	return payer, payee
}
