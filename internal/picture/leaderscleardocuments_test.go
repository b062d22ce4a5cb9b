package picture_test

import (
	"fmt"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// No leader of a name, an amount or a note runs over other words or a badge, as all are drawn: in every layout, at sizes from
// that of a small pane up, from near and from afar, and whatever company or loop is selected.
func TestLeadersRunOverNoWords(t *testing.T) {
	for _, of := range []struct {
		name    string
		in      picture.Input
		leaders int // at least, of all pictures
	}{
		{"sample", documentOf(t, sample), 20},
		{"forty", documentOf(t, table("../../docs/examples/forty-companies.csv"), table("../../docs/examples/forty.csv")), 300},
		{"three hundred", documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv")), 300},
	} {
		leaders := 0
		look := func(picturing string, in picture.Input, parts []float64, sizes ...[2]int) {
			scene := picture.Build(in)
			for _, size := range sizes {
				camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
				fit := camera.Zoom
				for _, part := range parts {
					camera.Zoom = part * fit
					over, all := picture.LeadersOver(scene, camera)
					leaders += all
					for _, wrong := range over {
						t.Errorf("%s %s in %v at %.1f of the fit: %s", of.name, picturing, size, part, wrong)
					}
				}
			}
		}
		for _, as := range deal.Layouts {
			in := picture.ArrangedAs(of.in, as)
			look(fmt.Sprintf("%q", as), in, []float64{0.7, 1, 1.4, 2}, [2]int{552, 640}, [2]int{600, 760}, [2]int{700, 800}, [2]int{980, 1000})
			in.Selection.Companies = []deal.CompanyID{in.Network.Companies[4].ID}
			look(fmt.Sprintf("%q, a company selected,", as), in, []float64{1}, [2]int{600, 760})
			for i, loop := range in.Measures.Loops.Top[:min(len(in.Measures.Loops.Top), 3)] {
				in.Selection = picture.Selection{}
				for _, at := range loop.Path {
					in.Selection.Loop = append(in.Selection.Loop, in.Network.Companies[at].ID)
				}
				look(fmt.Sprintf("%q, loop %d selected,", as, i+1), in, []float64{1}, [2]int{600, 760})
			}
		}
		if leaders < of.leaders {
			t.Errorf("%s: %d leaders", of.name, leaders)
		}
	}
}
