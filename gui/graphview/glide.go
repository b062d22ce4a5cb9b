package graphview

import (
	"time"

	"fyne.io/fyne/v2"

	"roundtrip/internal/picture"
)

// glide takes companies from the places that they had to those that a new layout has found for them. What the
// analyst points at is the new scene from the beginning, and the first move of the hand ends the glide.
type glide struct {
	from   *picture.Scene
	start  picture.Camera
	job    *job // what is shown in the end; nil: nothing glides
	shown  *picture.Scene
	moving *fyne.Animation
	busy   bool // a scene on the way is painted beside the window
}

// glideFor is how long companies are on their way.
const glideFor = 250 * time.Millisecond

// Moves shorter than leastGlide pixels are not worth a glide, and scenes that have less than leastCommon of their
// companies in common are different pictures.
const leastGlide, leastCommon = 2, 0.5

// glides reports whether a job's scene is the one that is shown with companies elsewhere.
func (v *View) glides(j *job) bool {
	if v.still || !v.animated() || j.input == nil || j.pixels == nil || v.scene == nil || v.sheet.pixels == nil || v.lifted.companies != nil {
		return false
	}
	furthest, common := picture.Moved(v.shownScene(), j.scene)
	return (j.sought || furthest*v.camera.Zoom*v.camera.Scale >= leastGlide) && common >= leastCommon
}

// animated reports whether the analyst's desktop wants programs to move things.
func (v *View) animated() bool { return fyne.CurrentApp().Settings().ShowAnimations() }

// shownScene returns the scene that is seen now, which may be on its way.
func (v *View) shownScene() *picture.Scene {
	if v.glide.job != nil && v.glide.shown != nil {
		return v.glide.shown
	}
	return v.scene
}

// beginGlide lets the companies go to where the job has them.
func (v *View) beginGlide(from *picture.Scene, j *job) {
	g := &v.glide
	if g.moving != nil {
		g.moving.Stop()
	}
	g.from, g.start, g.job, g.shown = from, v.camera, j, from
	g.moving = fyne.NewAnimation(glideFor, v.glideTo)
	g.moving.Curve = fyne.AnimationEaseInOut
	g.moving.Start()
}

// glideTo shows the scene at a part of the way.
func (v *View) glideTo(part float32) {
	g := &v.glide
	if g.job == nil {
		return
	}
	if part >= 1 {
		v.endGlide()
		return
	}
	if g.busy {
		return
	}
	end := v.camera
	if g.job.fit && v.fitted {
		end.Centre, end.Zoom = g.job.camera.Centre, g.job.camera.Zoom
	}
	camera, from, j := g.start.Towards(end, float64(part)), g.from, g.job
	pixels := v.sheet.room(camera)
	var scene *picture.Scene
	paint := func() {
		scene = picture.Between(from, j.scene, float64(part), end.Zoom)
		picture.PaintNetwork(pixels, scene, camera, j.style)
	}
	show := func() {
		if g.job == j {
			g.shown = scene
			v.camera.Centre, v.camera.Zoom = camera.Centre, camera.Zoom
			v.sheet.take(pixels, camera, scene, j.style)
			v.lay()
		}
	}
	if v.quick() {
		paint()
		show()
		return
	}
	g.busy = true
	v.Beside(func() {
		paint()
		fyne.Do(func() {
			g.busy = false
			show()
		})
	})
}

// endGlide shows what the companies are on their way to at once.
func (v *View) endGlide() {
	j := v.glide.job
	if j == nil {
		return
	}
	v.stopGlide()
	v.settle(j)
}

// stopGlide forgets where the companies are going.
func (v *View) stopGlide() {
	if v.glide.job != nil {
		v.glide.moving.Stop()
		v.glide = glide{busy: v.glide.busy}
	}
}
