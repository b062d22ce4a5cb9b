package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
)

// onCanvas returns the names of the companies that are drawn.
func onCanvas(w *Window) []string {
	scene, _ := w.canvas.Scene()
	var names []string
	for _, disc := range scene.Discs {
		names = append(names, disc.Name)
	}
	slices.Sort(names)
	return names
}

func TestArrowKeysStepThroughTheLoops(t *testing.T) {
	w := openSample(t)
	_, before := w.canvas.Scene()
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	w.canvas.KeyDown(shift)
	key(w, fyne.KeyRight)
	w.canvas.KeyUp(shift)
	if _, after := w.canvas.Scene(); after.Centre == before.Centre || !w.canvasSelection().Empty() {
		t.Error("with Shift an arrow key does not move the canvas")
	}
	key(w, fyne.KeyRight)
	first := w.canvasSelection().Loop
	key(w, fyne.KeyRight)
	second := w.canvasSelection().Loop
	if len(second) == 0 || slices.Equal(first, second) {
		t.Fatalf("after an arrow key the loop is %v, before it was %v", second, first)
	}
	key(w, fyne.KeyUp)
	if got := w.canvasSelection().Loop; !slices.Equal(got, first) {
		t.Errorf("back with an arrow key the loop is %v, not %v", got, first)
	}
}

func TestLoopByItself(t *testing.T) {
	w := openSample(t)
	all := onCanvas(w)
	w.canvas.ZoomBy(1.5)
	_, seen := w.canvas.Scene()
	w.session.selectLoop(ids(t, w, "OpenAI", "Oracle", "Nvidia"))
	run(t, w, "The loop by itself")
	if got := onCanvas(w); !slices.Equal(got, []string{"Nvidia", "OpenAI", "Oracle"}) {
		t.Fatalf("%v are drawn", got)
	}
	scene, camera := w.canvas.Scene()
	for _, disc := range scene.Discs {
		at := camera.ToScreen(disc.Centre)
		if at.X < 0 || at.Y < 0 || at.X > float64(camera.Width) || at.Y > float64(camera.Height) {
			t.Errorf("%s is out of sight", disc.Name)
		}
		if company, _ := w.session.book.Company(disc.Company); company.Pinned {
			t.Errorf("%s is pinned although only looked at", disc.Name)
		}
	}
	if len(scene.Pins) == 0 {
		t.Error("the smallest leg is not marked")
	}
	shows(t, w.loopView.box, "Loop 5 of 5: OpenAI → Oracle → Nvidia → OpenAI, up to $100bn can go round, how much is undisclosed")
	shows(t, w.inspector.box, "OpenAI → Oracle, $300bn", "Source: ")

	key(w, fyne.KeyLeft)
	if got := onCanvas(w); len(got) != 2 {
		t.Errorf("after an arrow key %v are drawn", got)
	}
	press(w, fyne.NewPos(2, 2), desktop.MouseButtonPrimary, 0)
	if len(w.canvasSelection().Loop) == 0 {
		t.Error("a click beside the loop has put out its light")
	}
	key(w, fyne.KeyEscape)
	if got := onCanvas(w); !slices.Equal(got, all) {
		t.Errorf("after Escape %v are drawn, not %v", got, all)
	}
	if _, back := w.canvas.Scene(); back.Centre != seen.Centre || back.Zoom != seen.Zoom {
		t.Errorf("the canvas is seen through %+v, before through %+v", back, seen)
	}

	run(t, w, "The loop by itself")
	w.session.selectCompany(ids(t, w, "AMD")[0])
	if got := onCanvas(w); !slices.Equal(got, all) {
		t.Errorf("after a company off the loop was selected %v are drawn", got)
	}
}

func TestLoopByItselfEndsWithItsLastLeg(t *testing.T) {
	w := openSample(t)
	run(t, w, "Next loop")
	run(t, w, "The loop by itself")
	if got := onCanvas(w); !slices.Equal(got, []string{"Microsoft", "OpenAI"}) {
		t.Fatalf("%v are drawn", got)
	}
	for _, d := range w.session.book.Deals {
		if slices.ContainsFunc(d.Legs, func(leg deal.Leg) bool { return w.session.book.CompanyName(leg.Payee) == "Microsoft" }) {
			if _, err := w.session.apply(deal.Edit{Label: "Delete", Seen: w.session.book, DeleteDeals: []deal.DealID{d.ID}}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if w.loopView.on() || len(onCanvas(w)) < 7 {
		t.Errorf("a loop that is no more is shown: %v", onCanvas(w))
	}
}

func TestBiggestLoopThroughWhatIsSelected(t *testing.T) {
	w := openSample(t)
	w.session.selectCompany(ids(t, w, "Oracle")[0])
	run(t, w, "Biggest loop through it")
	if got, want := w.canvasSelection().Loop, ids(t, w, "OpenAI", "Oracle", "Nvidia"); !slices.Equal(got, want) {
		t.Errorf("the loop %v is lit, not %v", got, want)
	}
	w.session.selectCompany(ids(t, w, "AMD")[0])
	run(t, w, "Biggest loop through it")
	if len(w.canvasSelection().Loop) > 0 {
		t.Error("a loop is lit for a company that is on none")
	}
}

func TestPresentationShowsTheCanvasAloneAndGivesEverythingBack(t *testing.T) {
	w := openSample(t)
	w.showTable(companiesTab)
	content, menu := w.window.Content(), len(w.window.MainMenu().Items)
	key(w, fyne.KeyF11)
	if !w.window.FullScreen() || w.window.MainMenu() != nil {
		t.Error("the window does not fill the screen without its menu")
	}
	shows(t, w.window.Content(), w.session.book.Title, "Escape leaves")
	key(w, fyne.KeyRight)
	shows(t, w.window.Content(), "Loop 1 of 5: OpenAI ⇄ Microsoft, $13bn can go round. Vendor financing, bounded by Microsoft → OpenAI, $13bn.")
	key(w, fyne.KeyPageDown)
	shows(t, w.window.Content(), "Loop 2 of 5")
	if got := w.canvas.Size(); got.Width < 1200 {
		t.Errorf("the canvas is %v", got)
	}
	key(w, fyne.KeyEscape)
	if w.window.FullScreen() || w.window.Content() != content || len(w.window.MainMenu().Items) != menu {
		t.Error("the window is not as it was")
	}
	if got := w.canvas.Size(); got.Width > 900 {
		t.Errorf("back in its place the canvas is %v", got)
	}
}

func TestPictureOfALoopByItselfNamesItsSourcesAlone(t *testing.T) {
	w := openSample(t)
	w.session.selectLoop(ids(t, w, "OpenAI", "Oracle", "Nvidia"))
	run(t, w, "The loop by itself")
	page, err := w.picturePage(w.defaultPicture())
	if err != nil {
		t.Fatal(err)
	}
	if len(page.Scene.Discs) != 3 || !strings.HasPrefix(page.Frame.Lines[0], "Loop 5: OpenAI → Oracle → Nvidia → OpenAI") {
		t.Errorf("the picture shows %d companies under %q", len(page.Scene.Discs), page.Frame.Lines)
	}
	if !strings.Contains(page.Frame.Lines[1], "$400bn + ? in ") {
		t.Errorf("the picture says %q", page.Frame.Lines[1])
	}
}

func TestSteppingToALoopOutOfSightShowsIt(t *testing.T) {
	w := openSample(t)
	w.canvas.ZoomBy(3)
	for range w.loops.paths {
		run(t, w, "Next loop")
		_, camera := w.canvas.Scene()
		for _, id := range w.session.selection.Loop {
			name := w.session.book.CompanyName(id)
			if disc, ok := w.shownDisc(name); ok {
				at := camera.ToScreen(disc.Centre)
				if at.X < 0 || at.Y < 0 || at.X > float64(camera.Width) || at.Y > float64(camera.Height) {
					t.Errorf("%s of loop %s is out of sight", name, w.loopSentence(w.session.selection.Loop))
				}
			}
		}
	}
}
