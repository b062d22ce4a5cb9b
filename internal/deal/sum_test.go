package deal

import (
	"strings"
	"testing"
)

func TestASumCannotBeLeftEmpty(t *testing.T) {
	for _, text := range []string{"", "x", "unknown", "−", "undisclosed"} {
		if _, err := ParseSum(text, USD); err == nil || strings.Contains(err.Error(), "empty") || !strings.Contains(err.Error(), "10bn") {
			t.Errorf("of %q it says %v", text, err)
		}
	}
	if sum, err := ParseSum("$10bn", USD); err != nil || sum.Cents != 10_000_000_000_00 {
		t.Errorf("$10bn is %v, %v", sum, err)
	}
}
