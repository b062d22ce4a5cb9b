package graphview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// TestCompaniesPutUnderTheLegendComeOut: a company that is dropped under the legend, or aligned with one there, would be
// lost from sight.
func TestCompaniesPutUnderTheLegendComeOut(t *testing.T) {
	for _, fitted := range []bool{true, false} {
		book := threeCompanies()
		v := shown(t, book)
		if !fitted {
			drag(v, desktop.MouseButtonTertiary, 0, fyne.NewPos(400, 300), fyne.NewPos(390, 295))
		}
		at := v.camera.ToWorld(v.scene.LegendBox(v.camera).Middle())
		companies := append([]deal.Company(nil), book.Companies...)
		companies[0].Pinned, companies[0].X, companies[0].Y = true, at.X, at.Y
		changed := deal.NewBook(deal.Book{Companies: companies, Deals: book.Deals})
		built, err := network.Build(changed, network.View{})
		if err != nil {
			t.Fatal(err)
		}
		zoom := v.camera.Zoom
		v.Draw(Content{Book: changed, Network: built})
		v.finish()
		disc, _ := v.scene.Disc(1)
		box, whole := discBox(v.camera, &disc), picture.Rect{}
		whole.High.X, whole.High.Y = float64(v.camera.Width), float64(v.camera.Height)
		if box.Overlaps(v.scene.LegendBox(v.camera)) || !box.Overlaps(whole) {
			t.Errorf("fitted %v: the company stands at %v, under the legend at %v", fitted, box, v.scene.LegendBox(v.camera))
		}
		if !fitted && v.camera.Zoom != zoom {
			t.Errorf("the zoom is %v, no longer %v", v.camera.Zoom, zoom)
		}
	}
}
