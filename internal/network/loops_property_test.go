package network

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// moneys lists the money and the length of the biggest loops, which no renaming of companies can change.
func moneys(report LoopReport, scale int64) string {
	text := fmt.Sprint(report.Count, report.ByLength)
	for _, loop := range report.Top {
		text += fmt.Sprintf(" %d/%d", loop.Money*scale, len(loop.Path))
	}
	return text
}

func TestLoopsDependOnNothingButTheFlows(t *testing.T) {
	limits := Limits{Time: time.Minute, Count: 100_000}
	for seed := range uint64(500) {
		n := randomNetwork(t, seed, 14, 3)
		random := rand.New(rand.NewPCG(seed, 5))
		renamed := random.Perm(len(n.Companies))
		var permuted, scaled, split [][3]int64
		for _, i := range random.Perm(len(n.Flows)) {
			flow := n.Flows[i]
			payer, payee := int64(flow.Payer), int64(flow.Payee)
			permuted = append(permuted, [3]int64{int64(renamed[flow.Payer]), int64(renamed[flow.Payee]), flow.Money})
			scaled = append(scaled, [3]int64{payer, payee, flow.Money * 1000})
			part := random.Int64N(flow.Money + 1)
			split = append(split, [3]int64{payer, payee, part}, [3]int64{payer, payee, flow.Money - part})
		}
		base := FindLoops(context.Background(), n, limits)
		for what, other := range map[string][][3]int64{"renaming the companies": permuted, "scaling the amounts": scaled, "splitting the legs": split} {
			scale := int64(1)
			if what == "scaling the amounts" {
				scale = 1000
			}
			got := FindLoops(context.Background(), networkOf(t, len(n.Companies), other), limits)
			if moneys(got, 1) != moneys(base, scale) {
				t.Errorf("seed %d: %s changes %s to %s", seed, what, moneys(base, scale), moneys(got, 1))
			}
			if what == "splitting the legs" {
				sameTop(t, what, got.Top, base.Top, len(base.Top))
			}
		}
	}
}

// Taking a flow away takes exactly the loops away that run through it.
func TestLoopsThroughAFlow(t *testing.T) {
	for seed := range uint64(200) {
		n := randomNetwork(t, seed, 10, 3)
		for i := range n.Flows {
			through := 0
			all, _, _ := n.VisitLoops(context.Background(), Limits{}, func(path []int) bool {
				for at, payer := range path {
					if payer == n.Flows[i].Payer && path[(at+1)%len(path)] == n.Flows[i].Payee {
						through++
					}
				}
				return true
			})
			rest := *n
			rest.Flows = append(append([]Flow(nil), n.Flows[:i]...), n.Flows[i+1:]...)
			without, _, _ := rest.VisitLoops(context.Background(), Limits{}, func([]int) bool { return true })
			if all-without != through {
				t.Fatalf("seed %d, flow %d: %d loops, %d without it, %d through it", seed, i, all, without, through)
			}
		}
	}
}
