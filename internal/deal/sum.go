package deal

import (
	"fmt"
	"strings"
)

// ParseSum is ParseMoney where there must be an amount: it says what to write instead of a text without a number, and never
// to leave it empty.
func ParseSum(text string, currency Currency) (Money, error) {
	if !strings.ContainsAny(text, "0123456789") {
		return Money{}, fmt.Errorf("%q is not an amount: write it as 10bn, $350m or 1.4tn, or 0 for nothing", Clipped(strings.TrimSpace(text)))
	}
	return ParseMoney(text, currency)
}
