package gui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
	"roundtrip/internal/whatif"
)

// lines returns the lines of the stress test as they are read: words, amount and part.
func (p *stressPanel) lines() []string {
	var lines []string
	for _, box := range []*fyne.Container{p.shown.waves, p.shown.lists} {
		for _, object := range box.Objects {
			if words, first, second, ok := stressLine(object); ok {
				lines = append(lines, words.Content()+" | "+first.Content()+" | "+second.Content())
			}
		}
	}
	return lines
}

// stressLine returns the parts of a line: its words and two numbers.
func stressLine(object fyne.CanvasObject) (words *widgets.Sentence, first, second *widgets.Text, ok bool) {
	line, ok := object.(*fyne.Container)
	if !ok {
		return nil, nil, nil, false
	}
	if _, ok = line.Layout.(stressLineLayout); !ok {
		return nil, nil, nil, false
	}
	return line.Objects[0].(*widgets.Sentence), line.Objects[1].(*widgets.Text), line.Objects[2].(*widgets.Text), true
}

// press taps the preset.
func (p *stressPanel) press(t *testing.T, words string) {
	t.Helper()
	for _, object := range p.presets.Objects {
		if chip := object.(*widgets.Chip); chip.Words() == words {
			test.Tap(chip)
			return
		}
	}
	t.Fatalf("there is no preset %q", words)
}

func (p *stressPanel) says(words string) bool {
	return strings.Contains(strings.Join(append(texts(p.shown.box), p.lines()...), "\n"), words)
}

func TestStressOfOpenAI(t *testing.T) {
	w := openSample(t)
	w.focusStress()
	p := w.stress
	p.press(t, "OpenAI fails")
	for _, want := range []string{
		"OpenAI pays $0 of $610.8bn | ▼ ~$610.8bn | 100%", "    → Oracle, cloud | ▼ $300bn | 100%", "    → AMD, chips | unknown | 100%",
		"AMD | unknown | ", "Oracle | ▼ $300bn | 100%", "Microsoft | ▼ ~$135bn | 100%", "CoreWeave | 0% + ~98.46% | ~98.46%",
	} {
		if !slices.Contains(p.lines(), want) {
			t.Errorf("no line %q in\n%s", want, strings.Join(p.lines(), "\n"))
		}
	}
	if !p.says("9 of 15 legs have a number") || !p.says("The cash of all 9 other companies is unknown") {
		t.Errorf("what is unknown is not counted: %v", texts(p.shown.box))
	}
	scene, _ := w.canvas.Scene()
	openAI, _ := w.session.book.CompanyNamed("OpenAI")
	disc, _ := scene.Disc(openAI.ID)
	if !slices.Equal(disc.Badges.List(), []picture.Badge{picture.BadgeFallen, picture.BadgeHolder}) || disc.Wave != 0 || disc.Loss != "stakes −?" {
		t.Errorf("OpenAI on the canvas: %+v", disc)
	}
	if anthropic, _ := w.shownDisc("Anthropic"); anthropic.Emphasis != picture.Faded {
		t.Error("Anthropic loses nothing and is not faded")
	}
	if microsoft, _ := w.shownDisc("Microsoft"); !slices.Equal(microsoft.Badges.List(), []picture.Badge{picture.BadgeHolder}) || microsoft.Loss != "stakes about −$135bn" {
		t.Errorf("Microsoft, whose stake in OpenAI is worth nothing any more: %+v", microsoft)
	}
	hollow := 0
	for _, arrow := range scene.Arrows {
		if arrow.Unpaid == 1 && strings.Contains(arrow.Amount, "−") {
			hollow++
		}
	}
	if hollow != 8 {
		t.Errorf("%d legs are drawn as not paid, not 8", hollow)
	}
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	scene, _ = w.canvas.Scene()
	if disc, _ = scene.Disc(openAI.ID); p.on || slices.Contains(disc.Badges.List(), picture.BadgeFallen) || !p.shown.box.Hidden {
		t.Error("Escape does not lead back")
	}
}

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
	if !slices.Contains(p.lines(), "    → Oracle, cloud | ▼ $180bn | 60%") {
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

// TestStressTellsTheShockApart reads of falling valuations what the shock takes and what is passed on.
func TestStressTellsTheShockApart(t *testing.T) {
	w := openSample(t)
	w.focusStress()
	p := w.stress
	p.press(t, "Valuations −77% (Nasdaq from 2000)")
	for _, want := range []string{"The shock itself takes 77% of all economic value, $1.33tn ($1.28tn or more), from those that it hits.",
		"a further 12.32% (~10.26% to ~17.22%) is lost: this is DebtRank. Together 89.32% (~87.26% to ~94.22%)."} {
		if !p.says(want) {
			t.Errorf("it does not say %q", want)
		}
	}
	for _, want := range []string{"Oracle | 77% + ~23% | ~100%", "SoftBank | 77% + 0% | 77%", "AMD | 77% + unknown | ≥77%"} {
		if !slices.Contains(p.lines(), want) {
			t.Errorf("no line %q in\n%s", want, strings.Join(p.lines(), "\n"))
		}
	}
	p.press(t, "OpenAI’s cash at…")
	if p.result != nil || w.window.Canvas().Focused() != fyne.Focusable(p.entries["cash"]) {
		t.Error("the preset of a company's cash does not wait for the amount")
	}
	p.entries["cash"].SetText("5bn")
	if !p.says("Of $135bn (~$135bn or more) an unknown part.") {
		t.Errorf("what Microsoft holds is known: %v", texts(p.shown.box))
	}
}

func TestStressLinesSelectTheirLegs(t *testing.T) {
	w := openSample(t)
	p := w.stress
	w.sides.SelectIndex(stressTab)
	p.press(t, "Cloud contracts halved")
	for _, object := range p.shown.waves.Objects {
		if words, _, _, ok := stressLine(object); ok && strings.Contains(words.Content(), "Oracle") {
			words.Tapped(nil)
		}
	}
	if len(w.session.selection.Legs) != 1 || w.sides.SelectedIndex() != stressTab {
		t.Errorf("a click on the line selects %+v", w.session.selection)
	}
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !p.on {
		t.Error("the first Escape is for the selection")
	}
}

func TestStressRefusesWhatItCannotRead(t *testing.T) {
	w := openSample(t)
	p := w.stress
	p.press(t, "OpenAI fails")
	for name, text := range map[string]string{"recovery": "140%", "ofcash": "half", "ofincome": "-3%", "assumed": "€5bn"} {
		p.entries[name].SetText(text)
		if p.fields[name].Problem() == "" || p.result != nil || !p.shown.box.Hidden {
			t.Errorf("%s %q: problem %q, numbers %v", name, text, p.fields[name].Problem(), p.result != nil)
		}
		if scene, _ := w.canvas.Scene(); slices.ContainsFunc(scene.Arrows, func(a picture.Arrow) bool { return a.Unpaid > 0 }) {
			t.Errorf("%s %q: the canvas still shows the numbers of before", name, text)
		}
		p.entries[name].SetText("")
		if p.result == nil {
			t.Errorf("%s: no numbers once it is corrected", name)
		}
	}
	p.kind.SetSelectedIndex(slices.Index(whatif.ShockKinds, whatif.ShockCash))
	if p.result != nil || p.fields["cash"].Note() == "" {
		t.Error("a cash that nobody has typed has numbers")
	}
	p.kind.SetSelectedIndex(slices.Index(whatif.ShockKinds, whatif.ShockValuations))
	if p.result != nil || p.fields["part"].Note() != "Type by how much: 50%." {
		t.Errorf("valuations that fall by nothing have numbers; the field says %q", p.fields["part"].Note())
	}
	p.entries["part"].SetText("0")
	if p.result == nil || p.fields["part"].Note() != "" {
		t.Error("a fall by 0 that is typed is one")
	}
	p.kind.SetSelectedIndex(slices.Index(whatif.ShockKinds, whatif.ShockCash))
	p.entries["cash"].SetText("5bn")
	if p.result == nil || !p.says("Unknown: the document does not state the cash that OpenAI has") {
		t.Errorf("cash of $5bn: %v", texts(p.shown.box))
	}
}

func TestShockIsTriedAsWhatIf(t *testing.T) {
	w := openSample(t)
	p := w.stress
	p.press(t, "OpenAI fails")
	if words := p.untried.Content(); p.untried.Hidden || words != "In a what-if a company that fails neither pays nor is paid: its legs go. “Unpaid in clearing” counts there only what others cannot pay." {
		t.Errorf("before it is tried, it says %q", words)
	}
	p.entries["recovery"].SetText("40%")
	p.entries["ofcash"].SetText("10%")
	p.entries["assumed"].SetText("5bn")
	if words := p.untried.Content(); !strings.HasPrefix(words, "As a what-if it goes without the default costs. In a what-if a company that fails is paid nothing any more, and pays 40%.") {
		t.Errorf("what is assumed is left out unsaid: %q", words)
	}
	test.Tap(p.try)
	if words := w.status.message.Content(); !strings.Contains(words, "tried as a what-if, without the default costs; ") {
		t.Errorf("the status says %q", words)
	}
	if p.on || w.sides.SelectedIndex() != whatIfTab {
		t.Error("the what-if does not take the place of the stress test")
	}
	tried := w.session.trial()
	if len(tried) != 3 || tried[0].Field != deal.ChangeFails || tried[0].Text != "40%" || tried[1].Field != deal.ChangeCash || tried[2].Field != deal.ChangeCash {
		t.Errorf("tried: %+v", tried)
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
				if first.Colour == theme.ColorNameDisabled {
					dim++
				}
			}
		}
	}
	return dim, all
}

// TestShockSaysWhatTheWhatIfLeavesOut cuts cloud contracts, of which the sample has two without an amount, and then debt, of which it has none.
func TestShockSaysWhatTheWhatIfLeavesOut(t *testing.T) {
	w := openSample(t)
	p := w.stress
	p.press(t, "Cloud contracts halved")
	if !p.says("is cut away.") || !p.says("What is left is paid in full.") || !p.says("searched for, not proven") {
		t.Errorf("the cut does not stand apart: %v", texts(p.shown.box))
	}
	test.Tap(p.try)
	if words := w.status.message.Content(); !strings.Contains(words, "tried as a what-if, without 2 undisclosed legs") {
		t.Errorf("the status says %q", words)
	}
	p.press(t, "Cloud contracts halved")
	p.cut.SetSelectedIndex(slices.Index(deal.Kinds, deal.KindDebt))
	tried := len(w.session.trial())
	test.Tap(p.try)
	if len(w.session.trial()) != tried || !strings.Contains(p.state.Content(), "Nothing of the shock") || p.state.Hidden {
		t.Errorf("a cut of what nobody has contracts for is tried: %q", p.state.Content())
	}
}

func TestStressOfNothing(t *testing.T) {
	w := openWindow(t, deal.Edit{})
	p := w.stress
	if !p.run.Disabled() {
		t.Error("nobody can be shocked, and the button is there")
	}
	p.press(t, "Cloud contracts halved")
	if !p.says("There are no legs.") {
		t.Errorf("an empty document: %v, %q", texts(p.shown.box), p.state.Content())
	}
}

// TestStressFollowsTheView takes deals out of the view while a stress test is shown.
func TestStressFollowsTheView(t *testing.T) {
	w := openSample(t)
	p := w.stress
	p.press(t, "OpenAI fails")
	w.setView(func(view *network.View) { view.Kinds = []deal.Kind{deal.KindEquity} })
	if !slices.Contains(p.lines(), "OpenAI pays $0 of $350m | ▼ $350m | 100%") {
		t.Errorf("under the view of equity alone:\n%s", strings.Join(p.lines(), "\n"))
	}
	if scene, _ := w.canvas.Scene(); !slices.ContainsFunc(scene.Arrows, func(a picture.Arrow) bool { return a.Unpaid == 1 }) {
		t.Error("the canvas does not show it")
	}
}

// TestFallOfValuationsIsSeen presses the preset of the Nasdaq's fall, by which everybody is still paid.
func TestFallOfValuationsIsSeen(t *testing.T) {
	w := openSample(t)
	p := w.stress
	p.press(t, "Valuations −77% (Nasdaq from 2000)")
	if !p.says("Nobody owes or pays less because of it.") || !p.says("Holders lose $111.7bn") || p.shown.words.Content() != "Nobody fails to pay" {
		t.Errorf("it says %q and %v", p.shown.words.Content(), texts(p.shown.box))
	}
	for name, loss := range map[string]string{"Microsoft": "stakes about −$104bn", "Amazon": "stakes about −$7.7bn", "Nvidia": "stakes −?", "Oracle": "", "AMD": ""} {
		disc, _ := w.shownDisc(name)
		if hit := slices.Contains(disc.Badges.List(), picture.BadgeHolder); disc.Loss != loss || hit != (loss != "") || hit == (disc.Emphasis == picture.Faded) {
			t.Errorf("%s on the canvas: %+v", name, disc)
		}
	}
}

// TestStressTriedKeepsWhatIsAssumed tries a failure with a recovery and assumed cash, and lets another company fail instead.
func TestStressTriedKeepsWhatIsAssumed(t *testing.T) {
	w := openSample(t)
	p := w.stress
	p.press(t, "OpenAI fails")
	p.entries["recovery"].SetText("40%")
	p.entries["assumed"].SetText("5bn")
	w.stress.tryAsWhatIf()
	if got := w.chipWords(); got != "OpenAI fails, 40% of what it owes recovered; Amazon, cash: not stated → $5bn; Nvidia, cash: not stated → $5bn" {
		t.Fatalf("the chips say %q", got)
	}
	if said := w.status.message.Content(); strings.Contains(said, "without") {
		t.Errorf("nothing is left out, but the status bar says %q", said)
	}
	oracle, _ := w.session.book.CompanyNamed("Oracle")
	w.session.retry(w.session.trial()[0], deal.Change{Field: deal.ChangeFails, Target: int64(oracle.ID), Value: 1})
	if got := w.chipWords(); !strings.HasPrefix(got, "Oracle fails, 40% of what it owes recovered; ") {
		t.Errorf("the chips say %q", got)
	}
}
