package chart

import (
	"testing"

	"roundtrip/internal/picture"
	"roundtrip/internal/whatif"
)

// TestAxesThatDoNotBeginAtNothingSaySo sweeps between bounds with and without nothing among them.
func TestAxesThatDoNotBeginAtNothingSaySo(t *testing.T) {
	const cents = 1_000_000_000_00
	for name, test := range map[string]struct {
		values  []int64
		numbers []float64
		want    string
	}{
		"both":       {[]int64{20 * cents, 60 * cents}, []float64{750 * cents, 790 * cents}, "Vertical axis from $750bn and horizontal axis from $20bn, not from 0"},
		"horizontal": {[]int64{20 * cents, 60 * cents}, []float64{0, 790 * cents}, "Horizontal axis from $20bn, not from 0"},
		"vertical":   {[]int64{0, 60 * cents}, []float64{750 * cents, 790 * cents}, "Vertical axis from $750bn, not from 0"},
		"neither":    {[]int64{0, 60 * cents}, []float64{10 * cents, 790 * cents}, ""},
	} {
		sweep := &whatif.Sweep{Input: whatif.Input{Field: "amount", Target: 1}, Values: test.values,
			Measures: []whatif.Row{{Key: "gross", Name: "Gross", Unit: whatif.UnitMoney}}, Numbers: [][]float64{test.numbers}}
		sweep.Ground = whatif.Ground{Book: SampleBook(t)}
		scene := Sweep(sweep).Scene(800, 500, picture.Light())
		found := ""
		for _, shape := range scene.shapes {
			if shape.form == formText && len(shape.text) > 10 && shape.text[len(shape.text)-6:] == "from 0" {
				found = shape.text
			}
		}
		if found != test.want {
			t.Errorf("%s: the chart says %q, want %q", name, found, test.want)
		}
	}
}
