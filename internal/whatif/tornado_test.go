package whatif

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestABarHoldsEveryValueOfItsSpan looks at every cent of small spans: none is outside the bar, and both ends of the
// bar are met.
func TestABarHoldsEveryValueOfItsSpan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, err := NewWorkbench(context.Background(), anyBook(t), network.View{}, network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		study := w.Study(1, nil)
		low := rapid.Int64Range(0, 20).Draw(t, "low")
		span := Span{Input: Input{Field: deal.ChangeAmount, Target: 1}, Low: low, High: low + rapid.Int64Range(1, 30).Draw(t, "width")}
		for _, key := range []string{"circular_money", "circular_share", "gross"} {
			p := study.prober()
			bar, err := p.bar(context.Background(), key, span)
			if err != nil {
				t.Fatal(err)
			}
			least, most := math.Inf(1), math.Inf(-1)
			for cents := span.Low; cents <= span.High; cents++ {
				number, err := p.number(context.Background(), key, span.Input.At(cents))
				if err != nil {
					t.Fatal(err)
				}
				least, most = min(least, number), max(most, number)
			}
			if !bar.NotKnown && (math.Abs(bar.Least-least) > 1e-12 || math.Abs(bar.Most-most) > 1e-12) {
				t.Fatalf("%s on %+v: %v to %v, by every cent %v to %v", key, span, bar.Least, bar.Most, least, most)
			}
		}
	})
}
