package graphview

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestSeekTurnsOnlyToWhatIsOutOfSight moves a company within sight and far away, under a camera that the analyst has moved.
func TestSeekTurnsOnlyToWhatIsOutOfSight(t *testing.T) {
	for name, c := range map[string]struct {
		far   float64
		turns bool
	}{"in sight": {20, false}, "out of sight": {5000, true}} {
		t.Run(name, func(t *testing.T) {
			book := threeCompanies()
			v := shown(t, book)
			v.pan(4, 4)
			before, disc := v.camera, v.scene.Discs[0]
			companies := append([]deal.Company(nil), book.Companies...)
			for i := range companies {
				if companies[i].ID == disc.Company {
					companies[i].Pinned, companies[i].X, companies[i].Y = true, disc.Centre.X, disc.Centre.Y-c.far
				}
			}
			moved := deal.NewBook(deal.Book{Companies: companies, Deals: book.Deals})
			built, err := network.Build(moved, network.View{})
			if err != nil {
				t.Fatal(err)
			}
			v.Seek()
			v.Draw(Content{Book: moved, Network: built})
			v.endGlide()
			if turned := v.camera != before; turned != c.turns {
				t.Errorf("the camera turned: %v", turned)
			}
			if !v.inSight([]deal.CompanyID{disc.Company}) {
				t.Error("the company is not in sight")
			}
		})
	}
}
