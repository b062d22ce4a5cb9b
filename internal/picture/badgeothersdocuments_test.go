package picture_test

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestBadgesAreOnNoOtherCompany: no badge lies on a company that does not bear it, on another badge or on words, in any layout
// and at several sizes; all twelve of forty companies are there in a small window too.
func TestBadgesAreOnNoOtherCompany(t *testing.T) {
	inputs := realDocuments(t)
	inputs["three hundred"] = documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv"))
	for name, in := range inputs {
		for _, as := range deal.Layouts {
			scene := picture.Build(picture.ArrangedAs(in, as))
			for _, size := range [][2]int{{552, 640}, {1200, 900}, {1400, 1200}} {
				camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
				wrong, drawn := picture.BadgesOnOthers(scene, camera)
				for _, wrong := range wrong {
					t.Errorf("%s %q in %v: %s", name, as, size, wrong)
				}
				if name == "forty" && drawn != 12 {
					t.Errorf("%s %q in %v: %d badges are drawn", name, as, size, drawn)
				}
			}
		}
	}
}

// TestLegendSaysWhereBadgesAreLeftOut: in both forms the legend explains the badges that are drawn, and of those that not all
// companies have as they are drawn it says that there are more from near.
func TestLegendSaysWhereBadgesAreLeftOut(t *testing.T) {
	inputs := realDocuments(t)
	inputs["three hundred"] = documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv"))
	partly := 0
	for name, in := range inputs {
		for _, as := range deal.Layouts {
			whole := picture.Build(picture.ArrangedAs(in, as))
			for _, form := range []picture.LegendForm{picture.LegendFull, picture.LegendShort} {
				scene := whole.WithLegendForm(form)
				camera := picture.Camera{Width: 900, Height: 800, Scale: 2}.Fit(scene)
				for _, camera.Zoom = range []float64{camera.Zoom, 0.7 * camera.Zoom, 2 * camera.Zoom, 8} {
					worn, drawn, said := picture.BadgesWorn(scene, camera)
					for badge, count := range worn {
						some := drawn[badge] > 0 && drawn[badge] < count
						if words := said[badge]; (words != "") != (drawn[badge] > 0) || strings.Contains(words, "(more ") != some {
							t.Errorf("%s %q, %s form, zoom %.2f: %d of %d badges are drawn, and the legend says %q", name, as, form, camera.Zoom, drawn[badge], count, words)
						}
						if some {
							partly++
						}
					}
				}
			}
		}
	}
	if partly == 0 {
		t.Error("nowhere is a badge left out")
	}
}
