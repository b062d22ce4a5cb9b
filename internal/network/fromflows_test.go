package network

import (
	"context"
	"fmt"

	"roundtrip/internal/deal"
)

// fromFlows returns a network of n unnamed companies with the given flows. Parallel flows add up.
func fromFlows(n int, flows []Flow) (*Network, error) {
	network := &Network{Base: deal.USD, Companies: make([]deal.Company, n)}
	for i := range network.Companies {
		network.Companies[i] = deal.Company{ID: deal.CompanyID(i + 1), Name: fmt.Sprint(i), Role: deal.RoleOther}
	}
	at := make(map[[2]int]int)
	for i, flow := range flows {
		if flow.Payer < 0 || flow.Payer >= n || flow.Payee < 0 || flow.Payee >= n {
			return nil, fmt.Errorf("flow %d runs between companies %d and %d of %d", i, flow.Payer, flow.Payee, n)
		}
		ends := [2]int{flow.Payer, flow.Payee}
		if _, ok := at[ends]; !ok {
			at[ends] = len(network.Flows)
			network.Flows = append(network.Flows, Flow{Payer: flow.Payer, Payee: flow.Payee})
		}
		network.Flows[at[ends]].add(FlowLeg{
			ID: deal.LegID(i + 1), Kind: deal.KindOther, Money: flow.Money, Low: flow.Money, High: flow.Money, Known: true,
		})
	}
	return network.finish()
}

// ranged returns the network of the book under the default view, and its measures with ranges.
func ranged(t rapidOrTest, book *deal.Book) (*Network, *Measures) {
	n, err := Build(book, View{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := Measure(context.Background(), book, n, Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	return n, m
}
