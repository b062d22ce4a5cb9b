package gui

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// companyTicks is the list of companies to tick, with a line to find one.
type companyTicks struct {
	panel  *filterPanel
	search *widgets.TextEntry
	list   *tickList
	found  []deal.Company
	near   *widgets.Paragraph
	box    fyne.CanvasObject
}

func newCompanyTicks(p *filterPanel) *companyTicks {
	t := &companyTicks{panel: p, search: widgets.NewTextEntry("Find a company"), near: widgets.NewNote("")}
	t.search.OnChanged = func(string) { t.follow() }
	t.search.OnEscape = p.close
	t.list = newTickList(t)
	buttons := container.NewHBox(widgets.NewButton("All", t.showAll), widgets.NewButton("None", t.showNone))
	head := container.NewBorder(nil, nil, widgets.NewHeading("Companies"), nil)
	find := container.NewBorder(nil, nil, nil, buttons, t.search)
	t.box = container.NewBorder(widgets.Stacked(6, head, find), t.near, nil, nil, t.list)
	return t
}

// shown reports whether the view lets the company's deals count, as far as companies are chosen one by one.
func shown(view network.View, company deal.CompanyID) bool {
	return !slices.Contains(view.Hidden, company) && (view.Companies == nil || slices.Contains(view.Companies, company))
}

// follow lists the companies that are searched for, by name.
func (t *companyTicks) follow() {
	session := t.panel.window.session
	t.found = t.found[:0]
	for _, company := range session.book.Companies {
		if strings.Contains(strings.ToLower(company.Name), strings.ToLower(strings.TrimSpace(t.search.Text))) {
			t.found = append(t.found, company)
		}
	}
	slices.SortStableFunc(t.found, func(a, b deal.Company) int {
		return cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	words := ""
	if view := session.view; view.Near != nil {
		words = "Of these only what is near: " + (network.View{Near: view.Near, Steps: view.Steps}).Filters(session.book)[0].Words + "."
	}
	t.near.SetText(words)
	t.near.Hidden = words == ""
	t.list.Refresh()
}

// toggle lets a company's deals count, or not.
func (t *companyTicks) toggle(at int) {
	if at < 0 || at >= len(t.found) {
		return
	}
	company := t.found[at].ID
	on := !shown(t.panel.window.session.view, company)
	t.panel.window.changeView(toggled(on, "Hide ", "Show ")+t.found[at].Name, func(view *network.View) {
		view.Hidden = slices.DeleteFunc(slices.Clone(view.Hidden), func(id deal.CompanyID) bool { return id == company })
		switch {
		case view.Companies == nil && !on:
			view.Hidden = append(view.Hidden, company)
			slices.Sort(view.Hidden)
		case view.Companies != nil:
			chosen := slices.DeleteFunc(slices.Clone(view.Companies), func(id deal.CompanyID) bool { return id == company })
			if on {
				chosen = append(chosen, company)
				slices.Sort(chosen)
			}
			view.Companies = chosen
		}
		if len(view.Hidden) == 0 {
			view.Hidden = nil
		}
		if len(view.Companies) == len(t.panel.window.session.book.Companies) {
			view.Companies = nil
		}
	})
}

func (t *companyTicks) showAll() {
	t.panel.window.changeView("Show all companies", func(view *network.View) { view.Companies, view.Hidden = nil, nil })
}

func (t *companyTicks) showNone() {
	t.panel.window.changeView("Show no company", func(view *network.View) { view.Companies, view.Hidden = []deal.CompanyID{}, nil })
}

// tickList is the rows with their tick boxes. The arrow keys go through them and Space ticks.
type tickList struct {
	widget.List
	ticks *companyTicks
}

func newTickList(t *companyTicks) *tickList {
	l := &tickList{ticks: t}
	l.HideSeparators = true
	l.Length = func() int { return len(t.found) }
	l.CreateItem = func() fyne.CanvasObject { return container.New(tickRow{}, widgets.NewTick("", nil)) }
	l.UpdateItem = func(id widget.ListItemID, object fyne.CanvasObject) {
		tick := object.(*fyne.Container).Objects[0].(*widgets.Tick)
		tick.OnChanged = nil
		if id >= len(t.found) {
			return
		}
		name := t.found[id].Name
		tick.SetText(widgets.ShortenMiddle(name, l.Size().Width-tickRoom, theme.TextSize(), fyne.TextStyle{}))
		tick.OnPointed = func(at fyne.Position, on bool) {
			t.panel.tip.Tell(nil)
			if on && tick.Text != name {
				t.panel.tip.TellOver(t.panel.popup.Content, at, []widgets.TooltipLine{{Text: name}})
			}
		}
		tick.Set(shown(t.panel.window.session.view, t.found[id].ID), false)
		tick.OnChanged = func(bool) { t.toggle(id) }
		tick.OnEscape = t.panel.close
	}
	l.OnSelected = func(id widget.ListItemID) {
		l.Unselect(id)
		t.toggle(id)
	}
	l.ExtendBaseWidget(l)
	return l
}

// tickRoom is the room that a row needs beside its words.
const tickRoom = 46

// TypedKey hands on to the window what is the window's: Escape closes the panel.
func (l *tickList) TypedKey(event *fyne.KeyEvent) {
	if widgets.OfTheWindow(event.Name) {
		l.ticks.panel.window.typedKey(event)
		return
	}
	l.List.TypedKey(event)
}

// tickRow is a row that is as low as those of the other lists of tick boxes.
type tickRow struct{}

// Layout implements fyne.Layout.
func (tickRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[0].Move(fyne.NewPos(-4, (size.Height-height)/2))
}

// MinSize implements fyne.Layout.
func (tickRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().SubtractWidthHeight(0, 9)
}
