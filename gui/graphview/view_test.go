package graphview

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// threeCompanies is a ring of three deals.
func threeCompanies() *deal.Book {
	leg := func(id deal.LegID, payer, payee deal.CompanyID) deal.Deal {
		return deal.Deal{
			ID: deal.DealID(id), Title: "d", Status: deal.StatusSigned, Counting: deal.Counted,
			Legs: []deal.Leg{{ID: id, Payer: payer, Payee: payee, Kind: deal.KindCloud, Figure: deal.Exactly(1_000_000_00), Currency: deal.USD}},
		}
	}
	return deal.NewBook(deal.Book{
		Companies: []deal.Company{{ID: 1, Name: "A"}, {ID: 2, Name: "B"}, {ID: 3, Name: "C"}},
		Deals:     []deal.Deal{leg(1, 1, 2), leg(2, 2, 3), leg(3, 3, 1)},
	})
}

func shown(t *testing.T, book *deal.Book) *View {
	t.Helper()
	test.NewTempApp(t)
	v := New()
	window := test.NewTempWindow(t, v)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(800, 600))
	built, err := network.Build(book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	v.Draw(Content{Book: book, Network: built})
	return v
}

// over returns where in the widget a company's disc is.
func (v *View) over(id deal.CompanyID) fyne.Position {
	disc, _ := v.scene.Disc(id)
	return v.position(disc.Centre)
}

func click(v *View, at fyne.Position) {
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	v.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
}

func TestClickSelectsAndASecondOneOpens(t *testing.T) {
	v := shown(t, threeCompanies())
	var selected, opened []picture.Target
	v.OnSelect = func(target picture.Target) { selected = append(selected, target) }
	v.OnOpen = func(target picture.Target) { opened = append(opened, target) }
	click(v, v.over(2))
	click(v, v.over(2))
	click(v, fyne.NewPos(2, 2))
	if len(selected) != 2 || selected[0].Company != 2 || !selected[1].Nothing() {
		t.Errorf("selected %v", selected)
	}
	if len(opened) != 1 || opened[0].Company != 2 {
		t.Errorf("opened %v", opened)
	}
}

func TestWheelZoomsAtThePointer(t *testing.T) {
	v := shown(t, threeCompanies())
	at := fyne.NewPos(210, 333)
	before, zoom := v.world(at), v.camera.Zoom
	v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 30)})
	after := v.world(at)
	if v.camera.Zoom <= zoom || math.Hypot(before.X-after.X, before.Y-after.Y) > 1e-9 {
		t.Errorf("zoom %v to %v moved the point under the pointer from %v to %v", zoom, v.camera.Zoom, before, after)
	}
	for range 200 {
		v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, -90)})
	}
	if v.camera.Zoom < leastZoom {
		t.Errorf("zoomed out to %v", v.camera.Zoom)
	}
	v.Fit()
	for id := range deal.CompanyID(3) {
		if at := v.over(id + 1); at.X < 0 || at.Y < 0 || at.X > 800 || at.Y > 600 {
			t.Errorf("after fit company %d is at %v", id+1, at)
		}
	}
}

func TestDraggedCompanyIsTold(t *testing.T) {
	v := shown(t, threeCompanies())
	moved := map[deal.CompanyID]layout.Point{}
	v.OnMoved = func(all []Moved) {
		for _, m := range all {
			moved[m.Company] = m.At
		}
	}
	start := v.over(1)
	where := v.world(start)
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: start}, Button: desktop.MouseButtonPrimary})
	for range 5 {
		start = start.AddXY(10, -4)
		v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: start}, Dragged: fyne.NewDelta(10, -4)})
	}
	v.DragEnd()
	got, ok := moved[1]
	want := layout.Point{X: where.X + 50/v.camera.Zoom, Y: where.Y - 20/v.camera.Zoom}
	if !ok || math.Hypot(got.X-want.X, got.Y-want.Y) > 1e-3 {
		t.Errorf("company 1 was dragged to %v, not %v", got, want)
	}
}

func TestDragOnEmptyCanvasPans(t *testing.T) {
	v := shown(t, threeCompanies())
	v.OnMoved = func([]Moved) { t.Error("a company moved") }
	before := v.over(1)
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(2, 2)}, Button: desktop.MouseButtonPrimary})
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(32, 12)}, Dragged: fyne.NewDelta(30, 10)})
	v.DragEnd()
	if after := v.over(1); math.Abs(float64(after.X-before.X)-30) > 0.1 || math.Abs(float64(after.Y-before.Y)-10) > 0.1 {
		t.Errorf("the canvas moved from %v to %v", before, after)
	}
}

func TestPlacesStayWhenAmountsChangeAndPinsHold(t *testing.T) {
	book := threeCompanies()
	v := shown(t, book)
	before, _ := v.scene.Disc(3)

	deals := append([]deal.Deal(nil), book.Deals...)
	deals[0].Legs = []deal.Leg{deals[0].Legs[0]}
	deals[0].Legs[0].Figure = deal.Exactly(9_000_000_00)
	companies := append([]deal.Company(nil), book.Companies...)
	companies[0].Pinned, companies[0].X, companies[0].Y = true, 500, -300
	changed := deal.NewBook(deal.Book{Companies: companies, Deals: deals})
	built, _ := network.Build(changed, network.View{})
	v.Draw(Content{Book: changed, Network: built})
	if after, _ := v.scene.Disc(3); after.Centre != before.Centre {
		t.Errorf("company 3 moved from %v to %v although only an amount changed", before.Centre, after.Centre)
	}
	if pinned, _ := v.scene.Disc(1); pinned.Centre != (layout.Point{X: 500, Y: -300}) {
		t.Errorf("the pinned company stands at %v", pinned.Centre)
	}
}

func TestCompaniesWhoseDealsDoNotCountAreNotDrawn(t *testing.T) {
	book := threeCompanies()
	deals := append([]deal.Deal(nil), book.Deals...)
	for i := range deals {
		if i > 0 {
			deals[i].Status = deal.StatusCancelled
		}
	}
	companies := append([]deal.Company{{ID: 9, Name: "New, without a deal"}}, book.Companies...)
	v := shown(t, deal.NewBook(deal.Book{Companies: companies, Deals: deals}))
	if _, ok := v.scene.Disc(3); ok {
		t.Error("a company with only cancelled deals is drawn")
	}
	if _, ok := v.scene.Disc(9); !ok {
		t.Error("a company that has just been entered is not drawn")
	}
}

func TestLabelStandsForWhatItNames(t *testing.T) {
	v := shown(t, threeCompanies())
	labels := v.scene.Labels(v.camera.Zoom)
	if len(labels) == 0 {
		t.Fatal("nothing is labelled")
	}
	for _, label := range labels {
		pixel := v.camera.ToScreen(label.Box.Middle())
		at := fyne.NewPos(float32(pixel.X/v.camera.Scale), float32(pixel.Y/v.camera.Scale))
		if got, want := v.At(at), (picture.Target{Company: label.Company, Leg: label.Leg}); got != want {
			t.Errorf("the label at %v stands for %+v, not for %+v", at, got, want)
		}
	}
}

func TestHoverTellsAndHides(t *testing.T) {
	v := shown(t, threeCompanies())
	v.OnHover = func(picture.Target) []HoverLine { return []HoverLine{{Text: "told"}} }
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: v.over(1)}})
	if !v.hover.Visible() {
		t.Error("nothing is told about a company under the pointer")
	}
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(1, 1)}})
	if v.hover.Visible() {
		t.Error("something is told about empty canvas")
	}
}
