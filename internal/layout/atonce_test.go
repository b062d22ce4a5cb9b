package layout

import "testing"

func TestAtOnceDoesEveryPieceOnce(t *testing.T) {
	for _, count := range []int{0, 1, 63, 64, 65, 1000} {
		done := make([]int, count)
		AtOnce(count, func(i int) { done[i]++ })
		for i, times := range done {
			if times != 1 {
				t.Errorf("of %d pieces, number %d is done %d times", count, i, times)
			}
		}
	}
}
