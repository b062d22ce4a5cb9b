package picture_test

import (
	"context"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// wordy are documents with names that are hard to place: of a hub, long, and in many scripts.
func wordy(t *testing.T) map[string]picture.Input {
	return map[string]picture.Input{
		"sample": documentOf(t, sample),
		"forty":  documentOf(t, table("../../docs/examples/forty-companies.csv"), table("../../docs/examples/forty.csv")),
		"long":   documentOf(t, table("testdata/long-names.csv")),
		"script": documentOf(t, table("testdata/scripts.csv")),
	}
}

// While a loop is selected, nothing that is lit lies on a part of a name, a note is in sight, nearly beside its leg or with a
// leader to it, and names that nothing covers stand where they stood.
func TestWordsAroundASelectedLoop(t *testing.T) {
	for name, in := range wordy(t) {
		for _, as := range deal.Layouts {
			in := picture.ArrangedAs(in, as)
			loops := network.FindLoops(context.Background(), in.Network, network.Limits{MaxLen: 6, Top: 6}).Top
			for _, size := range [][2]int{{550, 640}, {1460, 910}} {
				in.Selection = picture.Selection{}
				plain := picture.Build(in)
				in.Before = plain
				camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(plain)
				for at, loop := range loops {
					in.Selection.Loop = nil
					for _, company := range loop.Path {
						in.Selection.Loop = append(in.Selection.Loop, in.Network.Companies[company].ID)
					}
					for _, wrong := range picture.WordsAstray(plain, picture.Build(in), camera) {
						t.Errorf("%s %q in %v, loop %d: %s", name, as, size, at+1, wrong)
					}
				}
			}
		}
	}
}

// The numbers of sources stand on nothing, and most amounts have room for them.
func TestRaisedNumbersTouchNothing(t *testing.T) {
	for name, in := range wordy(t) {
		for _, as := range deal.Layouts {
			for _, size := range [][2]int{{800, 700}, {1460, 910}} {
				wrong, numbered, amounts := picture.NumbersAstray(picture.ArrangedAs(in, as), size[0], size[1])
				for _, wrong := range wrong {
					t.Errorf("%s %q in %v: %s", name, as, size, wrong)
				}
				if 10*(numbered+1) < 7*amounts {
					t.Errorf("%s %q in %v: %d of %d amounts bear a number", name, as, size, numbered, amounts)
				}
			}
		}
	}
}
