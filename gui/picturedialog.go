package gui

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/picture"
)

// The formats, areas, scales, colours and legends that the dialog offers, in its order.
var (
	pictureFormats = []string{"PNG, pixels", "SVG, shapes and text", "PDF, shapes and text"}
	pictureEndings = []string{".png", ".svg", ".pdf"}
	pictureAreas   = []string{"What is on the screen", "The whole graph"}
	pictureScales  = []string{"1×", "2×", "3×", "4×", "as wide as typed"}
	pictureColours = []string{"Light", "Dark"}
	pictureLegends = []string{"As on the screen", "In full", "None"} // by legendChoice
)

// The widths that may be typed, in pixels, and the room of the preview.
const (
	leastPicture, mostPicture = 100, 20_000

	previewWidth, previewHeight = 470, 380
)

// pictureForm asks how the picture is wanted and shows how it will look.
type pictureForm struct {
	window *Window
	choice pictureChoice

	format, area, scale     *widgets.Choice
	colours, legend         *widgets.Choice
	width, path             *widgets.TextEntry
	title, sources, numbers *widgets.Tick
	preview                 *canvas.Image
	size                    *widgets.Text
	copies, exports         *widgets.FormButton
	asked                   *dialog.CustomDialog
	settled                 bool // the controls show the choice: what they tell from now on is the analyst's
}

// exportPicture asks for a picture.
func (w *Window) exportPicture() {
	if _, err := w.picturePage(w.defaultPicture()); err != nil {
		w.tell("There is no picture to export", err)
		return
	}
	f := newPictureForm(w)
	w.present(f.asked, f.export)
	w.window.Canvas().Focus(f.path)
}

func newPictureForm(w *Window) *pictureForm {
	f := &pictureForm{window: w, choice: w.defaultPicture()}
	f.build()
	f.settled = true
	f.follow()
	return f
}

func (f *pictureForm) build() {
	choose := func(names []string, at int, chosen func(int)) *widgets.Choice {
		c := widgets.NewChoice(names)
		c.SetSelectedIndex(at)
		c.OnChanged = func(string) { chosen(c.SelectedIndex()); f.follow() }
		c.OnEscape = f.leave
		return c
	}
	f.format = choose(pictureFormats, 0, f.setFormat)
	f.area = choose(pictureAreas, 0, func(at int) { f.choice.whole = at == 1 })
	f.scale = choose(pictureScales, picture.SharpScale-1, func(at int) {
		if at < len(pictureScales)-1 {
			f.choice.scale = float64(at + 1)
		}
	})
	f.colours = choose(pictureColours, 0, func(at int) { f.choice.dark = at == 1 })
	if f.choice.dark {
		f.colours.SetSelectedIndex(1)
	}
	f.legend = choose(pictureLegends, 0, func(at int) { f.choice.legend = legendChoice(at) })
	include := func(words string, on *bool) *widgets.Tick {
		tick := widgets.NewTick(words, nil)
		tick.Set(*on, false)
		tick.OnChanged = func(now bool) { *on = now; f.follow() }
		tick.OnEscape = f.leave
		return tick
	}
	f.title = include("title, what is counted, as of when", &f.choice.title)
	f.sources = include("sources", &f.choice.sources)
	f.numbers = include("their numbers beside amounts", &f.choice.numbers)
	f.width, f.path = widgets.NewTextEntry("pixels"), widgets.NewTextEntry("")
	f.width.OnChanged = f.typedWidth
	f.path.SetText(f.window.pictureFile(f.choice.extension))
	f.path.OnChanged = f.typedPath
	for _, entry := range []*widgets.TextEntry{f.width, f.path} {
		entry.OnSubmitted = func(string) { f.export() }
		entry.OnEscape = f.leave
	}
	f.preview = &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}
	f.preview.SetMinSize(fyne.NewSize(previewWidth, previewHeight))
	f.size = widgets.NewText("")
	f.size.FullWidth = true
	f.assemble()
}

func (f *pictureForm) assemble() {
	controls := container.NewVBox(
		widgets.NewField("Format", f.format), widgets.NewField("Part", f.area),
		container.NewGridWithColumns(2, widgets.NewField("Pixels", f.scale), widgets.NewField("Width", f.width)),
		container.NewGridWithColumns(2, widgets.NewField("Colours", f.colours), widgets.NewField("Legend", f.legend)),
		widgets.NewField("With", container.NewVBox(f.title, f.sources, f.numbers)))
	browse := widgets.NewFormButton("Browse…", func() { f.window.browseFolder(f.path) }, f.leave)
	file := widgets.NewField("File", container.NewBorder(nil, nil, nil, browse, f.path))
	shown := container.NewVBox(container.NewStack(widgets.NewGround(widgets.ColourPanel), f.preview), f.size)
	content := container.NewVBox(
		container.New(layout.NewCustomPaddedHBoxLayout(18), widgets.Wide(270, controls), shown), file)
	f.asked = dialog.NewCustomWithoutButtons("Export picture", widgets.Inset(content, 6, 6), f.window.window)
	f.copies, f.exports = dialogButton(f.asked, "Copy", f.copy), dialogButton(f.asked, "Export", f.export)
	f.exports.Importance = widget.HighImportance
	f.asked.SetButtons([]fyne.CanvasObject{dialogButton(f.asked, "Cancel", f.leave), f.copies, f.exports})
}

// leave closes the dialog; it is only there once the controls are.
func (f *pictureForm) leave() { f.asked.Hide() }

// pictureFile is where a picture of the document goes unless something else is typed.
func (w *Window) pictureFile(extension string) string {
	name := "Picture"
	if w.session.document != nil {
		base := filepath.Base(w.session.document.Path())
		name = strings.TrimSuffix(base, filepath.Ext(base))
	}
	return filepath.Join(w.exportFolder(), name+extension)
}

// setFormat takes the format, and the file's name with it.
func (f *pictureForm) setFormat(at int) {
	f.choice.extension = pictureEndings[at]
	if f.settled {
		path := f.path.Text
		f.path.SetText(strings.TrimSuffix(path, filepath.Ext(path)) + f.choice.extension)
	}
}

// typedPath lets the format follow the name that is typed.
func (f *pictureForm) typedPath(path string) {
	for at, ending := range pictureEndings {
		if strings.EqualFold(filepath.Ext(path), ending) && ending != f.choice.extension {
			f.format.SetSelectedIndex(at)
		}
	}
	f.follow()
}

// typedWidth reads the width that is typed as a scale.
func (f *pictureForm) typedWidth(text string) {
	if !f.settled {
		return
	}
	if width, err := strconv.Atoi(strings.TrimSpace(text)); err == nil && width >= leastPicture && width <= mostPicture {
		if page, err := f.window.picturePage(f.choice); err == nil {
			f.choice.scale = float64(width) * page.Camera.Scale / float64(page.Camera.Width)
		}
	}
	f.scale.SetSelectedIndex(len(pictureScales) - 1)
	f.follow()
}

// follow shows what the choice gives.
func (f *pictureForm) follow() {
	if !f.settled {
		return
	}
	page, err := f.window.picturePage(f.choice)
	if err != nil {
		f.say(sentence(err), true)
		return
	}
	pixels := f.choice.extension == ".png"
	if pixels {
		f.scale.Enable()
		f.width.Enable()
	} else {
		f.scale.Disable()
		f.width.Disable()
	}
	if f.choice.sources {
		f.numbers.Enable()
	} else {
		f.numbers.Disable()
	}
	f.show(page)
	width, height := page.Size()
	typed, problem := f.width.Text, ""
	if f.scale.SelectedIndex() < len(pictureScales)-1 {
		f.settled = false // the width is told, not typed
		f.width.SetText(strconv.Itoa(width))
		f.settled = true
	} else if n, err := strconv.Atoi(strings.TrimSpace(typed)); pixels && (err != nil || n < leastPicture || n > mostPicture) {
		problem = fmt.Sprintf("Type a width between %d and %d pixels", leastPicture, mostPicture)
	}
	switch {
	case problem != "":
	case pixels && float64(width)*float64(height) > picture.MostPixels:
		problem = fmt.Sprintf("%d × %d pixels are too many: ask for less", width, height)
	case pixels:
		f.say(fmt.Sprintf("%s, %.1f megapixels", pixelText(page), float64(width)*float64(height)/1e6), false)
	default:
		f.say(fmt.Sprintf("%s, sharp at every size", pixelText(page.At(1))), false)
	}
	if problem != "" {
		f.say(problem, true)
	}
	f.allow(problem == "")
}

// allow lets the picture be asked for, or not.
func (f *pictureForm) allow(possible bool) {
	for button, on := range map[*widgets.FormButton]bool{f.exports: possible, f.copies: possible && f.choice.extension != ".pdf"} {
		if on {
			button.Enable()
		} else {
			button.Disable()
		}
	}
}

// show paints the page as small as its preview.
func (f *pictureForm) show(page picture.Page) {
	small := page.At(1)
	width, height := small.Size()
	scale := min(previewWidth/float64(width), previewHeight/float64(height)) * float64(f.window.window.Canvas().Scale())
	f.preview.Image = page.At(scale).Image()
	f.preview.Refresh()
}

func (f *pictureForm) say(text string, wrong bool) {
	f.size.Colour = widgets.ColourMuted
	if wrong {
		f.size.Colour = theme.ColorNameError
	}
	f.size.SetText(text)
}

// export writes the picture, and asks first when there is a file.
func (f *pictureForm) export() {
	path := f.window.absolute(f.path.Text)
	if path == "" || f.exports.Disabled() {
		return
	}
	if !strings.EqualFold(filepath.Ext(path), f.choice.extension) {
		path += f.choice.extension
	}
	f.asked.Hide()
	f.window.replacing(path, func() { f.window.writePicture(path, f.choice) })
}

func (f *pictureForm) copy() {
	f.asked.Hide()
	f.window.copyAs(f.choice)
}
