package deal

import "testing"

func TestDealCounts(t *testing.T) {
	for _, status := range Statuses {
		for _, counting := range Countings {
			want := counting == Counted && status != StatusSuperseded && status != StatusCancelled
			if got := (Deal{Status: status, Counting: counting}).Counts(); got != want {
				t.Errorf("a deal that is %s and %s counts: %t, want %t", status, counting, got, want)
			}
		}
	}
}
