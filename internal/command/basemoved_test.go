package command

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// withMovedBase returns a document whose scenario was made when Amazon's stake was $8bn; it is $10bn now.
func withMovedBase(t *testing.T) string {
	t.Helper()
	all, file := filepath.Join(t.TempDir(), "all.json"), filepath.Join(t.TempDir(), "a.roundtrip")
	must(t, "export", Sample, all)
	var object map[string]any
	if err := json.Unmarshal(read(t, all), &object); err != nil {
		t.Fatal(err)
	}
	object["scenarios"] = []map[string]any{{"name": "Twice the stake", "changes": []map[string]any{
		{"field": "amount", "leg": 1, "to": 20e9, "was": 8e9},
	}}}
	text, err := json.Marshal(object)
	if err != nil {
		t.Fatal(err)
	}
	must(t, "import", file, write(t, "changed.json", string(text)))
	return file
}

// TestAMovedBaseIsSaidWhereverAScenarioIsRead is what the window warns of as well.
func TestAMovedBaseIsSaidWhereverAScenarioIsRead(t *testing.T) {
	file := withMovedBase(t)
	const says = "Amazon → OpenAI equity, amount was $8bn when the scenario was made and is $10bn now"
	folder := t.TempDir()
	asked := []string{"--scenario", "Twice the stake"}
	for _, try := range []struct {
		on        string
		arguments []string
	}{
		{"out", []string{"whatif", file, "--list"}},
		{"out", append([]string{"whatif", file}, asked...)},
		{"out", append([]string{"whatif", file, "--json"}, asked...)},
		{"errors", append([]string{"whatif", file, "--csv"}, asked...)},
		{"errors", append([]string{"whatif", file, "--waterfall"}, asked...)},
		{"errors", append([]string{"stress", file, "--fails", "Oracle"}, asked...)},
		{"errors", append([]string{"export", file, filepath.Join(folder, "a.svg")}, asked...)},
	} {
		got := run(try.arguments...)
		text, other := got.out, got.errors
		if try.on == "errors" {
			text, other = other, text
		}
		if got.code != ExitDone || strings.Count(text, says) != 1 || strings.Contains(other, says) {
			t.Errorf("%q: code %d, %s, %s", try.arguments, got.code, got.out, got.errors)
		}
	}
	var object struct {
		Moved []struct{ Was, Is string } `json:"base_moved"`
	}
	if err := json.Unmarshal([]byte(must(t, append([]string{"whatif", file, "--json"}, asked...)...)), &object); err != nil {
		t.Fatal(err)
	}
	if len(object.Moved) != 1 || object.Moved[0].Was != "$8bn" || object.Moved[0].Is != "$10bn" {
		t.Errorf("base_moved is %v", object.Moved)
	}
	report := filepath.Join(folder, "report.html")
	must(t, "export", file, report)
	if strings.Count(string(read(t, report)), says) != 1 {
		t.Errorf("the report does not say that %s", says)
	}
	if said := must(t, "whatif", file, "--set", "Amazon>OpenAI=20bn"); strings.Contains(said, "moved underneath") {
		t.Errorf("a setting of now says %s", said)
	}
}
