package picture_test

import (
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestPinsOfSmallCompaniesAreSeen: whichever companies were put somewhere by hand, however small, show their pins, and these lie on
// no other company, on no badge and on no words.
func TestPinsOfSmallCompaniesAreSeen(t *testing.T) {
	for _, of := range []struct {
		name  string
		in    picture.Input
		every int // company is pinned
	}{
		{"forty", documentOf(t, table("../../docs/examples/forty-companies.csv"), table("../../docs/examples/forty.csv")), 4},
		{"three hundred", documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv")), 60},
	} {
		beside := 0
		for _, as := range deal.Layouts {
			in := picture.ArrangedAs(of.in, as)
			pinned := *in.Network
			pinned.Companies = slices.Clone(pinned.Companies)
			for i := range pinned.Companies {
				pinned.Companies[i].Pinned = i%of.every == of.every-1
			}
			in.Network = &pinned
			scene := picture.Build(in)
			for _, size := range [][2]int{{552, 640}, {1200, 900}} {
				camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
				wrong, within, out := picture.PinsSeen(scene, camera)
				for _, wrong := range wrong {
					t.Errorf("%s %q in %v: %s", of.name, as, size, wrong)
				}
				if of.name == "forty" && within+out != 10 {
					t.Errorf("%s %q in %v: %d pins inside and %d beside companies", of.name, as, size, within, out)
				}
				beside += out
			}
		}
		if beside == 0 {
			t.Errorf("%s: every pin is inside its company", of.name)
		}
	}
}
