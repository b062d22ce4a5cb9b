package graphview

import (
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// drag presses a button at a place, goes through others and releases it at the last.
func drag(v *View, button desktop.MouseButton, modifier fyne.KeyModifier, places ...fyne.Position) {
	event := func(at fyne.Position) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: button, Modifier: modifier}
	}
	v.MouseDown(event(places[0]))
	for i, at := range places[1:] {
		from := places[i]
		v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: fyne.NewDelta(at.X-from.X, at.Y-from.Y)})
	}
	v.MouseUp(event(places[len(places)-1]))
	v.DragEnd()
}

func TestMarqueeTellsWhoIsInside(t *testing.T) {
	v := shown(t, threeCompanies())
	var got []deal.CompanyID
	var more bool
	v.OnMarquee = func(companies []deal.CompanyID, add bool) { got, more = companies, add }
	v.OnSelect = func(target picture.Target) { t.Errorf("a marquee is a click on %v", target) }
	low, high := v.over(1), v.over(1)
	for _, id := range []deal.CompanyID{2, 3} {
		low = fyne.NewPos(min(low.X, v.over(id).X), min(low.Y, v.over(id).Y))
		high = fyne.NewPos(max(high.X, v.over(id).X), max(high.Y, v.over(id).Y))
	}
	drag(v, desktop.MouseButtonPrimary, fyne.KeyModifierShift, fyne.NewPos(1, 1), fyne.NewPos(300, 200), high.AddXY(5, 5))
	if !slices.Equal(got, []deal.CompanyID{1, 2, 3}) || more {
		t.Errorf("a marquee around all holds %v, more: %v", got, more)
	}
	if len(v.marks.Objects) != 0 {
		t.Error("the marquee is still there")
	}
	around := v.over(2)
	drag(v, desktop.MouseButtonPrimary, fyne.KeyModifierShift|fyne.KeyModifierControl, around.AddXY(-90, -90), around.AddXY(3, 3))
	if !slices.Contains(got, 2) || slices.Contains(got, 1) && slices.Contains(got, 3) || !more {
		t.Errorf("a marquee around company 2 holds %v, more: %v", got, more)
	}
}

// Among hundreds of companies a marquee begins on one, its rim or its handle as often as not.
func TestShiftIsAMarqueeWhereverItBegins(t *testing.T) {
	v := shown(t, threeCompanies())
	v.OnDeal = func(payer, payee deal.CompanyID) { t.Errorf("a deal from %d to %d is drawn", payer, payee) }
	v.OnMoved = func([]Moved) { t.Error("a company moved") }
	for _, modifier := range []fyne.KeyModifier{fyne.KeyModifierShift, fyne.KeyModifierShift | fyne.KeyModifierControl} {
		for _, from := range []string{"company", "rim", "handle"} {
			var marquees int
			v.OnMarquee = func([]deal.CompanyID, bool) { marquees++ }
			disc, _ := v.scene.Disc(2)
			start := v.over(2)
			v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: start}})
			switch from {
			case "rim":
				start = v.position(disc.RimTowards(layout.Point{X: 1}))
			case "handle":
				start = v.handle.at
			}
			drag(v, desktop.MouseButtonPrimary, modifier, start, start.AddXY(20, 10), v.over(1))
			if marquees != 1 {
				t.Errorf("a drag from the %s of a company with modifier %d is no marquee", from, modifier)
			}
		}
	}
}

func TestMiddleButtonAndSpacePanOverCompaniesToo(t *testing.T) {
	v := shown(t, threeCompanies())
	v.OnMoved = func([]Moved) { t.Error("a company moved") }
	for _, way := range []string{"middle button", "space bar"} {
		button := desktop.MouseButtonPrimary
		if way == "middle button" {
			button = desktop.MouseButtonTertiary
		} else {
			v.KeyDown(&fyne.KeyEvent{Name: fyne.KeySpace})
		}
		before := v.over(1)
		drag(v, button, 0, before, before.AddXY(40, 20))
		if after := v.over(1); math.Abs(float64(after.X-before.X)-40) > 1 || math.Abs(float64(after.Y-before.Y)-20) > 1 {
			t.Errorf("%s: the canvas moved from %v to %v", way, before, after)
		}
		v.KeyUp(&fyne.KeyEvent{Name: fyne.KeySpace})
	}
}

func TestSelectedCompaniesAreCarriedTogetherAndEscapePutsThemBack(t *testing.T) {
	v := shown(t, threeCompanies())
	var moved []Moved
	v.OnMoved = func(all []Moved) { moved = all }
	v.Select(picture.Selection{Companies: []deal.CompanyID{1, 3}})
	before := v.Places()
	start := v.over(3)
	drag(v, desktop.MouseButtonPrimary, 0, start, start.AddXY(10, 0), start.AddXY(30, 40))
	if len(moved) != 2 || moved[0].Company != 1 || moved[1].Company != 3 {
		t.Fatalf("%v were moved", moved)
	}
	for _, m := range moved {
		want := layout.Point{X: before[m.Company].X + 30/v.camera.Zoom, Y: before[m.Company].Y + 40/v.camera.Zoom}
		if math.Hypot(m.At.X-want.X, m.At.Y-want.Y) > 0.01 {
			t.Errorf("company %d was moved to %v, not %v", m.Company, m.At, want)
		}
	}

	moved = nil
	v.Draw(v.content)
	at := v.over(2)
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(50, 50)}})
	v.WithKey = func(key *fyne.KeyEvent) { t.Errorf("%s is taken for more than the drag", key.Name) }
	v.KeyDown(&fyne.KeyEvent{Name: fyne.KeyEscape})
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(90, 90)}})
	v.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(90, 90)}, Button: desktop.MouseButtonPrimary})
	v.DragEnd()
	if moved != nil {
		t.Errorf("%v were moved although the drag was given up", moved)
	}
	if got := v.Places()[2]; got != before[2] {
		t.Errorf("company 2 stands at %v, before at %v", got, before[2])
	}
}

func TestHandleDrawsADeal(t *testing.T) {
	v := shown(t, threeCompanies())
	var drawn [][2]deal.CompanyID
	v.OnDeal = func(payer, payee deal.CompanyID) { drawn = append(drawn, [2]deal.CompanyID{payer, payee}) }
	v.OnMoved = func([]Moved) { t.Error("a company moved") }
	v.OnSelect = func(target picture.Target) { t.Errorf("%v was selected", target) }
	hover := func(at fyne.Position) {
		v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	}
	hover(v.over(2))
	if v.handle.company != 2 {
		t.Fatal("no handle is shown at the company under the pointer")
	}
	handle := v.handle.at
	hover(handle)
	if v.handle.company != 2 || v.Cursor() != desktop.CrosshairCursor {
		t.Error("the handle goes when the pointer reaches it")
	}
	drag(v, desktop.MouseButtonPrimary, 0, handle, fyne.NewPos(3, 3))
	hover(v.over(2))
	drag(v, desktop.MouseButtonPrimary, 0, handle, v.over(3), v.over(1))
	if !slices.Equal(drawn, [][2]deal.CompanyID{{2, 1}}) {
		t.Errorf("the deals %v were drawn", drawn)
	}
	if len(v.marks.Objects) != 0 || v.hover.Visible() {
		t.Error("the arrow is still there")
	}
	hover(v.over(2))
	drag(v, desktop.MouseButtonPrimary, 0, handle, v.over(2))
	hover(fyne.NewPos(1, 1))
	if len(drawn) != 1 || v.handle.company != 0 {
		t.Errorf("the deals %v were drawn, the handle is at company %d", drawn, v.handle.company)
	}
}

// The handle goes round the name of its company.
func TestHandleLeavesTheNameFree(t *testing.T) {
	book := threeCompanies()
	for i := range book.Companies {
		book.Companies[i].Name = "A company beside its name"
	}
	v := shown(t, book)
	v.OnDeal = func(deal.CompanyID, deal.CompanyID) {}
	for company := deal.CompanyID(1); company <= 3; company++ {
		disc, _ := v.disc(company)
		middle := v.over(company)
		for step := range 48 {
			sin, cos := math.Sincos(2 * math.Pi * float64(step) / 48)
			for _, part := range []float64{0, 0.6} {
				out := part * disc.Radius * v.camera.Zoom
				v.showHandleBy(company, middle.AddXY(float32(out*cos), float32(out*sin)))
				for _, label := range v.scene.Labels(v.labelZoom()) {
					if label.Company != company || label.Leg != 0 {
						continue
					}
					gap := away(v.handle.at, v.position(label.Box.Low), v.position(label.Box.High))
					if away(middle, v.position(label.Box.Low), v.position(label.Box.High)) > 0 && gap < handleRadius {
						t.Errorf("the handle of company %d is on its name when the pointer is at step %d", company, step)
					}
				}
			}
		}
	}
}

func TestKeysZoom(t *testing.T) {
	v := shown(t, threeCompanies())
	v.Select(picture.Selection{Companies: []deal.CompanyID{2}})
	v.TypedRune('2')
	if at := v.over(2); at.X < 200 || at.X > 700 || at.Y < 50 || at.Y > 400 || v.camera.Zoom != v.mostFor([]deal.CompanyID{2}) {
		t.Errorf("the selected company is at %v, the zoom is %v", at, v.camera.Zoom)
	}
	v.TypedRune('1')
	if v.camera.Zoom != 1 {
		t.Errorf("natural size is a zoom of %v", v.camera.Zoom)
	}
	v.Select(picture.Selection{Legs: []deal.LegID{2}})
	v.FitSelection()
	for _, id := range []deal.CompanyID{2, 3} {
		if at := v.over(id); at.X < 0 || at.Y < 0 || at.X > 800 || at.Y > 600 {
			t.Errorf("company %d, at an end of the selected leg, is at %v", id, at)
		}
	}
	v.Select(picture.Selection{Companies: []deal.CompanyID{1, 2, 3}})
	v.FitSelection()
	legend := v.scene.LegendBox(v.camera)
	for id := range deal.CompanyID(3) {
		disc, _ := v.scene.Disc(id + 1)
		at, reach := v.camera.ToScreen(disc.Centre), disc.Radius*v.camera.Zoom
		if at.X-reach < legend.High.X && at.Y+reach > legend.Low.Y {
			t.Errorf("company %d at %v is under the legend, %v", id+1, at, legend)
		}
	}
}

// TestWordsKeepOffTheDealThatIsDrawn draws an arrow from every company to every other: what is told of it covers neither the
// arrow nor the company at its end.
func TestWordsKeepOffTheDealThatIsDrawn(t *testing.T) {
	v := shown(t, threeCompanies())
	v.OnDeal = func(payer, payee deal.CompanyID) {}
	for payer := deal.CompanyID(1); payer <= 3; payer++ {
		for payee := deal.CompanyID(1); payee <= 3; payee++ {
			if payee == payer {
				continue
			}
			drawing := newDealing(payer)
			drawing.move(v, &fyne.DragEvent{PointEvent: fyne.PointEvent{Position: v.over(payee)}})
			low, high := v.hover.Position(), v.hover.Position().Add(v.hover.Size())
			for part := float32(0); part <= 1; part += 0.05 {
				way := drawing.shaft.Position2.Subtract(drawing.shaft.Position1)
				at := drawing.shaft.Position1.AddXY(way.X*part, way.Y*part)
				if overlap(low, high, at.SubtractXY(1, 1), at.AddXY(1, 1)) > 0 {
					t.Fatalf("from %d to %d the words cover the arrow at %v", payer, payee, at)
				}
			}
			ring := drawing.ring
			if overlap(low, high, ring.Position(), ring.Position().Add(ring.Size())) > 0 {
				t.Errorf("from %d to %d the words cover the company that is paid", payer, payee)
			}
			drawing.cancel(v)
		}
	}
}

// TestADragIsGivenUpWithTheRoomItBeganIn as when a presentation begins meanwhile; the right button leaves it as it is.
func TestADragIsGivenUpWithTheRoomItBeganIn(t *testing.T) {
	v := shown(t, threeCompanies())
	var moved, menus int
	v.OnMoved = func([]Moved) { moved++ }
	v.OnMenu = func(picture.Target, fyne.Position) { menus++ }
	at := v.over(2)
	begin := func() {
		pressAt(v, at)
		dragBy(v, at.AddXY(20, 20), 20, 20)
	}
	begin()
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(20, 20)}, Button: desktop.MouseButtonSecondary})
	dragBy(v, at.AddXY(30, 30), 10, 10)
	v.DragEnd()
	if moved != 1 || menus != 0 {
		t.Errorf("with the right button pressed meanwhile a drag moves companies %d times, and shows %d menus", moved, menus)
	}
	begin()
	v.Resize(v.Size().AddWidthHeight(300, 100))
	dragBy(v, at.AddXY(60, 60), 30, 30)
	v.DragEnd()
	if moved != 1 || v.places.carried != nil {
		t.Error("a drag goes on in another room")
	}
}
