package picture_test

import (
	"cmp"
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// The largest amounts are told in every canvas, whatever else finds room: all ten of forty companies, eight of three
// hundred, where legs of the others are under those of their neighbours.
func TestTheLargestAmountsAreTold(t *testing.T) {
	for _, try := range []struct {
		in   picture.Input
		told int
	}{
		{documentOf(t, table("../../docs/examples/forty-companies.csv"), table("../../docs/examples/forty.csv")), 10},
		{documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv")), 8},
	} {
		try.in.ShowLegend = true
		scene := picture.Build(picture.ArrangedAs(try.in, deal.LayoutStress))
		largest := slices.Clone(scene.Arrows)
		slices.SortFunc(largest, func(a, b picture.Arrow) int { return cmp.Compare(b.Money, a.Money) })
		for _, size := range [][2]int{{555, 640}, {800, 600}, {1120, 800}} {
			camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
			labels, told := scene.Labels(camera.Zoom), 0
			for _, arrow := range largest[:10] {
				if slices.ContainsFunc(labels, func(label picture.Label) bool { return label.Leg == arrow.Leg }) {
					told++
				}
			}
			if told < try.told {
				t.Errorf("%d companies in %v: %d of the ten largest amounts are told", len(scene.Discs), size, told)
			}
		}
	}
}
