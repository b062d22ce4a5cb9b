package assets

import (
	"os"
	"strings"
	"testing"
)

func TestMethodsAreThoseOfTheDocumentation(t *testing.T) {
	published, err := os.ReadFile("../docs/methods.md")
	if err != nil {
		t.Fatal(err)
	}
	if Methods() != string(published) {
		t.Error("assets/methods.md is not docs/methods.md any more: run go generate ./assets")
	}
}

// TestEveryMeasureHasItsMethod checks that each part says what an analyst needs: the formula, where it misleads,
// and where it comes from.
func TestEveryMeasureHasItsMethod(t *testing.T) {
	parts := strings.Split(Methods(), "\n## ")[1:]
	titles := make(map[string]bool)
	for _, part := range parts {
		title, text, _ := strings.Cut(part, "\n")
		titles[title] = true
		switch title {
		case "Flags", "Intervals", "What a view leaves out", "The tools of the what-if":
			continue // they are about more than one measure
		}
		for _, want := range []string{"- *Formula*: ", "- *Pitfalls*: ", "- *Source*: "} {
			if strings.Count(text, want) != 1 {
				t.Errorf("%s does not hold %q once", title, want)
			}
		}
	}
	for _, title := range []string{
		"Loops and their categories", "Circular money and circular share", "Loop weights and throughput circularity",
		"Return share", "Finn cycling index, throughflow, multiplier", "Netting", "Clearing", "DebtRank",
		"Look-through ownership", "Concentration", "Flags", "Intervals",
	} {
		if !titles[title] {
			t.Errorf("there is nothing about %s", title)
		}
	}
}
