package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Field is a caption above a control and a line below it, which says how the entry is understood or what is
// wrong with it.
type Field struct {
	widget.BaseWidget
	Control fyne.CanvasObject
	caption *Text
	note    *Paragraph
	Compact bool // no room is kept for the line below while it is empty
	hint    string
	warning string
	problem string
	shared  *SharedNote // the line below stands under a whole row of fields
}

// NewField returns a field without a note.
func NewField(caption string, control fyne.CanvasObject) *Field {
	f := &Field{Control: control, caption: NewCaption(caption), note: noteBelow()}
	f.ExtendBaseWidget(f)
	return f
}

// noteBelow is the text below a control: as many lines as a sentence takes.
func noteBelow() *Paragraph {
	note := NewNote("")
	note.Most = 4
	return note
}

// SetCaption puts another caption above the control.
func (f *Field) SetCaption(caption string) { f.caption.SetText(caption) }

// Caption returns the caption above the control.
func (f *Field) Caption() string { return f.caption.Content() }

// SetHint shows how the entry is understood, unless something is wrong with it.
func (f *Field) SetHint(hint string) {
	if f.hint != hint {
		f.hint = hint
		f.showNote()
	}
}

// SetWarning shows, in place of the hint, what is probably not meant with the entry; "" is nothing.
func (f *Field) SetWarning(warning string) {
	if f.warning != warning {
		f.warning = warning
		f.showNote()
	}
}

// SetProblem shows what is wrong with the entry; "" is nothing.
func (f *Field) SetProblem(problem string) {
	if f.problem != problem {
		f.problem = problem
		f.showNote()
	}
}

// Problem returns what is wrong with the entry, or "".
func (f *Field) Problem() string { return f.problem }

// Note returns the line below the control.
func (f *Field) Note() string { return f.note.Content() }

func (f *Field) showNote() {
	if f.shared != nil {
		f.shared.show()
		return
	}
	f.note.Colour = ColourMuted
	text := f.hint
	switch {
	case f.problem != "":
		f.note.Colour = theme.ColorNameError
		text = f.problem
	case f.warning != "":
		f.note.Colour = theme.ColorNameWarning
		text = "! " + f.warning
	}
	grown := f.Compact && (text == "") != (f.note.Content() == "")
	f.note.SetText(text)
	f.note.Refresh()
	if grown || f.Size().Height < f.MinSize().Height {
		f.Refresh()
	}
}

// noteHeight is the room for the line below the control.
func (f *Field) noteHeight() float32 {
	if f.Compact && f.note.Content() == "" {
		return 0
	}
	return f.note.MinSize().Height
}

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer { return &fieldRenderer{field: f} }

var _ fyne.WidgetRenderer = (*fieldRenderer)(nil)

type fieldRenderer struct{ field *Field }

// fieldMargin is the room left of caption and note, so that they line up with the text in the control.
const fieldMargin = 2

func (r *fieldRenderer) Layout(size fyne.Size) {
	f := r.field
	caption, note := f.caption.MinSize().Height, f.noteHeight()
	f.note.Resize(fyne.NewSize(size.Width-fieldMargin, note))
	f.caption.Move(fyne.NewPos(fieldMargin, 0))
	f.caption.Resize(fyne.NewSize(size.Width-fieldMargin, caption))
	f.Control.Move(fyne.NewPos(0, caption+1))
	control := f.Control.MinSize().Height // neighbours with longer notes do not stretch it
	f.Control.Resize(fyne.NewSize(size.Width, control))
	f.note.Move(fyne.NewPos(fieldMargin, caption+1+control+1))
	f.note.Resize(fyne.NewSize(size.Width-fieldMargin, note))
}

func (r *fieldRenderer) MinSize() fyne.Size {
	f := r.field
	control := f.Control.MinSize()
	return fyne.NewSize(control.Width, f.caption.MinSize().Height+control.Height+f.noteHeight()+2)
}

func (r *fieldRenderer) Refresh() {
	for _, object := range r.Objects() {
		object.Refresh()
	}
	r.Layout(r.field.Size())
}

func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.field.caption, r.field.Control, r.field.note}
}

func (r *fieldRenderer) Destroy() {}
