package network

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

// drawElimination draws rates between companies, from sparse to dense, over some orders of magnitude, and what
// leaks from them, and returns the matrix that they stand for too.
func drawElimination(t *rapid.T, e *elimination) *mat.Dense {
	n := rapid.IntRange(1, 40).Draw(t, "companies")
	random := newRandom(rapid.Uint64().Draw(t, "seed"))
	density := []float64{0.03, 0.1, 0.5}[rapid.IntRange(0, 2).Draw(t, "density")]
	e.set(n)
	matrix := mat.NewDense(n, n, nil)
	for from := range n {
		e.leak[from] = math.Exp(2 * random.NormFloat64())
		matrix.Set(from, from, matrix.At(from, from)+e.leak[from])
		for to := range n {
			if from == to || random.Float64() >= density {
				continue
			}
			rate := math.Exp(2 * random.NormFloat64())
			e.add(int32(from), int32(to), rate)
			matrix.Set(from, from, matrix.At(from, from)+rate)
			matrix.Set(from, to, matrix.At(from, to)-rate)
		}
	}
	return matrix
}

func TestEliminationAgreesWithDenseAlgebra(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := new(elimination)
		matrix := drawElimination(t, e)
		if !e.factor() {
			t.Fatal("nothing leaks")
		}
		var inverse mat.Dense
		if err := inverse.Inverse(matrix); err != nil {
			return // too badly conditioned for the method that this is compared with
		}
		close := func(what string, got, want float64) {
			if math.Abs(got-want) > 1e-8*math.Max(math.Abs(want), 1) { // the dense way loses digits of what is small
				t.Fatalf("%s: got %g, want %g", what, got, want)
			}
		}
		right, left := make([]float64, e.n), make([]float64, e.n)
		for company := range e.n {
			right[company], left[company] = float64(company+1), float64(company+1)
		}
		want := append([]float64(nil), right...)
		e.solve(right)
		e.solveAgainst(left)
		for i := range e.n {
			row, column := 0.0, 0.0
			for j := range e.n {
				row += inverse.At(i, j) * want[j]
				column += inverse.At(j, i) * want[j]
			}
			close("solution", right[i], row)
			close("solution from the left", left[i], column)
		}
		e.invert()
		for i := range e.rate {
			from, to := e.from[i], e.to[i]
			close("hits", e.hits(from, to), inverse.At(int(from), int(to))/inverse.At(int(to), int(to)))
			close("hits back", e.hits(to, from), inverse.At(int(to), int(from))/inverse.At(int(from), int(from)))
		}
	})
}

func TestEliminationIsUsedAgain(t *testing.T) {
	used := new(elimination)
	rapid.Check(t, func(t *rapid.T) {
		fresh := new(elimination)
		drawElimination(t, fresh)
		used.set(fresh.n)
		copy(used.leak, fresh.leak)
		for i := range fresh.rate {
			used.add(fresh.from[i], fresh.to[i], fresh.rate[i])
		}
		fresh.factor()
		used.factor()
		// With rates that have gone away since the order was chosen, too.
		for i := range fresh.rate {
			if i%3 == 0 {
				fresh.rate[i], used.rate[i] = 0, 0
			}
		}
		fresh.refactor()
		used.refactor()
		x, y := make([]float64, fresh.n), make([]float64, fresh.n)
		x[0], y[0] = 1, 1
		fresh.solve(x)
		used.solve(y)
		for i := range x {
			if x[i] != y[i] {
				t.Fatalf("got %g, the second time %g", x[i], y[i])
			}
		}
	})
}

func TestEliminationNoticesWhatNeverLeaks(t *testing.T) {
	e := new(elimination)
	e.set(3)
	e.add(0, 1, 1)
	e.add(1, 0, 2)
	e.leak[2] = 1
	if e.factor() {
		t.Error("two companies that only pay each other were taken to leak")
	}
	e.set(2)
	e.add(0, 1, 1)
	e.add(1, 0, 1)
	e.leak[0] = 1e-300
	if !e.factor() {
		t.Error("the smallest leak was overlooked")
	}
}
