package picture

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestALitLoopUnderStressSaysWhatIsPaid lights a loop of two companies while a stress test is shown: a leg that is not paid
// breaks it and carries no money, one that is paid in part bounds it by what is still paid.
func TestALitLoopUnderStressSaysWhatIsPaid(t *testing.T) {
	in := dealInput(t, network.View{})
	in.Selection.Loop = pairOf(t, in.Network)
	plain := Build(in).Circuit()
	if len(plain) < 2 {
		t.Fatalf("the loop has %d legs", len(plain))
	}
	small := plain[0]
	for _, leg := range plain {
		if leg.Known && leg.Money > small.Money {
			small = leg
		}
	}
	for _, c := range []struct {
		name  string
		part  float64
		lines []string
		legs  int // of the loop that money goes along
	}{
		{"not paid", 1, []string{"not paid: ", "breaks the loop"}, len(plain) - 1},
		{"nearly not paid", 0.99, []string{" still paid", "bounds the loop"}, len(plain)},
	} {
		in.Strain = &Strain{Words: "Stress", Lost: map[deal.LegID]LegLoss{small.Leg: {Part: c.part, Amount: "−$1bn"}}}
		scene := Build(in)
		arrow, _ := scene.Arrow(small.Leg)
		if arrow.Glow == 0 || arrow.Emphasis != Lit {
			t.Errorf("%s: the leg is not seen to be of the loop: %+v", c.name, arrow)
		}
		if len(scene.Pins) != 1 || scene.Pins[0].Leg != small.Leg {
			t.Fatalf("%s: notes %+v", c.name, scene.Pins)
		}
		for _, words := range c.lines {
			if text := strings.Join(scene.Pins[0].Lines, " "); !strings.Contains(text, words) {
				t.Errorf("%s: the note says %q, not %q", c.name, text, words)
			}
		}
		if legs := len(scene.Circuit()); legs != c.legs {
			t.Errorf("%s: money goes along %d legs of %d", c.name, legs, len(plain))
		}
	}
}

// pairOf returns two companies that pay each other, each by one leg with an amount.
func pairOf(t *testing.T, n *network.Network) []deal.CompanyID {
	t.Helper()
	for _, flow := range n.Flows {
		back, ok := n.FlowBetween(flow.Payee, flow.Payer)
		if ok && len(flow.Legs) == 1 && flow.Known() && len(n.Flows[back].Legs) == 1 && n.Flows[back].Known() {
			return []deal.CompanyID{n.Companies[flow.Payer].ID, n.Companies[flow.Payee].ID}
		}
	}
	t.Fatal("no pair")
	return nil
}
