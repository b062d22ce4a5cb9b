package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// rangedComparison has a measure with a proven range, one with a sampled one and one without any.
func rangedComparison() *whatif.Comparison {
	book := deal.NewBook(deal.Book{Base: deal.USD})
	row := func(key string, sampled bool) whatif.Row {
		r := network.Range{Low: 0.1, High: 0.3, Sampled: sampled}
		return whatif.Row{Key: key, Name: key, Group: whatif.GroupNetwork, Unit: whatif.UnitShare, Base: 0.2, Scenario: 0.2,
			BaseKnown: true, ScenarioKnown: true, HasRange: true, BaseRange: r, ScenarioRange: r}
	}
	bare := row("bare", true)
	bare.HasRange, bare.BaseRange, bare.ScenarioRange = false, network.Range{}, network.Range{}
	return &whatif.Comparison{
		BaseBook: book, ScenarioBook: book, BaseNetwork: &network.Network{}, ScenarioNetwork: &network.Network{},
		Base: &network.Measures{}, Scenario: &network.Measures{}, Rows: []whatif.Row{row("proven", false), row("sampled", true), bare},
	}
}

func TestAComparisonMarksRangesThatWereSearchedFor(t *testing.T) {
	c := rangedComparison()
	var text, comma, object bytes.Buffer
	if err := WriteComparisonTable(&text, c); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{" 10% to 30%", " ~10% to ~30%", "~ stands before ends that were searched for"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%q is not in\n%s", want, text.String())
		}
	}
	if err := WriteComparisonCSV(&comma, c); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&comma).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	from := slices.Index(records[0], "base_sampled")
	for i, want := range []string{"no", "yes", ""} {
		if got := records[i+1][from : from+2]; !slices.Equal(got, []string{want, want}) {
			t.Errorf("%s: %q, want %q", records[i+1][0], got, want)
		}
	}
	if err := WriteComparisonJSON(&object, c); err != nil {
		t.Fatal(err)
	}
	var read struct {
		Measures []struct {
			Range    []float64 `json:"scenario_range"`
			Base     bool      `json:"base_range_sampled"`
			Scenario bool      `json:"scenario_range_sampled"`
		}
	}
	if err := json.Unmarshal(object.Bytes(), &read); err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{false, true, false} {
		if m := read.Measures[i]; m.Base != want || m.Scenario != want || i < 2 && !slices.Equal(m.Range, []float64{0.1, 0.3}) {
			t.Errorf("%+v", m)
		}
	}
	if words := measureWords(c); words[0].Rows[0].Range != "10% to 30%" || words[0].Rows[1].Range != "~10% to ~30%" {
		t.Errorf("the report has %+v", words)
	}
}

// TestAComparisonSaysWhatItsNumbersAre writes a row whose numbers are bounds.
func TestAComparisonSaysWhatItsNumbersAre(t *testing.T) {
	c := rangedComparison()
	row := whatif.Row{Key: "bound", Unit: whatif.UnitMoney, Base: 100_00, Scenario: 250_00, BaseKnown: true, ScenarioKnown: true, ScenarioBound: whatif.AtMost}
	about := row
	about.BaseBound = whatif.AtMost
	c.Rows = []whatif.Row{row, about, {Key: "unknown", Unit: whatif.UnitMoney, BaseBound: whatif.AtMost}}
	var comma, text bytes.Buffer
	if err := WriteComparisonCSV(&comma, c); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&comma).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	from := slices.Index(records[0], "base_bound")
	for i, want := range [][]string{{"", "≤", "≤"}, {"≤", "≤", "~"}, {"", "", ""}} {
		if got := records[i+1][from:]; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", records[i+1][0], got, want)
		}
	}
	if err := WriteComparisonTable(&text, c); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"↑ ≤$150", "↑ ~$150"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%q is not in\n%s", want, text.String())
		}
	}
	var object bytes.Buffer
	if err := WriteComparisonJSON(&object, c); err != nil {
		t.Fatal(err)
	}
	var read struct {
		Measures []struct {
			Bound string `json:"difference_bound"`
		}
	}
	if err := json.Unmarshal(object.Bytes(), &read); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"≤", "~", ""} {
		if got := read.Measures[i].Bound; got != want {
			t.Errorf("the difference of row %d has the bound %q, want %q", i, got, want)
		}
	}
}
