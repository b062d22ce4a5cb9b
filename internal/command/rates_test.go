package command

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// ratedJSON has a loop of €5bn and $7bn and a rate for the euro.
const ratedJSON = `{"format": "roundtrip", "version": 1, "base": "USD", "sources": [{"id": 1, "title": "Handelsblatt"}],
"rates": [{"currency": "EUR", "worth": 1.17, "date": "2025-03-01", "source": 1}, {"currency": "GBP", "worth": 1.3}],
"companies": [{"name": "Alpha"}, {"name": "Beta"}],
"deals": [{"title": "Stake", "status": "signed", "legs": [{"payer": "Alpha", "payee": "Beta", "kind": "equity", "amount": {"said": "exact", "best": 5000000000}, "currency": "EUR"}]},
{"title": "Cloud", "status": "signed", "legs": [{"payer": "Beta", "payee": "Alpha", "kind": "cloud", "amount": {"said": "exact", "best": 7000000000}}]}]}`

// TestNumbersNameTheirRates: what is printed ends with the rates that it was counted at, and with no other ones.
func TestNumbersNameTheirRates(t *testing.T) {
	document := filepath.Join(t.TempDir(), "rated.roundtrip")
	must(t, "import", document, write(t, "rated.json", ratedJSON))
	for _, arguments := range [][]string{{"measures", document}, {"whatif", document}, {"stress", document, "--fails", "Beta"}} {
		if got := must(t, arguments...); !strings.HasSuffix(got, "\n\nCounted at 1 EUR = 1.17 USD (1 Mar 2025, Handelsblatt).\n") {
			t.Errorf("%s ends %q", arguments[0], got[max(0, len(got)-100):])
		}
		var object struct {
			Rates []struct {
				Currency, Date, Source string
				Worth                  float64
			}
		}
		if err := json.Unmarshal([]byte(must(t, append(arguments, "--json")...)), &object); err != nil {
			t.Fatal(err)
		}
		if got := object.Rates; len(got) != 1 || got[0].Currency != "EUR" || got[0].Worth != 1.17 || got[0].Date != "2025-03-01" || got[0].Source != "Handelsblatt" {
			t.Errorf("%s has the rates %+v", arguments[0], got)
		}
	}
	if got := must(t, "measures", document, "--view", "kinds=cloud"); strings.Contains(got, "Counted at") {
		t.Errorf("of dollars alone it names rates: %s", got)
	}
	if got := must(t, "measures", Sample, "--json"); !strings.Contains(got, `"rates": []`) {
		t.Error("the sample has no list of rates")
	}
}
