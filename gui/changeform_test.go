package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

func TestAnythingCanBeTried(t *testing.T) {
	w := openSample(t)
	for _, test := range []struct {
		field     deal.ChangeField
		of, value string
		says      string
	}{
		{deal.ChangeAmount, "Oracle → Nvidia chips", "100bn", "Oracle → Nvidia chips: undisclosed → $100bn"},
		{deal.ChangeLow, "amazon → openai EQUITY", "5bn", "Amazon → OpenAI equity, low: $0 → $5bn"},
		{deal.ChangeHigh, "Amazon → OpenAI equity", "12bn", "Amazon → OpenAI equity, high: $10bn → $12bn"},
		{deal.ChangeSpentBack, "Nvidia → OpenAI equity", "40%", "Nvidia → OpenAI equity, share spent back: 0% → 40%"},
		{deal.ChangeTerm, "OpenAI → Oracle cloud", "7 years", "OpenAI → Oracle cloud, term: not stated → 7 years"},
		{deal.ChangeTerm, "Amazon → OpenAI equity", "5 years", "OpenAI → Amazon cloud (Amazon's stake in OpenAI, spent back with Amazon), term: not stated → 5 years"},
		{deal.ChangeDrawn, "Microsoft → OpenAI equity", "11bn", "Microsoft → OpenAI equity, drawn: "},
		{deal.ChangeStake, "Microsoft → OpenAI equity", "30%", "Microsoft → OpenAI equity, stake: 27% → 30%"},
		{deal.ChangeValuation, "Nvidia → OpenAI equity", "400bn", "Nvidia → OpenAI equity, valuation: not stated → $400bn"},
		{deal.ChangeTiming, "Amazon → OpenAI equity", "pre-money", "valuation is: pre- or post-money unsaid → pre-money"},
		{deal.ChangeWeight, "in talks", "50%", "deals in talks count 50%"},
		{deal.ChangeCash, "Oracle", "20bn", "Oracle, cash: "},
		{deal.ChangeMargin, "Microsoft", "60%", "Microsoft, gross margin: 60%"},
		{deal.ChangeFails, "Oracle", "", "Oracle fails"},
		{deal.ChangeSuspends, "OpenAI", "12 months", "OpenAI pays nothing for 1 year, the first of each stated term (legs without one stay whole)"},
		{deal.ChangeCutOff, "OpenAI", "Oracle", "OpenAI buys nothing from Oracle"},
	} {
		w.backToBase()
		w.give(t, test.field, test.of, test.value)
		if got := w.chipWords(); !strings.Contains(got, test.says) {
			t.Errorf("%s: the chip says %q, want %q", test.field, got, test.says)
		}
		if w.session.problem != nil {
			t.Errorf("%s: %v", test.field, w.session.problem)
		}
	}
	w.backToBase()
	w.session.selectLeg(w.session.stake.Leg)
	d, _ := w.session.selectedDeal()
	w.give(t, deal.ChangeStatus, d.Title, "signed")
	if got := w.chipWords(); !strings.Contains(got, ": in talks → signed") {
		t.Errorf("the chip says %q", got)
	}
}

func TestChangeFormSaysWhatIsWrong(t *testing.T) {
	w := openSample(t)
	for _, test := range []struct {
		entry changeEntry
		field string
		says  string
	}{
		{changeEntry{field: deal.ChangeAmount}, fieldOf, "say which leg"},
		{changeEntry{field: deal.ChangeAmount, of: "Nobody → OpenAI"}, fieldOf, "there is no leg “Nobody → OpenAI”"},
		{changeEntry{field: deal.ChangeAmount, of: "Oracle → Nvidia chips", value: "lots"}, fieldTo, `"lots" is not an amount`},
		{changeEntry{field: deal.ChangeAmount, of: "Oracle → Nvidia chips"}, fieldTo, "write an amount"},
		{changeEntry{field: deal.ChangeMargin, of: "Amazon", value: "120%"}, fieldTo, ""},
		{changeEntry{field: deal.ChangeStake, of: "Oracle → Nvidia chips", value: "5%"}, fieldTo, "only an equity leg buys a stake"},
		{changeEntry{field: deal.ChangeCutOff, of: "OpenAI", value: "OpenAI"}, fieldTo, "not cut off from itself"},
		{changeEntry{field: deal.ChangeCutOff, of: "OpenAI"}, fieldTo, "say from which company"},
		{changeEntry{field: deal.ChangeSuspends, of: "OpenAI", value: "soon"}, fieldTo, ""},
	} {
		test.entry.book = w.session.book
		_, problems := test.entry.read()
		if got := problems.For(deal.Field{Name: test.field, Leg: -1}); got == "" || !strings.Contains(got, test.says) {
			t.Errorf("%+v: says %q, want %q", test.entry.field, got, test.says)
		}
	}
	form := newChangeForm(changeEntry{book: w.session.book, field: deal.ChangeAmount}, "")
	if offers := form.of.Offers("ora"); len(offers) == 0 || offers[0] != "Oracle → Nvidia chips" {
		t.Errorf("“ora” offers %q", offers)
	}
}

// TestChipsTakeChangesBack lists changes in the order in which they are given, and takes them back and changes them
// with the keyboard.
func TestChipsTakeChangesBack(t *testing.T) {
	w := openSample(t)
	w.give(t, deal.ChangeFails, "Oracle", "")
	w.whatIf.amount.SetText("25bn")
	w.give(t, deal.ChangeWeight, "in talks", "50%")
	if got := w.chipWords(); got != "Oracle fails; Amazon → OpenAI equity: ≤$10bn → ≤$25bn; deals in talks count 50%" {
		t.Fatalf("the chips say %q", got)
	}
	chip := w.whatIf.chips.chips[1]
	w.window.Canvas().Focus(chip)
	chip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	form, ok := w.form.(*smallForm)
	if !ok {
		t.Fatal("Return opens no form")
	}
	form.first.(*widgets.TextEntry).SetText("20bn")
	form.Submit()
	if got := w.chipWords(); got != "Oracle fails; Amazon → OpenAI equity: ≤$10bn → ≤$20bn; deals in talks count 50%" {
		t.Errorf("changed, the chips say %q", got)
	}
	if w.whatIf.amount.Text != "$20bn" {
		t.Errorf("the amount says %q", w.whatIf.amount.Text)
	}
	w.whatIf.chips.focus(1)
	w.whatIf.chips.chips[1].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := w.chipWords(); got != "Oracle fails; deals in talks count 50%" || w.whatIf.amount.Text != "$10bn" {
		t.Errorf("taken back, the chips say %q and the amount %s", got, w.whatIf.amount.Text)
	}
	if focused := w.window.Canvas().Focused(); focused != fyne.Focusable(w.whatIf.chips.chips[1]) {
		t.Errorf("the keyboard is at %v", focused)
	}
	first := w.whatIf.chips.chips[0]
	first.Resize(fyne.NewSize(300, 22))
	first.Tapped(&fyne.PointEvent{Position: fyne.NewPos(295, 10)})
	if got := w.chipWords(); got != "deals in talks count 50%" {
		t.Errorf("after a click on the cross the chips say %q", got)
	}
}

// TestEscapeLeavesTheChangeForm presses Escape where the keyboard is after its drop-down, and on its button.
func TestEscapeLeavesTheChangeForm(t *testing.T) {
	w := openSample(t)
	for _, where := range []string{"drop-down", "button"} {
		w.changeSomething()
		form, ok := w.form.(*smallForm)
		if !ok {
			t.Fatal("no form opens")
		}
		focused := fyne.Focusable(form.save)
		if where == "drop-down" {
			field, _ := form.rows.Objects[0].(*widgets.Field)
			focused, _ = field.Control.(*widgets.Choice)
		}
		w.window.Canvas().Focus(focused)
		focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if w.form != nil {
			t.Errorf("Escape on the %s leaves the form open", where)
		}
	}
}

// TestWhatWasTypedSurvivesAnotherKindOfChange chooses other kinds of change and comes back.
func TestWhatWasTypedSurvivesAnotherKindOfChange(t *testing.T) {
	w := openSample(t)
	form := newChangeForm(changeEntry{book: w.session.book, field: deal.ChangeAmount}, "")
	form.of.SetText("Oracle → Nvidia chips")
	form.typed.SetText("25bn")
	form.turn(deal.ChangeHigh)
	if form.of.Text != "Oracle → Nvidia chips" || form.typed.Text != "25bn" {
		t.Errorf("the high figure is begun with %q and %q", form.of.Text, form.typed.Text)
	}
	form.turn(deal.ChangeMargin)
	if form.of.Text != "" || form.typed.Text != "" {
		t.Errorf("a margin is begun with %q and %q", form.of.Text, form.typed.Text)
	}
	form.of.SetText("Amazon")
	form.typed.SetText("60%")
	form.turn(deal.ChangeAmount)
	if form.of.Text != "Oracle → Nvidia chips" || form.typed.Text != "25bn" {
		t.Errorf("back at the amount it says %q and %q", form.of.Text, form.typed.Text)
	}
	form.turn(deal.ChangeMargin)
	if form.of.Text != "Amazon" || form.typed.Text != "60%" {
		t.Errorf("back at the margin it says %q and %q", form.of.Text, form.typed.Text)
	}
}

// TestEveryFieldHasItsFormOfChange opens the form for every field that can be changed: it has words of its own among the
// kinds that are offered, and its value is given in what its unit asks for.
func TestEveryFieldHasItsFormOfChange(t *testing.T) {
	w := openSample(t)
	seen := map[string]bool{}
	for _, field := range deal.ChangeFields {
		form := newChangeForm(changeEntry{book: w.session.book, field: field}, "Try")
		words := kindOf(field).words
		if words == "" || seen[words] || !slices.Contains(form.kinds().Options, words) {
			t.Errorf("%s is offered as %q", field, words)
		}
		seen[words] = true
		shown := 0
		for _, value := range form.values {
			if value.field.Visible() {
				shown++
				if value.control != form.valueControl() || value.field.Caption() == "" {
					t.Errorf("the value of %s is given in a field without caption or in another one", field)
				}
			}
		}
		if want := map[bool]int{true: 0, false: 1}[field.Unit() == deal.UnitYes]; shown != want {
			t.Errorf("%s is given in %d fields, want %d", field, shown, want)
		}
		if (field.Unit() == deal.UnitWord) != (len(field.Vocabulary()) > 0) || field.Unit() == deal.UnitWord && len(form.word.Options) != len(field.Vocabulary()) {
			t.Errorf("%s can be one of %q, and is offered as %q", field, field.Vocabulary(), form.word.Options)
		}
	}
	if len(seen) != len(kindsOfChange) {
		t.Errorf("%d kinds are offered for %d fields", len(kindsOfChange), len(seen))
	}
}
