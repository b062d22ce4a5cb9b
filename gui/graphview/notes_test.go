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
