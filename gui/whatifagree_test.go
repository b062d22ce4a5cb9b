package gui

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"testing"

	commandline "roundtrip/internal/command"
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
		printed := printedWhatIf(t, fmt.Sprintf("Amazon>OpenAI=%vbn", want.stake))
		for _, row := range shown.Rows {
			number, ok := printed[row.Key]
			if !ok {
				t.Errorf("%s is in the window and not on the command line", row.Key)
				continue
			}
			if (number.Scenario != nil) != row.ScenarioKnown && !math.IsInf(row.Scenario, 0) {
				t.Errorf("%s at %v: the window knows it: %v, the command line: %v", row.Key, want.stake, row.ScenarioKnown, number.Scenario != nil)
				continue
			}
			if number.Scenario != nil && *number.Scenario != inUnits(row.Unit, row.Scenario) {
				t.Errorf("%s at %v: %v in the window, %v on the command line", row.Key, want.stake, inUnits(row.Unit, row.Scenario), *number.Scenario)
			}
		}
		if len(printed) != len(shown.Rows) {
			t.Errorf("%d measures in the window, %d on the command line", len(shown.Rows), len(printed))
		}
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

// printedMeasure is a measure as the command line prints it.
type printedMeasure struct {
	Key      string
	Scenario *float64
}

// printedWhatIf returns what `roundtrip whatif` prints of the sample with the setting, by key.
func printedWhatIf(t *testing.T, setting string) map[string]printedMeasure {
	t.Helper()
	var out, problems bytes.Buffer
	program := commandline.Program{Out: &out, Errors: &problems}
	if code := program.Run(context.Background(), []string{"whatif", commandline.Sample, "--json", "--set", setting}); code != commandline.ExitDone {
		t.Fatalf("exit code %d: %s", code, &problems)
	}
	var object struct{ Measures []printedMeasure }
	if err := json.Unmarshal(out.Bytes(), &object); err != nil {
		t.Fatal(err)
	}
	printed := make(map[string]printedMeasure)
	for _, measure := range object.Measures {
		printed[measure.Key] = measure
	}
	return printed
}

// inUnits returns a number as the command line prints it: money in units of its currency.
func inUnits(unit whatif.Unit, number float64) float64 {
	if unit == whatif.UnitMoney {
		return number / 100
	}
	return number
}
