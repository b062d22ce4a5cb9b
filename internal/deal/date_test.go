package deal

import (
	"strings"
	"testing"
)

func TestDatesInAnotherOrder(t *testing.T) {
	for text, says := range map[string]string{
		"31/12/2025": "has to be written as 2025-12-31",
		"12/31/2025": "has to be written as 2025-12-31",
		"31.12.2025": "has to be written as 2025-12-31",
		"2025/11/03": "has to be written as 2025-11-03",
		"5/5/2025":   "has to be written as 2025-05-05",
		"31/02/2025": "is no day of the calendar",
		"2025-02-31": "is no day of the calendar",
		"03/11/2025": "could be more than one date: write 2025-11-03 or 2025-03-11",
		"03.11.25":   "could be more than one date",
		"soon":       "is not a date",
		"11/2025":    "is not a date",
	} {
		if got, err := ParseDate(text); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
	for text, want := range map[string]Date{"": "", "2025-11-03": "2025-11-03", "3 Nov 2025": "2025-11-03", "2025-1-2": "2025-01-02", "2025": "2025"} {
		if got, err := ParseDate(text); err != nil || got != want {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}
