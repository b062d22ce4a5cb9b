package graphview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// money is the beads that move along the legs of the selected loop, from payer to payee. Nothing of it runs unless a
// loop is selected, the window has the focus, and there are signs that somebody looks.
type money struct {
	beads  *fyne.Container
	ways   []way
	moving *fyne.Animation // nil: nothing moves; the beads stand where they are
	gone   float64         // how far every bead has come, in units of the screen
	last   time.Time
	pace   pace
	asleep bool      // the window does not have the focus
	seen   time.Time // the last sign that somebody looks
}

// way is a leg as a row of points, each with its distance from the payer along the leg.
type way struct {
	points    []layout.Point
	along     []float64
	financing bool
}

// The look of the beads, in units of the screen, and how fast they are where they are drawn often: by longestStep at
// once at most, so that the eye follows them where they are drawn seldom.
const (
	beadSize    = 7.0
	beadLine    = 1.2
	beadsApart  = 46.0
	beadSpeed   = 44.0 // units of the screen in a second
	mostBeads   = 90
	wayPieces   = 32
	longestStep = 8.0
)

func newMoney() money { return money{beads: container.NewWithoutLayout()} }

// SetAwake says whether the window has the focus: only then does money move.
func (v *View) SetAwake(awake bool) {
	v.money.asleep = !awake
	v.moveMoney()
}

// SetStill says whether nothing may move by itself: neither money nor companies on their way to other places.
func (v *View) SetStill(still bool) {
	v.still = still
	if still {
		v.endGlide()
	}
	v.moveMoney()
}

// Still reports whether nothing may move by itself.
func (v *View) Still() bool { return v.still }

// moveMoney begins or ends the movement of money, as the selection, the focus and the preference ask for.
func (v *View) moveMoney() {
	m := &v.money
	m.ways = m.ways[:0]
	if v.scene != nil && !v.still && !m.asleep && v.animated() && v.glide.job == nil {
		for _, leg := range v.scene.Circuit() {
			m.ways = append(m.ways, wayOf(leg))
		}
	}
	if len(m.ways) == 0 {
		v.stopMoney()
		if len(m.beads.Objects) > 0 {
			m.beads.Objects = nil
			m.beads.Refresh()
		}
		return
	}
	v.placeBeads()
	v.watched()
}

func (v *View) startMoney() {
	m := &v.money
	m.moving, m.last, m.pace = fyne.NewAnimation(time.Hour, func(float32) { v.stepMoney() }), time.Now(), pace{}
	m.moving.RepeatCount = fyne.AnimationRepeatForever
	m.moving.Start()
}

func (v *View) stopMoney() {
	if m := &v.money; m.moving != nil {
		m.moving.Stop()
		m.moving = nil
	}
}

// stepMoney moves the beads on when it is time, as long as somebody looks.
func (v *View) stepMoney() {
	m := &v.money
	if v.unwatched() {
		v.stopMoney()
		return
	}
	passed := time.Since(m.last)
	if passed < m.pace.every || !v.Visible() {
		return
	}
	m.last = time.Now()
	m.pace.step(processorTime())
	m.gone += min(beadSpeed*passed.Seconds(), longestStep)
	v.placeBeads()
}

func wayOf(leg picture.Arrow) way {
	w := way{financing: leg.Financing}
	total := 0.0
	for i := range wayPieces + 1 {
		at := leg.Curve.At(float64(i) / wayPieces)
		if i > 0 {
			last := w.points[i-1]
			total += math.Hypot(at.X-last.X, at.Y-last.Y)
		}
		w.points, w.along = append(w.points, at), append(w.along, total)
	}
	return w
}

// at returns the point at a distance from the payer.
func (w *way) at(along float64) layout.Point {
	i := 1
	for i < len(w.along)-1 && w.along[i] < along {
		i++
	}
	from, to := w.points[i-1], w.points[i]
	part := 0.0
	if piece := w.along[i] - w.along[i-1]; piece > 0 {
		part = min(max((along-w.along[i-1])/piece, 0), 1)
	}
	return layout.Point{X: from.X + (to.X-from.X)*part, Y: from.Y + (to.Y-from.Y)*part}
}

func (w *way) length() float64 { return w.along[len(w.along)-1] }

// beadPlaces returns where the beads are now, in canvas units, way by way. They are as far apart on the screen at
// every zoom, and none is over text.
func (v *View) beadPlaces() [][]layout.Point {
	zoom, apart, total := v.camera.Zoom, beadsApart, 0.0
	for i := range v.money.ways {
		total += v.money.ways[i].length() * zoom
	}
	apart = max(apart, total/mostBeads)
	labels := v.scene.Labels(v.labelZoom())
	places := make([][]layout.Point, len(v.money.ways))
	for i := range v.money.ways {
		w := &v.money.ways[i]
		first := math.Mod(v.money.gone, apart)
		for along := first; along < w.length()*zoom-beadSize; along += apart {
			if at := w.at(along / zoom); !covered(labels, at, beadSize/zoom) {
				places[i] = append(places[i], at)
			}
		}
	}
	return places
}

// covered reports whether a point is on or beside text.
func covered(labels []picture.Label, at layout.Point, reach float64) bool {
	for i := range labels {
		box := &labels[i].Box
		if at.X > box.Low.X-reach && at.X < box.High.X+reach && at.Y > box.Low.Y-reach && at.Y < box.High.Y+reach {
			return true
		}
	}
	return false
}

// placeBeads shows the beads where they are now. A bead is a light disc with a rim in the colour of its leg, which
// shows on a wide line as well as on a thin one, in light and dark, and without telling colours apart.
func (v *View) placeBeads() {
	m := &v.money
	if len(m.ways) == 0 {
		return
	}
	style, count := v.style(), 0
	for i, places := range v.beadPlaces() {
		for _, place := range places {
			at := v.position(place)
			if at.X < 0 || at.Y < 0 || at.X > v.Size().Width || at.Y > v.Size().Height {
				continue
			}
			if count == len(m.beads.Objects) {
				bead := canvas.NewCircle(nil)
				bead.StrokeWidth = beadLine
				bead.Resize(fyne.NewSquareSize(beadSize))
				m.beads.Objects = append(m.beads.Objects, bead)
			}
			bead, ok := m.beads.Objects[count].(*canvas.Circle)
			if !ok {
				continue
			}
			bead.FillColor, bead.StrokeColor = style.Background, style.Money(m.ways[i].financing)
			bead.Hidden = false
			bead.Move(at.SubtractXY(beadSize/2, beadSize/2))
			count++
		}
	}
	for _, bead := range m.beads.Objects[count:] {
		bead.Hide()
	}
}
