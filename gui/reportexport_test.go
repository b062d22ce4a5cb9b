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
		"In the picture: What if: Amazon → OpenAI equity: ≤$10bn → ≤$25bn", "What is tried", "~$741.75bn &#43; ? in 11 deals", "10.04%",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
}

// TestCopiesOfAStressTestNameTheWhatIf runs a shock through what is tried: the report, the picture's legend and the panel say so.
func TestCopiesOfAStressTestNameTheWhatIf(t *testing.T) {
	w := openSample(t)
	w.whatIf.amount.SetText("25bn")
	w.stress.press(t, "OpenAI fails")
	const tried = "On what is tried, not on the data: Amazon → OpenAI equity: ≤$10bn → ≤$25bn"
	if words := w.stress.result.WhatIfWords(); words != tried+"." || w.stress.tried.Content() != tried {
		t.Errorf("the result says %q and the panel %q", words, w.stress.tried.Content())
	}
	if words := w.stress.strain(w.stress.of).Words; words != "Stress: OpenAI fails, on the what-if" && !strings.HasPrefix(words, "Stress: OpenAI fails, on the what-if, to wave") {
		t.Errorf("the canvas says %q", words)
	}
	path := filepath.Join(t.TempDir(), "report.html")
	w.exportTo(path)
	page := string(fileOf(t, path))
	_, asked, found := strings.Cut(page, "<h2>The stress test that was run</h2>")
	asked, every, more := strings.Cut(asked, "<h2>Stress tests of every report</h2>")
	if !found || !more || !strings.Contains(asked, tried) || strings.Contains(every, tried) || !strings.Contains(every, "OpenAI fails") {
		t.Errorf("the report does not tell the stress test of what is tried from that of the data:\n%.400s", asked)
	}
}
