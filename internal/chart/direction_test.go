package chart

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"roundtrip/internal/picture"
)

// TestMarksOfDirectionAreNotDrawn writes a chart with and without marks in it: what is drawn is the same; only an SVG,
// whose reader orders the letters, keeps them.
func TestMarksOfDirectionAreNotDrawn(t *testing.T) {
	written := func(title string) (drawn []byte, svg string) {
		chart := *charts(t)["sweep"]
		chart.Title = title
		var pdf, text bytes.Buffer
		if err := chart.WritePDF(&pdf, 760, 520, picture.Light()); err != nil {
			t.Fatal(err)
		}
		if err := chart.WriteSVG(&text, 760, 520, picture.Light()); err != nil {
			t.Fatal(err)
		}
		return append(chart.Image(760, 520, 1, picture.Light()).Pix, pdf.Bytes()...), text.String()
	}
	want, _ := written("Amazon → OpenAI equity")
	got, svg := written("\u2068Amazon\u2069 \u200e→\u200e OpenAI equity")
	if !bytes.Equal(got, want) {
		t.Error("the marks are drawn")
	}
	if !strings.Contains(svg, "\u200e→\u200e") {
		t.Error("the SVG has lost them")
	}
	shapes := func(text string) int { return len(picture.Outlines(text, false, 12)) }
	if got, want := shapes(leftToRight("\u2068ש\u2069 → \u2068ב\u2069")), shapes("ש")+shapes("→")+shapes("ב"); got != want {
		t.Errorf("%d shapes are drawn of a line from right to left, want %d", got, want)
	}
}

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
