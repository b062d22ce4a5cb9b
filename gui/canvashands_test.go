package gui

import (
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"roundtrip/gui/graphview"
	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// ids returns the companies of the names.
func ids(t *testing.T, w *Window, names ...string) []deal.CompanyID {
	t.Helper()
	var found []deal.CompanyID
	for _, name := range names {
		company, ok := w.session.book.CompanyNamed(name)
		if !ok {
			t.Fatalf("no company is called %s", name)
		}
		found = append(found, company.ID)
	}
	return found
}

// over returns where on the canvas widget a company is.
func over(t *testing.T, w *Window, name string) fyne.Position {
	t.Helper()
	disc, ok := w.shownDisc(name)
	if !ok {
		t.Fatalf("%s is not on the canvas", name)
	}
	_, camera := w.canvas.Scene()
	at := camera.ToScreen(disc.Centre)
	return fyne.NewPos(float32(at.X/camera.Scale), float32(at.Y/camera.Scale))
}

// press presses and releases a button on the canvas.
func press(w *Window, at fyne.Position, button desktop.MouseButton, modifier fyne.KeyModifier) {
	event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}, Button: button, Modifier: modifier}
	w.canvas.MouseDown(event)
	w.canvas.MouseUp(event)
}

// key types a key on the canvas.
func key(w *Window, name fyne.KeyName) { w.canvas.TypedKey(&fyne.KeyEvent{Name: name}) }

func TestClicksWithCtrlAddAndTheInspectorSumsUp(t *testing.T) {
	w := openSample(t)
	press(w, over(t, w, "Amazon"), desktop.MouseButtonPrimary, 0)
	press(w, over(t, w, "OpenAI"), desktop.MouseButtonPrimary, fyne.KeyModifierControl)
	press(w, over(t, w, "Anthropic"), desktop.MouseButtonPrimary, fyne.KeyModifierShift)
	if got, want := w.canvasSelection().Companies, ids(t, w, "Amazon", "OpenAI", "Anthropic"); !slices.Equal(got, want) {
		t.Fatalf("%v are lit, not %v", got, want)
	}
	// $38bn and $10bn between Amazon and OpenAI, $8bn to Anthropic; one leg each way is undisclosed.
	shows(t, w.inspector.box, "3 companies", "$56bn + ?, 5 legs", "Amazon ⇄ OpenAI, ≤$10bn", "Amazon: pays ≤$18bn, is paid $38bn + ?")
	press(w, over(t, w, "OpenAI"), desktop.MouseButtonPrimary, fyne.KeyModifierControl)
	if got, want := w.canvasSelection().Companies, ids(t, w, "Amazon", "Anthropic"); !slices.Equal(got, want) {
		t.Errorf("after a second click %v are lit, not %v", got, want)
	}
	run(t, w, "Select all companies")
	if got := len(w.canvasSelection().Companies); got != 8 {
		t.Errorf("%d companies are lit after all were selected", got)
	}
	key(w, fyne.KeyEscape)
	if !w.canvasSelection().Empty() {
		t.Error("Escape leaves a selection")
	}
}

func TestShiftInTheListAddsCompanies(t *testing.T) {
	w := openSample(t)
	held := fyne.KeyModifier(0)
	heldKeys = func() fyne.KeyModifier { return held }
	t.Cleanup(func() { heldKeys = func() fyne.KeyModifier { return 0 } })
	w.showTable(companiesTab)
	rows := w.companies.Shown()
	list := w.window.Canvas().Focused()
	for i, modifier := range []fyne.KeyModifier{0, fyne.KeyModifierShift, fyne.KeyModifierShift} {
		held = modifier
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		if got := len(w.session.selection.Companies); got != i+1 {
			t.Fatalf("after %d keys %d companies are selected", i+1, got)
		}
	}
	held = 0
	w.companies.OnSelected(rows[1].Key)
	held = fyne.KeyModifierControl
	w.companies.OnSelected(rows[0].Key)
	want := []deal.CompanyID{deal.CompanyID(rows[1].Key), deal.CompanyID(rows[0].Key)}
	if got := w.session.selection.Companies; !slices.Equal(got, want) {
		t.Errorf("%v are selected, not %v", got, want)
	}
}

func TestSelectAllInAnEntryIsOfItsText(t *testing.T) {
	w := openSample(t)
	heldKeys = func() fyne.KeyModifier { return fyne.KeyModifierControl }
	t.Cleanup(func() { heldKeys = func() fyne.KeyModifier { return 0 } })
	w.focusFind()
	test.Type(w.toolbar.find, "Oracle")
	run(t, w, "Select all companies")
	if len(w.session.selection.Companies) != 0 {
		t.Error("while typing, Ctrl+A has selected companies")
	}
	if got := w.toolbar.find.SelectedText(); got != "Oracle" {
		t.Errorf("Ctrl+A has selected %q in the entry", got)
	}
}

func TestAlignedCompaniesComeBackWithOneUndo(t *testing.T) {
	w := openSample(t)
	chosen := ids(t, w, "Amazon", "OpenAI", "Nvidia")
	w.session.selectCompanies(chosen)
	before := placesOf(w)
	run(t, w, "Align side by side")
	after := placesOf(w)
	for _, id := range chosen {
		if after[id].Y != after[chosen[0]].Y {
			t.Errorf("company %d stands at %v, the first at %v", id, after[id], after[chosen[0]])
		}
		if company, _ := w.session.book.Company(id); !company.Pinned {
			t.Errorf("%s is not pinned", company.Name)
		}
	}
	w.undo()
	for id, at := range placesOf(w) {
		if at != before[id] {
			t.Errorf("after undo company %d stands at %v, not %v", id, at, before[id])
		}
	}
	run(t, w, "Pin where it stands")
	for _, id := range chosen {
		if company, _ := w.session.book.Company(id); !company.Pinned {
			t.Errorf("%s is not pinned where it stands", company.Name)
		}
		if now := placesOf(w)[id]; math.Hypot(now.X-before[id].X, now.Y-before[id].Y) > 0.01 {
			t.Errorf("pinned where it stands company %d moved from %v to %v", id, before[id], now)
		}
	}
	run(t, w, "Unpin: let the layout place it")
	for id, at := range placesOf(w) {
		if slices.Contains(chosen, id) && at != before[id] {
			t.Errorf("unpinned company %d stands at %v, not %v", id, at, before[id])
		}
	}
}

// TestNobodyStandsOnAnother drops a company onto another and lines companies up over a third.
func TestNobodyStandsOnAnother(t *testing.T) {
	w := openSample(t)
	apart := func(what string) {
		t.Helper()
		scene, _ := w.canvas.Scene()
		for i, a := range scene.Discs {
			for _, b := range scene.Discs[:i] {
				across, down := a.Centre.X-b.Centre.X, a.Centre.Y-b.Centre.Y
				if least := a.Radius + b.Radius; across*across+down*down < least*least {
					t.Errorf("%s: %s stands on %s", what, a.Name, b.Name)
				}
			}
		}
	}
	openAI, _ := w.shownDisc("OpenAI")
	w.moveCompanies([]graphview.Moved{{Company: ids(t, w, "Amazon")[0], At: openAI.Centre}})
	apart("dropped onto OpenAI")
	w.session.selectCompanies(ids(t, w, "Microsoft", "CoreWeave", "AMD"))
	for _, label := range []string{"Align left", "Align at the top", "Align one below the other", "Distribute from top to bottom", "Align at the bottom"} {
		run(t, w, label)
		apart(label)
	}
}

// Whoever arranges all companies sees all of them afterwards, with their words, also with a camera moved by hand.
func TestTheViewFollowsWhatIsArranged(t *testing.T) {
	for _, byHand := range []bool{false, true} {
		w := openSample(t)
		if byHand {
			w.canvas.ZoomBy(1.1)
		}
		run(t, w, "Select all companies")
		run(t, w, "Put on a circle, loops in order")
		scene, camera := w.canvas.Scene()
		for _, label := range scene.Labels(camera.Zoom) {
			low, high := camera.ToScreen(label.Box.Low), camera.ToScreen(label.Box.High)
			if low.X < 5 || low.Y < 5 || high.X > float64(camera.Width)-5 || high.Y > float64(camera.Height)-5 {
				t.Errorf("moved by hand %v: %q is at the edge", byHand, label.Lines)
			}
		}
	}
}

func TestCircleFollowsTheLoop(t *testing.T) {
	w := openSample(t)
	w.session.selectCompanies(ids(t, w, "Nvidia", "Oracle", "OpenAI"))
	run(t, w, "Put on a circle, loops in order")
	var around []layout.Point
	for _, name := range []string{"OpenAI", "Oracle", "Nvidia"} {
		disc, _ := w.shownDisc(name)
		around = append(around, disc.Centre)
	}
	for i, a := range around {
		b, c := around[(i+1)%3], around[(i+2)%3]
		if (b.X-a.X)*(c.Y-b.Y)-(b.Y-a.Y)*(c.X-b.X) <= 0 {
			t.Errorf("OpenAI, Oracle and Nvidia stand at %v: not clockwise", around)
		}
	}
}

func TestNudgesMoveWhatIsSelected(t *testing.T) {
	w := openSample(t)
	w.session.selectCompany(ids(t, w, "AMD")[0])
	before, _ := w.shownDisc("AMD")
	run(t, w, "Move up")
	run(t, w, "Move left")
	after, _ := w.shownDisc("AMD")
	if after.Centre.X > before.Centre.X-nudge+0.01 || after.Centre.Y > before.Centre.Y-nudge+0.01 {
		t.Errorf("AMD moved from %v to %v", before.Centre, after.Centre)
	}
}

func TestDealIsDrawnFromOneCompanyToAnother(t *testing.T) {
	w := openSample(t)
	from, to := over(t, w, "AMD"), over(t, w, "Microsoft")
	drag := func(end fyne.Position) {
		event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierControl}
		w.canvas.MouseDown(event)
		w.canvas.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: end}})
		w.canvas.MouseUp(event)
		w.canvas.DragEnd()
	}
	drag(fyne.NewPos(3, 3))
	if w.form != nil {
		t.Fatal("an arrow into nothing has opened a form")
	}
	drag(to)
	if leg := w.dealForm(t).entry.legs[0]; leg.payer != "AMD" || leg.payee != "Microsoft" {
		t.Errorf("the form has %q pay %q", leg.payer, leg.payee)
	}
	if w.window.Canvas().Focused() != w.dealForm(t).cards[0].fields[deal.FieldAmount].Control.(*widgets.TextEntry) {
		t.Error("the keyboard is not in the amount")
	}
	w.closeForm()

	w.session.selectCompanies(ids(t, w, "Oracle", "Nvidia"))
	run(t, w, "Add deal between the two…")
	if leg := w.dealForm(t).entry.legs[0]; leg.payer != "Oracle" || leg.payee != "Nvidia" {
		t.Errorf("the form has %q pay %q", leg.payer, leg.payee)
	}
}

// menuShown returns what the menu that is open says, and closes it with Escape.
func menuShown(w *Window) string {
	open := w.window.Canvas().Overlays().Top()
	if open == nil {
		return ""
	}
	said := strings.Join(canvasTexts(open), "|")
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	return said
}

func TestMenusHoldWhatMakesSense(t *testing.T) {
	w := openSample(t)
	for _, labels := range [][]string{menuOfCompany, menuOfCompanies, menuOfLeg, menuOfLoop, menuOfSource, menuOfCanvas} {
		for _, label := range labels {
			if label != "" && w.commandLabelled(label) == nil {
				t.Errorf("the menu holds %q, which no command is called", label)
			}
		}
	}
	press(w, over(t, w, "Amazon"), desktop.MouseButtonSecondary, 0)
	if got := menuShown(w); !strings.Contains(got, "Add deal that it pays…") || !strings.Contains(got, "Biggest loop through it") {
		t.Errorf("the menu of a company: %s", got)
	}
	w.session.selectNothing()
	press(w, fyne.NewPos(2, 2), desktop.MouseButtonSecondary, 0)
	if got := menuShown(w); !strings.Contains(got, "Add company…") || strings.Contains(got, "Delete") {
		t.Errorf("the menu of the canvas: %s", got)
	}
	w.session.selectCompanies(ids(t, w, "Amazon", "OpenAI"))
	press(w, over(t, w, "OpenAI"), desktop.MouseButtonSecondary, 0)
	if got := menuShown(w); !strings.Contains(got, "Add deal between the two…") || !strings.Contains(got, "Align left") {
		t.Errorf("the menu of two companies: %s", got)
	}
	w.stepLoop(1)
	key(w, desktop.KeyMenu)
	if got := menuShown(w); !strings.Contains(got, "The loop by itself") {
		t.Errorf("the menu of a loop: %s", got)
	}
}
