package graphview

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// onePinned is a ring of more companies than are laid out at once, of which the first is pinned.
func onePinned(mode deal.Layout) *deal.Book {
	book := *manyCompanies(100)
	for i := range book.Companies {
		company := &book.Companies[i]
		company.Pinned, company.X, company.Y = i == 0, 500, 300
	}
	book.Layout = mode
	return deal.NewBook(book)
}

// seen returns where the scene has companies.
func (v *View) seen() map[deal.CompanyID]layout.Point {
	at := make(map[deal.CompanyID]layout.Point)
	for _, disc := range v.scene.Discs {
		at[disc.Company] = disc.Centre
	}
	return at
}

// TestNothingIsDrawnBeforeMostHaveAPlace opens a document of which one company is pinned: that one alone would look
// like the document.
func TestNothingIsDrawnBeforeMostHaveAPlace(t *testing.T) {
	v := shown(t, threeCompanies())
	next := held(v)
	v.Forget()
	content := contentOf(t, onePinned(deal.LayoutStress))
	v.Draw(content)
	if in := v.input(); len(v.scene.Discs) != 0 || in.Placing != len(content.Book.Companies) {
		t.Errorf("%d companies are drawn while %d are being placed", len(v.scene.Discs), in.Placing)
	}
	if places := v.Places(); len(places) != 0 {
		t.Errorf("%d companies have a place while they are being placed", len(places))
	}
	for next() {
	}
	if places := v.Places(); len(v.scene.Discs) != len(content.Book.Companies) || len(places) != len(v.scene.Discs) {
		t.Errorf("%d companies are drawn in the end, %d have a place", len(v.scene.Discs), len(places))
	}
}

// TestOldPictureStaysUntilTheNewOneIsThere chooses another layout after the picture was moved out of view, goes back
// and forth, and changes the layout again before the first one is done.
func TestOldPictureStaysUntilTheNewOneIsThere(t *testing.T) {
	v := shown(t, threeCompanies())
	v.SetStill(true)
	next := held(v)
	v.Forget()
	draw := func(mode deal.Layout) { v.Draw(contentOf(t, onePinned(mode))) }
	all := func() {
		for next() {
		}
	}
	draw(deal.LayoutStress)
	all()
	stress := v.seen()
	v.pan(5000, 4000)
	draw(deal.LayoutCircle)
	draw(deal.LayoutLayers)
	draw(deal.LayoutCircle)
	if !v.Placing() || len(v.Places()) != 0 {
		t.Fatal("the circle is there before it was found")
	}
	v.rebuild()
	v.finish()
	for id, at := range v.seen() {
		if at != stress[id] {
			t.Fatalf("company %d is seen at %v before the circle is there, it stood at %v", id, at, stress[id])
		}
	}
	if len(v.seen()) != len(stress) {
		t.Fatalf("%d of %d companies are seen before the circle is there", len(v.seen()), len(stress))
	}
	v.pan(5000, 4000)
	all()
	moved := 0
	for id, at := range v.seen() {
		if at != stress[id] {
			moved++
		}
		if p := v.camera.ToScreen(at); p.X < 0 || p.Y < 0 || p.X > float64(v.camera.Width) || p.Y > float64(v.camera.Height) {
			t.Fatalf("company %d of the chosen layout is out of view at %v", id, p)
		}
	}
	if v.Placing() || moved < len(stress)/2 {
		t.Errorf("%d of %d companies moved onto the circle", moved, len(stress))
	}
	v.pan(5000, 4000)
	draw(deal.LayoutStress)
	all()
	for id, at := range v.seen() {
		if at != stress[id] {
			t.Fatalf("company %d came back to %v, it stood at %v", id, at, stress[id])
		}
	}
	if !v.fitted {
		t.Error("the layout that was there before does not come into view")
	}
}

// TestWhatWasDroppedGoesWithTheCamera zooms after a company was dropped, before the picture with it is painted.
func TestWhatWasDroppedGoesWithTheCamera(t *testing.T) {
	v := shown(t, threeCompanies())
	next := held(v)
	v.Draw(contentOf(t, manyCompanies(100)))
	for next() {
	}
	v.Select(picture.Selection{Companies: []deal.CompanyID{3}}) // among so many it is a dot
	for next() {
	}
	start := v.over(3) // with partners on either side
	pressAt(v, start)
	dragBy(v, start.AddXY(5, 0), 5, 0)
	for next() {
	}
	dragBy(v, start.AddXY(10, 0), 5, 0)
	if !v.lifted.over.image.Visible() {
		t.Fatal("the company is not carried over the picture")
	}
	v.DragEnd()
	v.Draw(v.content)
	v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, 100)}, Scrolled: fyne.NewDelta(0, 20)})
	if v.lifted.over.image.Visible() {
		t.Error("the company stays behind at another scale")
	}
	if v.sheet.pixels != v.lifted.copied || math.Abs(v.sheet.stretch(v.camera)-1) < 1e-3 {
		t.Error("the picture with the company on it does not follow the camera")
	}
	for next() {
	}
	if v.lifted.companies != nil {
		t.Error("the company is still lifted")
	}
}
