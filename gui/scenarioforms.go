package gui

import (
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// newScenarioForm is the form of a scenario's name and note.
func newScenarioForm(book *deal.Book, scenario deal.Scenario, heading string) *smallForm {
	f := newSmallForm(heading)
	f.size = fyne.NewSize(600, 380)
	name, note := scenario.Name, scenario.Note
	f.read = func() (deal.Edit, deal.Problems) {
		s := scenario
		s.Name, s.Note = strings.TrimSpace(name), strings.TrimSpace(note)
		var problems deal.Problems
		errors.As(s.Validate(), &problems)
		for _, other := range book.Scenarios {
			if other.ID != s.ID && deal.NameKey(other.Name) == deal.NameKey(s.Name) && s.Name != "" {
				problems = append(problems, deal.Problem{
					Field: deal.Field{Name: deal.FieldName, Leg: -1}, Message: "there is a scenario of this name already: give it another one",
				})
			}
		}
		edit := deal.Edit{Label: "Save scenario " + s.Name, Seen: book, Scenarios: []deal.Scenario{s}}
		if s.ID != 0 {
			edit.Label = "Change scenario " + s.Name
		}
		return edit, problems
	}
	f.rows.Add(f.text(deal.FieldName, "Name", "e.g. A stake of $25bn", &name))
	f.rows.Add(f.entry("note", "Note", widgets.NewNotesEntry("Why it is worth a look"), &note))
	changes := widgets.Stacked(2)
	for _, change := range scenario.Changes {
		changes.Add(widgets.NewNote("• " + whatif.Describe(book, change)))
	}
	f.rows.Add(widgets.Inset(changes, 2, 2))
	return f
}

// saveScenario keeps what is tried: in the scenario that was loaded, or as another one.
func (w *Window) saveScenario() { w.saveScenarioThen(func() {}) }

// saveScenarioThen saves what is tried, and then goes on.
func (w *Window) saveScenarioThen(on func()) {
	s := w.session
	if !s.tried() {
		return
	}
	if unread := w.whatIf.unread(); unread != "" {
		w.tell("Nothing was saved", fmt.Errorf("%s of the what-if cannot be read: put it right first", unread))
		return
	}
	scenario, differs, ok := s.scenario()
	if ok && differs {
		w.askWhere(scenario, on)
		return
	}
	w.openScenarioForm(deal.Scenario{Changes: s.trial()}, "Save what is tried as a scenario", on)
}

// askWhere asks whether what is tried takes the place of the loaded scenario's changes or is another scenario.
func (w *Window) askWhere(scenario deal.Scenario, on func()) {
	w.offer("Save in “"+scenario.Name+"”?",
		"What is tried differs from the scenario as it was saved. Saving puts it in its place; Ctrl+Z takes that back.", "Cancel",
		reply{"Save in it", func() {
			scenario.Changes = w.session.trial()
			if w.putScenario(scenario, "Change scenario "+scenario.Name) {
				on()
			}
		}},
		reply{"As another one…", func() {
			w.openScenarioForm(deal.Scenario{Changes: w.session.trial()}, "Save what is tried as a scenario", on)
		}})
}

// openScenarioForm opens the form of a scenario; saved, it is the one that is tried, and it goes on.
func (w *Window) openScenarioForm(scenario deal.Scenario, heading string, on func()) {
	form := newScenarioForm(w.session.book, scenario, heading)
	form.OnCancel = w.closeForm
	form.OnSave = func(edit deal.Edit) error {
		applied, err := w.save(edit)
		if err == nil && len(applied.Scenarios) > 0 {
			if scenario.ID == 0 {
				w.session.loaded = applied.Scenarios[0]
				tell(w.session.onTrial)
			}
			w.scenarios.reveal(applied.Scenarios[0])
		}
		if err == nil {
			on()
		}
		return err
	}
	w.openForm(form)
}

// putScenario makes one undoable edit of the scenario.
func (w *Window) putScenario(scenario deal.Scenario, label string) bool {
	applied, err := w.session.apply(deal.Edit{Label: label, Seen: w.session.book, Scenarios: []deal.Scenario{scenario}})
	if err != nil {
		w.tell("The scenario was not saved", err)
		return false
	}
	if len(applied.Scenarios) > 0 {
		w.scenarios.reveal(applied.Scenarios[0])
	}
	w.status.say(label)
	return true
}

// applyScenario asks whether the scenario is to become the data, saying everything that will change and what has
// moved since it was made, and then makes it one undoable edit.
func (w *Window) applyScenario(scenario deal.Scenario) {
	book := w.session.book
	edit, err := whatif.Edit(book, whatif.Rebased(book, scenario))
	if err != nil {
		w.tell("“"+scenario.Name+"” was not applied", err)
		return
	}
	if scenario.ID != 0 {
		edit.Scenarios = []deal.Scenario{whatif.Settled(book, scenario)}
	}
	question := widgets.Stacked(4)
	moved := whatif.MovedBases(book, scenario.Changes)
	if len(moved) > 0 {
		question.Add(widgets.NewParagraph("The data have changed since the scenario was made:", widgets.ColourLoop))
		for _, one := range moved {
			question.Add(widgets.NewParagraph("! "+capital(one.Text), widgets.ColourLoop))
		}
		question.Add(widgets.NewGap(4))
	}
	question.Add(widgets.NewParagraph("This will change in the document:", ""))
	for _, line := range whatif.Consequences(book, edit) {
		question.Add(widgets.NewParagraph("• "+line, ""))
	}
	if kept := whatif.Assumptions(scenario.Changes); len(kept) > 0 {
		question.Add(widgets.NewGap(4))
		question.Add(widgets.NewNote("Assumptions of the analysis are no data and stay in the scenario:"))
		for _, change := range kept {
			question.Add(widgets.NewNote("• " + whatif.Describe(book, change)))
		}
	}
	if idle := whatif.Idle(book, scenario.Changes); len(idle) > 0 {
		question.Add(widgets.NewGap(4))
		question.Add(widgets.NewNote("These change nothing in the data and stay in the scenario:"))
		for _, change := range idle {
			question.Add(widgets.NewNote("• " + whatif.Describe(book, change)))
		}
	}
	question.Add(widgets.NewNote("Ctrl+Return applies it, Esc leaves the data. Ctrl+Z takes it back as a whole."))
	yes, no := reply{"Apply it", func() { w.applyEdit(edit, scenario) }}, "Leave the data"
	first := yes.label
	if len(moved) > 0 {
		first = no // what has moved is to be read first
	}
	w.askList("Apply “"+scenario.Name+"” to the data?", question, first, no, yes)
}

// applyEdit makes the scenario's edit; what was tried of it is the data from then on.
func (w *Window) applyEdit(edit deal.Edit, scenario deal.Scenario) {
	s := w.session
	was, idle := s.nowTried(), whatif.Idle(s.book, scenario.Changes)
	if _, err := s.apply(edit); err != nil {
		w.tell("“"+scenario.Name+"” was not applied", err)
		return
	}
	var left []deal.Change
	for _, change := range was.changes {
		if whatif.Sets(idle, change) || !whatif.IsBase(s.book, change) && !whatif.Sets(scenario.Changes, change) || len(whatif.Assumptions([]deal.Change{change})) > 0 {
			left = append(left, change)
		}
	}
	s.setTrial(s.stake.Leg, left)
	s.steps.applied(was, s.nowTried())
	w.status.sayWith(edit.Label, " (Ctrl+Z takes it back)", false)
}

// askList asks a question with a list that may be long. The button with the label first stands out; Ctrl+Return says yes.
func (w *Window) askList(title string, content fyne.CanvasObject, first, no string, yes reply) {
	shown := w.poseFor(first, title, container.NewVScroll(widgets.Inset(content, 4, 6)), no, yes)
	shown.Resize(fyne.NewSize(560, 420))
	w.accept = func() {
		shown.Hide()
		yes.do()
	}
}

// copyName returns a name for a copy that no scenario has yet.
func copyName(book *deal.Book, name string) string {
	for n := 1; ; n++ {
		made := name + " (copy)"
		if n > 1 {
			made = fmt.Sprintf("%s (copy %d)", name, n)
		}
		taken := false
		for _, scenario := range book.Scenarios {
			taken = taken || deal.NameKey(scenario.Name) == deal.NameKey(made)
		}
		if !taken {
			return made
		}
	}
}
