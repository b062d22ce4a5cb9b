package gui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

func TestStressWavesAreStepped(t *testing.T) {
	w := openSample(t)
	p := w.stress
	p.press(t, "OpenAI fails")
	p.entries["assumed"].SetText("0")
	if p.result.Waves != 1 || p.shown.words.Content() != "Wave 1 of 1" {
		t.Fatalf("with no cash anywhere: %s", p.shown.words.Content())
	}
	if disc, _ := w.shownDisc("Nvidia"); disc.Wave != 1 || !slices.Contains(disc.Badges.List(), picture.BadgeFallen) {
		t.Errorf("Nvidia falls in wave 1: %+v", disc)
	}
	test.Tap(p.shown.left)
	if disc, _ := w.shownDisc("Nvidia"); len(disc.Badges.List()) != 0 {
		t.Error("the shock alone already marks Nvidia")
	}
	for _, c := range w.commands {
		if c.label == "Next wave" {
			c.try()
		}
	}
	if disc, _ := w.shownDisc("Nvidia"); !slices.Contains(disc.Badges.List(), picture.BadgeFallen) {
		t.Error("the next wave does not mark Nvidia")
	}
	p.entries["recovery"].SetText("40%")
	if !slices.Contains(p.lines(), "    → Oracle, cloud | ↓ $180bn | 60%") {
		t.Errorf("with a recovery of 40%%:\n%s", strings.Join(p.lines(), "\n"))
	}
}

// TestStressWavesPlay lets the waves follow one another.
func TestStressWavesPlay(t *testing.T) {
	w := openSample(t)
	clock := &clock{}
	clock.install(t)
	p := w.stress
	p.press(t, "OpenAI fails")
	if !p.shown.play.Disabled() {
		t.Error("there is a wave to play")
	}
	p.entries["assumed"].SetText("0")
	test.Tap(p.shown.play)
	if !p.playing || p.wave != 0 || p.shown.words.Content() != "The shock, before 1 wave" {
		t.Errorf("playing %v, wave %d, %q", p.playing, p.wave, p.shown.words.Content())
	}
	clock.tick()
	if p.playing || p.wave != 1 || clock.work != nil {
		t.Errorf("after the last wave: playing %v, wave %d", p.playing, p.wave)
	}
	test.Tap(p.shown.play)
	p.entries["recovery"].SetText("40%")
	if p.playing || p.wave != p.result.Waves {
		t.Error("other numbers go on playing")
	}
	test.Tap(p.shown.play)
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if p.playing || p.on {
		t.Error("Escape does not lead back")
	}
}

// TestStressShowsAllAfterASelection begins while a leg is selected that has nothing to do with the shock.
func TestStressShowsAllAfterASelection(t *testing.T) {
	w := openSample(t)
	anthropic, _ := w.session.book.CompanyNamed("Anthropic")
	w.session.selectCompany(anthropic.ID)
	w.stress.press(t, "OpenAI fails")
	if disc, _ := w.shownDisc("Oracle"); disc.Emphasis == picture.Faded || !w.session.selection.Empty() {
		t.Errorf("Oracle, which is hit, is shown as %v; selected %+v", disc.Emphasis, w.session.selection)
	}
}

// TestStressIsNeverOld looks at the canvas while a stress test of another network is still computed.
func TestStressIsNeverOld(t *testing.T) {
	w := openSample(t)
	p := w.stress
	p.press(t, "OpenAI fails")
	var held []func()
	before, after := beside, afterwards
	t.Cleanup(func() { beside, afterwards = before, after })
	var due func()
	afterwards = func(_ time.Duration, then func()) func() bool { due = then; return func() bool { return true } }
	w.whatIf.amount.SetText("25bn")
	beside = func(work func()) { held = append(held, work) }
	p.entries["recovery"].SetText("10%")
	p.entries["recovery"].SetText("40%")
	if due == nil {
		t.Fatal("nothing waits for the numbers")
	}
	due()
	if !strings.Contains(p.state.Content(), "those of before") || p.state.Hidden {
		t.Errorf("old numbers are not marked: %q, hidden %v", p.state.Content(), p.state.Hidden)
	}
	if dim, all := p.dimmed(); dim == 0 || dim != all {
		t.Errorf("%d of %d old lines are dimmed", dim, all)
	}
	beside = before
	for _, work := range held {
		work()
	}
	if p.result.Shock.Recovery != 400_000 || p.state.Content() != "" || !p.state.Hidden {
		t.Errorf("shown are the numbers of a recovery of %s, %q", p.result.Shock.Recovery.Percent(), p.state.Content())
	}
}

// dimmed returns how many lines of numbers there are, and how many of them are dimmed.
func (p *stressPanel) dimmed() (dim, all int) {
	for _, box := range []*fyne.Container{p.shown.waves, p.shown.lists} {
		for _, object := range box.Objects {
			if _, first, _, ok := stressLine(object); ok {
				all++
				if first.Colour == widgets.ColourMuted {
					dim++
				}
			}
		}
	}
	return dim, all
}

// TestStressFollowsTheView takes deals out of the view while a stress test is shown.
func TestStressFollowsTheView(t *testing.T) {
	w := openSample(t)
	p := w.stress
	p.press(t, "OpenAI fails")
	w.setView(func(view *network.View) { view.Kinds = []deal.Kind{deal.KindEquity} })
	if !slices.Contains(p.lines(), "OpenAI pays $0 of $350m | ↓ $350m | 100%") {
		t.Errorf("under the view of equity alone:\n%s", strings.Join(p.lines(), "\n"))
	}
	if scene, _ := w.canvas.Scene(); !slices.ContainsFunc(scene.Arrows, func(a picture.Arrow) bool { return a.Unpaid == 1 }) {
		t.Error("the canvas does not show it")
	}
}
