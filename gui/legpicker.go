package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// legPicker is the entry in which the leg that the panel moves is chosen: by typing any words of its name, or from the
// list of all.
type legPicker struct {
	*widgets.Completion
	OnPicked func(deal.LegID)

	legs   []deal.LegID
	names  []string
	picked string // the name of the leg that is moved now
	layer  *widgets.Suggestions
}

func newLegPicker() *legPicker {
	p := &legPicker{layer: widgets.NewSuggestions()}
	p.Completion = widgets.NewCompletion("", p.layer, p.offers)
	p.ActionItem = widgets.NewButtonWithIcon("", theme.MenuDropDownIcon(), p.list)
	leave, take := p.OnLeave, p.OnConfirm
	p.OnFocus = p.clear
	p.OnLeave = func() {
		leave()
		p.back()
	}
	p.OnConfirm = func() bool { return take() || p.takeFirst() }
	p.OnEscape = p.back
	p.OnChanged = p.read
	return p
}

// set lists the legs under their names.
func (p *legPicker) set(legs []deal.LegID, names []string) { p.legs, p.names = legs, names }

// pick shows the leg as the one that is moved.
func (p *legPicker) pick(leg deal.LegID) {
	p.picked = ""
	for i, id := range p.legs {
		if id == leg {
			p.picked = p.names[i]
		}
	}
	p.back()
}

// back shows the leg that is moved, whatever was typed.
func (p *legPicker) back() {
	if p.Text != p.picked {
		p.SetText(p.picked)
	}
}

// clear makes room for typing; the leg that is moved stands there in grey.
func (p *legPicker) clear() {
	p.SetPlaceHolder(p.picked)
	p.SetText("")
}

// offers returns the names that hold every word that is typed, all of them where the name of the leg that is moved stands.
func (p *legPicker) offers(typed string) []string {
	if typed == p.picked {
		typed = ""
	}
	words := strings.Fields(strings.ToLower(typed))
	var found []string
	for _, name := range p.names {
		folded, holds := strings.ToLower(name), true
		for _, word := range words {
			holds = holds && strings.Contains(folded, word)
		}
		if holds {
			found = append(found, name)
		}
	}
	return found
}

// takeFirst takes the first name that is offered for what is typed.
func (p *legPicker) takeFirst() bool {
	offers := p.offers(p.Text)
	if strings.TrimSpace(p.Text) == "" || len(offers) == 0 {
		return false
	}
	p.SetText(offers[0])
	return true
}

// read moves the leg whose whole name stands there.
func (p *legPicker) read(text string) {
	for i, name := range p.names {
		if name == text && name != p.picked {
			p.OnPicked(p.legs[i])
			return
		}
	}
}

// list shows all legs below the entry.
func (p *legPicker) list() {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(p.Completion)
	if canvas == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, name := range p.names {
		items = append(items, fyne.NewMenuItem(name, func() { p.SetText(name) }))
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), canvas)
	menu.ShowAtRelativePosition(fyne.NewPos(0, p.Size().Height), p.Completion)
	menu.Resize(fyne.NewSize(p.Size().Width, menu.Size().Height))
}
