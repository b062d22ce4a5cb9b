package gui

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestReportOfWhatIsShown exports a report while a stake is tried.
func TestReportOfWhatIsShown(t *testing.T) {
	w := openSample(t)
	w.whatIf.amount.SetText("25bn")
	path := filepath.Join(t.TempDir(), "report.html")
	w.exportTo(path)
	page := string(fileOf(t, path))
	for _, want := range []string{
		"In the picture: What if: Amazon → OpenAI equity: $10bn → $25bn", "What is tried", "≤$741.8bn &#43; ? in 11 deals", "10.04%",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
}
