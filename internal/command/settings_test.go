package command

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestTheLastSettingOfOneThingHolds(t *testing.T) {
	plain, _ := compared(t, Sample)
	object, _ := compared(t, Sample, "--set", "fails:OpenAI", "--set", "fails:OpenAI=no")
	if len(object.Changes) != 1 || !strings.Contains(object.Changes[0], "does not fail") {
		t.Errorf("the changes are %q", object.Changes)
	}
	for i, measure := range object.Measures {
		if want := plain.Measures[i].Scenario; (want == nil) != (measure.Scenario == nil) || want != nil && *want != *measure.Scenario {
			t.Errorf("%s is another number, though nobody fails", measure.Key)
		}
	}
	_, twice := compared(t, Sample, "--set", "suspends:OpenAI=12 months", "--set", "suspends:OpenAI=1 month")
	_, once := compared(t, Sample, "--set", "suspends:OpenAI=1 month")
	if twice["gross"] != once["gross"] {
		t.Errorf("all deals: %v, want %v", twice["gross"], once["gross"])
	}
}

func TestAForgottenUnitIsTold(t *testing.T) {
	picture := filepath.Join(t.TempDir(), "x.svg")
	for _, arguments := range [][]string{
		{"whatif", Sample}, {"measures", Sample}, {"stress", Sample, "--fails", "OpenAI"}, {"export", Sample, picture},
	} {
		got := run(append(arguments, "--set", "Amazon>OpenAI=20", "--set", "term:OpenAI>Oracle=5 years")...)
		if want := "roundtrip: --set Amazon>OpenAI=20: that is $20.00; write bn for billions, such as 20bn\n"; got.code != ExitDone || got.errors != want {
			t.Errorf("%s: exit code %d, %q", arguments[0], got.code, got.errors)
		}
		if got := run(append(arguments, "--set", "Amazon>OpenAI=20bn")...); got.errors != "" {
			t.Errorf("%s says %q of billions", arguments[0], got.errors)
		}
	}
}

func TestWhatIfOfADocumentWithoutDeals(t *testing.T) {
	document := filepath.Join(t.TempDir(), "empty.roundtrip")
	must(t, "import", document, write(t, "companies.csv", "name\nAurora\n"))
	said := must(t, "whatif", document)
	if !strings.Contains(said, "The document has no stake that could be moved.") || strings.Contains(said, "no longer") {
		t.Errorf("it says %s", said)
	}
	for _, study := range [][]string{{"--tornado", "--spread", "10"}, {"--sweep", "amount"}, {"--seek", "10%"}, {"--simulate", "5"}, {"--waterfall"}} {
		got := run(append([]string{"whatif", document}, study...)...)
		if got.code != ExitFailed || got.errors != "roundtrip: "+study[0]+": the document has no deals, and so nothing that could be moved\n" {
			t.Errorf("%s: %+v", study[0], got)
		}
	}
}
