package command

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestEveryCommandHasHelpOfItsOwn compares it with the options that the command takes, and runs the examples on the sample.
func TestEveryCommandHasHelpOfItsOwn(t *testing.T) {
	for name := range actions {
		help := must(t, name, "--help")
		for _, arguments := range [][]string{{"help", name}, {name, "x", "-h"}} {
			if must(t, arguments...) != help {
				t.Errorf("%q prints something else than %s --help", arguments, name)
			}
		}
		if !strings.HasPrefix(help, "roundtrip "+name+" ") || strings.Count(help, "\n  roundtrip "+name+" ") != 2 {
			t.Errorf("%s --help has no synopsis or not two examples:\n%s", name, help)
		}
		for _, line := range strings.Split(help, "\n") {
			if len(line) > 130 {
				t.Errorf("%s --help has the long line %q", name, line)
			}
		}
		refused := run(name, Sample, "--no-such-option")
		_, has, _ := strings.Cut(strings.SplitN(refused.errors, "\n", 2)[0], "it has ")
		for _, option := range regexp.MustCompile(`--[a-z-]+`).FindAllString(has, -1) {
			if !strings.Contains(help, option) {
				t.Errorf("%s --help does not name %s", name, option)
			}
		}
		if refused.code != ExitMisuse || !strings.Contains(refused.errors, "roundtrip "+name+" --help") {
			t.Errorf("%s with a wrong option says %q", name, refused.errors)
		}
		if !strings.Contains(usage, "  roundtrip "+name+" ") {
			t.Errorf("--help does not name %s", name)
		}
	}
}

// TestHelpNamesEveryMeasure compares the keys in the help with those that whatif prints.
func TestHelpNamesEveryMeasure(t *testing.T) {
	var object struct{ Measures []struct{ Key string } }
	if err := json.Unmarshal([]byte(must(t, "whatif", Sample, "--json")), &object); err != nil {
		t.Fatal(err)
	}
	keys := regexp.MustCompile(`[a-zA-Z_]+`).FindAllString(measureKeys, -1)
	for _, measure := range object.Measures {
		key := regexp.MustCompile(`\d+$`).ReplaceAllString(measure.Key, "N")
		if !slices.Contains(keys, key) {
			t.Errorf("the help does not name %s", measure.Key)
		}
		keys = slices.DeleteFunc(keys, func(named string) bool { return named == key })
	}
	if len(keys) > 0 {
		t.Errorf("the help names %q, which whatif does not print", keys)
	}
}
