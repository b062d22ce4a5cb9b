package graphview

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
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

// TestViewFollowsAfterADrag: who sees all of the picture and drags a company sees what comes then too, until the camera is moved
// by hand.
func TestViewFollowsAfterADrag(t *testing.T) {
	for name, pans := range map[string]bool{"dragged": false, "dragged and panned": true} {
		t.Run(name, func(t *testing.T) {
			book := threeCompanies()
			v := shown(t, book)
			first := v.scene.Discs[0]
			v.carry(map[deal.CompanyID]layout.Point{first.Company: {X: first.Centre.X + 5, Y: first.Centre.Y}})
			v.putDown()
			if pans {
				v.pan(4, 4)
			}
			companies := append([]deal.Company(nil), book.Companies...)
			last := &companies[len(companies)-1]
			last.Pinned, last.X, last.Y = true, first.Centre.X, first.Centre.Y-5000
			later := deal.NewBook(deal.Book{Companies: companies, Deals: book.Deals})
			built, err := network.Build(later, network.View{})
			if err != nil {
				t.Fatal(err)
			}
			v.Draw(Content{Book: later, Network: built})
			v.endGlide()
			if seen := v.inSight([]deal.CompanyID{last.ID}); seen == pans {
				t.Errorf("what is far away now is in sight: %v", seen)
			}
		})
	}
}
