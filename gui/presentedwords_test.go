package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"roundtrip/internal/exchange"
	"roundtrip/internal/picture"
)

// frameOf is what is to be said around a picture of the loop at a place of the list by itself; at -1 of everything shown.
func frameOf(w *Window, at int) picture.Frame {
	_, built, measures := w.session.shown()
	if at >= 0 {
		built, _ = built.Among(measures.Loops.Top[at].Path)
	}
	return exchange.PictureFrame(exchange.Shown{Book: w.session.book, Network: built, View: w.session.view, Changes: w.session.triedChanges()})
}

// saysAround checks that the words of the presentation, and those around a picture exported from it, are the wanted ones.
func saysAround(t *testing.T, w *Window, when string, want picture.Frame) {
	t.Helper()
	page, err := w.picturePage(w.defaultPicture())
	if err != nil {
		t.Fatal(err)
	}
	lines := slices.DeleteFunc(slices.Clone(page.Frame.Lines), func(line string) bool { return strings.HasPrefix(line, "Loop ") })
	if page.Frame.Title != want.Title || !slices.Equal(lines, want.Lines) || !slices.Equal(page.Frame.Sources, want.Sources) {
		t.Errorf("%s: around the exported picture stands %q, %q, %q and not %+v", when, page.Frame.Title, page.Frame.Lines, page.Frame.Sources, want)
	}
	shown := texts(w.window.Content())
	for _, said := range []string{want.Title, strings.Join(want.Lines, " "), ownTexts(want.Own)[0] + sourcesText(want.Sources, 0)} {
		if !slices.Contains(shown, said) {
			t.Errorf("%s: %q is not among %q", when, said, shown)
		}
	}
}

// TestPresentationIsAboutTheLoopThatIsDrawn steps through all loops by themselves, with the presentation begun before a loop
// is shown by itself, and after that.
func TestPresentationIsAboutTheLoopThatIsDrawn(t *testing.T) {
	for when, begin := range map[string]func(*testing.T, *Window){
		"the presentation first": func(t *testing.T, w *Window) {
			key(w, fyne.KeyF11)
			pressKeys(t, w, "Next loop")
			pressKeys(t, w, "The loop by itself")
		},
		"the loop first": func(t *testing.T, w *Window) {
			run(t, w, "Next loop")
			run(t, w, "The loop by itself")
			key(w, fyne.KeyF11)
		},
	} {
		t.Run(when, func(t *testing.T) {
			w := openSample(t)
			begin(t, w)
			for at := range w.loops.paths {
				saysAround(t, w, w.loopSentence(w.loopView.path), frameOf(w, at))
				key(w, fyne.KeyRight)
			}
			key(w, fyne.KeyLeft)
			saysAround(t, w, "back to the last loop", frameOf(w, len(w.loops.paths)-1))
			pressKeys(t, w, "The loop by itself")
			saysAround(t, w, "everything again", frameOf(w, -1))
		})
	}
}

// TestPresentationIsAboutWhatIsLeftAndTried: a loop by itself that a filter takes away gives way to everything.
func TestPresentationIsAboutWhatIsLeftAndTried(t *testing.T) {
	w := openSample(t)
	key(w, fyne.KeyF11)
	saysAround(t, w, "everything", frameOf(w, -1))
	key(w, fyne.KeyRight)
	pressKeys(t, w, "The loop by itself")
	pressKeys(t, w, "Only financing")
	saysAround(t, w, "only financing", frameOf(w, -1))
	pressKeys(t, w, "Undo")
	saysAround(t, w, "everything again", frameOf(w, -1))
	pressKeys(t, w, "The loop by itself")
	saysAround(t, w, "the loop again", frameOf(w, 0))
	w.selectTarget(targetOf(w, "AMD"))
	saysAround(t, w, "a company off the loop", frameOf(w, -1))
	stake := w.session.stake
	stake.Cents *= 2
	w.session.setStake(stake)
	saysAround(t, w, "a what-if", frameOf(w, -1))
	w.session.selectLoop(ids(t, w, "Amazon", "OpenAI"))
	pressKeys(t, w, "The loop by itself")
	saysAround(t, w, "a loop in the what-if", frameOf(w, w.loops.selected()))
}

// TestPresentationNamesTheStressTest as an exported picture does, wave by wave.
func TestPresentationNamesTheStressTest(t *testing.T) {
	w := openSample(t)
	w.stress.press(t, "OpenAI fails")
	key(w, fyne.KeyF11)
	for _, wave := range []int{w.stress.wave, w.stress.wave - 1} {
		w.stress.goTo(wave)
		want := frameOf(w, -1)
		_, built, _ := w.session.shown()
		want.Lines = append([]string{w.stress.strain(built).Words + "."}, want.Lines...)
		saysAround(t, w, want.Lines[0], want)
	}
	w.stress.finish()
	saysAround(t, w, "the stress test is over", frameOf(w, -1))
}

// TestPresentationTurnsLightAndDark with all its words.
func TestPresentationTurnsLightAndDark(t *testing.T) {
	w := openSample(t)
	w.setAppearance(AppearanceLight)
	key(w, fyne.KeyF11)
	for _, appearance := range []Appearance{AppearanceDark, AppearanceLight} {
		w.setAppearance(appearance)
		behind := w.pictureStyle().Background
		if p := w.presentation; p.ground.FillColor != behind || p.behind.FillColor != behind {
			t.Errorf("%s: around the canvas it is of another colour", appearance)
		}
		for _, words := range w.presentation.words {
			inks(words, func(text *canvas.Text) {
				if got := picture.Contrast(blended(text.Color, behind), behind); got < 4.5 {
					t.Errorf("%s: “%s” has a contrast of %.2f", appearance, text.Text, got)
				}
			})
		}
	}
}
