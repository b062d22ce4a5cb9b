package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/whatif"
)

// give tries a change as one gives it in the form.
func (w *Window) give(t *testing.T, field deal.ChangeField, of, value string) {
	t.Helper()
	form := newChangeForm(changeEntry{book: w.session.book, field: field, of: of, value: value}, "")
	form.OnTry = w.tryChange
	form.Submit()
	if said := form.summary.Content(); said != "" {
		t.Fatalf("%s of %s to %s: %s", field, of, value, said)
	}
}

// saveAs saves what is tried under the name.
func (w *Window) saveAs(t *testing.T, name string) {
	t.Helper()
	w.saveScenario()
	form, ok := w.form.(*smallForm)
	if !ok {
		t.Fatal("no form opens")
	}
	entry, _ := form.first.(*widgets.TextEntry)
	entry.SetText(name)
	form.Submit()
	if w.form != nil {
		t.Fatalf("the form stays open: %s", form.summary.Content())
	}
}

// chipWords are the words of the chips of what is tried.
func (w *Window) chipWords() string {
	var words []string
	for _, chip := range w.whatIf.chips.chips {
		words = append(words, chip.Words())
	}
	return strings.Join(words, "; ")
}

func TestScenarioIsKeptLoadedAndTakenBack(t *testing.T) {
	w := openSample(t)
	w.whatIf.amount.SetText("25bn")
	w.give(t, deal.ChangeFails, "Oracle", "")
	w.saveAs(t, "Big and alone")
	if got := w.session.book.Scenarios; len(got) != 1 || got[0].Name != "Big and alone" || len(got[0].Changes) != 2 {
		t.Fatalf("kept: %+v", got)
	}
	if got := w.whatIf.trying.name.Content(); got != "Big and alone" {
		t.Errorf("the panel says %q is tried", got)
	}
	w.whatIf.amount.SetText("30bn")
	if got := w.whatIf.trying.name.Content(); got != "Big and alone (changed)" {
		t.Errorf("changed, the panel says %q", got)
	}
	w.backToBase()
	if w.chipWords() != "" || w.session.book.Scenarios[0].Name != "Big and alone" {
		t.Fatal("back at the base something is tried, or the scenario is gone")
	}
	w.showTable(scenariosTab)
	w.scenarios.OnSelected(int64(w.session.book.Scenarios[0].ID))
	w.scenarios.Select(int64(w.session.book.Scenarios[0].ID))
	shows(t, w.scenarios.box, "Big and alone", "Oracle fails", "Amazon → OpenAI equity: ≤$10bn → ≤$25bn", "Circular money", "Source")
	w.loadScenario()
	if got := w.chipWords(); got != "Amazon → OpenAI equity: ≤$10bn → ≤$25bn; Oracle fails" {
		t.Errorf("loaded, the chips say %q", got)
	}
	w.duplicateScenario()
	if got := w.session.book.Scenarios; len(got) != 2 || got[1].Name != "Big and alone (copy)" {
		t.Fatalf("duplicated: %+v", got)
	}
	w.scenarios.Select(int64(w.session.book.Scenarios[1].ID))
	w.deleteScenario()
	if len(w.session.book.Scenarios) != 1 {
		t.Fatal("it is not deleted")
	}
	w.window.Canvas().Unfocus()
	w.undo() // the deletion
	w.undo() // the copy
	for _, want := range [][2]string{
		{"What is tried", ""}, // before the scenario was loaded
		{"Big and alone (changed)", "Amazon → OpenAI equity: ≤$10bn → ≤$30bn; Oracle fails"}, // before the base
		{"Big and alone", "Amazon → OpenAI equity: ≤$10bn → ≤$25bn; Oracle fails"},           // before the amount was typed
	} {
		if w.undo(); w.whatIf.trying.name.Content() != want[0] || w.chipWords() != want[1] {
			t.Errorf("undone, %q of %q is tried; want %q", w.chipWords(), w.whatIf.trying.name.Content(), want)
		}
	}
	if w.undo(); len(w.session.book.Scenarios) != 0 {
		t.Errorf("undone, the document keeps %+v", w.session.book.Scenarios)
	}
	w.redo()
	w.redo()
	if got := w.chipWords(); got != "Amazon → OpenAI equity: ≤$10bn → ≤$30bn; Oracle fails" {
		t.Errorf("redone, %q is tried", got)
	}
}

// TestAScenarioIsToldAboutItsOwnLeg computes a scenario while the slider moves another leg.
func TestAScenarioIsToldAboutItsOwnLeg(t *testing.T) {
	w := openSample(t)
	w.whatIf.amount.SetText("25bn")
	w.saveAs(t, "Big")
	w.backToBase()
	other := w.whatIf.leg.legs[len(w.whatIf.leg.legs)-1]
	w.whatIf.move(other)
	w.session.apply(deal.Edit{Label: "Anything", Seen: w.session.book, Companies: w.session.book.Companies[:1]})
	result, ok := w.scenarios.results.of(w.session.book.Scenarios[0].ID)
	if !ok || result.comparison.Stake.Leg == other || !strings.HasPrefix(result.comparison.Words()[0].Text, "Amazon gives OpenAI up to $25bn instead of up to $10bn") {
		t.Errorf("%v: %+v", ok, result.comparison.Words())
	}
}

// TestScenarioAsTheData applies a scenario after its question, as one undoable edit.
func TestScenarioAsTheData(t *testing.T) {
	w := openSample(t)
	w.whatIf.amount.SetText("25bn")
	w.give(t, deal.ChangeMargin, "Amazon", "60%")
	w.saveAs(t, "Twenty-five")
	scenario := w.session.book.Scenarios[0]

	// Meanwhile the data move underneath.
	d, _ := w.session.book.Deal(1)
	d.Legs = append([]deal.Leg(nil), d.Legs...)
	d.Legs[0].Figure = deal.UpTo(12_000_000_000_00)
	if _, err := w.session.apply(deal.Edit{Label: "Move", Seen: w.session.book, Deals: []deal.Deal{d}}); err != nil {
		t.Fatal(err)
	}
	w.showTable(scenariosTab)
	w.scenarios.reveal(scenario.ID)
	if got := w.scenarios.Shown()[0].Cells[0].Text; got != "! Twenty-five" {
		t.Errorf("the list says %q", got)
	}
	shows(t, w.scenarios.box, "The base has moved underneath", "was up to $10bn when the scenario was made and is up to $12bn now",
		"circular money went from ~$46bn to ~$50bn")

	w.applyScenario(scenario)
	question := w.window.Canvas().Overlays().Top()
	shows(t, question, "The data have changed since the scenario was made", "Amazon → OpenAI equity: up to $12bn → up to $25bn, assumed",
		"stay in the scenario", "Amazon, gross margin: 60%")
	w.window.Canvas().Unfocus()
	w.undo()
	if leg, _, _ := w.session.book.Leg(w.session.stake.Leg); leg.Figure.Best != 12_000_000_000_00 {
		t.Error("an edit is undone behind the question")
	}
	w.asked.Hide()
	w.applyEdit(editOf(t, w.session.book, scenario), scenario)
	leg, _, _ := w.session.book.Leg(w.session.stake.Leg)
	if leg.Figure.Best != 25_000_000_000_00 {
		t.Errorf("the leg is %+v", leg.Figure)
	}
	if got := w.chipWords(); got != "Amazon, gross margin: 60%" {
		t.Errorf("still tried: %q", got)
	}
	w.window.Canvas().Unfocus()
	w.undo()
	if leg, _, _ = w.session.book.Leg(w.session.stake.Leg); leg.Figure.Best != 12_000_000_000_00 {
		t.Errorf("one undo leaves %+v", leg.Figure)
	}
	if got, name := w.chipWords(), w.whatIf.trying.name.Content(); got != "Amazon → OpenAI equity: ≤$12bn → ≤$25bn; Amazon, gross margin: 60%" || name != "Twenty-five" {
		t.Errorf("undone, %q of %s is tried", got, name)
	}
	if got := w.whatIf.amount.Text; got != "$25bn" {
		t.Errorf("undone, the amount says %s", got)
	}
	w.redo()
	if got := w.chipWords(); got != "Amazon, gross margin: 60%" || w.whatIf.amount.Text != "$25bn" {
		t.Errorf("redone, %q is tried and the amount says %s", got, w.whatIf.amount.Text)
	}
	w.whatIf.amount.SetText("30bn")
	w.undo()
	if got := w.chipWords(); got != "Amazon, gross margin: 60%" {
		t.Errorf("with the last amount undone %q is tried", got)
	}
}

func editOf(t *testing.T, book *deal.Book, scenario deal.Scenario) deal.Edit {
	t.Helper()
	edit, err := whatif.Edit(book, whatif.Rebased(book, scenario))
	if err != nil {
		t.Fatal(err)
	}
	return edit
}

func TestScenarioIsExported(t *testing.T) {
	w := openSample(t)
	w.whatIf.amount.SetText("25bn")
	w.saveAs(t, "Big")
	folder := t.TempDir()
	for _, ending := range []string{".json", ".csv", ".doc"} {
		path := filepath.Join(folder, "big"+ending)
		w.writeScenario(path, w.session.book.Scenarios[0])
		text, err := os.ReadFile(path)
		switch {
		case ending == ".doc" && err == nil:
			t.Error("another ending is written")
		case ending == ".json":
			read, err := exchange.ReadJSON(strings.NewReader(string(text)), path)
			if err != nil || len(read.Scenarios) != 1 || read.Scenarios[0].Name != "Big" {
				t.Fatalf("%v: %s", err, text)
			}
			other := openWindow(t, read)
			other.session.load(other.session.book.Scenarios[0])
			if got := other.chipWords(); got != "Amazon → OpenAI equity: ≤$10bn → ≤$25bn" {
				t.Errorf("imported, the chips say %q", got)
			}
		case ending == ".csv" && !strings.Contains(string(text), "circular_money"):
			t.Errorf("%v: %s", err, text)
		}
	}
}

// TestCtrlReturnApplies answers the question whether to apply what is tried from the keyboard, and reads what becomes of it.
func TestCtrlReturnApplies(t *testing.T) {
	w := openSample(t)
	w.whatIf.amount.SetText("20bn")
	w.whatIf.entries["spent"].SetText("80%")
	before := w.whatIf.kept.Content()
	w.applyTried()
	var submit *command
	for _, one := range w.commandTable() {
		if one.label == "Save entry" {
			submit = one
		}
	}
	if w.asked == nil || !submit.enabled() {
		t.Fatal("Ctrl+Return answers nothing")
	}
	submit.run()
	if leg, _, _ := w.session.book.Leg(w.session.stake.Leg); w.asked != nil || leg.Figure.Best != 20_000_000_000_00 || w.chipWords() != "" {
		t.Fatalf("applied, the document says %v and %q is tried", leg.Figure, w.chipWords())
	}
	if got := w.whatIf.entries["spent"].Text; got != "80%" {
		t.Errorf("applied, the share spent back is %q", got)
	}
	shows(t, w.whatIf.words.box, "Amazon → OpenAI equity, $0–$20bn assumed, is your own figure: “The $10 billion loop")
	if got := w.whatIf.kept.Content(); got != before {
		t.Errorf("applied, it says %q, and before %q", got, before)
	}
	w.whatIf.amount.SetText("30bn")
	if got := w.chipWords(); got != "Amazon → OpenAI equity: ≤$20bn → ≤$30bn" {
		t.Errorf("moved on, %q is tried", got)
	}
	if submit.enabled() {
		t.Error("Ctrl+Return still answers something")
	}
}
