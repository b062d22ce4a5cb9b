package chart

import (
	"math"
	"testing"
)

func TestArrowsPointFromPayerToPayee(t *testing.T) {
	for line, want := range map[string]string{
		"Amazon → OpenAI":      "Amazon → OpenAI",
		"שבבים → ענן equity":   mark + "שבבים " + mark + "→" + mark + " ענן equity",
		"شركة":                 mark + "شركة",
		"":                     "",
		leftToRight("א → ב"):   leftToRight("א → ב"),
		"from $0 → $5 (Ωmega)": "from $0 → $5 (Ωmega)",
	} {
		if got := leftToRight(line); got != want {
			t.Errorf("%q is written %q, not %q", line, got, want)
		}
	}
	plain, marked := textWidth("שבבים → ענן equity", false, 12), textWidth(leftToRight("שבבים → ענן equity"), false, 12)
	if math.Abs(plain-marked) > 3 {
		t.Errorf("the marks take room: %v and %v", plain, marked)
	}
}

// TestNamesKeepWhereTheyDiffer shortens names of legs that begin alike.
func TestNamesKeepWhereTheyDiffer(t *testing.T) {
	for _, most := range []int{1, 2} {
		seen := map[string]bool{}
		for _, name := range []string{
			"Very Long Name International 29 → Very Long Name International 3 equity",
			"Very Long Name International 28 → Very Long Name International 3 equity",
			"Very Long Name International 29 → Very Long Name International 4 equity",
			"Short → Very Long Name International of Companies that Supply 4 equity",
			"Very Long Name International 29 → Short cloud",
		} {
			lines := nameLines(name, false, 12, 240, most)
			said := ""
			for _, line := range lines {
				if width := textWidth(line, false, 12); width > 240 {
					t.Errorf("%q is %v wide", line, width)
				}
				said += line + "|"
			}
			if len(lines) > most || seen[said] {
				t.Errorf("%q in %d lines: %q", name, most, lines)
			}
			seen[said] = true
		}
	}
}
