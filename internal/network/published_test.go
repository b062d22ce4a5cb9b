package network

import (
	"context"
	"math"
	"slices"
	"testing"
)

func TestCirculationOfPublishedNetworks(t *testing.T) {
	for name, test := range map[string]struct {
		rows        [][3]int64
		companies   int
		gross       int64
		circulation int64
		gamma       float64
	}{
		"triangle with a surplus": {[][3]int64{{0, 1, 2}, {1, 2, 1}, {2, 0, 1}}, 3, 4, 3, 0.5},
		"with a pass-through vehicle": {
			[][3]int64{{0, 3, 2}, {3, 1, 2}, {1, 2, 1}, {2, 0, 1}}, 4, 6, 4, 0.5,
		},
		"peeling fails": {
			[][3]int64{{0, 1, 10}, {1, 0, 10}, {1, 2, 10}, {2, 0, 10}}, 3, 40, 30, math.NaN(),
		},
		"no flows":          {nil, 3, 0, 0, 0},
		"pays itself":       {[][3]int64{{0, 0, 7}, {0, 1, 5}}, 2, 12, 7, 7.0 / 12},
		"parallel flows":    {[][3]int64{{0, 1, 3}, {0, 1, 4}, {1, 0, 5}}, 2, 12, 10, 5.0 / 7},
		"beyond a float":    {[][3]int64{{0, 1, 1<<60 + 1}, {1, 0, 1 << 60}}, 2, 1<<61 + 1, 1 << 61, math.NaN()},
		"two rings, bridge": {[][3]int64{{0, 1, 2}, {1, 0, 2}, {1, 2, 9}, {2, 3, 4}, {3, 2, 4}}, 4, 21, 12, 0.4},
	} {
		t.Run(name, func(t *testing.T) {
			n := networkOf(t, test.companies, test.rows)
			circulation, part := n.Circulation()
			if n.Gross() != test.gross || circulation != test.circulation {
				t.Errorf("got %d of %d, want %d of %d", circulation, n.Gross(), test.circulation, test.gross)
			}
			sum := int64(0)
			for _, cents := range part {
				sum += cents
			}
			if sum != circulation {
				t.Errorf("the parts add up to %d, not %d", sum, circulation)
			}
			if !math.IsNaN(test.gamma) {
				wantNear(t, "gamma", n.Forwarding(context.Background(), 0).GammaThr, test.gamma)
			}
		})
	}
}

func TestForwardingOfPublishedNetworks(t *testing.T) {
	four := networkOf(t, 3, [][3]int64{{0, 1, 10}, {1, 0, 10}, {1, 2, 10}, {2, 0, 10}})
	wantNear(t, "volume where peeling fails", four.Forwarding(context.Background(), 0).Volume, 25)

	both := networkOf(t, 3, [][3]int64{{0, 1, 1}, {1, 0, 1}, {1, 2, 1}, {2, 1, 1}, {0, 2, 1}, {2, 0, 1}})
	forwarding := both.Forwarding(context.Background(), 0)
	wantNear(t, "volume of the triangle both ways", forwarding.Volume, 6)
	wantNear(t, "its loop weights", forwarding.LoopWeightSum, 8.0/3)
	paths := [][]int{{0, 1}, {0, 2}, {1, 2}, {0, 1, 2}, {0, 2, 1}}
	for i, loop := range forwarding.Top {
		wantNear(t, "weight", loop.Weight, []float64{2.0 / 3, 2.0 / 3, 2.0 / 3, 1.0 / 3, 1.0 / 3}[i])
		if !slices.Equal(loop.Path, paths[i]) {
			t.Errorf("loop %d: got %v, want %v", i, loop.Path, paths[i])
		}
	}
}

// TestFinnOfTheOysterReef is the network of R. Dame and B. Patten (1981) in Finn's own form, where throughflow
// counts what comes from outside. Here outside is two companies more, a source and a sink, whose own
// throughflow is taken out again. The published losses are rounded; these balance what each compartment gets.
func TestFinnOfTheOysterReef(t *testing.T) {
	const filter, microbiota, meiofauna, deposit, predators, detritus, source, sink = 0, 1, 2, 3, 4, 5, 6, 7
	n := networkOf(t, 8, [][3]int64{
		{filter, predators, 5135}, {filter, detritus, 157910}, {microbiota, meiofauna, 12060},
		{microbiota, deposit, 12060}, {meiofauna, deposit, 6609}, {meiofauna, detritus, 42403},
		{deposit, predators, 1721}, {deposit, detritus, 19076}, {predators, detritus, 3262},
		{detritus, microbiota, 81721}, {detritus, meiofauna, 72745}, {detritus, deposit, 6431},
		{source, filter, 414700}, {filter, sink, 251655}, {microbiota, sink, 57601}, {meiofauna, sink, 35793},
		{deposit, sink, 4303}, {predators, sink, 3594}, {detritus, sink, 61754},
	})
	total := 0.0
	for _, through := range n.Throughflow() {
		total += through
	}
	outside := n.Throughflow()[source] + n.Throughflow()[sink]
	if got := total - outside; math.Abs(got-835833) > 1e-6 {
		t.Errorf("throughflow: got %v, want 835833", got)
	}
	if got := n.Finn() * total / (total - outside); math.Abs(got-0.1101686) > 5e-8 {
		t.Errorf("index: got %v, want 0.1101686", got)
	}
}

func TestClearingOfPublishedNetworks(t *testing.T) {
	for name, test := range map[string]struct {
		cash  []float64
		rows  [][3]int64
		pays  []float64
		least []float64
		waves [][]int
	}{
		"ring": {
			[]float64{12, 4, 3},
			[][3]int64{{0, 1, 10}, {1, 2, 7}, {2, 0, 12}},
			[]float64{10, 7, 10}, []float64{10, 7, 10}, [][]int{{2}},
		},
		"three companies": {
			[]float64{1, 1, 1},
			[][3]int64{{0, 1, 10}, {1, 2, 8}, {2, 0, 6}},
			[]float64{7, 8, 6}, []float64{7, 8, 6}, [][]int{{0}},
		},
		"gridlock": {
			[]float64{0, 0, 0},
			[][3]int64{{0, 1, 1}, {1, 2, 1}, {2, 0, 1}},
			[]float64{1, 1, 1}, []float64{0, 0, 0}, nil,
		},
		"uneven gridlock": {
			[]float64{0, 0, 0},
			[][3]int64{{0, 1, 10}, {1, 2, 7}, {2, 0, 12}},
			[]float64{7, 7, 7}, []float64{0, 0, 0}, [][]int{{2}, {0}},
		},
		"dominoes": {
			[]float64{0, 0, 5},
			[][3]int64{{0, 1, 9}, {1, 2, 9}, {2, 3, 10}},
			[]float64{0, 0, 5, 0}, []float64{0, 0, 5, 0}, [][]int{{0}, {1}, {2}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			cash := append(test.cash, make([]float64, len(test.pays)-len(test.cash))...)
			n := networkWithCash(t, cash, test.rows)
			greatest, err := n.Clearing(n.Cash(nil), DefaultCosts{})
			if err != nil {
				t.Fatal(err)
			}
			wantAllNear(t, "greatest", greatest.Pays, test.pays)
			if len(greatest.Waves) != len(test.waves) {
				t.Fatalf("got waves %v, want %v", greatest.Waves, test.waves)
			}
			for i := range test.waves {
				if !slices.Equal(greatest.Waves[i], test.waves[i]) {
					t.Errorf("got waves %v, want %v", greatest.Waves, test.waves)
				}
			}
			least, err := n.LeastClearing(n.Cash(nil), DefaultCosts{})
			if err != nil {
				t.Fatal(err)
			}
			wantAllNear(t, "least", least.Pays, test.least)
		})
	}
}

func TestConcentrationOfPublishedPayments(t *testing.T) {
	n := networkOf(t, 5, [][3]int64{{0, 1, 2500}, {0, 2, 3000}, {0, 3, 380}, {0, 4, 224}})
	supplier, customer := n.Concentration()
	if math.Round(supplier[0]) != 4145 || math.Abs(EffectiveNumber(supplier[0])-2.4124) > 5e-5 {
		t.Errorf("got %v, effective number %v", supplier[0], EffectiveNumber(supplier[0]))
	}
	wantAllNear(t, "customers", customer, []float64{math.NaN(), 10_000, 10_000, 10_000, 10_000})
}

// TestDealsOfTheSourceArticles is the table of disclosed amounts, in millions.
func TestDealsOfTheSourceArticles(t *testing.T) {
	const amazon, anthropic, microsoft, nvidia, openAI, coreWeave, oracle = 0, 1, 2, 3, 4, 5, 6
	for name, test := range map[string]struct {
		stake, chips int64
		gross        int64
		circulation  int64
		gamma        float64
	}{
		"base":                       {10_000, 0, 741_750, 46_000, 0.037659},
		"with Oracle to Nvidia 40":   {10_000, 40_000, 781_750, 166_000, 0.103152},
		"with Oracle to Nvidia 100":  {10_000, 100_000, 841_750, 346_000, 0.201392},
		"with Oracle to Nvidia 300":  {10_000, 300_000, 1_041_750, 346_000, 0.201392},
		"without the stake":          {0, 0, 731_750, 26_000, 0.021285},
		"stake of 20 billion":        {20_000, 0, 751_750, 66_000, 0.054032},
		"stake the contract's size":  {38_000, 0, 769_750, 102_000, 0.082424},
		"stake above the contract's": {50_000, 0, 781_750, 102_000, 0.082424},
	} {
		t.Run(name, func(t *testing.T) {
			n := networkOf(t, 7, [][3]int64{
				{amazon, openAI, test.stake}, {amazon, anthropic, 8_000}, {microsoft, openAI, 13_000},
				{nvidia, openAI, 100_000}, {openAI, coreWeave, 22_750}, {openAI, amazon, 38_000},
				{openAI, microsoft, 250_000}, {openAI, oracle, 300_000}, {oracle, nvidia, test.chips},
			})
			circulation, _ := n.Circulation()
			if n.Gross() != test.gross || circulation != test.circulation {
				t.Errorf("got %d of %d, want %d of %d", circulation, n.Gross(), test.circulation, test.gross)
			}
			if gamma := n.Forwarding(context.Background(), 0).GammaThr; math.Abs(gamma-test.gamma) > 5e-7 {
				t.Errorf("gamma: got %.6f, want %.6f", gamma, test.gamma)
			}
		})
	}
}
