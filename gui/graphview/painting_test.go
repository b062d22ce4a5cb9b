package graphview

import (
	"bytes"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// manyCompanies is a ring with more legs than are painted at once, of which the first has the amount.
func manyCompanies(cents int64) *deal.Book {
	book := deal.Book{}
	const count = quickScene + 20
	for i := range count {
		// Pinned: the test is about painting, not about layout.
		book.Companies = append(book.Companies, deal.Company{
			ID: deal.CompanyID(i + 1), Name: fmt.Sprintf("Company %d", i+1), Pinned: true, X: float64(i%14) * 150, Y: float64(i/14) * 130,
		})
		book.Deals = append(book.Deals, deal.Deal{
			ID: deal.DealID(i + 1), Title: "d", Status: deal.StatusSigned, Counting: deal.Counted,
			Legs: []deal.Leg{{
				ID: deal.LegID(i + 1), Payer: deal.CompanyID(i + 1), Payee: deal.CompanyID((i+1)%count + 1), Kind: deal.KindCloud,
				Figure: deal.Exactly(cents + int64(i)), Currency: deal.USD,
			}},
		})
	}
	return deal.NewBook(book)
}

func contentOf(t *testing.T, book *deal.Book) Content {
	t.Helper()
	built, err := network.Build(book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	return Content{Book: book, Network: built}
}

// held lets the view's work beside the window wait until the returned function does the next piece of it.
func held(v *View) (next func() bool) {
	var waiting []func()
	v.Beside = func(work func()) { waiting = append(waiting, work) }
	return func() bool {
		if len(waiting) == 0 {
			return false
		}
		work := waiting[0]
		waiting = waiting[1:]
		work()
		return true
	}
}

func (v *View) firstAmount() int64 {
	if v.scene == nil {
		return -1
	}
	arrow, _ := v.scene.Arrow(1)
	return arrow.Money
}

func TestLargeScenesAreMadeBesideTheWindow(t *testing.T) {
	v := shown(t, threeCompanies())
	next := held(v)
	before := v.scene
	v.Draw(contentOf(t, manyCompanies(100)))
	v.Draw(contentOf(t, manyCompanies(200)))
	v.Draw(contentOf(t, manyCompanies(300)))
	if v.scene != before {
		t.Error("the window waited for a large scene")
	}
	for next() {
	}
	if got := v.firstAmount(); got != 300 {
		t.Errorf("the scene shows %d cents, not the last content's 300", got)
	}
	if v.painting.serial-1 > 3 {
		t.Errorf("%d pictures were painted for three contents", v.painting.serial-1)
	}
	if v.sheet.scene != v.scene || v.sheet.camera.Width <= v.camera.Width {
		t.Error("the picture on the canvas is not that of the scene, with a margin")
	}
}

func TestAnotherDocumentsPictureComesTooLate(t *testing.T) {
	v := shown(t, threeCompanies())
	next := held(v)
	v.Draw(contentOf(t, manyCompanies(100)))
	v.Forget()
	v.Draw(contentOf(t, threeCompanies()))
	for next() {
	}
	if len(v.scene.Discs) != 3 {
		t.Errorf("%d companies of the document before are drawn", len(v.scene.Discs))
	}
	v.Draw(contentOf(t, manyCompanies(100)))
	v.Draw(Content{})
	for next() {
	}
	if v.scene != nil || v.sheet.image.Visible() {
		t.Error("a picture is drawn although there is nothing to draw")
	}
}

func TestExportDoesNotWaitForThePicture(t *testing.T) {
	v := shown(t, threeCompanies())
	next := held(v)
	v.Draw(contentOf(t, manyCompanies(100)))
	v.Select(picture.Selection{Companies: []deal.CompanyID{5}})
	scene, _ := v.Scene()
	if disc, _ := scene.Disc(5); !disc.Selected {
		t.Error("what is exported is not what is selected now")
	}
	for next() {
	}
	if disc, _ := v.scene.Disc(5); !disc.Selected {
		t.Error("a picture that was painted before has come back")
	}
}

func TestDraggingInALargePictureWaitsForTheRest(t *testing.T) {
	v := shown(t, threeCompanies())
	next := held(v)
	v.Draw(contentOf(t, manyCompanies(100)))
	for next() {
	}
	v.Select(picture.Selection{Companies: []deal.CompanyID{20}}) // among so many it is a dot
	for next() {
	}
	start := v.over(20)
	shownBefore := v.sheet.pixels
	pressAt(v, start)
	dragBy(v, start.AddXY(6, 6), 6, 6)
	if v.sheet.pixels != shownBefore || v.lifted.over.image.Visible() {
		t.Error("the company is drawn twice until the rest is painted")
	}
	for next() {
	}
	if !v.lifted.over.image.Visible() {
		t.Error("the dragged company is not drawn")
	}
	if size := v.lifted.over.image.Size(); size.Width > v.Size().Width/2 {
		t.Errorf("a company with two legs is painted on %v", size)
	}
	v.DragEnd()
}

func TestPictureIsSharpAtEveryScale(t *testing.T) {
	v := shown(t, threeCompanies())
	for _, scale := range []float32{1, 1.25, 1.5, 2} {
		canvas, ok := fyne.CurrentApp().Driver().CanvasForObject(v).(interface{ SetScale(float32) })
		if !ok {
			t.Fatal("the test window has no scale")
		}
		canvas.SetScale(scale)
		v.Refresh()
		// Of an 800 by 600 window, less the pixels that the view covers in part.
		if width := float32(v.camera.Width); width > 800*scale || width < 800*scale-2 || v.camera.Scale != float64(scale) {
			t.Errorf("at scale %v the picture has %v pixels and scale %v", scale, width, v.camera.Scale)
		}
		if v.sheet.stretch(v.camera) != 1 || v.sheet.pixels.Rect.Dx() < v.camera.Width {
			t.Errorf("at scale %v the picture is stretched by %v", scale, v.sheet.stretch(v.camera))
		}
	}
}

// TestLayoutGoesOnWhileTheSameIsDrawnAgain draws a document before and after it is measured: it is laid out once, and
// the picture says meanwhile that it is.
func TestLayoutGoesOnWhileTheSameIsDrawnAgain(t *testing.T) {
	v := shown(t, threeCompanies())
	next := held(v)
	v.Forget()
	content := contentOf(t, manyCompanies(100))
	companies := len(content.Book.Companies)
	v.Draw(content)
	layouts := v.places.generation
	v.Draw(content)
	if v.places.generation != layouts {
		t.Error("the layout has begun again")
	}
	if got := v.input().Placing; got != companies {
		t.Errorf("%d of %d companies are being placed", got, companies)
	}
	for next() {
	}
	if got := v.input().Placing; got != 0 || len(v.scene.Discs) != companies {
		t.Errorf("in the end %d are being placed, %d of %d drawn", got, len(v.scene.Discs), companies)
	}
}

// TestFirstPictureIsSaidToBeDrawn: until a large document's picture is there, the canvas says what it is doing, and shows
// nothing of the document before.
func TestFirstPictureIsSaidToBeDrawn(t *testing.T) {
	v := shown(t, threeCompanies())
	next := held(v)
	for _, cents := range []int64{100, 200} {
		v.Forget()
		content := contentOf(t, manyCompanies(cents))
		content.Places = make(map[deal.CompanyID]layout.Point)
		for _, company := range content.Book.Companies {
			content.Places[company.ID] = layout.Point{X: company.X, Y: company.Y}
		}
		v.Draw(content)
		if !v.awaited.Visible() || v.awaited.Text != "Drawing 180 companies…" || v.sheet.image.Visible() || v.frame.image.Visible() {
			t.Errorf("before the picture: %q, shown %v; picture shown %v, legend shown %v",
				v.awaited.Text, v.awaited.Visible(), v.sheet.image.Visible(), v.frame.image.Visible())
		}
		for next() {
		}
		if v.awaited.Visible() || !v.sheet.image.Visible() {
			t.Errorf("with the picture: words shown %v, picture shown %v", v.awaited.Visible(), v.sheet.image.Visible())
		}
	}
}

// TestAllCompaniesAreBackAtOnce after a view of its own, as they were seen, also while their picture is made anew; where
// they were never seen, the view of its own does not stay.
func TestAllCompaniesAreBackAtOnce(t *testing.T) {
	v := shown(t, threeCompanies())
	next := held(v)
	all := contentOf(t, manyCompanies(100))
	ring := contentOf(t, threeCompanies())
	ring.Places = map[deal.CompanyID]layout.Point{1: {X: 0, Y: 0}, 2: {X: 200, Y: 0}, 3: {X: 100, Y: 200}}
	v.Forget()
	v.Draw(all)
	for next() {
	}
	v.ZoomBy(1.1)
	for next() {
	}
	scene, pixels, camera, box := v.scene, v.sheet.pixels, v.camera, v.sheet.box(v.camera)
	painted := append([]byte(nil), pixels.Pix...)
	v.Draw(ring)
	v.Select(picture.Selection{Loop: []deal.CompanyID{1, 2, 3}})
	if len(v.money.ways) == 0 {
		t.Fatal("no money moves along the ring")
	}
	v.ZoomBy(1.3)
	v.Draw(all)
	if len(v.money.ways) > 0 {
		t.Error("money moves where the ring was")
	}
	if v.scene != scene || v.sheet.pixels != pixels || v.camera != camera || v.sheet.box(v.camera) != box || !v.sheet.image.Visible() {
		t.Error("what is seen is not what was seen before the view of its own")
	}
	if !bytes.Equal(pixels.Pix, painted) {
		t.Error("what was seen has been painted over")
	}
	for next() {
	}
	if v.camera != camera || len(v.scene.Discs) != len(scene.Discs) {
		t.Error("made anew, the picture is another one")
	}
	v.Forget()
	v.Draw(ring)
	v.Draw(all)
	if v.scene != nil && len(v.scene.Discs) == len(ring.Places) {
		t.Error("the view of its own is still seen while the companies are drawn for the first time")
	}
	for next() {
	}
	if v.awaited.Visible() || len(v.scene.Discs) != len(scene.Discs) {
		t.Error("the companies are not drawn")
	}
}
