package graphview

import (
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// paintings returns how often a picture has been painted.
func (v *View) paintings() int { return v.painting.serial }

// onSheet returns the place in the widget at which a pixel of the sheet is seen.
func (v *View) onSheet(x, y float64) (float64, float64) {
	box, part := v.sheet.box(v.camera), v.sheet.stretch(v.camera)
	return box.Low.X + x*part, box.Low.Y + y*part
}

func pressAt(v *View, at fyne.Position) {
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
}

func dragBy(v *View, at fyne.Position, dx, dy float32) {
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: fyne.NewDelta(dx, dy)})
}

func TestPanningMovesThePaintedPicture(t *testing.T) {
	v := shown(t, threeCompanies())
	pressAt(v, fyne.NewPos(2, 2))
	dragBy(v, fyne.NewPos(4, 3), 2, 1)
	painted, image, at := v.paintings(), v.sheet.image.Image, v.sheet.image.Position()
	for range 10 {
		dragBy(v, fyne.NewPos(10, 6), 7, 3)
	}
	if v.paintings() != painted || v.sheet.image.Image != image {
		t.Errorf("the picture was painted %d times while it was moved by 70 pixels", v.paintings()-painted)
	}
	if moved := v.sheet.image.Position().Subtract(at); moved.X != 70 || moved.Y != 30 {
		t.Errorf("the picture was moved by %v", moved)
	}
	for range 100 {
		dragBy(v, fyne.NewPos(10, 6), 7, 3)
		if v.sheet.reserve(v.camera) < 0 || !v.ground.Hidden {
			t.Fatal("the picture does not reach the edge of the canvas")
		}
	}
	if most := 700/margin + 3; v.paintings()-painted > most {
		t.Errorf("the picture was painted %d times over 700 pixels", v.paintings()-painted)
	}
}

func TestPictureStandsOnWholePixels(t *testing.T) {
	v := shown(t, threeCompanies())
	for range 5 {
		v.pan(3.4, -1.7)
		x, y := v.onSheet(0, 0)
		if x != math.Round(x) || y != math.Round(y) || v.sheet.stretch(v.camera) != 1 {
			t.Errorf("the picture stands at %v, %v, %v times as large as painted", x, y, v.sheet.stretch(v.camera))
		}
	}
}

func TestPaintedPlacesAreSeenWhereTheCameraShowsThem(t *testing.T) {
	v := shown(t, threeCompanies())
	check := func(what string) {
		t.Helper()
		disc, _ := v.scene.Disc(2)
		painted := v.sheet.camera.ToScreen(disc.Centre)
		x, y := v.onSheet(painted.X, painted.Y)
		if shown := v.camera.ToScreen(disc.Centre); math.Hypot(shown.X-x, shown.Y-y) > 0.6 {
			t.Errorf("%s: company 2 is seen at %v, %v and not at %v", what, x, y, shown)
		}
	}
	check("at first")
	v.pan(31, 17)
	check("moved")
	v.sheet.camera.Zoom *= 0.8 // as in the middle of zooming, before the picture is sharp again
	v.lay()
	check("stretched")
}

func TestZoomingEndsSharp(t *testing.T) {
	v := shown(t, threeCompanies())
	for range 4 {
		v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 300)}, Scrolled: fyne.NewDelta(0, 12)})
	}
	if v.sheet.stretch(v.camera) != 1 || v.sheet.image.ScaleMode != canvas.ImageScalePixels {
		t.Errorf("the picture is stretched by %v at rest", v.sheet.stretch(v.camera))
	}
}

func TestDraggingPaintsTheRestOnce(t *testing.T) {
	v := shown(t, threeCompanies())
	painted, start := v.paintings(), v.over(1)
	pressAt(v, start)
	dragBy(v, start.AddXY(5, 0), 5, 0)
	rest := v.lifted.painted
	if rest == nil {
		t.Fatal("nothing is lifted")
	}
	dragBy(v, start.AddXY(10, 0), 5, 0)
	if v.lifted.painted != rest || v.paintings() != painted {
		t.Error("the rest was painted again although only one company moves")
	}
	v.DragEnd()
	v.Draw(v.content)
	if v.lifted.companies != nil || v.lifted.over.image.Visible() {
		t.Error("the company is still lifted")
	}
}

func TestCompaniesGlideToWhereTheLayoutPutsThem(t *testing.T) {
	v := shown(t, threeCompanies())
	from := v.scene
	companies := slices.Clone(v.content.Book.Companies)
	companies[0].Pinned, companies[0].X, companies[0].Y = true, 400, 300
	book := deal.NewBook(deal.Book{Companies: companies, Deals: v.content.Book.Deals})
	built, _ := network.Build(book, network.View{})
	v.Draw(Content{Book: book, Network: built})
	if v.glide.job != nil {
		t.Fatal("the glide does not end")
	}
	to := v.scene
	// As while it lasts: in tests an animation is at its end at once.
	v.glide = glide{
		from: from, start: v.camera, job: &job{scene: to, camera: v.camera, style: v.style()},
		moving: fyne.NewAnimation(glideFor, v.glideTo),
	}
	v.glideTo(0.5)
	was, _ := from.Disc(1)
	middle, _ := v.glide.shown.Disc(1)
	if math.Abs(middle.Centre.X-(was.Centre.X+400)/2) > 1e-9 {
		t.Errorf("half way company 1 stands at %v", middle.Centre)
	}
	if pinned, _ := v.scene.Disc(1); pinned.Centre.X != 400 {
		t.Error("the pointer still meets the company where it was")
	}
	v.pan(5, 5)
	if v.glide.job != nil || v.shownScene() != to {
		t.Error("the first move of the hand does not end the glide")
	}
}

func TestMoneyMovesOnlyAlongASelectedLoopInAWindowWithFocus(t *testing.T) {
	v := shown(t, threeCompanies())
	loop := picture.Selection{Loop: []deal.CompanyID{1, 2, 3}}
	for _, c := range []struct {
		name  string
		do    func()
		moves bool
	}{
		{"at first", func() {}, false},
		{"a loop is selected", func() { v.Select(loop) }, true},
		{"another window has the focus", func() { v.SetAwake(false) }, false},
		{"the focus comes back", func() { v.SetAwake(true) }, true},
		{"nothing may move", func() { v.SetStill(true) }, false},
		{"things may move again", func() { v.SetStill(false) }, true},
		{"a company is selected", func() { v.Select(picture.Selection{Companies: []deal.CompanyID{1}}) }, false},
		{"the loop again", func() { v.Select(loop) }, true},
		{"nothing to show", func() { v.Draw(Content{}) }, false},
	} {
		c.do()
		moves := v.money.moving != nil
		if moves != c.moves || (len(v.money.beads.Objects) > 0) != c.moves {
			t.Errorf("%s: money moves: %v, with %d beads", c.name, moves, len(v.money.beads.Objects))
		}
	}
}

func TestMoneyGoesFromPayerToPayee(t *testing.T) {
	v := shown(t, threeCompanies())
	v.Select(picture.Selection{Loop: []deal.CompanyID{1, 2, 3}})
	if len(v.money.ways) != 3 {
		t.Fatalf("%d legs of the loop carry money", len(v.money.ways))
	}
	v.scene.Labels(v.sheet.camera.Zoom)
	for i, way := range v.money.ways {
		leg := v.scene.Circuit()[i]
		for _, part := range []float64{0, 0.3, 1} {
			at := way.at(part * way.length())
			nearest := math.Inf(1)
			for step := range 400 {
				on := leg.Curve.At(float64(step) / 399)
				nearest = min(nearest, math.Hypot(on.X-at.X, on.Y-at.Y))
			}
			if nearest > 1 {
				t.Errorf("money of leg %d is %v away from it", leg.Leg, nearest)
			}
		}
		if start := way.at(0); math.Hypot(start.X-leg.Curve.From.X, start.Y-leg.Curve.From.Y) > 1e-9 {
			t.Errorf("money of leg %d does not start at its payer", leg.Leg)
		}
	}
	v.money.gone = 0
	before := v.beadPlaces()
	v.money.gone = 10
	after := v.beadPlaces()
	for i := range before {
		if len(before[i]) == 0 || len(after[i]) == 0 {
			t.Fatal("a leg of the loop carries no money")
		}
	}
	far := math.Hypot(after[0][0].X-v.money.ways[0].points[0].X, after[0][0].Y-v.money.ways[0].points[0].Y)
	if want := 10 / v.camera.Zoom; math.Abs(far-want) > 0.05*want {
		t.Errorf("money has come %v, not %v", far, want)
	}
}
