package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
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
		"OpenAI pays $0 of ~$610.75bn | ↓ ~$610.75bn | 100%", "    → Oracle, cloud | ↓ $300bn | 100%", "    → AMD, chips | unknown | 100%",
		"AMD | unknown | ", "Oracle | ↓ $300bn | 100%", "Microsoft | ↓ ~$135bn | 100%", "CoreWeave | 0% + ~98.46% | ~98.46%",
	} {
		if !slices.Contains(p.lines(), want) {
			t.Errorf("no line %q in\n%s", want, strings.Join(p.lines(), "\n"))
		}
	}
	if !p.says("8 of 12 legs still to be paid have a number") || !p.says("$8bn (or more) on 3 legs has been paid and is not due again.") || !p.says("The cash of all 9 other companies is unknown") {
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
