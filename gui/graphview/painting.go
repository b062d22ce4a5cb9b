package graphview

import (
	"image"
	"math"
	"time"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// painting is the work of making scenes and sheets. It is done at once for a scene that is quick to make, so that
// the picture follows the slider within a frame, and otherwise beside the window; then what has changed meanwhile
// is painted when it is done.
type painting struct {
	stale   bool // content, places or selection are others than those of the scene
	making  bool // the job at work makes another scene
	running bool // a job is at work beside the window
	again   bool // what it works on has changed since
	serial  int  // of the last job that began
	taken   int  // of the last job whose result is shown
}

// quickScene is up to how many legs making and painting a scene takes less than a frame.
const quickScene = 160

// job is one scene and sheet to be made. It touches nothing of the view.
type job struct {
	serial  int
	input   *picture.Input // of the scene, which is made first; nil: it is there
	scene   *picture.Scene
	camera  picture.Camera // of what is shown
	fit     bool           // the camera is to show all of the scene
	fitted  bool           // it shows all of the scene before, and may turn when the legend grows over something or would hide a note
	follows bool           // it did until companies were dragged, at least
	seek    bool           // the camera is to show all of the scene when what is other in it is out of sight
	sought  bool           // it was
	covered picture.Rect   // of what is shown, where nothing is to be while the camera shows all of the scene
	over    picture.Rect   // the overview
	wide    bool           // paint beyond what is shown
	style   *picture.Style
	pixels  *image.RGBA
	sheet   picture.Camera

	hidden []deal.CompanyID // under the legend, where they have just been put
}

// outgrows reports whether a rectangle reaches beyond an earlier one.
func outgrows(now, before picture.Rect) bool {
	return !now.Empty() && (now.Low.X < before.Low.X || now.Low.Y < before.Low.Y || now.High.X > before.High.X || now.High.Y > before.High.Y)
}

// painter is how a sheet is painted: picture.PaintNetwork or PaintBeside.
type painter func(*image.RGBA, *picture.Scene, picture.Camera, *picture.Style)

func (j *job) run(room func(picture.Camera) *image.RGBA, paint painter) {
	if j.input != nil {
		before := j.scene
		in := *j.input
		in.Before = before
		j.scene = picture.Build(in)
		j.hidden = putUnderLegend(before, j)
		grown := before != nil && outgrows(j.scene.LegendBox(j.camera), before.Whole().LegendBox(j.camera))
		j.sought = j.turnsTo(before)
		j.fit = j.fit || j.sought || j.fitted && (grown && j.scene.UnderLegend(j.camera) || j.scene.NoteHidden(j.camera) || len(j.hidden) > 0)
	}
	j.fit = j.fit || j.fitted && hides(j.scene.Whole(), j.camera, j.covered)
	if j.fit {
		j.camera = fitBelow(j.camera, j.scene.Whole(), j.covered)
	}
	j.sheet = j.camera
	if j.wide {
		j.sheet = widened(j.camera)
	}
	j.scene = j.scene.Seen(j.camera, j.sheet)
	if !j.fit {
		j.scene = j.scene.InSight(j.camera, covering(j.scene, j.camera, j.covered, j.over))
	}
	if j.camera.Width > 0 && j.camera.Height > 0 {
		j.pixels = room(j.sheet)
		paint(j.pixels, j.scene, j.sheet, j.style)
	}
}

// rebuild makes the scene anew from content, places and selection, and shows it.
func (v *View) rebuild() {
	v.painting.stale = true
	v.paint(false)
}

// quick reports whether the scene is made and painted at once.
func (v *View) quick() bool {
	if v.scene == nil && v.Placing() {
		return true // there is nothing to paint but what is being done
	}
	legs := 0
	for i := range v.content.Network.Flows {
		legs += len(v.content.Network.Flows[i].Legs)
	}
	return legs <= quickScene
}

// paint paints what is to be shown, beyond its edges too when it is to be wide. Large scenes always are.
func (v *View) paint(wide bool) {
	if v.content.Network == nil {
		return
	}
	p := &v.painting
	if v.quick() {
		j := v.job(wide)
		j.run(v.sheet.room, picture.PaintNetwork)
		v.take(j)
		return
	}
	if p.running {
		p.again = true
		return
	}
	p.running = true
	j := v.job(true)
	p.making = j.input != nil
	room := v.sheet.room(widened(v.camera))
	v.sayAwaited()
	v.Beside(func() {
		j.run(func(c picture.Camera) *image.RGBA {
			if room.Rect.Dx() != c.Width || room.Rect.Dy() != c.Height {
				return image.NewRGBA(image.Rect(0, 0, c.Width, c.Height))
			}
			return room
		}, picture.PaintBeside)
		fyne.Do(func() {
			p.running, p.making = false, false
			v.take(j)
			if p.again {
				p.again = false
				v.paint(true)
			}
		})
	})
}

// finish makes the scene that is wanted now, if it is still being made.
func (v *View) finish() {
	v.arrive()
	v.endGlide()
	if p := &v.painting; v.content.Network == nil || !p.stale && !p.making {
		return
	}
	v.painting.stale, v.refit = true, v.refit || v.fitted
	j := v.job(true)
	j.run(v.sheet.room, picture.PaintNetwork)
	v.take(j)
	v.endGlide()
}

// job describes what is to be shown now.
func (v *View) job(wide bool) *job {
	p := &v.painting
	p.serial++
	j := &job{serial: p.serial, scene: v.scene, camera: v.camera, wide: wide, style: v.style()}
	if p.stale || v.scene == nil {
		in := v.input()
		j.input, p.stale = &in, false
		j.seek, v.seek = v.seek, false
	}
	if v.camera.Width > 0 {
		// What comes while the camera is on its way to a fit goes there too.
		fitting := v.refit || v.glide.job != nil && v.glide.job.fit
		j.fit, v.refit = fitting && v.fitted, false
		j.fitted, j.follows, j.covered, j.over = v.fitted, v.follows(), v.coveredBox(), v.overview.box()
	}
	return j
}

// take shows what a job has made, unless something newer is shown already.
func (v *View) take(j *job) {
	if j.serial <= v.painting.taken || v.content.Network == nil {
		return
	}
	v.painting.taken = j.serial
	v.fitted = v.fitted || j.sought
	glides, from := v.glides(j), v.shownScene()
	v.scene = j.scene
	if j.input != nil {
		v.made = *j.input
		defer v.tellPlaced(j)
	}
	if len(j.hidden) > 0 && !v.fitted {
		v.stopGlide()
		v.settle(j)
		v.bringOut(j.hidden)
		return
	}
	if glides {
		v.beginGlide(from, j) // the legend changes with the picture, when it has arrived
		v.moveMoney()
		return
	}
	v.stopGlide()
	v.settle(j)
}

// tellPlaced says that the picture that a job has made shows the places that a layout has found.
func (v *View) tellPlaced(j *job) {
	if !v.places.fresh || j.input.Placing > 0 || v.Placing() {
		return
	}
	v.places.fresh = false
	if v.OnPlaced != nil {
		v.OnPlaced()
	}
}

// settle shows what a job has painted.
func (v *View) settle(j *job) {
	if j.fit && v.fitted {
		v.camera.Centre, v.camera.Zoom = j.camera.Centre, j.camera.Zoom
	}
	if j.pixels != nil {
		v.sheet.take(j.pixels, j.sheet, j.scene, j.style)
	}
	v.lay()
	v.paintFrame()
	v.lifted.drop()
	v.carry(v.places.carried)
	v.moveMoney()
}

// paintFrame paints legend and title again, which stay where they are while the canvas moves.
func (v *View) paintFrame() {
	if v.scene == nil || v.camera.Width == 0 {
		v.frame.show(v, nil)
		return
	}
	v.frame.show(v, picture.PaintFrame(v.scene, v.camera, v.style(), v.frame.pixels))
}

// input returns what the scene is made of now.
func (v *View) input() picture.Input {
	points := make([]layout.Point, len(v.content.Network.Companies))
	for i, company := range v.content.Network.Companies {
		points[i] = layout.NoPlace()
		if alone, ok := v.content.Places[company.ID]; ok {
			points[i] = alone
		} else if v.content.Places == nil && v.places.drawn[company.ID] {
			points[i] = v.seenAt(company)
		}
	}
	in := picture.Input{
		Book: v.content.Book, Network: v.content.Network, Measures: v.content.Measures, Places: points,
		Ghost: v.content.Ghost, Later: v.content.Later, Scale: v.content.Scale, View: v.content.View, Selection: v.selection, Strain: v.content.Strain,
		Ring: v.content.Ring, ByHand: v.content.Places != nil, Placing: v.places.found.Awaited(), ShowLegend: v.legend, LegendForm: v.form,
	}
	if v.content.Places == nil {
		v.part(&in)
	}
	return in
}

// follow shows what the camera has turned to: the sheet is moved and stretched, and painted again when it does not
// reach any more, or is stretched out of shape.
func (v *View) follow() {
	if v.scene == nil {
		return
	}
	v.pointAway()
	v.pressDown()
	v.lay()
	part := v.sheet.stretch(v.camera)
	if part != 1 {
		v.paintFrame()
	}
	if v.outdated() || !v.fitted && !v.selection.Empty() {
		v.wait()
	}
	least := 0.0
	if part >= 1 {
		least = float64(v.sheet.camera.Width-v.camera.Width) / 6
	}
	if v.sheet.reserve(v.camera) < least || math.Abs(math.Log2(part)) > 1 {
		v.paint(true)
	}
	if v.lifted.companies != nil {
		v.carry(v.places.carried)
	}
	v.placeBeads()
	v.watched()
}

// style returns the colours to paint with.
func (v *View) style() *picture.Style {
	if v.Style != nil {
		return v.Style()
	}
	return picture.Light()
}

// restAfter is how long after the last step of the wheel the canvas counts as at rest.
const restAfter = 120 * time.Millisecond

// newRest returns what paints the picture sharp again once the analyst has stopped zooming. It begins anew whenever
// it is started.
func (v *View) newRest() *fyne.Animation {
	return fyne.NewAnimation(restAfter, func(done float32) {
		if done == 1 && v.scene != nil && (v.outdated() || v.strays()) {
			v.paint(true)
		}
	})
}

// outdated reports whether what is painted is not what belongs on the screen: it is stretched, or other companies are in
// sight, which decides what is written and whose legs step back.
func (v *View) outdated() bool {
	if v.sheet.stretch(v.camera) != 1 {
		return true
	}
	return v.sheet.camera.Centre != v.camera.Centre && (v.scene.Near() || v.scene.NearFrom(v.camera))
}

// strays reports whether words of what is lit are cut by the edge where the camera is now, or were moved for where it was.
func (v *View) strays() bool {
	return !v.fitted && v.scene.Strays(v.camera, covering(v.scene, v.camera, v.coveredBox(), v.overview.box()))
}

// wait begins waiting for rest.
func (v *View) wait() {
	v.rest.Stop()
	v.rest.Start()
}
