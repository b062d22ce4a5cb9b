package picture

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestTheFontHasEveryLetterThatWeWrite(t *testing.T) {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 $€£¥₹₩≤≥~?!–−…&.,:;()/%'äöüßéèçñøåÄÖÜ"
	for _, bold := range []bool{false, true} {
		f := faceOf(bold)
		if f.font == nil {
			t.Fatal("the embedded font cannot be read")
		}
		for _, letter := range letters {
			if index, err := f.font.GlyphIndex(&f.buffer, letter); err != nil || index == 0 {
				t.Errorf("bold %t: no glyph for %q", bold, letter)
			}
		}
		for _, digit := range "123456789" {
			if got, want := textWidth(string(digit), bold, 100), textWidth("0", bold, 100); math.Abs(got-want) > 0.01 {
				t.Errorf("bold %t: %c is not as wide as 0", bold, digit)
			}
		}
	}
}

func TestWrapName(t *testing.T) {
	for name, want := range map[string]string{
		"OpenAI":                 "OpenAI",
		"  Open   AI ":           "Open AI",
		"Advanced Micro Devices": "Advanced|Micro Devices",
		"Taiwan Semiconductor Manufacturing Company": "Taiwan Semiconductor|Manufacturing Company",
		"Donaudampfschifffahrtsgesellschaft":         "Donaudam…schaft",
		"":                                           "",
	} {
		if got := strings.Join(wrapName(name), "|"); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

// Companies of one group, whose names differ at their ends alone, are told apart however little room there is.
func TestLongNamesAreToldApart(t *testing.T) {
	for _, write := range []func(string) []string{wrapName, cutName} {
		seen := map[string]string{}
		for _, end := range []string{"Trust 1", "Trust 2", "Trust 12", "Fund", "Partners", "Inc", "(Ireland) Ltd"} {
			name := "Amalgamated Hyperscale Infrastructure Development " + end
			shown := strings.Join(write(name), "|")
			if other, twice := seen[shown]; twice {
				t.Errorf("%q and %q are both %q", name, other, shown)
			}
			seen[shown] = name
		}
	}
}

func TestNamesNeverGrowBeyondTheirRoom(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		lines := wrapName(rapid.String().Draw(r, "name"))
		if len(lines) < 1 || len(lines) > mostNameLines {
			r.Fatalf("%d lines", len(lines))
		}
		for _, line := range lines {
			if width := textWidth(line, true, nameSize); width > widestName {
				r.Errorf("%q is %g wide", line, width)
			}
			if !utf8.ValidString(strings.ToValidUTF8(line, "")) {
				r.Errorf("%q is cut within a letter", line)
			}
		}
	})
}

func TestWidthScales(t *testing.T) {
	small, large := textWidth("OpenAI $300bn", true, 10), textWidth("OpenAI $300bn", true, 30)
	if math.Abs(large-3*small) > 1e-9 || small < 40 || small > 100 {
		t.Errorf("widths %g and %g", small, large)
	}
	if kerned := textWidth("AV", false, 100); kerned >= textWidth("A", false, 100)+textWidth("V", false, 100) {
		t.Error("letters are not kerned")
	}
}

func TestShapesHaveTheAreaOfACircle(t *testing.T) {
	for role, s := range shapes {
		area := 0.0
		for i, p := range s.polygon {
			q := s.polygon[(i+1)%len(s.polygon)]
			area += (p.X*q.Y - q.X*p.Y) / 2
		}
		if math.Abs(math.Abs(area)-math.Pi) > 1e-9 {
			t.Errorf("%s has area %g", role, area)
		}
		if s.inside <= 0.5 || s.outside >= 1.7 || s.inside > s.outside {
			t.Errorf("%s reaches from %g to %g", role, s.inside, s.outside)
		}
		for _, way := range regular(31, 0.05) {
			rim := s.rim(way)
			if !s.holds(times(way, rim-1e-6)) || s.holds(times(way, rim+1e-6)) {
				t.Errorf("%s: the rim is not at %g", role, rim)
			}
		}
	}
}
