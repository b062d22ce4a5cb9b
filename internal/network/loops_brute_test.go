package network

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// bruteLoops lists the loops of at most maxLen companies (0: of any length) by walking every simple path,
// each from its smallest company, with nothing left out and nothing remembered.
func bruteLoops(n *Network, maxLen int) []string {
	next := make([][]int, len(n.Companies))
	for i := range n.Flows {
		next[n.Flows[i].Payer] = append(next[n.Flows[i].Payer], n.Flows[i].Payee)
	}
	var loops []string
	var walk func(path []int)
	walk = func(path []int) {
		for _, w := range next[path[len(path)-1]] {
			if w == path[0] && len(path) > 1 {
				loops = append(loops, fmt.Sprint(path))
			}
			if w > path[0] && !slices.Contains(path, w) && (maxLen == 0 || len(path) < maxLen) {
				walk(append(path, w))
			}
		}
	}
	for start := range n.Companies {
		walk([]int{start})
	}
	slices.Sort(loops)
	return loops
}

// visited lists what a search visits, each loop from its smallest company.
func visited(search func(visit func(path []int) bool)) []string {
	var loops []string
	search(func(path []int) bool {
		smallest := slices.Index(path, slices.Min(path))
		loops = append(loops, fmt.Sprint(slices.Concat(path[smallest:], path[:smallest])))
		return true
	})
	slices.Sort(loops)
	return loops
}

// searchWith visits the loops of the network with one of the ways to search.
func searchWith(n *Network, maxLen int, way func(s *loopSearch, p part)) []string {
	return visited(func(visit func(path []int) bool) {
		s := newLoopSearch(context.Background(), nil, Limits{MaxLen: maxLen})
		s.visit = visit
		s.makeRoom(len(n.Companies))
		for _, p := range n.arrows().whole().parts(nil) {
			way(s, p)
		}
	})
}

func sameLoops(t *testing.T, what string, got, want []string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	for _, loop := range want {
		if _, found := slices.BinarySearch(got, loop); !found {
			t.Fatalf("%s: %d loops, want %d; %s is missing", what, len(got), len(want), loop)
		}
	}
	t.Fatalf("%s: %d loops, want %d", what, len(got), len(want))
}

// randomNetwork draws a network of up to so many companies with, on average, at most so many flows each, half
// of them from or to a few hubs, and in some networks few distinct amounts, so that ties are common.
func randomNetwork(t *testing.T, seed uint64, companies, degree int) *Network {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 7))
	size := 2 + random.IntN(companies-1)
	hubs := 1 + random.IntN(size)
	amounts := []int64{1, 3, 1000}[random.IntN(3)]
	flows := make([]Flow, size+random.IntN(size*(degree-1)+1))
	for i := range flows {
		flows[i] = Flow{Payer: random.IntN(size), Payee: random.IntN(size), Money: random.Int64N(amounts)}
		if random.IntN(4) == 0 {
			flows[i].Payer = random.IntN(hubs)
		}
		if random.IntN(4) == 0 {
			flows[i].Payee = random.IntN(hubs)
		}
	}
	n, err := fromFlows(size, flows)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// sparseNetwork draws a network in which few loops run through large components: a ring through half of the
// companies, with few short cuts and side roads.
func sparseNetwork(t *testing.T, seed uint64, companies int) *Network {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 11))
	var rows [][3]int64
	ring := random.Perm(companies)[:companies/2]
	for i, v := range ring {
		rows = append(rows, [3]int64{int64(v), int64(ring[(i+1)%len(ring)]), 1 + random.Int64N(1000)})
	}
	for range companies/8 + random.IntN(companies/10) {
		rows = append(rows, [3]int64{random.Int64N(int64(companies)), random.Int64N(int64(companies)), 1 + random.Int64N(1000)})
	}
	return networkOf(t, companies, rows)
}

func TestEveryWayFindsTheLoopsOfBruteForce(t *testing.T) {
	for seed := range uint64(2000) {
		n := randomNetwork(t, seed, 8, 4)
		want := bruteLoops(n, 0)
		sameLoops(t, fmt.Sprint("small, seed ", seed), searchWith(n, 0, (*loopSearch).searchSmall), want)
		sameLoops(t, fmt.Sprint("large, seed ", seed), searchWith(n, 0, searchOnlyLarge), want)
		for maxLen := 2; maxLen <= 9; maxLen++ {
			name := fmt.Sprintf("to %d, seed %d", maxLen, seed)
			want := bruteLoops(n, maxLen)
			sameLoops(t, name, searchWith(n, maxLen, (*loopSearch).searchBounded), want)
			sameLoops(t, name, visited(func(visit func(path []int) bool) {
				n.VisitLoops(context.Background(), Limits{MaxLen: maxLen}, visit)
			}), want)
		}
	}
}

// searchOnlyLarge searches without ever handing what is left to the search for small parts.
func searchOnlyLarge(s *loopSearch, p part) { s.searchLarge(p, 1) }

// searchLookingAhead is the bounded search without patience: it looks ahead before every step.
func searchLookingAhead(s *loopSearch, p part) {
	k := newBounded(s, p)
	k.patience = -1
	k.search()
}

// Larger networks around hubs are where a search that lets go of a block too late has lost loops although
// thousands of small networks had passed.
func TestEveryWayFindsTheLoopsAroundHubs(t *testing.T) {
	for seed := range uint64(400) {
		n := randomNetwork(t, seed, 120, 3)
		for maxLen := 2; maxLen <= 6; maxLen++ {
			name := fmt.Sprintf("to %d, seed %d", maxLen, seed)
			want := bruteLoops(n, maxLen)
			sameLoops(t, name, searchWith(n, maxLen, (*loopSearch).searchBounded), want)
			sameLoops(t, name, searchWith(n, maxLen, searchLookingAhead), want)
		}
	}
}

func TestLargeSearchesAgree(t *testing.T) {
	compared := 0
	for seed := range uint64(400) {
		n := randomNetwork(t, seed, 64, 2)
		const most = 5_000
		small := searchWith(n, 0, func(s *loopSearch, p part) {
			s.maxCount = most
			s.searchSmall(p)
		})
		if len(small) >= most {
			continue
		}
		compared += len(small)
		name := fmt.Sprint("seed ", seed)
		sameLoops(t, name, searchWith(n, 0, searchOnlyLarge), small)
		sameLoops(t, name, searchWith(n, len(n.Companies), (*loopSearch).searchBounded), small)
	}
	if compared < 10_000 {
		t.Errorf("only %d loops were compared", compared)
	}
}
