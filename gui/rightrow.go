package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// rightEntry is one right as it stands in the form.
type rightEntry struct {
	kept         deal.Right // as it was opened; zero for a new one
	holder, over string
	kind         deal.RightKind
	until, note  string
}

// rightsPart is the part of the deal form that holds the deal's rights, one a row.
type rightsPart struct {
	form *dealForm
	rows *fyne.Container
	box  fyne.CanvasObject
	// problem shows below the rows what is wrong with any of them.
	problem *widgets.Paragraph
}

func newRightsPart(form *dealForm) *rightsPart {
	p := &rightsPart{form: form, rows: container.NewVBox(), problem: widgets.NewParagraph("", theme.ColorNameError)}
	add := form.button("Add a right", theme.ContentAddIcon(), func() {
		form.entry.rights = append(form.entry.rights, rightEntry{kind: deal.RightExclusivity})
		p.build()
	})
	p.problem.Hide()
	p.box = container.NewVBox(p.rows, p.problem, container.NewHBox(add, layout.NewSpacer()))
	p.build()
	return p
}

func (p *rightsPart) build() {
	p.rows.RemoveAll()
	for i := range p.form.entry.rights {
		p.rows.Add(p.row(i))
	}
	p.form.check()
}

func (p *rightsPart) row(i int) fyne.CanvasObject {
	right := &p.form.entry.rights[i]
	kind := choice(deal.RightKinds, right.kind, func(kind deal.RightKind) {
		right.kind = kind
		p.form.touched(deal.FieldRight, -1)
	})
	remove := p.form.button("", theme.ContentRemoveIcon(), func() {
		p.form.entry.rights = append(p.form.entry.rights[:i:i], p.form.entry.rights[i+1:]...)
		p.build()
	})
	fields := widgets.Columns([]float32{4, 4, 4, 2.5, 5},
		p.field("Right: holder", p.form.companyEntry(deal.FieldRight, -1, &right.holder)), p.field("has", kind),
		p.field("over", p.form.companyEntry(deal.FieldRight, -1, &right.over)),
		p.field("until", p.form.textEntry(deal.FieldRight, -1, "e.g. 2039", &right.until)),
		p.field("Note", p.form.textEntry(deal.FieldRight, -1, "", &right.note)))
	return container.NewBorder(nil, nil, nil, container.NewVBox(layout.NewSpacer(), remove), fields)
}

func (p *rightsPart) field(caption string, control fyne.CanvasObject) *widgets.Field {
	field := widgets.NewField(caption, control)
	field.Compact = true
	widgets.Reveal(p.form.scroll, control)
	widgets.Escapes(control, p.form.cancel)
	return field
}

// show says what is wrong with the rights; "" is nothing.
func (p *rightsPart) show(problem string) {
	p.problem.SetText(problem)
	p.problem.Hidden = problem == ""
}

// rights reads the rights of the form.
func (r *entryReading) rights(entries []rightEntry) []deal.Right {
	var rights []deal.Right
	for _, entry := range entries {
		right := entry.kept
		right.Kind, right.Note = entry.kind, entry.note
		right.Holder, right.Over = r.company(deal.FieldRight, -1, entry.holder), r.company(deal.FieldRight, -1, entry.over)
		right.Until = r.date(deal.FieldRight, -1, entry.until)
		rights = append(rights, right)
	}
	return rights
}
