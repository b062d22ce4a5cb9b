package exchange

import (
	"strings"
	"testing"
)

// TestNumbersOfAColumnStandBelowOneAnother: as many decimals in each unit as are known, and the ends below one another; names and counts with
// words stay as they are.
func TestNumbersOfAColumnStandBelowOneAnother(t *testing.T) {
	got := aligned([][]string{
		{"who", "pays", "share", "leg"},
		{"3 Arches", "up to $22.75bn", "about 6.2% (~1% to ~7%)", "4: A → B"},
		{"B", "$38bn + ?", "100%", "5: A → C"},
		{"C", "$350m", "? (~0% to ~3%)", "6: B → C"},
		{"D", "?", "unknown", ""},
	})
	want := []string{
		"who|          pays|     share|leg",
		"3 Arches|up to $22.75bn|about 6.2% (~1% to ~7%)|4: A → B",
		"B|       $38.0bn + ?|      100%|5: A → C",
		"C|         $350m|         ? (~0% to ~3%)|6: B → C",
		"D|             ?|   unknown|",
	}
	for i, row := range got {
		if text := strings.Join(row, "|"); text != want[i] {
			t.Errorf("%q, not %q", text, want[i])
		}
	}
}
