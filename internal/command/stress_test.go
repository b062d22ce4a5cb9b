package command

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
)

// TestStressOfTheSample compares the command with what an analyst adds up by hand.
func TestStressOfTheSample(t *testing.T) {
	for _, test := range []struct {
		arguments []string
		lost      float64
	}{
		{[]string{"--fails", "OpenAI", "--set", "Oracle>Nvidia=40bn"}, 0},
		{[]string{"--cut-off", "OpenAI=Oracle"}, 300e9},
		{[]string{"--cut-off", "OpenAI=Oracle", "--set", "OpenAI>Oracle=100bn"}, 100e9},
		{[]string{"--cash", "OpenAI=5bn"}, 0},
		{[]string{"--valuations", "77%"}, 0},
		{[]string{"--collapse", "in talks"}, 0},
		{[]string{"--cut", "cloud=50%"}, 0},
	} {
		var object struct {
			Lost struct{ Best, Low, High float64 }
			Due  struct{ Best float64 }
		}
		if err := json.Unmarshal([]byte(must(t, append([]string{"stress", Sample, "--json"}, test.arguments...)...)), &object); err != nil {
			t.Fatal(err)
		}
		if test.lost > 0 && math.Abs(object.Lost.Best-test.lost) > 1 || object.Lost.Best > object.Due.Best {
			t.Errorf("%v: %v of %v is lost, not %v", test.arguments, object.Lost, object.Due, test.lost)
		}
		table := must(t, append([]string{"stress", Sample}, test.arguments...)...)
		if !strings.Contains(table, "cash of") || !strings.Contains(table, "not paid: ") {
			t.Errorf("%v: the table says\n%s", test.arguments, table)
		}
	}
	for _, want := range []string{"paid already: $8bn (or more)\ndue: $733.75bn ($701.35bn or more)", "(~16.21% to ~60.03%)", "searched for, not proven", "holdings: Each share of a company is as its source states it"} {
		if table := must(t, "stress", Sample, "--fails", "OpenAI"); !strings.Contains(table, want) {
			t.Errorf("the table does not say %q:\n%s", want, table)
		}
	}
	if table := must(t, "stress", Sample, "--cut", "cloud=25%"); !strings.Contains(table, "\ncut away by the shock: ") || !strings.Contains(table, "\ndue after the cut: ") {
		t.Errorf("the cut does not stand apart:\n%s", table)
	}
	if csv := must(t, "stress", Sample, "--csv", "--fails", "OpenAI"); !strings.HasPrefix(csv, "wave,leg,payer,payee,kind,due,lost") || !strings.Contains(csv, "OpenAI,Oracle,cloud,300000000000,300000000000") {
		t.Errorf("the CSV is\n%s", csv)
	}
}

// TestStressNamesTheWhatIf runs a shock through another stake: table, rows and object name that in one line, and nothing on the data.
func TestStressNamesTheWhatIf(t *testing.T) {
	const words = "Amazon → OpenAI equity: ≤$10bn → ≤$20bn"
	for _, format := range []string{"", "--csv", "--json"} {
		arguments := []string{"stress", Sample, "--fails", "OpenAI"}
		if format != "" {
			arguments = append(arguments, format)
		}
		if said := must(t, arguments...); strings.Contains(said, words) {
			t.Errorf("%s: on the data it names a what-if:\n%s", format, said)
		}
		said := must(t, append(arguments, "--set", "Amazon>OpenAI=20bn")...)
		want := map[string]string{"": "\nwhat-if: " + words + "\n", "--csv": "," + words + "\n", "--json": `"what_if": "` + words + `"`}[format]
		if !strings.Contains(said, want) {
			t.Errorf("%s does not hold %q:\n%s", format, want, said)
		}
	}
}

func TestStressMisused(t *testing.T) {
	for _, arguments := range [][]string{
		{"stress"}, {"stress", Sample}, {"stress", Sample, "--fails", "Nobody"}, {"stress", Sample, "--fails", "OpenAI", "--collapse", "in talks"},
		{"stress", Sample, "--cut", "bread=50%"}, {"stress", Sample, "--fails", "OpenAI", "--recovery", "120%"},
		{"stress", Sample, "--cash", "OpenAI"}, {"stress", Sample, "--cut", "cloud"}, {"stress", Sample, "--cut", "cloud="},
		{"stress", Sample, "--cut-off", "OpenAI"}, {"stress", Sample, "--valuations", ""}, {"stress", Sample, "--collapse", "over"},
		{"stress", Sample, "--fails", "OpenAI", "--assume-cash", "€5bn"},
	} {
		if got := run(arguments...); got.code == ExitDone || got.errors == "" {
			t.Errorf("%v: %+v", arguments, got)
		}
	}
}
