package gui

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	commandline "roundtrip/internal/command"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// TestWindowAndCommandLineAgree moves the slider through the stakes of the oracle table and compares every measure that
// the window holds, to the last bit, with what `roundtrip whatif` prints of the same stake, and both with the table.
func TestWindowAndCommandLineAgree(t *testing.T) {
	w := openSample(t)
	for _, want := range []struct{ stake, circular, share, gamma float64 }{
		{0, 26e9, 0.035531, 0.021285}, {10, 46e9, 0.062016, 0.037659}, {20, 66e9, 0.087795, 0.054032},
		{38, 102e9, 0.132511, 0.082424}, {50, 102e9, 0.130476, 0.082424},
	} {
		w.whatIf.slider.SetValue(10 * want.stake)
		shown := w.session.compared
		if shown == nil {
			t.Fatalf("nothing is compared at a stake of %v", want.stake)
		}
		agree(t, shown, fmt.Sprintf("a stake of %vbn", want.stake), fmt.Sprintf("Amazon>OpenAI=%vbn", want.stake))
		for key, number := range map[string]float64{
			"circular_money": want.circular, "circular_share": want.share, "bff_gamma": want.gamma,
		} {
			row, _ := shown.Row(key)
			if got := inUnits(row.Unit, row.Scenario); math.Abs(got-number) > 1e-6*max(1, number) {
				t.Errorf("%s at %v is %v, in the table %v", key, want.stake, got, number)
			}
		}
	}
}

// agree compares every measure of the window's comparison, to the last digit that is written, with what `roundtrip whatif` prints of the
// settings.
func agree(t *testing.T, shown *whatif.Comparison, name string, settings ...string) {
	t.Helper()
	printed := printedWhatIf(t, settings...)
	for _, row := range shown.Rows {
		number, ok := printed[row.Key]
		if !ok {
			t.Errorf("%s: %s is in the window and not on the command line", name, row.Key)
			continue
		}
		if (number.Scenario != nil) != row.ScenarioKnown && !math.IsInf(row.Scenario, 0) {
			t.Errorf("%s: %s: the window knows it: %v, the command line: %v", name, row.Key, row.ScenarioKnown, number.Scenario != nil)
			continue
		}
		if number.Scenario != nil && *number.Scenario != asWritten(inUnits(row.Unit, row.Scenario)) {
			t.Errorf("%s: %s: %v in the window, %v on the command line", name, row.Key, inUnits(row.Unit, row.Scenario), *number.Scenario)
		}
	}
	if len(printed) != len(shown.Rows) {
		t.Errorf("%s: %d measures in the window, %d on the command line", name, len(shown.Rows), len(printed))
	}
	measured := printedMeasures(t, settings...)
	for _, test := range []struct {
		name          string
		window, plain float64
	}{
		{"gross", float64(shown.Scenario.Gross) / 100, measured.Gross},
		{"circulation", float64(shown.Scenario.Circulation) / 100, measured.Circulation},
		{"circular_share", shown.Scenario.CircularShare, measured.CircularShare},
		{"finn", shown.Scenario.Finn, measured.Finn},
		{"loops", float64(shown.Scenario.Loops.Count), float64(measured.Loops.Count)},
		{"gamma_thr", shown.Scenario.BFF.GammaThr, measured.BFF.GammaThr},
	} {
		if asWritten(test.window) != test.plain {
			t.Errorf("%s: %s is %v in the window and %v of measures --set", name, test.name, test.window, test.plain)
		}
	}
}

// asWritten returns the number with the fifteen digits that a file has of it.
func asWritten(number float64) float64 {
	number, _ = strconv.ParseFloat(strconv.FormatFloat(number, 'g', 15, 64), 64)
	return number
}

// measuresJSON is what of the output of `roundtrip measures` is compared.
type measuresJSON struct {
	Gross, Circulation, Finn float64
	CircularShare            float64 `json:"circular_share"`
	Loops                    struct{ Count int }
	BFF                      struct {
		GammaThr float64 `json:"gamma_thr"`
	}
}

// printedMeasures returns what `roundtrip measures` prints of the sample with the settings.
func printedMeasures(t *testing.T, settings ...string) (measured measuresJSON) {
	t.Helper()
	if err := json.Unmarshal(printedWith(t, "measures", settings), &measured); err != nil {
		t.Fatal(err)
	}
	return measured
}

// TestEveryFieldAgrees sets every field of the panel and of the form of a change in the window and with --set, and
// compares all measures of both.
func TestEveryFieldAgrees(t *testing.T) {
	w := openSample(t)
	type fields = map[string]string
	for _, test := range []struct {
		panel     fields
		field     deal.ChangeField
		of, value string
		set       []string
	}{
		{panel: fields{"amount": "$12.5bn"}, set: []string{"Amazon>OpenAI=12.5bn"}},
		{panel: fields{"spent": "80%"}, set: []string{"spent:Amazon>OpenAI=80%"}},
		{panel: fields{"spent": "100%"}, set: []string{"spent:Amazon>OpenAI=100%"}},
		{panel: fields{"years": "5 years"}, set: []string{"term:Amazon>OpenAI=5 years"}},
		{panel: fields{"margin": "0"}, set: []string{"margin:Amazon=0%"}},
		{panel: fields{"margin": "60%"}, set: []string{"margin:Amazon=60%"}},
		{panel: fields{"valuation": "750bn"}, set: []string{"valuation:Amazon>OpenAI=750bn"}},
		{panel: fields{"timing": string(deal.TimingPreMoney)}, set: []string{"timing:Amazon>OpenAI=pre"}},
		{panel: fields{"amount": "25bn", "spent": "80%", "years": "5", "margin": "60%", "valuation": "750bn"},
			set: []string{"Amazon>OpenAI=25bn", "spent:Amazon>OpenAI=80%", "term:Amazon>OpenAI=5", "margin:Amazon=60%", "valuation:Amazon>OpenAI=750bn"}},
		{field: deal.ChangeAmount, of: "Oracle → Nvidia chips", value: "100bn", set: []string{"Oracle>Nvidia=100bn"}},
		{field: deal.ChangeLow, of: "Amazon → OpenAI equity", value: "5bn", set: []string{"low:Amazon>OpenAI=5bn"}},
		{field: deal.ChangeHigh, of: "Amazon → OpenAI equity", value: "20bn", set: []string{"high:Amazon>OpenAI=20bn"}},
		{field: deal.ChangeHigh, of: "Oracle → Nvidia chips", value: "40bn", set: []string{"high:Oracle>Nvidia=40bn"}},
		{field: deal.ChangeSpentBack, of: "Nvidia → OpenAI equity", value: "40%", set: []string{"spent:Nvidia>OpenAI:equity=40%"}},
		{field: deal.ChangeTerm, of: "OpenAI → Oracle cloud", value: "7 years", set: []string{"term:OpenAI>Oracle=7 years"}},
		{field: deal.ChangeDrawn, of: "Microsoft → OpenAI equity", value: "11bn", set: []string{"drawn:Microsoft>OpenAI=11bn"}},
		{field: deal.ChangeStake, of: "Microsoft → OpenAI equity", value: "30%", set: []string{"stake:Microsoft>OpenAI=30%"}},
		{field: deal.ChangeStatus, of: "Amazon's stake in OpenAI, spent back with Amazon", value: "active", set: []string{"status:Amazon>OpenAI=active"}},
		{field: deal.ChangeStatus, of: "Amazon's stake in OpenAI, spent back with Amazon", value: "cancelled", set: []string{"status:Amazon>OpenAI=cancelled"}},
		{field: deal.ChangeWeight, of: "in talks", value: "50%", set: []string{"weight:in talks=50%"}},
		{field: deal.ChangeWeight, of: "in talks", value: "0%", set: []string{"weight:in talks=0%"}},
		{field: deal.ChangeCash, of: "Oracle", value: "20bn", set: []string{"cash:Oracle=20bn"}},
		{field: deal.ChangeFails, of: "Oracle", set: []string{"fails:Oracle"}},
		{field: deal.ChangeFails, of: "Amazon", set: []string{"fails:Amazon"}},
		{field: deal.ChangeSuspends, of: "OpenAI", value: "12 months", set: []string{"suspends:OpenAI=12 months"}},
		{field: deal.ChangeCutOff, of: "OpenAI", value: "Amazon", set: []string{"cut off:OpenAI=Amazon"}},
	} {
		w.backToBase()
		for name, text := range test.panel {
			if name == "timing" {
				w.whatIf.timing.SetSelected(text)
			} else {
				w.whatIf.entries[name].SetText(text)
			}
		}
		if test.field != "" {
			w.give(t, test.field, test.of, test.value)
		}
		if w.session.compared == nil || w.chipWords() == "" {
			t.Fatalf("%v: nothing is compared: %v", test.set, w.session.problem)
		}
		agree(t, w.session.compared, strings.Join(test.set, " "), test.set...)
	}
}

// printedMeasure is a measure as the command line prints it.
type printedMeasure struct {
	Key      string
	Scenario *float64
}

// printedWhatIf returns what `roundtrip whatif` prints of the sample with the settings, by key.
func printedWhatIf(t *testing.T, settings ...string) map[string]printedMeasure {
	t.Helper()
	var object struct{ Measures []printedMeasure }
	if err := json.Unmarshal(printedWith(t, "whatif", settings), &object); err != nil {
		t.Fatal(err)
	}
	printed := make(map[string]printedMeasure)
	for _, measure := range object.Measures {
		printed[measure.Key] = measure
	}
	return printed
}

// printedWith returns what the command prints of the sample with the settings, as JSON.
func printedWith(t *testing.T, command string, settings []string) []byte {
	t.Helper()
	var out, problems bytes.Buffer
	program := commandline.Program{Out: &out, Errors: &problems}
	arguments := []string{command, commandline.Sample, "--json"}
	for _, setting := range settings {
		arguments = append(arguments, "--set", setting)
	}
	if code := program.Run(context.Background(), arguments); code != commandline.ExitDone {
		t.Fatalf("exit code %d: %s", code, &problems)
	}
	return out.Bytes()
}

// inUnits returns a number as the command line prints it: money in units of its currency.
func inUnits(unit whatif.Unit, number float64) float64 {
	if unit == whatif.UnitMoney {
		return number / 100
	}
	return number
}
