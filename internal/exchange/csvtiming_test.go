package exchange

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

// TestCSVTiming reads the words for a valuation's timing as they are typed elsewhere, and names their own column where they
// are none.
func TestCSVTiming(t *testing.T) {
	const head = "payer,payee,kind,amount,valuation,timing\n"
	for text, want := range map[string]deal.Timing{
		"pre": deal.TimingPreMoney, "POST": deal.TimingPostMoney, "pre-money": deal.TimingPreMoney,
		"Post money": deal.TimingPostMoney, "premoney": deal.TimingPreMoney, "": deal.TimingUnsaid,
	} {
		book := readBook(t, head+"A,B,equity,1bn,10bn,"+text+"\n")
		if got := book.Deals[0].Legs[0].ValuationMoney; got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
	_, err := ReadCSV(strings.NewReader(head+"A,B,equity,1bn,10bn,later\n"), "deals.csv", nil)
	if err == nil || !strings.Contains(err.Error(), `timing: "later" is neither pre-money nor post-money`) {
		t.Errorf("a wrong word is refused with %v", err)
	}
}
