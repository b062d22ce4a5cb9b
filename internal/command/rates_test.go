package command

import (
	"encoding/json"
	"os"
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

// rateInCSV is how a table ends that names the rate of ratedJSON.
const rateInCSV = ",\"Counted at 1 EUR = 1.17 USD (1 Mar 2025, Handelsblatt).\"\n"

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
	if got := must(t, "stress", document, "--fails", "Beta", "--csv"); !strings.Contains(got, ",counted_at\n") || !strings.HasSuffix(got, rateInCSV) {
		t.Errorf("the table of a stress test names no rate: %s", got)
	}
	if got := must(t, "measures", document, "--view", "kinds=cloud"); strings.Contains(got, "Counted at") {
		t.Errorf("of dollars alone it names rates: %s", got)
	}
	if got := must(t, "measures", Sample, "--json"); !strings.Contains(got, `"rates": []`) {
		t.Error("the sample has no list of rates")
	}
}

// TestStudiesNameTheirRates: every study says in words and in each row of its table which rates its numbers are counted at,
// of an undisclosed amount that it moves too.
func TestStudiesNameTheirRates(t *testing.T) {
	document := filepath.Join(t.TempDir(), "rated.roundtrip")
	must(t, "import", document, write(t, "rated.json", ratedJSON))
	samples := filepath.Join(t.TempDir(), "samples.csv")
	for _, study := range [][]string{
		{"--sweep", "Alpha>Beta"}, {"--sweep", "Beta>Alpha"}, {"--table", "Alpha>Beta", "--table", "Beta>Alpha", "--steps", "2"}, {"--tornado"},
		{"--seek", "20%", "--by", "Beta>Alpha"}, {"--simulate", "20", "--samples", samples}, {"--waterfall", "--set", "Beta>Alpha=8bn"},
	} {
		arguments := append([]string{"whatif", document}, study...)
		if got := must(t, arguments...); strings.Count(got, "Counted at 1 EUR = 1.17 USD (1 Mar 2025, Handelsblatt).") != 1 {
			t.Errorf("%v says %s", study, got)
		}
		if got := must(t, append(arguments, "--csv")...); !strings.HasSuffix(got, rateInCSV) || !strings.Contains(got, ",counted_at\n") {
			t.Errorf("%v --csv is %s", study, got)
		}
	}
	if got, err := os.ReadFile(samples); err != nil || !strings.HasSuffix(string(got), rateInCSV) {
		t.Errorf("the samples end %q, %v", got[max(0, len(got)-100):], err)
	}
	if got := must(t, "whatif", document, "--csv"); !strings.HasSuffix(got, rateInCSV) {
		t.Errorf("the what-if as a table ends %q", got[max(0, len(got)-100):])
	}

	undisclosed := strings.Replace(ratedJSON, `{"said": "exact", "best": 5000000000}`, `{"said": "undisclosed"}`, 1)
	document = filepath.Join(t.TempDir(), "undisclosed.roundtrip")
	must(t, "import", document, write(t, "undisclosed.json", undisclosed))
	if got := must(t, "whatif", document, "--set", "Beta>Alpha=8bn"); strings.Contains(got, "Counted at") {
		t.Errorf("of dollars alone it names rates: %s", got)
	}
	for _, arguments := range [][]string{{"--set", "Alpha>Beta=1bn"}, {"--sweep", "Alpha>Beta=0..2bn"}} {
		if got := must(t, append([]string{"whatif", document}, arguments...)...); !strings.Contains(got, "Counted at 1 EUR = 1.17 USD") {
			t.Errorf("%v does not name the rate of what it assumes: %s", arguments, got)
		}
	}
}

// TestAmountsInAnotherCurrencySayWhatTheyAre: what is refused says what the document would make of it.
func TestAmountsInAnotherCurrencySayWhatTheyAre(t *testing.T) {
	document := filepath.Join(t.TempDir(), "rated.roundtrip")
	must(t, "import", document, write(t, "rated.json", ratedJSON))
	for setting, says := range map[string]string{
		"Beta>Alpha=€2bn":    "the amount is in USD, not in EUR: write it in USD, which makes $2.34bn at the document's rates",
		"Alpha>Beta=$1.17bn": "the amount is in EUR, not in USD: write it in EUR, which makes €1bn at the document's rates",
		"Alpha>Beta=¥9bn":    "write it in EUR; the document has no rate from JPY to USD (Edit, Exchange rates…)",
	} {
		if got := run("whatif", document, "--set", setting); got.code != ExitMisuse || !strings.Contains(got.errors, says) {
			t.Errorf("%s: code %d, says %q", setting, got.code, got.errors)
		}
	}
}

// TestAReportTellsTheSourceOfARateFromThatOfAnAmount: the rate of ratedJSON has a source, and its amounts have none.
func TestAReportTellsTheSourceOfARateFromThatOfAnAmount(t *testing.T) {
	document, report := filepath.Join(t.TempDir(), "rated.roundtrip"), filepath.Join(t.TempDir(), "report.html")
	must(t, "import", document, write(t, "rated.json", ratedJSON))
	must(t, "export", document, report)
	text := string(read(t, report))
	if want := "No source of the amounts, only of the rate. <a class=\"cite\""; !strings.Contains(text, want) {
		t.Errorf("%q is not in the report", want)
	}
	if strings.Contains(text, "</a> <span class=\"note\">[no source]") {
		t.Error("what cites a source has none")
	}
}
