package network

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// drawRows draws flows between few companies, with parallel ones, and with amounts that are often equal.
func drawRows(t *rapid.T, companies, flows int, most int64) [][3]int64 {
	count := rapid.IntRange(0, flows).Draw(t, "count") // slices of unlimited length are mostly short
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) [3]int64 {
		payer := rapid.IntRange(0, companies-1).Draw(t, "payer")
		payee := (payer + rapid.IntRange(1, companies-1).Draw(t, "steps")) % companies
		return [3]int64{int64(payer), int64(payee), rapid.Int64Range(1, most).Draw(t, "cents")}
	}), count, count).Draw(t, "flows")
}

func rapidNetwork(t *rapid.T, companies int, rows [][3]int64) *Network {
	flows := make([]Flow, len(rows))
	for i, row := range rows {
		flows[i] = Flow{Payer: int(row[0]), Payee: int(row[1]), Money: row[2]}
	}
	n, err := fromFlows(companies, flows)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// bruteCirculation tries every way of sending whole cents round.
func bruteCirculation(n *Network) int64 {
	balance := make([]int64, len(n.Companies))
	best := int64(0)
	var try func(flow int, sum int64)
	try = func(flow int, sum int64) {
		if flow == len(n.Flows) {
			for _, cents := range balance {
				if cents != 0 {
					return
				}
			}
			best = max(best, sum)
			return
		}
		f := n.Flows[flow]
		for cents := range f.Money + 1 {
			balance[f.Payer] -= cents
			balance[f.Payee] += cents
			try(flow+1, sum+cents)
			balance[f.Payer] += cents
			balance[f.Payee] -= cents
		}
	}
	try(0, 0)
	return best
}

func TestCirculationIsTheGreatest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapidNetwork(t, 4, drawRows(t, 4, 7, 3))
		got, _ := n.Circulation()
		if want := bruteCirculation(n); got != want {
			t.Fatalf("got %d, want %d", got, want)
		}
	})
}

func TestCirculationIsBalanced(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		companies := rapid.IntRange(2, 30).Draw(t, "companies")
		n := rapidNetwork(t, companies, drawRows(t, companies, 120, 1_000_000_000_000))
		total, part := n.Circulation()
		balance, sum := make([]int64, companies), int64(0)
		for i, cents := range part {
			if cents < 0 || cents > n.Flows[i].Money {
				t.Fatalf("flow %d carries %d of %d", i, cents, n.Flows[i].Money)
			}
			balance[n.Flows[i].Payer] -= cents
			balance[n.Flows[i].Payee] += cents
			sum += cents
		}
		for company, cents := range balance {
			if cents != 0 {
				t.Fatalf("company %d is off by %d", company, cents)
			}
		}
		if sum != total {
			t.Fatalf("the parts add up to %d, not %d", sum, total)
		}
		// Nothing more can go round: what is left over and what could be taken back have no loop that gains.
		if gainsMore(n, part) {
			t.Fatalf("circulation %d is not the greatest", total)
		}
	})
}

// gainsMore reports whether some loop of changes, adding to flows with room and taking from others, adds more
// than it takes: a negative cycle by R. Bellman and L. Ford.
func gainsMore(n *Network, part []int64) bool {
	distance := make([]int, len(n.Companies))
	for range len(n.Companies) + 1 {
		changed := false
		relax := func(from, to, cost int) {
			if distance[from]+cost < distance[to] {
				distance[to], changed = distance[from]+cost, true
			}
		}
		for i, flow := range n.Flows {
			if part[i] < flow.Money {
				relax(flow.Payer, flow.Payee, -1)
			}
			if part[i] > 0 {
				relax(flow.Payee, flow.Payer, 1)
			}
		}
		if !changed {
			return false
		}
	}
	return true
}

// mostlyEqual allows for the rounding of floats.
func mostlyEqual(x, y float64) bool {
	return x == y || math.IsNaN(x) && math.IsNaN(y) || math.Abs(x-y) <= 1e-9*math.Max(1, math.Max(math.Abs(x), math.Abs(y)))
}

func TestForwardingIsPartOfTheCirculation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		companies := rapid.IntRange(2, 9).Draw(t, "companies")
		n := rapidNetwork(t, companies, drawRows(t, companies, 24, 1_000))
		circulation, _ := n.Circulation()
		f := n.Forwarding(context.Background(), math.MaxInt32)
		if f.Skipped {
			t.Fatal("skipped")
		}
		if f.Volume > float64(circulation)*(1+1e-9) || f.Volume == 0 != (circulation == 0) {
			t.Fatalf("volume %g, circulation %d", f.Volume, circulation)
		}
		volume, sum := 0.0, 0.0
		around := make(map[[2]int]float64)
		for _, loop := range f.Top {
			volume += loop.Weight * float64(len(loop.Path))
			sum += loop.Weight
			for i, company := range loop.Path {
				around[[2]int{company, loop.Path[(i+1)%len(loop.Path)]}] += loop.Weight
			}
		}
		if !mostlyEqual(volume, f.Volume) || !mostlyEqual(sum, f.LoopWeightSum) {
			t.Fatalf("the weights add up to %g and %g, not %g and %g", sum, volume, f.LoopWeightSum, f.Volume)
		}
		for _, flow := range n.Flows {
			if around[[2]int{flow.Payer, flow.Payee}] > float64(flow.Money)*(1+1e-9) {
				t.Fatalf("the loops carry %g over a flow of %d", around[[2]int{flow.Payer, flow.Payee}], flow.Money)
			}
		}
	})
}

func TestForwardingOfAClosedNetworkIsEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		companies := rapid.IntRange(2, 8).Draw(t, "companies")
		var rows [][3]int64
		for range rapid.IntRange(1, 6).Draw(t, "rings") {
			ring := rapid.Permutation(sequence(companies)).Draw(t, "ring")
			ring = ring[:rapid.IntRange(2, companies).Draw(t, "length")]
			cents := rapid.Int64Range(1, 1_000_000).Draw(t, "cents")
			for i := range ring {
				rows = append(rows, [3]int64{int64(ring[i]), int64(ring[(i+1)%len(ring)]), cents})
			}
		}
		n := rapidNetwork(t, companies, rows)
		circulation, _ := n.Circulation()
		f := n.Forwarding(context.Background(), 0)
		if circulation != n.Gross() || !mostlyEqual(f.Volume, float64(n.Gross())) || f.NetThroughput != 0 || !mostlyEqual(f.GammaThr, 1) {
			t.Fatalf("circulation %d, forwarding %+v, gross %d", circulation, f, n.Gross())
		}
		if !mostlyEqual(n.Finn(), 1) {
			t.Fatalf("Finn's index is %g", n.Finn())
		}
		for i, share := range n.ReturnShare() {
			if share != 1 {
				t.Fatalf("flow %d comes back by %g", i, share)
			}
		}
	})
}

func sequence(n int) []int {
	numbers := make([]int, n)
	for i := range numbers {
		numbers[i] = i
	}
	return numbers
}
