package picture_test

import (
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// Whatever the document, its layout, the size of the canvas and how far it is turned: no name covers a company, its own
// neither unless it fits into it, other words or a badge, no leader of a name crosses another one, words or another company, every name away from its company has a
// leader, which is short, and hardly any name lies on an arrowhead. The largest company is named, if need be at the end of a
// leader over specks.
func TestNamesAreClear(t *testing.T) {
	for _, of := range []struct {
		name    string
		in      picture.Input
		heads   int     // at most, of one picture, one above what was counted
		longest float64 // leader, in heights of letters
	}{
		{"sample", documentOf(t, sample), 0, 0},
		{"forty", documentOf(t, table("../../docs/examples/forty-companies.csv"), table("../../docs/examples/forty.csv")), 6, 4.5},
		{"three hundred", documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv")), 20, 9},
		{"five hundred", picture.HubInput(t, 500, 1200, 1), 11, 9},
	} {
		for _, as := range deal.Layouts {
			scene := picture.Build(picture.ArrangedAs(of.in, as))
			for _, size := range [][2]int{{552, 640}, {963, 920}} {
				if of.name == "five hundred" && (size[0] > 600 || as == deal.LayoutCircle) {
					continue
				}
				camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
				fit := camera.Zoom
				for _, part := range []float64{2, 1, 0.5} {
					camera.Zoom = fit * part
					got := picture.SeeNames(scene, camera)
					if got.Covered > 0.1 || got.Own+got.Words+got.Leaders+got.Unled > 0 || got.Heads > of.heads || got.Longest > of.longest || picture.NamedOfLargest(scene, camera.Zoom, 1) < 1 {
						t.Errorf("%s %q in %v at %.2f of the fit: %+v", of.name, as, size, part, got)
					}
				}
			}
		}
	}
}

// In small pictures of forty companies, with long names too, no name covers a company, its own neither.
func TestNamesAreClearInSmallPictures(t *testing.T) {
	forty := documentOf(t, table("../../docs/examples/forty-companies.csv"), table("../../docs/examples/forty.csv"))
	long, network := forty, *forty.Network
	network.Companies = slices.Clone(network.Companies)
	for i := range network.Companies {
		network.Companies[i].Name += [...]string{" International Holdings", " and Infrastructure Partners", " Technologies"}[i%3]
	}
	long.Network = &network
	for name, in := range map[string]picture.Input{"forty": forty, "forty with long names": long} {
		for _, as := range deal.Layouts {
			scene := picture.Build(picture.ArrangedAs(in, as))
			for _, size := range [][2]int{{480, 560}, {560, 640}, {730, 620}} {
				camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
				if got := picture.SeeNames(scene, camera); got.Covered > 0.1 || got.Own+got.Words+got.Leaders+got.Unled > 0 || got.Heads > 10 || got.Longest > 5 {
					t.Errorf("%s %q in %v: %+v", name, as, size, got)
				}
			}
		}
	}
}

// The further away a picture is seen from, the fewer companies are named in it: those with the most money.
func TestNamesThinOut(t *testing.T) {
	for name, in := range realDocuments(t) {
		for _, as := range deal.Layouts {
			scene := picture.Build(picture.ArrangedAs(in, as))
			camera := picture.Camera{Width: 552, Height: 640, Scale: 1}.Fit(scene)
			last := len(scene.Discs)
			for _, part := range []float64{1, 0.71, 0.5, 0.35, 0.25, 0.18} {
				names := picture.SeeNames(scene, picture.Camera{Width: 552, Height: 640, Scale: 1, Zoom: part * camera.Zoom}).Names
				largest := picture.NamedOfLargest(scene, part*camera.Zoom, names)
				if names > last+1 || largest < names-1-names/8 {
					t.Errorf("%s %q at %.2f of the fit: %d names, %d before, %d of them of the largest companies", name, as, part, names, last, largest)
				}
				last = min(last, names)
			}
			if last > len(scene.Discs)/2 {
				t.Errorf("%s %q from afar: %d of %d companies are named", name, as, last, len(scene.Discs))
			}
		}
	}
}
