package deal

import (
	"math"
	"testing"
)

func TestCount(t *testing.T) {
	for number, want := range map[int]string{
		0: "0", 7: "7", 999: "999", 1_000: "1,000", 1_197_000: "1,197,000", -20_000: "-20,000", math.MinInt64: "-9,223,372,036,854,775,808",
	} {
		if got := Count(number); got != want {
			t.Errorf("%d is written %q, not %q", number, got, want)
		}
	}
}
