package gui

import (
	"fmt"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// scenariosTable lists the scenarios of the document, and below them what the marked one changes.
type scenariosTable struct {
	*widgets.Table
	window  *Window
	session *session
	results *scenarioResults
	covers  *widgets.Text // which filters the numbers of all scenarios stand under
	detail  *fyne.Container
	buttons []*widgets.Button // of the marked scenario
	compare *widgets.Button
	find    string
	box     *container.Split
}

// noScenarios stands in for the rows of a document without scenarios.
const noScenarios = "No scenarios yet. Try something in the What if panel and save it: it is kept in this file, and the data stay as they are."

func newScenariosTable(w *Window) *scenariosTable {
	t := &scenariosTable{window: w, session: w.session, results: newScenarioResults(w.session), covers: widgets.NewCaption(""), detail: widgets.Stacked(4)}
	t.Table = widgets.NewTable([]widgets.Column{
		{Title: "Scenario", Width: 130, Grow: 4},
		{Title: "Circular money", Width: 98, Right: true},
		{Title: "Against the base", Width: 108, Right: true, Spare: true},
	}, noScenarios)
	t.OnSelected = func(int64) { t.showDetail() }
	t.OnOpened = func(int64) { w.loadScenario() }
	t.OnDelete = func(int64) { w.deleteScenario() }
	t.OnMenu = func(_ int64, at fyne.Position) { w.showMenuOf(menuOfScenario, at, w.countedInMenu) }
	t.WithKey = w.typedKey
	t.results.onFound = append(t.results.onFound, t.refill)
	w.session.onBook, w.session.onView = append(w.session.onBook, t.refill), append(w.session.onView, t.refill)
	w.session.onMeasures = append(w.session.onMeasures, t.refill)
	t.build()
	return t
}

func (t *scenariosTable) build() {
	w := t.window
	save := widgets.NewButtonWithIcon("Save what is tried…", theme.DocumentSaveIcon(), w.saveScenario)
	t.compare = widgets.NewButtonWithIcon("Side by side", theme.GridIcon(), w.toggleSideBySide)
	save.Importance, t.compare.Importance = widget.LowImportance, widget.LowImportance
	head := container.New(&widgets.Flow{Gap: 4}, save, t.compare)
	for _, one := range []struct {
		words string
		run   func()
	}{
		{"Try it", w.loadScenario}, {"Apply…", w.applyMarked}, {"Rename…", w.renameScenario},
		{"Duplicate", w.duplicateScenario}, {"Delete", w.deleteScenario},
	} {
		t.buttons = append(t.buttons, widgets.NewButton(one.words, one.run))
	}
	t.buttons[0].Importance = widget.HighImportance
	row := container.New(&widgets.Flow{Gap: 4})
	for _, button := range t.buttons {
		row.Add(button)
	}
	below := container.NewBorder(widgets.Inset(row, 4, 6), nil, nil, nil, container.NewVScroll(widgets.Inset(t.detail, 2, 8)))
	t.box = container.NewVSplit(container.NewBorder(widgets.Inset(head, 2, 2), widgets.Inset(t.covers, 3, 6), nil, nil, t.Table), below)
	t.box.Offset = 0.45
}

// marked returns the scenario whose row is marked.
func (t *scenariosTable) marked() (deal.Scenario, bool) {
	key, ok := t.Selected()
	if !ok {
		return deal.Scenario{}, false
	}
	return t.session.book.Scenario(deal.ScenarioID(key))
}

// reveal marks the scenario's row.
func (t *scenariosTable) reveal(id deal.ScenarioID) {
	t.refill()
	t.Select(int64(id))
	t.showDetail()
}

// setFind keeps the rows that hold the words.
func (t *scenariosTable) setFind(words string) {
	t.find = words
	t.refill()
}

func (t *scenariosTable) refill() {
	var rows []widgets.Row
	for _, scenario := range t.session.book.Scenarios {
		row := t.row(scenario)
		if holds(row, t.find, scenario.Note) {
			rows = append(rows, row)
		}
	}
	t.SetWhenEmpty(noScenarios)
	if t.find != "" && len(t.session.book.Scenarios) > 0 {
		t.SetWhenEmpty("No scenario holds the words in Find.")
	}
	t.SetRows(rows)
	t.covers.SetText(t.session.under("All scenarios, with numbers under: "))
	t.covers.Hidden = t.covers.Content() == "" || len(rows) == 0
	t.showDetail()
}

func (t *scenariosTable) row(scenario deal.Scenario) widgets.Row {
	row := widgets.Row{Key: int64(scenario.ID), Cells: []widgets.Cell{{Text: scenario.Name}, {}, {}},
		Sort: []widgets.SortKey{{Text: scenario.Name}, {Number: math.Inf(-1)}, {Number: math.Inf(-1)}}}
	result, ok := t.results.of(scenario.ID)
	switch {
	case !ok:
		row.Cells[1] = widgets.Cell{Text: "computing…", Colour: widgets.ColourMuted}
	case result.err != nil:
		row.Cells[1] = widgets.Cell{Text: "not computed", Colour: theme.ColorNameError}
	default:
		base := t.session.book.Base
		money := result.circular()
		difference, _ := money.Difference()
		row.Cells[1].Text = money.ScenarioText(base)
		row.Cells[2] = widgets.Cell{Text: marked(money, base), Bold: difference != 0 || money.Standing(base) == whatif.Reranged}
		if result.unsure(base) {
			row.Cells[2] = widgets.Cell{Text: "computing…", Colour: widgets.ColourMuted}
		}
		row.Sort[1].Number, row.Sort[2].Number = money.Scenario, difference
	}
	if len(whatif.MovedBases(t.session.book, scenario.Changes)) > 0 {
		row.Cells[0].Text = "! " + scenario.Name
	}
	return row
}

// marked writes how a scenario stands to the base, "0" where it is the same.
func marked(row whatif.Row, currency deal.Currency) string {
	if text := row.StandingText(currency); text != "" {
		return text
	}
	return row.DifferenceText(currency)
}

// showDetail tells about the marked scenario.
func (t *scenariosTable) showDetail() {
	scenario, ok := t.marked()
	for _, button := range t.buttons {
		setEnabled(button, ok)
	}
	setEnabled(t.compare, len(t.session.book.Scenarios) > 0)
	t.detail.Objects = nil
	if ok {
		t.tell(scenario)
	}
	t.detail.Refresh()
}

func (t *scenariosTable) tell(scenario deal.Scenario) {
	book := t.session.book
	name := heading(scenario.Name)
	t.detail.Add(name)
	if scenario.Note != "" {
		t.detail.Add(widgets.NewParagraph(scenario.Note, ""))
	}
	changes := whatif.Latest(scenario.Changes)
	t.detail.Add(section(counted(len(changes), "change")))
	for _, change := range changes {
		words := whatif.Describe(book, change)
		if whatif.IsBase(book, change) {
			words += " (as it is)"
		}
		t.detail.Add(widgets.NewLink(words, func() { t.selectTarget(change) }))
	}
	result, known := t.results.of(scenario.ID)
	if moved := whatif.MovedBases(book, changes); len(moved) > 0 {
		t.detail.Add(section("The base has moved underneath"))
		for _, one := range moved {
			t.detail.Add(widgets.NewParagraph("! "+capital(one.Text)+".", widgets.ColourLoop))
		}
		if known && result.err == nil {
			t.detail.Add(widgets.NewParagraph(result.move.Text(book.Base), ""))
		}
		accept := widgets.NewButton("Take the present data as its base", t.window.rebaseScenario)
		accept.Importance = widget.LowImportance
		t.detail.Add(container.NewHBox(accept, layout.NewSpacer()))
	}
	gone := slices.ContainsFunc(scenario.Changes, t.session.deleted)
	if gone {
		t.detail.Add(widgets.NewParagraph("It cannot be computed while it changes what has been deleted since. Ctrl+Z brings back what was deleted last.", theme.ColorNameError))
		leave := widgets.NewButton("Leave out what is deleted", t.window.leaveOutDeleted)
		leave.Importance = widget.LowImportance
		t.detail.Add(container.NewHBox(leave, layout.NewSpacer()))
	}
	switch {
	case gone:
	case !known:
		t.detail.Add(widgets.NewNote("Computing…"))
	case result.err != nil:
		t.detail.Add(widgets.NewParagraph(sentence(result.err)+".", theme.ColorNameError))
	default:
		if money := result.circular(); money.Standing(book.Base) == whatif.Reranged {
			t.detail.Add(widgets.NewParagraph("Circular money has another range: "+money.ScenarioRangeText(book.Base)+". Its best figure stays.", ""))
		}
		t.detail.Add(section("In words"))
		words := newComparisonWords(t.window)
		words.show(result.comparison, false)
		t.detail.Add(words.box)
	}
}

// selectTarget selects what the change is about.
func (t *scenariosTable) selectTarget(change deal.Change) {
	switch change.Field.Target() {
	case deal.TargetLeg:
		t.session.selectLeg(deal.LegID(change.Target))
	case deal.TargetDeal:
		t.session.selectSubject(deal.Subject{Deal: deal.DealID(change.Target)})
	case deal.TargetCompany:
		t.session.selectCompany(deal.CompanyID(change.Target))
	}
}

// chosenScenario returns the marked scenario, or else the one that is tried.
func (w *Window) chosenScenario() (deal.Scenario, bool) {
	if scenario, ok := w.scenarios.marked(); ok {
		return scenario, true
	}
	scenario, _, ok := w.session.scenario()
	return scenario, ok
}

func (w *Window) loadScenario() {
	if scenario, ok := w.chosenScenario(); ok {
		w.session.load(scenario)
		w.sides.SelectIndex(whatIfTab)
		w.status.say("Trying scenario " + scenario.Name)
	}
}

func (w *Window) renameScenario() {
	if scenario, ok := w.chosenScenario(); ok {
		w.openScenarioForm(scenario, "Name and note of the scenario", func() {})
	}
}

func (w *Window) duplicateScenario() {
	if scenario, ok := w.chosenScenario(); ok {
		name := scenario.Name
		scenario.ID, scenario.Name = 0, copyName(w.session.book, name)
		w.putScenario(scenario, "Duplicate scenario "+name)
	}
}

func (w *Window) rebaseScenario() {
	if scenario, ok := w.chosenScenario(); ok {
		w.putScenario(whatif.Rebased(w.session.book, scenario), fmt.Sprintf("Take the present data as the base of scenario %s", scenario.Name))
	}
}

// leaveOutDeleted takes the changes of what the document no longer holds out of the scenario.
func (w *Window) leaveOutDeleted() {
	if scenario, ok := w.chosenScenario(); ok {
		scenario.Changes = slices.DeleteFunc(slices.Clone(scenario.Changes), w.session.deleted)
		w.putScenario(scenario, "Leave what is deleted out of scenario "+scenario.Name)
	}
}

func (w *Window) applyMarked() {
	if scenario, ok := w.chosenScenario(); ok {
		w.applyScenario(scenario)
	}
}

// applyTried applies what is tried, saved or not.
func (w *Window) applyTried() {
	if scenario, differs, ok := w.session.scenario(); ok && !differs {
		w.applyScenario(scenario)
		return
	}
	w.applyScenario(deal.Scenario{Name: "What is tried", Changes: w.session.trial()})
}

// deleteScenario deletes the scenario. One undo brings it back, so nothing is asked.
func (w *Window) deleteScenario() {
	scenario, ok := w.chosenScenario()
	if !ok {
		return
	}
	edit := deal.Edit{Label: "Delete scenario " + scenario.Name, Seen: w.session.book, DeleteScenarios: []deal.ScenarioID{scenario.ID}}
	if _, err := w.session.apply(edit); err != nil {
		w.tell("It was not deleted", err)
		return
	}
	w.status.sayWith(edit.Label, " (Ctrl+Z brings it back)", false)
}
