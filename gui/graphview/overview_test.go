package graphview

import (
	"fmt"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// chain is so many companies of which each pays the next.
func chain(count int) *deal.Book {
	book := deal.Book{}
	for i := range count {
		book.Companies = append(book.Companies, deal.Company{ID: deal.CompanyID(i + 1), Name: fmt.Sprint("Company ", i)})
		if i > 0 {
			book.Deals = append(book.Deals, deal.Deal{
				ID: deal.DealID(i), Title: "d", Status: deal.StatusSigned, Counting: deal.Counted,
				Legs: []deal.Leg{{ID: deal.LegID(i), Payer: deal.CompanyID(i), Payee: deal.CompanyID(i + 1), Kind: deal.KindCloud, Figure: deal.Exactly(100), Currency: deal.USD}},
			})
		}
	}
	return deal.NewBook(book)
}

func TestOverviewIsThereWhenItIsOfUse(t *testing.T) {
	v := shown(t, threeCompanies())
	if v.overview.Visible() {
		t.Error("there is an overview although everything is in sight")
	}
	v.ZoomBy(6)
	if !v.overview.Visible() {
		t.Error("there is no overview although companies are out of sight")
	}
	v.SetOverview(false)
	if v.overview.Visible() || v.Overview() {
		t.Error("the overview is there although it is switched off")
	}
	v.SetOverview(true)
	v.Fit()
	if v.overview.Visible() {
		t.Error("the overview stays when everything is in sight again")
	}
	large := Content{Book: chain(80), Places: make(map[deal.CompanyID]layout.Point)}
	large.Network, _ = network.Build(large.Book, network.View{})
	for i := range 80 {
		large.Places[deal.CompanyID(i+1)] = layout.Point{X: float64(i%10) * 100, Y: float64(i/10) * 100}
	}
	v.Draw(large)
	if v.overview.Visible() {
		t.Error("there is an overview of many companies although all of them are in sight")
	}
}

func TestOverviewLeadsToWhatIsPressed(t *testing.T) {
	v := shown(t, threeCompanies())
	v.ZoomBy(5)
	o := v.overview
	for _, id := range []deal.CompanyID{1, 2, 3} {
		disc, _ := v.scene.Disc(id)
		at := o.camera.ToScreen(disc.Centre)
		spot := fyne.NewPos(overviewPad+float32(at.X), overviewPad+float32(at.Y))
		o.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: spot}, Button: desktop.MouseButtonPrimary})
		if got := v.over(id); math.Abs(float64(got.X)-400) > 2 || math.Abs(float64(got.Y)-300) > 2 {
			t.Errorf("company %d is at %v after it was pressed in the overview", id, got)
		}
		middle := layout.Point{
			X: float64(o.frame[0].Position1.X+o.frame[0].Position2.X) / 2, Y: float64(o.frame[1].Position1.Y+o.frame[1].Position2.Y) / 2,
		}
		if math.Hypot(middle.X-float64(spot.X), middle.Y-float64(spot.Y)) > 25 {
			t.Errorf("the frame stands around %v, %v was pressed", middle, spot)
		}
	}
	before, middle := v.camera.Centre, o.camera.ToScreen(v.camera.Centre)
	grip := fyne.NewPos(overviewPad+float32(middle.X)+4, overviewPad+float32(middle.Y)-3)
	o.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: grip}, Button: desktop.MouseButtonPrimary})
	if v.camera.Centre != before {
		t.Error("pressing in the frame has moved it")
	}
	o.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: grip.AddXY(10, 0)}})
	if moved := v.camera.Centre.X - before.X; math.Abs(moved*o.camera.Zoom-10) > 0.5 || math.Abs(v.camera.Centre.Y-before.Y)*o.camera.Zoom > 0.5 {
		t.Errorf("dragged by 10 the frame went from %v to %v", before, v.camera.Centre)
	}
	painted := o.image.Image
	o.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, 40)}})
	if o.image.Image != painted || o.scene != v.scene {
		t.Error("dragging in the overview has painted it again")
	}
}

func TestViewOfItsOwnLeavesPlacesAlone(t *testing.T) {
	v := shown(t, threeCompanies())
	before, camera := v.Places(), v.camera
	alone := v.content
	alone.Places = map[deal.CompanyID]layout.Point{1: {X: 0, Y: 0}, 2: {X: 300, Y: 0}}
	v.Draw(alone)
	if len(v.scene.Discs) != 2 || v.scene.Discs[1].Centre != (layout.Point{X: 300}) {
		t.Fatalf("the discs are %v", v.scene.Discs)
	}
	v.OnMoved = func([]Moved) { t.Error("a company moved") }
	drag(v, desktop.MouseButtonPrimary, 0, v.over(1), v.over(1).AddXY(40, 40))
	alone.Places = nil
	v.Draw(alone)
	for id, at := range v.Places() {
		if at != before[id] {
			t.Errorf("company %d stands at %v, before at %v", id, at, before[id])
		}
	}
	if v.camera != camera {
		t.Errorf("the camera is %v, before %v", v.camera, camera)
	}
}

// TestOverviewKeepsOffTheOnlyCompanyInSight wherever it stands, and off one that is selected.
func TestOverviewKeepsOffTheOnlyCompanyInSight(t *testing.T) {
	v := shown(t, threeCompanies())
	v.Resize(fyne.NewSize(900, 600))
	v.SetLegend(false)
	v.ZoomBy(4)
	for _, selected := range []bool{false, true} {
		if selected {
			v.Select(picture.Selection{Companies: []deal.CompanyID{1}})
		}
		for _, to := range []fyne.Position{{X: 800, Y: 530}, {X: 800, Y: 70}, {X: 100, Y: 530}, {X: 100, Y: 70}, {X: 450, Y: 300}} {
			at := v.over(1)
			v.pan(to.X-at.X, to.Y-at.Y)
			o := v.overview
			if !o.Visible() {
				t.Fatalf("there is no overview with the company at %v", to)
			}
			low, high := o.Position(), o.Position().Add(o.Size())
			if at = v.over(1); at.X > low.X && at.X < high.X && at.Y > low.Y && at.Y < high.Y {
				t.Errorf("the overview at %v covers the company at %v", low, at)
			}
		}
	}
}
