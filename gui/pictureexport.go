package gui

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"roundtrip/internal/clipboard"
	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/picture"
)

// pictureChoice is how a picture is asked for.
type pictureChoice struct {
	extension string  // .png, .svg or .pdf
	whole     bool    // all of the network rather than what the window shows of it
	scale     float64 // pixels of a .png for each unit of the screen
	legend    legendChoice
	title     bool
	sources   bool
	numbers   bool // of the sources, beside the amounts that they are for: the screen has none
	dark      bool
}

// legendChoice is which legend a picture has, in the order of pictureLegends.
type legendChoice int

const (
	legendAsShown legendChoice = iota
	legendInFull
	legendNone
)

// defaultPicture asks for what is on the screen.
func (w *Window) defaultPicture() pictureChoice {
	return pictureChoice{extension: ".png", scale: picture.SharpScale, title: true, sources: true, dark: w.dark()}
}

// wholePicture asks for all of the network with everything explained, as the command line draws it.
func (w *Window) wholePicture() pictureChoice {
	choice := w.defaultPicture()
	choice.whole, choice.scale, choice.legend, choice.numbers = true, 1, legendInFull, true
	return choice
}

// errNothingDrawn is the answer to asking for a picture before there is one.
var errNothingDrawn = errors.New("there is nothing on the canvas yet")

// picturePage returns what the canvas shows as a page, through the same camera and with the same legend unless another one
// is asked for, or with all of the network in sight.
func (w *Window) picturePage(choice pictureChoice) (picture.Page, error) {
	scene, camera := w.canvas.Scene()
	if scene == nil || w.drawn.empty() || camera.Width == 0 {
		return picture.Page{}, errNothingDrawn
	}
	page := picture.Page{Scene: w.pictureScene(scene, choice), Camera: camera, Style: picture.Light()}
	if choice.dark {
		page.Style = picture.Dark()
	}
	page = page.At(choice.scale)
	frame := w.pictureFrame()
	if choice.title {
		page.Frame.Title, page.Frame.Lines = frame.Title, frame.Lines
	}
	if choice.sources {
		page.Frame.Sources, page.Frame.Notes = frame.Sources, frame.Notes
	}
	if choice.sources && choice.numbers {
		page.Frame.Cited = frame.Cited
	}
	if choice.whole {
		page.Camera = page.Camera.Fit(page.Scene)
	} else if choice.legend == legendInFull {
		page = page.WithFullLegend()
	}
	return page.Cite(), nil
}

// pictureScene returns the scene on the screen, or all of it, with the legend that is asked for.
func (w *Window) pictureScene(scene *picture.Scene, choice pictureChoice) *picture.Scene {
	if choice.whole {
		scene = scene.Whole()
	}
	switch {
	case choice.legend == legendNone:
		return scene.WithLegend(false)
	case choice.legend == legendInFull && choice.whole:
		return scene.WithFullLegend() // everything moves beside it
	case choice.legend == legendInFull:
		return scene.WithLegend(true)
	case choice.whole && scene.Legend.Shown():
		return scene.WithLegendForm(w.canvas.LegendForm())
	}
	return scene
}

// pictureFrame returns the words around a picture of what the canvas shows, the loop that is shown first.
func (w *Window) pictureFrame() picture.Frame {
	frame := w.drawn.frame()
	loop := w.session.selection.Loop
	if w.loopView.on() {
		loop = w.loopView.path
	}
	if at := w.loops.at(loop); at >= 0 {
		frame.Lines = append([]string{exchange.LoopLine(w.loops.built, w.loops.report.Top[at], at+1)}, frame.Lines...)
	}
	return frame
}

// triedChanges returns everything that is shown and not in the document.
func (s *session) triedChanges() []deal.Change {
	if s.compared == nil || !s.tried() {
		return nil
	}
	return s.compared.Changes
}

// writePicture writes the picture beside the window. The file is only replaced when all of it is written.
func (w *Window) writePicture(path string, choice pictureChoice) {
	write, ok := exchange.PictureWriter(filepath.Ext(path))
	page, err := w.picturePage(choice)
	if err == nil && !ok {
		err = fmt.Errorf("%q is no picture: its name ends in none of .png, .svg and .pdf", path)
	}
	if err != nil {
		w.tell("Nothing was exported", err)
		return
	}
	w.write(path, func(ctx context.Context) error {
		return exchange.ReplaceFile(path, until(ctx, func(file io.Writer) error { return write(file, page) }))
	})
}

// copyPicture puts what the canvas shows on the clipboard, as a PNG.
func (w *Window) copyPicture() { w.copyAs(w.defaultPicture()) }

// copyAs puts the picture on the clipboard: a PNG by the system's own means, an SVG as its text.
func (w *Window) copyAs(choice pictureChoice) {
	page, err := w.picturePage(choice)
	if err != nil {
		w.tell("The picture was not copied", err)
		return
	}
	if choice.extension == ".svg" {
		var text strings.Builder
		if err := picture.WriteSVG(&text, page); err != nil {
			w.tell("The picture was not copied", err)
			return
		}
		w.app.Clipboard().SetContent(text.String())
		w.status.say("Copied the picture as the text of an SVG file")
		return
	}
	w.status.say("Copying the picture…")
	w.exporting.start("the clipboard", func(ctx context.Context) error {
		var file bytes.Buffer
		if err := picture.WritePNG(&file, page); err != nil {
			return err
		}
		return takeToClipboard(ctx, file.Bytes())
	}, func(err error) {
		if err != nil {
			w.status.say("The picture was not copied")
			w.tell("The picture was not copied", err)
			return
		}
		w.status.say("Copied the picture, " + pixelText(page) + w.exporting.still())
	})
}

// takeToClipboard is what puts a PNG on the clipboard; tests, which have none, look at what comes.
var takeToClipboard = clipboard.WritePNG

// pixelText says how many pixels a page has.
func pixelText(page picture.Page) string {
	width, height := page.Size()
	return fmt.Sprintf("%d × %d pixels", width, height)
}
