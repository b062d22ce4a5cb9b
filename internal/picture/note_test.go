package picture_test

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// Whichever loop of the sample is lit, in whichever layout, the note on its smallest leg and the amounts of its ring cover
// no leg that is lit and no company.
func TestNotesOfLoopsAreClear(t *testing.T) {
	in := documentOf(t, sample)
	for _, as := range deal.Layouts {
		placed := picture.ArrangedAs(in, as)
		for _, loop := range in.Measures.Loops.Top {
			placed.Selection.Loop = nil
			for _, at := range loop.Path {
				placed.Selection.Loop = append(placed.Selection.Loop, in.Network.Companies[at].ID)
			}
			scene := picture.Build(placed)
			for _, size := range [][2]int{{1460, 910}, {555, 640}} {
				camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
				for _, wrong := range picture.CoversLit(scene, camera.Zoom) {
					t.Errorf("%q in %v, loop %v: %s", as, size, loop.Path, wrong)
				}
			}
		}
	}
}

// Whichever of the biggest loops of forty companies is lit, in whichever layout and window, the note on its smallest leg covers
// no company, faded or not, and has a leader where it stands off its leg.
func TestNotesStandAtTheirLegs(t *testing.T) {
	in := documentOf(t, table("../../docs/examples/forty-companies.csv"), table("../../docs/examples/forty.csv"))
	for _, as := range deal.Layouts {
		placed := picture.ArrangedAs(in, as)
		for _, loop := range in.Measures.Loops.Top {
			placed.Selection.Loop = nil
			for _, at := range loop.Path {
				placed.Selection.Loop = append(placed.Selection.Loop, in.Network.Companies[at].ID)
			}
			scene := picture.Build(placed)
			for _, size := range [][2]int{{1100, 800}, {600, 640}} {
				camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
				for _, wrong := range picture.NotesAstray(scene, camera.Zoom) {
					t.Errorf("%q in %v, loop %v: %s", as, size, loop.Path, wrong)
				}
			}
		}
	}
}
