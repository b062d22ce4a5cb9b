package gui

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"roundtrip/assets"
	"roundtrip/gui/graphview"
	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/layout"
	"roundtrip/store"
)

// openWindow shows a document of the edit in a window of 1280 by 800. Work that would run beside the window
// is done at once.
func openWindow(t *testing.T, edit deal.Edit) *Window {
	t.Helper()
	return windowOf(t, test.NewTempApp(t), edit)
}

func windowOf(t testing.TB, app fyne.App, edit deal.Edit) *Window {
	t.Helper()
	beside = func(work func()) { work() }
	rangeTime = 0
	if len(edit.Companies) >= largeNetwork { // the ranges of a small document take so little that a clock could only spoil them
		rangeTime = 100 * time.Millisecond
	}
	afterwards = func(time.Duration, func()) func() bool { return func() bool { return true } }
	document, err := store.Create(filepath.Join(t.TempDir(), "deals.roundtrip"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = document.Close() })
	if len(edit.Deals)+len(edit.Companies) > 0 {
		if _, err := document.Apply(edit); err != nil {
			t.Fatal(err)
		}
	}
	w := New(app, Files{}, About{Version: "1.2.3"})
	w.window.Resize(fyne.NewSize(1280, 800))
	book, err := document.Book()
	if err != nil {
		t.Fatal(err)
	}
	w.show(document, book)
	return w
}

// openSample shows the sample.
func openSample(t *testing.T) *Window {
	t.Helper()
	return openWindow(t, sampleEdit(t))
}

// sampleEdit is what makes the sample of an empty document.
func sampleEdit(t testing.TB) deal.Edit {
	t.Helper()
	edit, err := exchange.ReadJSON(bytes.NewReader(assets.Sample()), "sample.json")
	if err != nil {
		t.Fatal(err)
	}
	return edit
}

// texts returns every text that is shown in the object, from top to bottom of its tree.
func texts(object fyne.CanvasObject) []string {
	var found []string
	var walk func(fyne.CanvasObject)
	walk = func(object fyne.CanvasObject) {
		if !object.Visible() {
			return
		}
		switch shown := object.(type) {
		case *widgets.Text:
			found = append(found, shown.Content())
		case *widgets.Paragraph:
			found = append(found, shown.Content())
		case *widgets.Link:
			found = append(found, shown.Content())
		case *fyne.Container:
			for _, child := range shown.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(shown).Objects() {
				walk(child)
			}
		}
	}
	walk(object)
	return found
}

func shows(t *testing.T, object fyne.CanvasObject, words ...string) {
	t.Helper()
	all := strings.Join(texts(object), "\n")
	for _, word := range words {
		if !strings.Contains(all, word) {
			t.Errorf("%q is not shown in:\n%s", word, all)
		}
	}
}

func TestStatusBarOfTheSample(t *testing.T) {
	w := openSample(t)
	want := "8 of 10 companies (2 only in deals that do not count) · 11 of 15 deals · ~$741.75bn + ? (headline totals) · ≤5 loops (1 to 5) · circular ~6.2% (0% to 43.75%: Oracle → Nvidia is undisclosed)"
	if got := w.status.summary.Content(); got != want {
		t.Errorf("the status bar says\n%s, not\n%s", got, want)
	}
}

func TestEmptyDocument(t *testing.T) {
	w := openWindow(t, deal.Edit{})
	if got := w.status.summary.Content(); !strings.HasPrefix(got, "0 companies · 0 deals · $0") {
		t.Errorf("the status bar says %s", got)
	}
	if w.whatIf.content.Visible() || !w.whatIf.empty.Visible() {
		t.Error("the what-if panel does not say that there is nothing to move")
	}
	w.deleteSelected()
	w.duplicateDeal()
	w.changeSelected()
	w.stepLoop(1)
	w.canvas.Fit()
	if w.form != nil {
		t.Error("a form opened although nothing is selected")
	}
}

func TestSelectionIsLinked(t *testing.T) {
	w := openSample(t)
	row := w.deals.Shown()[2]
	w.deals.OnSelected(row.Key)
	shows(t, w.inspector.box, "OpenAI → Amazon", "$38bn", "7 years", "signed")
	if legs := w.canvasSelection().Legs; len(legs) != 1 || int64(legs[0]) != row.Key {
		t.Errorf("the canvas lights %v", legs)
	}

	w.selectTarget(targetOf(w, "Microsoft"))
	if _, ok := w.deals.Selected(); ok {
		t.Error("a leg is still marked in the table although a company is selected")
	}
	shows(t, w.inspector.box, "Microsoft", "Pays", "$13bn", "Is paid", "$250bn", "Rights")

	w.stepLoop(1)
	if len(w.canvasSelection().Loop) != 2 {
		t.Errorf("the canvas lights %v", w.canvasSelection())
	}
	shows(t, w.inspector.box, "OpenAI ⇄ Microsoft", "vendor financing", "Microsoft → OpenAI, $13bn")

	w.session.selectNothing()
	shows(t, w.inspector.box, "Gross", "~$741.75bn + ?", "Circular money", "~$46bn, ~6.2% of all", "0% to 43.75%")
}

func TestClaimsStandSideBySide(t *testing.T) {
	w := openSample(t)
	w.deals.OnSelected(w.deals.Shown()[5].Key)
	shows(t, w.inspector.box, "Amazon → Anthropic", "✓ figure: $8bn", "figure: $4bn")

	leg := deal.LegID(w.deals.Shown()[5].Key)
	for _, claim := range w.session.book.ClaimsAbout(deal.Subject{Leg: leg}) {
		if claim.Field == deal.ClaimFigure && !claim.Chosen && claim.Figure.Best == 4_000_000_000_00 {
			w.chooseClaim(claim)
			break
		}
	}
	shows(t, w.inspector.box, "$4bn", "✓ figure: $4bn", "figure: $8bn")
	if got := w.status.summary.Content(); !strings.Contains(got, "$737.75bn") {
		t.Errorf("after another claim was chosen the status bar says %s", got)
	}
	w.undo()
	shows(t, w.inspector.box, "✓ figure: $8bn")
}

func TestUndoAndRedoOfEveryEdit(t *testing.T) {
	w := openSample(t)
	before := w.status.summary.Content()
	w.selectTarget(targetOf(w, "OpenAI"))
	w.deleteSelected()
	if w.window.Canvas().Overlays().Top() == nil {
		t.Error("deleting a company that deals name is not refused in the window")
	}
	w.window.Canvas().Overlays().Top().Hide()

	w.deals.OnSelected(w.deals.Shown()[2].Key)
	w.deleteSelected()
	after := w.status.summary.Content()
	if after == before {
		t.Fatal("nothing was deleted")
	}
	w.undo()
	if got := w.status.summary.Content(); got != before {
		t.Errorf("after undo: %s", got)
	}
	w.redo()
	if got := w.status.summary.Content(); got != after {
		t.Errorf("after redo: %s", got)
	}
	w.undo()

	amazon, _ := w.session.book.CompanyNamed("Amazon")
	w.moveCompanies([]graphview.Moved{{Company: amazon.ID, At: layout.Point{X: 1230.456, Y: -780.9}}})
	moved, _ := w.session.book.Company(amazon.ID)
	if !moved.Pinned || moved.X != 1230.46 || moved.Y != -780.9 {
		t.Errorf("the dragged company stands at %v, %v", moved.X, moved.Y)
	}
	w.undo()
	if back, _ := w.session.book.Company(amazon.ID); back.Pinned {
		t.Error("undo did not let go of the dragged company")
	}
}

func TestUndoInAnEntryIsOfTyping(t *testing.T) {
	w := openSample(t)
	w.focusFind()
	test.Type(w.toolbar.find, "Oracle")
	before := w.session.book.Revision
	w.undo()
	if w.session.book.Revision != before {
		t.Error("undo while typing has undone an edit of the document")
	}
	if w.toolbar.find.Text == "Oracle" {
		t.Error("undo while typing has not undone the typing")
	}
}

func TestFindKeepsMatchingRows(t *testing.T) {
	w := openSample(t)
	w.toolbar.find.SetText("nvidia chips")
	for _, row := range w.deals.Shown() {
		if !strings.Contains(row.Cells[0].Text+row.Cells[1].Text+row.Cells[5].Text, "Nvidia") {
			t.Errorf("%q does not hold the words", row.Cells[0].Text)
		}
	}
	if len(w.deals.Shown()) == 0 || len(w.deals.Shown()) > 5 {
		t.Errorf("%d rows hold the words", len(w.deals.Shown()))
	}
}
