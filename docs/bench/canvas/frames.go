//go:build window

// Command canvas measures how long the window works on a frame while the analyst moves about on the canvas: the
// real widget in a real window. run.sh runs it on a software-rendered virtual screen and writes docs/benchmarks.md.
package main

import (
	"fmt"
	"image/color"
	"math"
	"os"
	"slices"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/gui/graphview"
	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// The panel that the issue of the canvas states, in pixels.
const width, height = 1120, 800

// framesEach is how many frames of each movement are timed, after some that are not.
const framesEach, framesBefore = 180, 20

var sizes = []struct{ companies, legs int }{{20, 45}, {200, 500}, {2000, 5000}}

// phase is one movement. Its first step comes when ready says so.
type phase struct {
	name  string
	begin func()
	ready func() bool
	step  func(i int)
	end   func()
}

// stage runs the phases one after the other. A frame is timed from the step that moves something until the window
// has shown it: ticks run right before drawing, and what other goroutines ask for runs right after it.
type stage struct {
	window fyne.Window
	dot    *canvas.Rectangle
	phases []phase
	at     int
	frame  int
	begun  bool
	moving bool // a frame is on its way to the screen
	shown  chan time.Time
	times  []float64
	last   time.Time
	apart  []float64
	busy   time.Duration // of the processor, before the first frame that is timed
}

// processor returns the processor time that the program has taken so far, on all cores.
func processor() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func main() {
	a := app.NewWithID("roundtrip.frames")
	w := a.NewWindow("frames")
	w.SetPadded(false)
	s := &stage{window: w, dot: newDot(), shown: make(chan time.Time)}
	panel := container.NewStack()
	w.SetContent(container.NewStack(panel, container.NewWithoutLayout(s.dot)))
	s.phases = append(s.phases, phase{
		name:  "empty",
		ready: func() bool { return panel.Size() == fyne.NewSize(width, height) },
	})
	for _, size := range sizes {
		s.phases = append(s.phases, movements(panel, size.companies, size.legs)...)
	}
	w.Resize(fyne.NewSize(width, height))
	go s.afterDrawing()
	ticks := fyne.NewAnimation(time.Hour, func(float32) { s.tick() })
	ticks.Start()
	w.ShowAndRun()
}

// afterDrawing records when the frame that a tick began was on the screen.
func (s *stage) afterDrawing() {
	for start := range s.shown {
		fyne.Do(func() {
			end := time.Now()
			s.moving = false
			s.times = append(s.times, end.Sub(start).Seconds()*1000)
			if !s.last.IsZero() {
				s.apart = append(s.apart, end.Sub(s.last).Seconds()*1000)
			}
			s.last = end
		})
	}
}

func (s *stage) tick() {
	if s.moving {
		return
	}
	if s.at == len(s.phases) {
		s.window.Close()
		return
	}
	p := s.phases[s.at]
	if !s.begun {
		if p.begin != nil {
			p.begin()
		}
		s.begun, s.frame = true, 0
		return
	}
	if p.ready != nil && !p.ready() {
		return
	}
	start := time.Now()
	if s.frame == framesBefore {
		s.times, s.apart, s.last, s.busy = nil, nil, time.Time{}, processor()
	}
	if s.frame == framesBefore+framesEach {
		s.report(p.name)
		if p.end != nil {
			p.end()
		}
		s.at++
		s.begun = false
		return
	}
	if p.step != nil {
		p.step(s.frame)
	}
	s.dot.Move(fyne.NewPos(float32(s.frame%2), 0)) // also a frame in which nothing has moved is drawn
	s.frame++
	s.moving = true
	s.shown <- start
}

// group is how many frames in a row are one measurement. The fastest of them counts, so that other work on the
// machine does not.
const group = 12

// report prints the median of the fastest group of frames and the slowest frame but one in twenty of all, in
// milliseconds, and the median from frame to frame, which is never less than a sixtieth of a second.
func (s *stage) report(name string) {
	fastest := math.Inf(1)
	for i := 0; i+group <= len(s.times); i += group {
		part := slices.Sorted(slices.Values(s.times[i : i+group]))
		fastest = min(fastest, part[group/2])
	}
	busy := (processor() - s.busy).Seconds() * 1000 / framesEach
	slices.Sort(s.times)
	slices.Sort(s.apart)
	fmt.Printf("%s\t%.2f\t%.2f\t%.2f\t%.2f\n", name, fastest, s.times[len(s.times)*19/20], s.apart[len(s.apart)/2], busy)
}

// newDot returns a pixel that makes the window draw a frame when it moves.
func newDot() *canvas.Rectangle {
	dot := canvas.NewRectangle(color.Gray{Y: 128})
	dot.Resize(fyne.NewSize(1, 1))
	return dot
}

// movements are the ways in which one network is moved about.
func movements(panel *fyne.Container, companies, legs int) []phase {
	content, err := randomContent(companies, legs)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	view := graphview.New()
	view.OnHover = func(picture.Target) []graphview.HoverLine {
		return []graphview.HoverLine{{Text: "a company or a deal"}}
	}
	name := func(what string) string { return fmt.Sprintf("%d/%d\t%s", companies, legs, what) }
	drawn := func() bool { scene, _ := view.Scene(); return scene != nil && len(scene.Discs) > 0 }
	m := &mover{view: view}
	begin := func() { m.settled = time.Now().Add(time.Second); view.Fit() }
	ready := func() bool { return drawn() && time.Now().After(m.settled) }
	return []phase{
		{
			name: name("panning"), begin: func() {
				panel.Objects = []fyne.CanvasObject{view}
				panel.Refresh()
				view.Draw(content)
				begin()
			},
			ready: func() bool { return ready() && m.place() }, step: m.pan, end: m.release,
		},
		{name: name("zooming"), begin: begin, ready: ready, step: m.zoom},
		{name: name("dragging a company"), begin: begin, ready: ready, step: m.drag, end: m.release},
		{name: name("hovering"), begin: begin, ready: ready, step: m.hover},
	}
}

// mover moves a view as an analyst's hand does.
type mover struct {
	view    *graphview.View
	settled time.Time
	at      fyne.Position
	down    bool
	placed  bool
}

// place zooms in a little, so that there is something to pan to, and waits for the picture.
func (m *mover) place() bool {
	if !m.placed {
		m.placed = true
		m.view.ZoomBy(1.7)
		m.settled = time.Now().Add(time.Second)
		return false
	}
	return true
}

func (m *mover) press(at fyne.Position) {
	m.at, m.down = at, true
	m.view.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
}

func (m *mover) move(dx, dy float32) {
	m.at = m.at.AddXY(dx, dy)
	m.view.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: m.at}, Dragged: fyne.NewDelta(dx, dy)})
}

func (m *mover) release() {
	m.down = false
	m.view.DragEnd()
}

// pan drags the canvas a third of the panel one way and back, 9 pixels a frame.
func (m *mover) pan(i int) {
	if !m.down {
		m.press(m.free())
	}
	way := float32(9)
	if i/40%2 == 1 {
		way = -9
	}
	m.move(way, way/3)
}

// free returns a place of empty canvas.
func (m *mover) free() fyne.Position {
	for y := float32(20); y < height; y += 7 {
		for x := float32(20); x < width; x += 7 {
			if at := fyne.NewPos(x, y); m.view.At(at).Nothing() {
				return at
			}
		}
	}
	return fyne.NewPos(1, 1)
}

// zoom turns the wheel until everything is twice as large, in less than half a second, and back.
func (m *mover) zoom(i int) {
	way := float32(3)
	if i/23%2 == 1 {
		way = -3
	}
	m.view.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(500, 400)}, Scrolled: fyne.NewDelta(0, way)})
}

// drag carries the company with the most legs about.
func (m *mover) drag(i int) {
	if !m.down {
		scene, camera := m.view.Scene()
		legs := make(map[int]int)
		for _, arrow := range scene.Arrows {
			legs[arrow.Payer]++
			legs[arrow.Payee]++
		}
		most := scene.Discs[0]
		for _, disc := range scene.Discs {
			if legs[disc.Index] > legs[most.Index] {
				most = disc
			}
		}
		if most.Radius*camera.Zoom < 6 { // a dot is carried only when it is selected
			m.view.Select(picture.Selection{Companies: []deal.CompanyID{most.Company}})
		}
		pixel := camera.ToScreen(most.Centre)
		m.press(fyne.NewPos(float32(pixel.X/camera.Scale), float32(pixel.Y/camera.Scale)))
	}
	way := float32(4)
	if i/25%2 == 1 {
		way = -4
	}
	m.move(way, way/2)
}

// hover moves the pointer across the picture.
func (m *mover) hover(i int) {
	at := fyne.NewPos(float32(40+(i*23)%(width-80)), float32(40+(i*13)%(height-80)))
	m.view.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
}
