package network

import (
	"testing"
	"time"

	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"
)

// gonumGraph returns the network as gonum's graphs have it.
func gonumGraph(n *Network) *simple.DirectedGraph {
	g := simple.NewDirectedGraph()
	for company := range n.Companies {
		g.AddNode(simple.Node(company))
	}
	for i := range n.Flows {
		if n.Flows[i].Payer != n.Flows[i].Payee {
			g.SetEdge(simple.Edge{F: simple.Node(n.Flows[i].Payer), T: simple.Node(n.Flows[i].Payee)})
		}
	}
	return g
}

// The networks of this test fall apart into parts of more than 64 companies, where the brute force of the
// other tests would take too long and the search for small parts does not reach.
func TestLoopCountsAgreeWithGonum(t *testing.T) {
	large := 0
	for seed := range uint64(60) {
		n := sparseNetwork(t, seed, 300)
		for _, group := range n.Components() {
			if len(group) > 64 {
				large++
			}
		}
		want := len(topo.DirectedCyclesIn(gonumGraph(n)))
		if count, _, why := n.VisitLoops(t.Context(), Limits{Time: time.Minute}, func([]int) bool { return true }); count != want {
			t.Errorf("seed %d: got %d loops (%s), want %d", seed, count, why, want)
		}
	}
	if large < 20 {
		t.Errorf("only %d parts were larger than 64 companies", large)
	}
}
