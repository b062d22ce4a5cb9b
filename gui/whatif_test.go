package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// row returns base, scenario and difference of a measure as the panel shows them.
func (p *whatIfPanel) row(key string) [3]string {
	for _, line := range p.table.lines {
		if line.row.Key == key {
			return [3]string{line.texts[0].Content(), line.texts[1].Content(), line.texts[2].Content()}
		}
	}
	return [3]string{}
}

// TestStakeOfTheOracle moves the slider and checks what the panel shows against the published table.
func TestStakeOfTheOracle(t *testing.T) {
	w := openSample(t)
	for _, test := range []struct {
		slider                 float64
		amount, circular, part string
	}{
		{0, "$0", "≥$26bn", "~3.55%"},
		{100, "$10bn", "~$46bn", "~6.20%"},
		{200, "$20bn", "~$66bn", "~8.78%"},
		{380, "$38bn", "~$102bn", "~13.25%"},
		{500, "$50bn", "~$102bn", "~13.05%"},
	} {
		w.whatIf.slider.SetValue(test.slider)
		if got := w.whatIf.amount.Text; got != test.amount {
			t.Errorf("the slider at %v types %s, not %s", test.slider, got, test.amount)
		}
		if got := w.whatIf.row("circular_money"); got[0] != "~$46bn" || got[1] != test.circular {
			t.Errorf("%s: circular money %v, not %s", test.amount, got, test.circular)
		}
		if got := w.whatIf.row("circular_share"); got[0] != "~6.20%" || got[1] != test.part {
			t.Errorf("%s: circular share %v, not %s", test.amount, got, test.part)
		}
	}
	if got := w.whatIf.kept.Content(); !strings.Contains(got, "$38bn") || !strings.Contains(got, "OpenAI → Amazon") {
		t.Errorf("where the stake stops mattering: %s", got)
	}
}

func TestWhatIfIsDrawnAndTakenBack(t *testing.T) {
	w := openSample(t)
	before := w.status.summary.Content()
	w.whatIf.amount.SetText("25bn")
	if !strings.HasPrefix(w.status.summary.Content(), "What-if") {
		t.Errorf("the status bar does not say that this is a what-if: %s", w.status.summary.Content())
	}
	scene, _ := w.canvas.Scene()
	arrow, ok := scene.Arrow(w.session.stake.Leg)
	if !ok || arrow.Money != 25_000_000_000_00 {
		t.Errorf("the canvas draws %d cents", arrow.Money)
	}
	if len(scene.Ghosts) == 0 {
		t.Error("the base is not drawn as a ghost")
	}
	w.session.reset()
	w.whatIf.fill()
	if got := w.status.summary.Content(); got != before {
		t.Errorf("back at the base the status bar says %s", got)
	}
	if scene, _ = w.canvas.Scene(); len(scene.Ghosts) != 0 {
		t.Error("the ghost stays")
	}
}

func TestWhatIfRefusesWhatItCannotRead(t *testing.T) {
	w := openSample(t)
	for _, text := range []string{"2,5 Mrd", "-3bn", "up to 5bn", "€5bn", ""} {
		w.whatIf.amount.SetText(text)
		if w.whatIf.fields["amount"].Problem() == "" {
			t.Errorf("%q raises no problem", text)
		}
		if got := w.session.stake.Cents; got != 10_000_000_000_00 {
			t.Errorf("%q has moved the stake to %d", text, got)
		}
	}
	w.whatIf.amount.SetText("75bn")
	if got := w.whatIf.fields["amount"].Problem(); got != "" {
		t.Errorf("an amount beyond the slider: %s", got)
	}
	if got := w.whatIf.row("circular_money")[1]; got != "~$102bn" {
		t.Errorf("circular money at $75bn is %s", got)
	}
}

// TestTheSliderStepsInRoundNumbers moves a leg that is larger than the slider's usual reach.
func TestTheSliderStepsInRoundNumbers(t *testing.T) {
	w := openSample(t)
	for _, leg := range w.whatIf.leg.legs {
		w.whatIf.move(leg)
		held, _, _ := w.session.book.Leg(leg)
		w.whatIf.slider.SetValue(499)
		if got := w.session.stake.Cents; got%10_000_000_00 != 0 || got < 2*held.Figure.Best-w.whatIf.reach()/2 {
			t.Errorf("%s: the last step but one is %s", w.whatIf.leg.Text, w.whatIf.amount.Text)
		}
	}
}

// TestWhatCannotBeReadStays edits the document while something wrong stands in the panel.
func TestWhatCannotBeReadStays(t *testing.T) {
	w := openSample(t)
	w.whatIf.entries["spent"].SetText("most of it")
	d, _ := w.session.book.Deal(3)
	d.Notes = "seen"
	if _, err := w.session.apply(deal.Edit{Label: "Note", Seen: w.session.book, Deals: []deal.Deal{d}}); err != nil {
		t.Fatal(err)
	}
	if got, problem := w.whatIf.entries["spent"].Text, w.whatIf.fields["spent"].Problem(); got != "most of it" || problem == "" {
		t.Errorf("after an edit it says %q, and of that %q", got, problem)
	}
	shows(t, w.whatIf.box, "Spent back: ", "is not a percentage")
	w.whatIf.entries["spent"].SetText("80%")
	if got := w.whatIf.fields["spent"].Problem(); got != "" {
		t.Errorf("corrected it says %q", got)
	}
}

func TestAnotherLegTakesTheSlidersPlace(t *testing.T) {
	w := openSample(t)
	for _, row := range w.deals.Shown() {
		if row.Cells[0].Text == "Oracle" && row.Cells[1].Text == "Nvidia" {
			w.deals.OnSelected(row.Key)
		}
	}
	w.moveSelectedLeg()
	test.Type(w.whatIf.amount, "")
	w.whatIf.amount.SetText("100bn")
	if got := w.whatIf.row("circular_share")[1]; got != "~41.10%" {
		t.Errorf("with Oracle → Nvidia at $100bn the circular share is %s", got)
	}
}

func TestViewChangesTheNumbers(t *testing.T) {
	w := openSample(t)
	w.setView(func(view *network.View) { view.Figure = network.PickLow })
	if got := w.status.summary.Content(); !strings.Contains(got, "≥$709.35bn + ? (headline totals, low figures)") {
		t.Errorf("low figures: %s", got)
	}
	w.setView(func(view *network.View) { view.Figure = network.PickBest })
	w.timeline.typeAsOf("03/11/2025")
	if got := w.timeline.wrong.Content(); !strings.Contains(got, "more than one date") {
		t.Errorf("an ambiguous date: %q", got)
	}
}

// TestMarginOfNothing types a margin of 0%, which is one, and takes it away again, which is none.
func TestMarginOfNothing(t *testing.T) {
	w := openSample(t)
	for _, test := range []struct{ typed, price, chip string }{
		{"0", "≤$10bn", "Amazon, gross margin: 0%"}, {"60%", "~$4bn", "Amazon, gross margin: 60%"}, {"", "—", ""}, {"%", "—", ""},
	} {
		w.whatIf.entries["margin"].SetText(test.typed)
		if got := w.whatIf.row("effective_price")[1]; got != test.price {
			t.Errorf("a margin of %q: the price is %s, not %s", test.typed, got, test.price)
		}
		if got := w.chipWords(); got != test.chip {
			t.Errorf("a margin of %q: the chips say %q", test.typed, got)
		}
	}
}

// TestAChangeThatChangesNothingIsNoChip tries what the document says anyway.
func TestAChangeThatChangesNothingIsNoChip(t *testing.T) {
	w := openSample(t)
	w.give(t, deal.ChangeAmount, "Amazon → OpenAI equity", "10bn")
	w.give(t, deal.ChangeStake, "Microsoft → OpenAI equity", "27%")
	w.give(t, deal.ChangeWeight, "in talks", "100%")
	if got := w.chipWords(); got != "" || w.session.tried() {
		t.Errorf("tried: %q", got)
	}
	if got := w.status.message.Content(); !strings.HasPrefix(got, "Nothing changes by that") {
		t.Errorf("it says %q", got)
	}
	w.give(t, deal.ChangeStake, "Microsoft → OpenAI equity", "30%")
	w.give(t, deal.ChangeStake, "Microsoft → OpenAI equity", "27%")
	if got := w.chipWords(); got != "" {
		t.Errorf("moved there and back: %q", got)
	}
	w.whatIf.entries["spent"].SetText("100%")
	if got := w.chipWords(); got != "Amazon → OpenAI equity, share spent back: 100%, not counted → 100%, counted" {
		t.Errorf("the share of the sources, counted: %q", got)
	}
}

// TestStatusBarCountsTheWhatIf lets a company fail: its deals count no more.
func TestStatusBarCountsTheWhatIf(t *testing.T) {
	w := openSample(t)
	if got := w.status.summary.Content(); !strings.Contains(got, "11 of 15 deals") {
		t.Errorf("it says %s", got)
	}
	w.give(t, deal.ChangeFails, "Oracle", "")
	if got := w.status.summary.Content(); !strings.Contains(got, "9 of 15 deals") {
		t.Errorf("without Oracle it says %s", got)
	}
}

// TestAnEntryThatCannotBeReadChangesNothing types letter by letter what cannot be read in the end: of the part that can be
// read nothing stays.
func TestAnEntryThatCannotBeReadChangesNothing(t *testing.T) {
	for _, typed := range []struct{ name, text string }{
		{"amount", "1e30"}, {"amount", "10%"}, {"amount", "-5bn"}, {"spent", "150%"}, {"margin", "120%"}, {"years", "5 parsecs"},
		{"valuation", "9bn, or so"},
	} {
		w := openSample(t)
		w.whatIf.amount.SetText("25bn")
		before := w.session.stake
		entry := w.whatIf.entries[typed.name]
		w.window.Canvas().Focus(entry)
		entry.TypedShortcut(&fyne.ShortcutSelectAll{})
		test.Type(entry, typed.text)
		entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if w.session.stake != before || w.chipWords() != "Amazon → OpenAI equity: ≤$10bn → ≤$25bn" || w.whatIf.slider.Value != 250 {
			t.Errorf("after %q in %s, %q is tried and the slider is at %v", typed.text, typed.name, w.chipWords(), w.whatIf.slider.Value)
		}
		if entry.Text != typed.text || w.whatIf.fields[typed.name].Problem() == "" {
			t.Errorf("%q became %q without a problem", typed.text, entry.Text)
		}
		shows(t, w.whatIf.box, "cannot be read: the numbers count what stood there before")
		if !w.whatIf.trying.save.Disabled() {
			t.Errorf("with %q in %s what is tried can be saved", typed.text, typed.name)
		}
		entry.TypedShortcut(&fyne.ShortcutSelectAll{})
		test.Type(entry, map[string]string{"amount": "30bn", "valuation": "600bn", "years": "5"}[typed.name]+map[string]string{"spent": "50%", "margin": "50%"}[typed.name])
		if w.whatIf.unread() != "" || w.whatIf.state.Visible() || w.whatIf.trying.save.Disabled() || w.session.stake == before {
			t.Errorf("put right, %s says %q, and %q is tried", typed.name, w.whatIf.state.Content(), w.chipWords())
		}
	}
}

// TestTheEntriesStayWhereTheyAre types wrong and right entries: none of the entries moves.
func TestTheEntriesStayWhereTheyAre(t *testing.T) {
	w := openSample(t)
	place := func() fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(w.whatIf.entries["valuation"])
	}
	before := place()
	for _, typed := range [][2]string{{"amount", "20"}, {"amount", "twenty"}, {"amount", "60bn"}, {"spent", "150%"}, {"spent", "80%"}, {"margin", "60%"}} {
		if w.whatIf.entries[typed[0]].SetText(typed[1]); place() != before {
			t.Errorf("with %q in %s the valuation is at %v and no longer at %v", typed[1], typed[0], place(), before)
		}
	}
}

// TestABareNumberIsNotTriedUntilItIsMeant types an amount without its unit.
func TestABareNumberIsNotTriedUntilItIsMeant(t *testing.T) {
	w := openSample(t)
	w.whatIf.amount.SetText("20")
	if got := w.whatIf.kept.Content(); got != "Amount: That is $20.00: write $20bn for billions, or press Return twice to try so little" {
		t.Errorf("below the amount it says %q", got)
	}
	if w.chipWords() != "" || !w.whatIf.trying.save.Disabled() {
		t.Errorf("%q is tried and can be saved", w.chipWords())
	}
	w.whatIf.amount.SetText("20bn")
	if got := w.whatIf.kept.Content(); strings.Contains(got, "for billions") || !strings.Contains(w.chipWords(), "$20bn") {
		t.Errorf("below the amount it still says %q, and %q is tried", got, w.chipWords())
	}
	for _, meant := range []string{"$25", "25.00"} {
		w.whatIf.backToBase()
		if w.whatIf.amount.SetText(meant); !strings.Contains(w.chipWords(), "→ ≤$25") {
			t.Errorf("%s is not tried: %q", meant, w.chipWords())
		}
	}
	w.whatIf.backToBase()
	w.whatIf.amount.SetText("25")
	enter := &fyne.KeyEvent{Name: fyne.KeyReturn}
	if w.whatIf.amount.TypedKey(enter); w.chipWords() != "" {
		t.Errorf("the first Return tries %q", w.chipWords())
	}
	if w.whatIf.amount.TypedKey(enter); !strings.Contains(w.chipWords(), "→ ≤$25") {
		t.Errorf("the second Return does not try it: %q", w.chipWords())
	}
	w.whatIf.entries["valuation"].SetText("500")
	if w.session.stake.Valuation == 500_00 || w.whatIf.fields["valuation"].Problem() == "" {
		t.Error("a valuation of $500 is tried")
	}
}

// TestAnUndisclosedLegIsSetToNothing types 0 for a leg without an amount.
func TestAnUndisclosedLegIsSetToNothing(t *testing.T) {
	w := openSample(t)
	for _, leg := range w.whatIf.leg.legs {
		if held, _, _ := w.session.book.Leg(leg); held.Figure.Known() {
			continue
		}
		w.whatIf.move(leg)
		if w.whatIf.marked.Unset() == "" || w.whatIf.slider.Visible() {
			t.Errorf("%s: the slider stands somewhere before anything is set", w.whatIf.leg.Text)
		}
		w.whatIf.amount.SetText("0")
		if got := w.chipWords(); !strings.Contains(got, "undisclosed → $0") || w.whatIf.marked.Unset() != "" {
			t.Errorf("%s: %q is tried", w.whatIf.leg.Text, got)
		}
		if w.whatIf.trying.save.Disabled() {
			t.Errorf("%s: nothing can be saved", w.whatIf.leg.Text)
		}
		w.whatIf.amount.SetText("")
		if got := w.chipWords(); got != "" || w.whatIf.marked.Unset() == "" {
			t.Errorf("%s: emptied, %q is tried", w.whatIf.leg.Text, got)
		}
	}
}
