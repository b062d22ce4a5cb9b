package network

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"roundtrip/internal/deal"
)

// measuresOracle is what independent implementations say of a network; see the README beside the oracles.
type measuresOracle struct {
	Companies   int
	Flows       [][3]int64
	Cash        []float64
	Gross       float64
	Circulation float64
	Finn        float64
	ReturnShare []struct {
		Payer, Payee int
		Share        float64
	} `json:"return_share"`
	Clearing    []float64
	SupplierHHI []*float64 `json:"supplier_hhi"`
	CustomerHHI []*float64 `json:"customer_hhi"`
	BFF         *struct {
		Volume        float64
		LoopWeightSum float64 `json:"loop_weight_sum"`
		NetThroughput float64 `json:"net_throughput"`
		GammaThr      float64 `json:"gamma_thr"`
		Top           []struct {
			Weight float64
			Path   []int
		}
	}
}

// near allows the tolerance of the oracles.
func near(got, want float64) bool {
	return got == want || math.Abs(got-want) <= 1e-6*math.Max(math.Abs(want), 1e-6)
}

func wantNear(t testing.TB, what string, got, want float64) {
	t.Helper()
	if !near(got, want) {
		t.Errorf("%s: got %.10g, want %.10g", what, got, want)
	}
}

func wantAllNear(t testing.TB, what string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: got %d values, want %d", what, len(got), len(want))
	}
	for i := range want {
		if !near(got[i], want[i]) && !(math.IsNaN(got[i]) && math.IsNaN(want[i])) {
			t.Errorf("%s of %d: got %.10g, want %.10g", what, i, got[i], want[i])
		}
	}
}

// networkWithCash returns a network whose companies all state their cash, in cents.
func networkWithCash(t testing.TB, cash []float64, rows [][3]int64) *Network {
	t.Helper()
	n := networkOf(t, len(cash), rows)
	for i := range cash {
		n.Companies[i].Cash = deal.Reported{Stated: true, Money: deal.Money{Cents: int64(cash[i]), Currency: deal.USD}}
	}
	return n
}

func TestMeasuresAgreeWithOracles(t *testing.T) {
	files, err := filepath.Glob("testdata/net-*.json")
	if err != nil || len(files) != 10 {
		t.Fatalf("found %d oracles, error %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var oracle measuresOracle
			if err := json.Unmarshal(text, &oracle); err != nil {
				t.Fatal(err)
			}
			n := networkWithCash(t, oracle.Cash, oracle.Flows)
			compareWithOracle(t, n, oracle)
		})
	}
}

func compareWithOracle(t *testing.T, n *Network, oracle measuresOracle) {
	wantNear(t, "gross", float64(n.Gross()), oracle.Gross)
	circulation, _ := n.Circulation()
	wantNear(t, "circulation", float64(circulation), oracle.Circulation)
	wantNear(t, "finn", n.Finn(), oracle.Finn)
	share := n.ReturnShare()
	if len(oracle.ReturnShare) == 0 && len(share) > 0 {
		t.Fatal("the oracle has no return shares") // it gives the first twelve
	}
	for _, want := range oracle.ReturnShare {
		flow, ok := n.FlowBetween(want.Payer, want.Payee)
		if !ok {
			t.Fatalf("no flow from %d to %d", want.Payer, want.Payee)
		}
		wantNear(t, "return share", share[flow], want.Share)
	}
	clearing, err := n.Clearing(n.Cash(nil), DefaultCosts{})
	if err != nil {
		t.Fatal(err)
	}
	wantAllNear(t, "clearing", clearing.Pays, oracle.Clearing)
	supplier, customer := n.Concentration()
	wantAllNear(t, "supplier index", supplier, orNaN(oracle.SupplierHHI))
	wantAllNear(t, "customer index", customer, orNaN(oracle.CustomerHHI))
	if oracle.BFF == nil {
		return
	}
	forwarding := n.Forwarding(context.Background(), 10)
	wantNear(t, "volume", forwarding.Volume, oracle.BFF.Volume)
	wantNear(t, "loop weights", forwarding.LoopWeightSum, oracle.BFF.LoopWeightSum)
	wantNear(t, "net throughput", forwarding.NetThroughput, oracle.BFF.NetThroughput)
	wantNear(t, "gamma", forwarding.GammaThr, oracle.BFF.GammaThr)
	if len(forwarding.Top) != len(oracle.BFF.Top) {
		t.Fatalf("got %d loops with weights, want %d", len(forwarding.Top), len(oracle.BFF.Top))
	}
	for i, want := range oracle.BFF.Top {
		wantNear(t, "weight", forwarding.Top[i].Weight, want.Weight)
		if !slices.Equal(forwarding.Top[i].Path, want.Path) {
			t.Errorf("loop %d: got %v, want %v", i, forwarding.Top[i].Path, want.Path)
		}
	}
}

func orNaN(values []*float64) []float64 {
	numbers := make([]float64, len(values))
	for i, value := range values {
		numbers[i] = math.NaN()
		if value != nil {
			numbers[i] = *value
		}
	}
	return numbers
}
