package picture

import (
	"reflect"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// TestTheSceneBeforeChangesNothing makes scenes with an earlier one at hand, alike and not: they are as they are without it.
func TestTheSceneBeforeChangesNothing(t *testing.T) {
	in := randomInput(t, 60, 150)
	in.Places = append(in.Places[:59:59], layout.NoPlace())
	before := Build(in)
	elsewhere := in
	elsewhere.Places = append(in.Places[:0:0], in.Places...)
	elsewhere.Places[7].X += 40
	fewer := randomInput(t, 60, 149)
	fewer.Places = in.Places
	selected := in
	selected.Selection.Companies = []deal.CompanyID{1, 2}
	for name, next := range map[string]Input{"the same": in, "selected": selected, "elsewhere": elsewhere, "fewer legs": fewer} {
		with := next
		with.Before = before.Seen(Camera{Width: 100, Height: 100, Scale: 1, Zoom: 1}, Camera{Width: 100, Height: 100, Scale: 1, Zoom: 1})
		got, want := Build(with), Build(next)
		if !reflect.DeepEqual(got.Arrows, want.Arrows) || !reflect.DeepEqual(got.Discs, want.Discs) {
			t.Errorf("%s: legs run otherwise", name)
		}
		if reused := got.routes == before.routes; reused != (name == "the same" || name == "selected") {
			t.Errorf("%s: they are led anew: %t", name, !reused)
		}
	}
}
