package gui

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"

	program "roundtrip/internal/command"
	"roundtrip/internal/deal"
)

// commandPicture is the picture of the window's document that the command line writes.
func commandPicture(t *testing.T, w *Window, arguments ...string) []byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "command.svg")
	var said bytes.Buffer
	roundtrip := program.Program{Out: &said, Errors: &said}
	if code := roundtrip.Run(context.Background(), append([]string{"export", w.session.document.Path(), out}, arguments...)); code != program.ExitDone {
		t.Fatalf("export: %s", said.String())
	}
	return fileOf(t, out)
}

func fileOf(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// loadTwice keeps twice the stake as a scenario and tries it.
func loadTwice(t *testing.T, w *Window) {
	t.Helper()
	stake := w.session.stake
	stake.Cents = 20_000_000_000_00
	scenario := deal.Scenario{Name: "Twice the stake", Changes: stake.Changes(w.session.book)}
	if _, err := w.session.apply(deal.Edit{Scenarios: []deal.Scenario{scenario}}); err != nil {
		t.Fatal(err)
	}
	w.session.load(w.session.book.Scenarios[0])
}

// TestAChangedScenarioIsSaidToBe reads the caption of a scenario that something else is set of: it is what is drawn.
func TestAChangedScenarioIsSaidToBe(t *testing.T) {
	w := openSample(t)
	loadTwice(t, w)
	for set, want := range map[string]string{
		"25bn": "Scenario “Twice the stake”, changed: Amazon → OpenAI equity: ≤$10bn → ≤$25bn",
		"20bn": "Scenario “Twice the stake”: Amazon → OpenAI equity: ≤$10bn → ≤$20bn",
	} {
		w.whatIf.amount.SetText(set)
		page, err := w.picturePage(w.defaultPicture())
		if err != nil || !slices.Contains(page.Frame.Lines, want) {
			t.Errorf("%s: the window's picture says %q, %v", set, page.Frame.Lines, err)
		}
		if drawn := string(commandPicture(t, w, "--scenario", "Twice the stake", "--set", "Amazon>OpenAI="+set)); !strings.Contains(drawn, want) {
			t.Errorf("%s: the command line's picture does not say %q", set, want)
		}
	}
}

func TestWindowAndCommandLineDrawTheSame(t *testing.T) {
	for name, c := range map[string]struct {
		prepare   func(*testing.T, *Window)
		arguments []string
	}{
		"as it is": {func(*testing.T, *Window) {}, nil},
		"a loop": {func(_ *testing.T, w *Window) {
			_, built, measures := w.session.shown()
			var path []deal.CompanyID
			for _, at := range measures.Loops.Top[0].Path {
				path = append(path, built.Companies[at].ID)
			}
			w.session.selectLoop(path)
		}, []string{"--loop", "1"}},
		"a year": {func(_ *testing.T, w *Window) {
			view := w.session.view
			view.Basis = "year"
			w.session.setView(view)
		}, []string{"--view", "basis=year"}},
		"a day": {func(_ *testing.T, w *Window) {
			view := w.session.view
			view.AsOf = "2025-10-01"
			w.session.setView(view)
		}, []string{"--view", "as_of=2025-10-01"}},
		"filters": {func(_ *testing.T, w *Window) {
			view := w.session.view
			view.Kinds = []deal.Kind{deal.KindCloud, deal.KindEquity}
			w.session.setView(view)
		}, []string{"--view", "kinds=cloud+equity"}},
		"a what-if": {func(_ *testing.T, w *Window) {
			stake := w.session.stake
			stake.Cents = 20_000_000_000_00
			w.session.setStake(stake)
		}, []string{"--set", "Amazon>OpenAI=20bn"}},
		"a scenario": {loadTwice, []string{"--scenario", "twice the stake"}},
		"a scenario changed": {func(t *testing.T, w *Window) {
			loadTwice(t, w)
			w.whatIf.amount.SetText("25bn")
		}, []string{"--scenario", "twice the stake", "--set", "Amazon>OpenAI=25bn"}},
		"dark": {func(_ *testing.T, w *Window) { w.setAppearance(AppearanceDark) }, []string{"--theme", "dark"}},
	} {
		t.Run(name, func(t *testing.T) {
			w := openSample(t)
			c.prepare(t, w)
			choice := w.wholePicture()
			page, err := w.picturePage(choice)
			if err != nil {
				t.Fatal(err)
			}
			width, height := page.Size()
			out := filepath.Join(t.TempDir(), "window.svg")
			w.writePicture(out, choice)
			size := []string{"--size", fmt.Sprintf("%dx%d", width, height)}
			if got, want := fileOf(t, out), commandPicture(t, w, append(size, c.arguments...)...); !bytes.Equal(got, want) {
				t.Errorf("the window's picture is another one than the command line's:\n%s", firstDifference(got, want))
			}
		})
	}
}

// firstDifference returns the lines at which two files part.
func firstDifference(got, want []byte) string {
	a, b := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d: %s\nand not: %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines and not %d", len(a), len(b))
}

func TestPictureDialogSaysWhatItWillWrite(t *testing.T) {
	w := openSample(t)
	w.window.Resize(fyne.NewSize(1280, 800))
	f := newPictureForm(w)
	w.present(f.asked, f.export)
	_, camera := w.canvas.Scene()
	size := func() string { return f.size.Content() }
	wide := func(scale float64) string {
		return fmt.Sprintf("%d × ", int(math.Round(float64(camera.Width)*scale/camera.Scale)))
	}
	if !strings.HasPrefix(size(), wide(2)) || !strings.Contains(size(), "megapixels") {
		t.Errorf("twice the screen is %q", size())
	}
	f.scale.SetSelected("4×")
	if !strings.HasPrefix(size(), wide(4)) {
		t.Errorf("four times the screen is %q", size())
	}
	f.width.SetText("3000")
	if !strings.HasPrefix(size(), "3000 × ") || f.scale.Selected != "as wide as typed" || f.exports.Disabled() {
		t.Errorf("3000 pixels wide is %q, %s", size(), f.scale.Selected)
	}
	f.width.SetText("3")
	if !f.exports.Disabled() || !strings.Contains(size(), "between") {
		t.Errorf("3 pixels wide is %q", size())
	}
	f.format.SetSelected("PDF, shapes and text")
	if f.exports.Disabled() || !f.copies.Disabled() || !strings.HasSuffix(f.path.Text, "deals.pdf") || !strings.Contains(size(), "sharp") {
		t.Errorf("a PDF: %q to %q", size(), f.path.Text)
	}
	f.path.SetText(filepath.Join(t.TempDir(), "other.svg"))
	if f.choice.extension != ".svg" || f.copies.Disabled() {
		t.Errorf("a name that ends in .svg asks for %s", f.choice.extension)
	}
	for _, without := range []struct {
		check *widgets.Tick
		words string
	}{{f.title, "who pays whom"}, {f.sources, "Sources: "}} {
		without.check.SetChecked(false)
		f.export()
		if text := string(fileOf(t, f.path.Text)); strings.Contains(text, without.words) {
			t.Errorf("%q is still there", without.words)
		}
		if err := os.Remove(f.path.Text); err != nil {
			t.Fatal(err)
		}
		without.check.SetChecked(true)
	}
	written := func() string {
		f.export()
		text := string(fileOf(t, f.path.Text))
		if err := os.Remove(f.path.Text); err != nil {
			t.Fatal(err)
		}
		return text
	}
	f.numbers.SetChecked(true)
	if !strings.Contains(written(), "Sources, by the raised numbers: ") {
		t.Error("the sources are not numbered")
	}
	for _, legend := range []struct {
		chosen      string
		short, full bool
	}{{"As on the screen", true, false}, {"In full", false, true}, {"None", false, false}} {
		f.legend.SetSelected(legend.chosen)
		text := written()
		if short, full := strings.Contains(text, ">on a loop<"), strings.Contains(text, ">on a loop; thicker: more goes round<"); short != legend.short || full != legend.full {
			t.Errorf("legend %s: the short one is in the picture: %v, the full one: %v", legend.chosen, short, full)
		}
	}
}

func TestPictureOfALoopByItselfSaysSo(t *testing.T) {
	w := openSample(t)
	_, built, measures := w.session.shown()
	var path []deal.CompanyID
	for _, at := range measures.Loops.Top[0].Path {
		path = append(path, built.Companies[at].ID)
	}
	w.session.selectLoop(path)
	w.loopView.enter()
	page, err := w.picturePage(w.defaultPicture())
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(page.Frame.Lines, "\n")
	if !strings.HasPrefix(said, "Loop 1: "+w.session.book.CompanyName(path[0])) || strings.Contains(said, "$741.75bn") {
		t.Errorf("the frame says %q", said)
	}
}

func TestCopyPicture(t *testing.T) {
	w := openSample(t)
	var taken []byte
	var failure error
	before := takeToClipboard
	takeToClipboard = func(_ context.Context, file []byte) error { taken = file; return failure }
	t.Cleanup(func() { takeToClipboard = before })
	w.copyPicture()
	decoded, err := png.DecodeConfig(bytes.NewReader(taken))
	if err != nil || !strings.Contains(w.status.message.Content(), fmt.Sprintf("%d × %d pixels", decoded.Width, decoded.Height)) {
		t.Errorf("%v: a picture of %dx%d, and %q", err, decoded.Width, decoded.Height, w.status.message.Content())
	}
	failure = errors.New("nothing takes it")
	w.copyPicture()
	shows(t, w.window.Canvas().Overlays().Top(), "Nothing takes it")
	choice := w.defaultPicture()
	choice.extension = ".svg"
	w.copyAs(choice)
	if text := w.app.Clipboard().Content(); !strings.HasPrefix(text, "<?xml") || !strings.HasSuffix(text, "</svg>\n") {
		t.Errorf("the text on the clipboard is %.40q", text)
	}
}

func TestNoPictureOfNothing(t *testing.T) {
	w := openWindow(t, deal.Edit{})
	w.session.workbench = nil
	w.draw()
	if _, err := w.picturePage(w.defaultPicture()); err == nil {
		t.Error("there is a picture before anything is measured")
	}
}
