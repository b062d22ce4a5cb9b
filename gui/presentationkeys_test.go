package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// TestFullScreenFromWhateverHasTheKeyboard begins a presentation with F11 from every kind of control, and ends it with F11 and
// with Escape.
func TestFullScreenFromWhateverHasTheKeyboard(t *testing.T) {
	w := openSample(t)
	run(t, w, "Only loops")
	w.session.selectCompanies(ids(t, w, "OpenAI"))
	for name, focused := range map[string]fyne.Focusable{
		"a button": w.toolbar.filters, "a drop-down": w.toolbar.basis, "a choice of the stress test": w.stress.kind,
		"an entry": w.toolbar.find, "the timeline": w.timeline.track, "a chip": w.chips.chips.Objects[0].(*widgets.FilterChip),
		"the slider": w.whatIf.slider, "a table": w.deals.Rows(), "the canvas": w.canvas, "nothing": nil,
	} {
		for _, leave := range []fyne.KeyName{fyne.KeyF11, fyne.KeyEscape} {
			if focused != nil {
				w.window.Canvas().Focus(focused)
				focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF11})
			} else {
				w.window.Canvas().Unfocus()
				w.typedKey(&fyne.KeyEvent{Name: fyne.KeyF11})
			}
			if !w.presentation.on || w.window.Canvas().Focused() != fyne.Focusable(w.canvas) {
				t.Fatalf("F11 with the keyboard on %s does nothing", name)
			}
			key(w, leave)
			if w.presentation.on {
				t.Fatalf("%s does not leave the presentation that began on %s", leave, name)
			}
		}
	}
}

// TestFullScreenAroundAForm begins and ends a presentation from the fields and buttons of a form: it stays open with what is
// typed, Ctrl with Return saves it there too, and the canvas has the keyboard once it has closed.
func TestFullScreenAroundAForm(t *testing.T) {
	w := openSample(t)
	w.window.Canvas().Focus(w.deals.Rows())
	w.addDeal()
	form := w.dealForm(t)
	typeIn(form.fields[deal.FieldTitle], "Half typed")
	for _, focused := range []fyne.Focusable{w.form.First(), form.save, form.fields[deal.FieldTitle].Control.(fyne.Focusable)} {
		w.window.Canvas().Focus(focused)
		for _, on := range []bool{true, false, true} {
			focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF11})
			if w.presentation.on != on || w.form == nil || w.window.Canvas().Focused() != focused {
				t.Fatalf("with the keyboard on %T F11 leads to a presentation: %v, a form: %v", focused, w.presentation.on, w.form != nil)
			}
		}
		focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF11})
	}
	key := func(name fyne.KeyName) { w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	key(fyne.KeyF11)
	key(fyne.KeyEscape)
	tapButton(t, w.window.Canvas().Overlays().Top(), "Leave without saving")
	if w.form != nil || !w.presentation.on || w.window.Canvas().Focused() != fyne.Focusable(w.canvas) {
		t.Fatal("the form is open still, or the canvas does not have the keyboard")
	}
	w.addCompany()
	entry := w.form.First().(interface {
		fyne.Focusable
		fyne.Shortcutable
	})
	for _, letter := range "Lone Co" {
		entry.TypedRune(letter)
	}
	entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	if _, saved := w.session.book.CompanyNamed("Lone Co"); !saved || w.form != nil {
		t.Error("Ctrl with Return does not save in a presentation")
	}
	key(fyne.KeyEscape)
	if w.presentation.on {
		t.Error("Escape does not leave")
	}
}

// TestFullScreenFromTheFilters closes them.
func TestFullScreenFromTheFilters(t *testing.T) {
	w := openSample(t)
	for _, focused := range []fyne.Focusable{w.filters.amount, w.filters.onlyLoops, w.filters.companies.list} {
		w.filters.open()
		w.window.Canvas().Focus(focused)
		focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF11})
		if w.filters.popup.Visible() || !w.presentation.on {
			t.Errorf("with the keyboard on %T the filters are open: %v, a presentation is on: %v", focused, w.filters.popup.Visible(), w.presentation.on)
		}
		key(w, fyne.KeyF11)
	}
}

// TestEscapeLeavesAPresentationFirst where a tool or scenarios side by side stand beside it, off the screen: they are there
// afterwards, and the canvas is not.
func TestEscapeLeavesAPresentationFirst(t *testing.T) {
	w := openSample(t)
	for name, show := range map[string]func() (open func() bool){
		"a tool":    func() func() bool { run(t, w, "Sweep"); return func() bool { return w.tools.open } },
		"scenarios": func() func() bool { w.toggleSideBySide(); return func() bool { return w.side.open } },
	} {
		open := show()
		if !open() {
			t.Fatalf("%s: not shown", name)
		}
		w.typedKey(&fyne.KeyEvent{Name: fyne.KeyF11})
		key(w, fyne.KeyEscape)
		if w.presentation.on || !open() || w.middle.Visible() {
			t.Errorf("%s: after Escape a presentation is on: %v, what stood beside it is open: %v", name, w.presentation.on, open())
		}
		w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if open() {
			t.Errorf("%s: Escape does not close it", name)
		}
	}
}

// TestTheMenuOfAPresentation leaves it, and has nothing that stands beside the canvas.
func TestTheMenuOfAPresentation(t *testing.T) {
	w := openSample(t)
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyF11})
	press(w, fyne.NewPos(2, 2), desktop.MouseButtonSecondary, 0)
	said := menuShown(w)
	if !strings.Contains(said, "Leave the presentation") || strings.Contains(said, "Full screen") || strings.Contains(said, "overview") {
		t.Errorf("the menu says %s", said)
	}
	w.session.selectLeg(w.session.book.Deals[0].Legs[0].ID)
	press(w, fyne.NewPos(2, 2), desktop.MouseButtonSecondary, 0)
	if said := menuShown(w); strings.Contains(said, "Move the selected leg") {
		t.Errorf("the menu of a leg says %s", said)
	}
}

// TestKeysOfAnEntryAreItsOwn where a command has the same, and the command in the menu is the command's all the same.
func TestKeysOfAnEntryAreItsOwn(t *testing.T) {
	w := openSample(t)
	held := fyne.KeyModifierControl
	heldKeys = func() fyne.KeyModifier { return held }
	t.Cleanup(func() { heldKeys = func() fyne.KeyModifier { return 0 } })
	w.session.selectLeg(w.session.book.Deals[0].Legs[0].ID)
	count := len(w.session.book.Deals)
	w.window.Canvas().Focus(w.toolbar.find)
	w.toolbar.find.SetText("Micro soft")
	w.toolbar.find.CursorColumn = 6
	w.commandLabelled("Delete").try()
	if got := w.toolbar.find.Text; got != "Micro " || len(w.session.book.Deals) != count {
		t.Errorf("Ctrl with Delete leaves %q in the entry, and %d of %d deals", got, len(w.session.book.Deals), count)
	}
	held = 0
	w.commandLabelled("Delete").try()
	if len(w.session.book.Deals) != count-1 {
		t.Error("Delete in the menu does nothing while an entry has the keyboard")
	}
}
