package gui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

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
	for i := range w.whatIf.chips.box.Objects {
		words = append(words, w.whatIf.chips.at(i).Words())
	}
	return strings.Join(words, "; ")
}

func TestBaseIsMarkedOnTheSlider(t *testing.T) {
	w := openSample(t)
	at, word, shown := w.whatIf.marked.Mark()
	if at != 100 || word != "base $10bn" || !shown {
		t.Errorf("the mark is at %v, %q, %v", at, word, shown)
	}
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
	shows(t, w.scenarios.box, "Big and alone", "Oracle fails", "Amazon → OpenAI equity: $10bn → $25bn", "Circular money", "Source")
	w.loadScenario()
	if got := w.chipWords(); got != "Amazon → OpenAI equity: $10bn → $25bn; Oracle fails" {
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
		{"Big and alone (changed)", "Amazon → OpenAI equity: $10bn → $30bn; Oracle fails"}, // before the base
		{"Big and alone", "Amazon → OpenAI equity: $10bn → $25bn; Oracle fails"},           // before the amount was typed
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
	if got := w.chipWords(); got != "Amazon → OpenAI equity: $10bn → $30bn; Oracle fails" {
		t.Errorf("redone, %q is tried", got)
	}
}

// TestASliderMovesInOneStep slides, lets go, and slides again: undo takes back each move, not each value on its way.
func TestASliderMovesInOneStep(t *testing.T) {
	w := openSample(t)
	for _, moves := range [][]float64{{200, 300, 400}, {450, 500}} {
		for _, at := range moves {
			w.whatIf.slide(at)
		}
		w.whatIf.slider.OnChangeEnded(moves[len(moves)-1])
	}
	w.whatIf.amount.SetText("5")
	w.whatIf.amount.SetText("5bn")
	for _, want := range []string{"Amazon → OpenAI equity: $10bn → $50bn", "Amazon → OpenAI equity: $10bn → $40bn", ""} {
		if w.undo(); w.chipWords() != want {
			t.Errorf("undone, %q is tried, not %q", w.chipWords(), want)
		}
	}
}

// TestAWrongEntryKeepsWhatWasTried types what cannot be read after what can.
func TestAWrongEntryKeepsWhatWasTried(t *testing.T) {
	w := openSample(t)
	for _, wrong := range []string{"-5bn", "abc", ""} {
		w.whatIf.amount.SetText("25bn")
		w.whatIf.amount.SetText(wrong)
		if got := w.chipWords(); got != "Amazon → OpenAI equity: $10bn → $25bn" || w.whatIf.slider.Value != 250 {
			t.Errorf("after %q, %q is tried and the slider is at %v", wrong, got, w.whatIf.slider.Value)
		}
		if w.whatIf.amount.Text != wrong || w.whatIf.fields["amount"].Problem() == "" {
			t.Errorf("%q became %q with the problem %q", wrong, w.whatIf.amount.Text, w.whatIf.fields["amount"].Problem())
		}
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

// TestAMessageGoesWithWhatItSays does something else than what the status bar speaks of.
func TestAMessageGoesWithWhatItSays(t *testing.T) {
	w := openSample(t)
	w.selectMarked([]deal.CompanyID{1, 2, 3}, false)
	if got := w.status.message.Content(); got != "3 companies selected" {
		t.Fatalf("the status bar says %q", got)
	}
	if w.session.selectNothing(); w.status.message.Content() != "" {
		t.Errorf("with nothing selected it says %q", w.status.message.Content())
	}
	w.give(t, deal.ChangeFails, "Oracle", "")
	if got := w.status.message.Content(); got != "Tried: Oracle fails" {
		t.Fatalf("the status bar says %q", got)
	}
	if w.backToBase(); w.status.message.Content() != "" {
		t.Errorf("back at the base it says %q", w.status.message.Content())
	}
}

// TestADeletedLegComesBackToWhatIsTried deletes the deal of what is tried, and undoes that.
func TestADeletedLegComesBackToWhatIsTried(t *testing.T) {
	w := openSample(t)
	w.whatIf.amount.SetText("25bn")
	w.saveAs(t, "Big")
	_, owner, _ := w.session.book.Leg(w.session.stake.Leg)
	if _, err := w.session.apply(deal.Edit{Label: "Delete it", Seen: w.session.book, DeleteDeals: []deal.DealID{owner.ID}}); err != nil {
		t.Fatal(err)
	}
	w.showTable(scenariosTab)
	w.scenarios.reveal(w.session.book.Scenarios[0].ID)
	// The name is in the file, so that it is known when the file is opened again.
	if got, _ := w.session.book.Scenarios[0].Changes[0].KeptName(); got != "Amazon → OpenAI equity" {
		t.Errorf("the scenario keeps the name %q of the deleted leg", got)
	}
	shows(t, w.scenarios.box, "Amazon → OpenAI equity, deleted since", "It cannot be computed while it changes what has been deleted since")
	w.window.Canvas().Unfocus()
	w.undo()
	if got := w.chipWords(); got != "Amazon → OpenAI equity: $10bn → $25bn" || w.whatIf.trying.name.Content() != "Big" {
		t.Errorf("undone, %q of %q is tried", got, w.whatIf.trying.name.Content())
	}
	if result, ok := w.scenarios.results.of(w.session.book.Scenarios[0].ID); !ok || result.err != nil {
		t.Errorf("the scenario is not computed: %v", result.err)
	}
	w.redo()
	w.leaveOutDeleted()
	if got := w.session.book.Scenarios[0].Changes; len(got) != 0 {
		t.Errorf("it keeps %+v", got)
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
	shows(t, w.scenarios.box, "The base has moved underneath", "was $10bn when the scenario was made and is $12bn now",
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
	if got, name := w.chipWords(), w.whatIf.trying.name.Content(); got != "Amazon → OpenAI equity: $12bn → $25bn; Amazon, gross margin: 60%" || name != "Twenty-five" {
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

// TestSideBySideReachesTheLastScenario goes with the keyboard through more scenarios than fit, and back to the names.
func TestSideBySideReachesTheLastScenario(t *testing.T) {
	w := openSample(t)
	for _, amount := range []string{"1bn", "2bn", "3bn", "4bn", "5bn", "6bn", "7bn"} {
		w.whatIf.amount.SetText(amount)
		w.saveAs(t, "A scenario with a rather long name, number "+amount)
		w.backToBase()
	}
	w.toggleSideBySide()
	grid := w.side.grid
	for range 12 {
		grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	if grid.at != (widget.TableCellID{Row: 0, Col: 8}) {
		t.Fatalf("the keyboard is at %+v", grid.at)
	}
	grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !w.side.ordersBy(w.side.table.Columns[6]) {
		t.Error("Return on a scenario's name does not sort by it")
	}
	update, drawn := grid.UpdateCell, map[widget.TableCellID]fyne.CanvasObject{}
	grid.UpdateCell = func(id widget.TableCellID, object fyne.CanvasObject) {
		update(id, object)
		drawn[id] = object
	}
	grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	last := drawn[widget.TableCellID{Row: 0, Col: 7}]
	if last == nil {
		t.Fatal("the last scenario is not drawn")
	}
	driver := fyne.CurrentApp().Driver()
	right := driver.AbsolutePositionForObject(last).X + last.Size().Width
	if ends := driver.AbsolutePositionForObject(grid).X + grid.Size().Width; right > ends+1 || right < ends-20 {
		t.Errorf("the last scenario ends at %v, the table at %v", right, ends)
	}
}

func TestScenariosStandSideBySide(t *testing.T) {
	w := openSample(t)
	for _, amount := range []string{"20bn", "50bn", "0"} {
		w.whatIf.amount.SetText(amount)
		w.saveAs(t, "Stake "+amount)
		w.backToBase()
	}
	w.whatIf.amount.SetText("38bn")
	w.toggleSideBySide()
	if w.left.Visible() || !w.side.box.Visible() {
		t.Fatal("the table is not in the place of tables and canvas")
	}
	names := func() string {
		var names []string
		for _, column := range w.side.table.Columns {
			names = append(names, column.Name)
		}
		return strings.Join(names, ", ")
	}
	if got := names(); got != "What is tried, Stake 20bn, Stake 50bn, Stake 0" {
		t.Errorf("the columns are %s", got)
	}
	at := 0
	for i, line := range w.side.lines {
		if line.row.Key == "circular_money" {
			at = i + 1
		}
	}
	cell := newSideCell()
	for column, want := range map[int][3]string{1: {"~$46bn", "$26bn to $362bn", ""}, 2: {"~$102bn", "$26bn to $418bn", "▲ ~$56bn"},
		3: {"~$66bn", "$26bn to $382bn", "▲ ~$20bn"}, 5: {"≥$26bn", "$26bn to $342bn", "▼ ~$20bn"}} {
		w.side.grid.show(widget.TableCellID{Row: at, Col: column}, cell)
		if got := [3]string{cell.value.Content(), cell.spans.Content(), cell.below.Content()}; got != want {
			t.Errorf("column %d says %q; want %q", column, got, want)
		}
	}
	if words := w.side.state.Content(); words != "4 scenarios" {
		t.Errorf("above the table stands %q", words)
	}
	for i, line := range w.side.lines {
		if line.row.Key == "return_share" || line.row.Name == "Of each dollar ever back at Amazon" {
			if w.side.grid.show(widget.TableCellID{Row: i + 1, Col: 5}, cell); cell.value.Content() != "—" || cell.below.Content() != "unknown now" || !cell.value.Style.Bold {
				t.Errorf("a number that is lost says %q, %q", cell.value.Content(), cell.below.Content())
			}
		}
	}
	w.side.grid.goTo(widget.TableCellID{Row: at, Col: 0})
	w.side.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := names(); got != "What is tried, Stake 50bn, Stake 20bn, Stake 0" {
		t.Errorf("sorted by circular money the columns are %s", got)
	}
	for i, line := range w.side.lines {
		if line.row.Key == "stake" {
			w.side.grid.goTo(widget.TableCellID{Row: i + 1, Col: 3})
		}
	}
	if got := w.session.selection.Legs; len(got) != 1 || got[0] != w.session.stake.Leg {
		t.Errorf("the number leads to %v", got)
	}
	path := filepath.Join(t.TempDir(), "side.csv")
	w.exportSideBySide()
	w.asked.Hide()
	w.writeSideBySide(path)
	text, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(text), "circular_money,Circular money,The network,money,46000000000,") {
		t.Errorf("%v\n%s", err, text)
	}
	w.side.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := names(); got != "What is tried, Stake 20bn, Stake 0" {
		t.Errorf("with one left out the columns are %s", got)
	}
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !w.left.Visible() || w.side.open {
		t.Error("Escape does not bring the canvas back")
	}
}

// TestOldNumbersAreDimmed holds the computation back and lets the time pass after which numbers are old.
func TestOldNumbersAreDimmed(t *testing.T) {
	w := openSample(t)
	var held []func()
	var due func()
	before, after := beside, afterwards
	t.Cleanup(func() { beside, afterwards = before, after })
	beside = func(work func()) { held = append(held, work) }
	afterwards = func(_ time.Duration, then func()) func() bool { due = then; return func() bool { return true } }
	w.whatIf.amount.SetText("25bn")
	if strings.Contains(w.whatIf.trying.name.Content(), "computing") {
		t.Error("numbers are old before the time has passed")
	}
	due()
	shows(t, w.whatIf.content, "What is tried · computing…")
	note := w.middle.Objects[len(w.middle.Objects)-1]
	if !note.Visible() || !slices.Contains(canvasTexts(note), "An earlier step: computing…") {
		t.Error("the canvas does not say that it is old")
	}
	if !strings.HasPrefix(w.status.summary.Content(), "computing…") {
		t.Errorf("the status bar says %q", w.status.summary.Content())
	}
	if got := w.whatIf.table.lines[0].texts[1].Colour; got == "foreground" || w.whatIf.kept.Colour != got || w.whatIf.table.lines[0].note.Colour != got {
		t.Error("the old numbers are not dimmed")
	}
	beside = before
	for _, work := range held {
		work()
	}
	if note.Visible() {
		t.Error("the canvas still says that it is old")
	}
	if w.session.late || w.whatIf.row("circular_money")[1] != "~$76bn" {
		t.Errorf("computed, circular money is %v", w.whatIf.row("circular_money"))
	}
	if got := w.whatIf.table.lines[0].texts[1].Colour; got != "foreground" {
		t.Errorf("the new numbers are %s", got)
	}
}

// TestASliderThatMovesOnIsFollowed moves the slider on while a step is computed: that step is shown, and then the
// last one, not every one between them.
func TestASliderThatMovesOnIsFollowed(t *testing.T) {
	w := openSample(t)
	var held []func()
	before := beside
	t.Cleanup(func() { beside = before })
	beside = func(work func()) { held = append(held, work) }
	w.session.since = time.Time{}
	for _, at := range []float64{200, 300, 400, 500} {
		w.whatIf.slider.SetValue(at)
		w.session.since = time.Now()
	}
	if len(held) != 1 {
		t.Fatalf("%d steps are computed at once", len(held))
	}
	held[0]()
	if got := w.whatIf.row("stake")[1]; got != "≤$20bn" || len(held) != 2 {
		t.Errorf("the step on its way shows %s, and %d are computed", got, len(held))
	}
	for _, colour := range []fyne.ThemeColorName{w.whatIf.table.lines[0].texts[1].Colour, w.whatIf.words.lines[0].line.Colour(), w.status.summary.Colour} {
		if !w.session.late || colour != theme.ColorNameDisabled {
			t.Errorf("numbers of $20bn are shown as those of $50bn, in %s", colour)
		}
	}
	beside = before
	held[1]()
	if got := w.whatIf.row("stake")[1]; got != "≤$50bn" || w.session.late {
		t.Errorf("at rest it shows %s", got)
	}
}

func TestASentenceLeadsToLegsAndSources(t *testing.T) {
	w := openSample(t)
	w.whatIf.amount.SetText("25bn")
	line := w.whatIf.words.lines[0].line
	if got := line.Content(); !strings.HasPrefix(got, "Amazon gives OpenAI up to $25bn instead of up to $10bn") {
		t.Errorf("it says %q", got)
	}
	test.Tap(line)
	if len(w.session.selection.Legs) == 0 {
		t.Error("a click on the sentence selects nothing")
	}
	w.whatIf.words.lines[0].sources.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.session.source == 0 {
		t.Error("the source is not opened")
	}
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
			if got := other.chipWords(); got != "Amazon → OpenAI equity: $10bn → $25bn" {
				t.Errorf("imported, the chips say %q", got)
			}
		case ending == ".csv" && !strings.Contains(string(text), "circular_money"):
			t.Errorf("%v: %s", err, text)
		}
	}
}

// TestAnAmountWithoutASourceCitesNone enters another amount than the sources state, and tries a third.
func TestAnAmountWithoutASourceCitesNone(t *testing.T) {
	w := openSample(t)
	cited := func() int { return len(whatif.SourcesOf(w.session.book, []deal.LegID{w.session.stake.Leg})) }
	before := cited()
	_, d, _ := w.session.book.Leg(w.session.stake.Leg)
	d.Legs = append([]deal.Leg(nil), d.Legs...)
	d.Legs[0].Figure = deal.Exactly(12_000_000_000_00)
	if _, err := w.session.apply(deal.Edit{Label: "Without a source", Seen: w.session.book, Deals: []deal.Deal{d}}); err != nil {
		t.Fatal(err)
	}
	if before == 0 || cited() >= before {
		t.Errorf("%d sources are cited, and %d before", cited(), before)
	}
	if got := w.whatIf.presets.Objects[0].(*widgets.Chip).Words(); got != "As entered $12bn" {
		t.Errorf("the first preset says %q", got)
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
	shows(t, w.whatIf.words.box, "Your own figure, which no source states: Amazon → OpenAI equity, $0–$20bn*")
	if got := w.whatIf.kept.Content(); got != before {
		t.Errorf("applied, it says %q, and before %q", got, before)
	}
	w.whatIf.amount.SetText("30bn")
	if got := w.chipWords(); got != "Amazon → OpenAI equity: $20bn → $30bn" {
		t.Errorf("moved on, %q is tried", got)
	}
	if submit.enabled() {
		t.Error("Ctrl+Return still answers something")
	}
}
