package graphview

import (
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// The note on the smallest leg of a loop is seen whatever leg that is: the picture gives way to the legend.
func TestNoteOfALoopIsNotUnderTheLegend(t *testing.T) {
	for smallest := range 3 {
		book := *threeCompanies()
		book.Deals = append([]deal.Deal(nil), book.Deals...)
		for i := range book.Deals {
			legs := append([]deal.Leg(nil), book.Deals[i].Legs...)
			legs[0].Figure = deal.Exactly(8_000_000_000_00)
			if i == smallest {
				legs[0].Figure = deal.Exactly(5_000_000_000_00)
			}
			book.Deals[i].Legs = legs
		}
		v := shown(t, deal.NewBook(book))
		for _, size := range []fyne.Size{{Width: 800, Height: 600}, {Width: 640, Height: 640}, {Width: 520, Height: 640}} {
			v.Select(picture.Selection{})
			v.Resize(size)
			v.Fit()
			v.Select(picture.Selection{Loop: []deal.CompanyID{1, 2, 3}})
			if scene, camera := v.Scene(); len(scene.Pins) != 1 || scene.NoteHidden(camera) {
				t.Errorf("at %v the note on leg %d is under the legend", size, smallest+1)
			}
		}
	}
}

// A filter adds a line to the legend, and a picture that shows everything makes room for it.
func TestFittedPictureMakesRoomForALongerLegend(t *testing.T) {
	v := shown(t, threeCompanies())
	v.Resize(fyne.NewSize(520, 640))
	v.Fit()
	before := v.scene.LegendBox(v.camera)
	content := v.content
	content.View.OnlyLoops = true
	v.Draw(content)
	v.endGlide()
	if after := v.scene.LegendBox(v.camera); after == before {
		t.Fatal("the filter does not stand in the legend")
	}
	if fitted := v.camera.Fit(v.scene); v.camera.Centre != fitted.Centre || v.camera.Zoom != fitted.Zoom {
		t.Errorf("the picture shows %v at zoom %v, not all of it beside the legend: %v at %v",
			v.camera.Centre, v.camera.Zoom, fitted.Centre, fitted.Zoom)
	}
}

// TestNoteStaysInSightUnderTheHand pans until the smallest leg of a loop leaves the canvas, step by step: at rest its note
// is whole as long as a good part of the leg is to be seen, and it stands where it stood once all is in sight again.
func TestNoteStaysInSightUnderTheHand(t *testing.T) {
	v := shown(t, threeCompanies())
	v.SetLegend(false)
	v.Select(picture.Selection{Loop: []deal.CompanyID{1, 2, 3}})
	note := func() picture.Label {
		t.Helper()
		for _, label := range v.scene.Labels(v.camera.Zoom) {
			if label.Ink == picture.InkMark {
				return label
			}
		}
		return picture.Label{}
	}
	first, pushed := note(), 0
	arrow, _ := v.scene.Arrow(first.Leg)
	const edge = 5 // words stay as far from the edge as this, and tell of nothing that lies in between
	var back float32
	for range 60 {
		v.pan(0, -12)
		back += 12
		v.rest.Tick(1)
		seen := 0
		for step := range 21 {
			if at := v.camera.ToScreen(arrow.Curve.At(float64(step) / 20)); at.Y > edge {
				seen++
			}
		}
		now := note()
		if now.Box != first.Box {
			pushed++
		}
		if low := v.camera.ToScreen(now.Box.Low); seen > 10 && (len(now.Lines) == 0 || low.Y < 0) {
			t.Fatalf("with %d of 21 parts of its leg in sight the note is at %v", seen, low)
		}
		if seen == 0 && len(now.Lines) > 0 && v.camera.ToScreen(now.Box.High).Y > 0 {
			t.Fatal("a piece of a note stands where nothing of its leg does")
		}
	}
	if pushed == 0 {
		t.Error("the note was never in the way of the edge")
	}
	v.pan(0, back)
	v.rest.Tick(1)
	if now := note(); now.Box != first.Box {
		t.Errorf("back again, the note stands at %v, not at %v", now.Box, first.Box)
	}
}
