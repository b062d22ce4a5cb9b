package gui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// formSummary is the foot of a form: in full, whatever its length, what keeps it from being saved or is to be known
// before that, above the keys and the buttons.
type formSummary struct {
	*widgets.Paragraph
	foot *fyne.Container
	copy *widgets.FormButton // takes what was typed along; it shows once saving has failed
	form *fyne.Container     // that the foot belongs to
}

func newFormSummary(save, cancel *widgets.FormButton, keys *widgets.Text) *formSummary {
	s := &formSummary{Paragraph: widgets.NewParagraph("", theme.ColorNameError)}
	s.copy = widgets.NewFormButton("Copy what is typed", func() {
		fyne.CurrentApp().Clipboard().SetContent(typedIn(s.form))
	}, cancel.OnTapped)
	s.copy.Importance = widget.LowImportance
	s.copy.Hide()
	s.Hide()
	s.foot = widgets.Stacked(2, s.Paragraph, container.NewBorder(nil, nil, keys, container.NewHBox(s.copy, cancel, save)))
	return s
}

// wrong shows what is wrong; "" is nothing.
func (s *formSummary) wrong(words string) { s.show(words, theme.ColorNameError) }

// problems shows the first problem, and how many more there are.
func (s *formSummary) problems(problems deal.Problems) {
	switch len(problems) {
	case 0:
		s.wrong("")
	case 1:
		s.wrong(capital(problems[0].Message))
	default:
		s.wrong(fmt.Sprintf("%s (and %d more)", capital(problems[0].Message), len(problems)-1))
	}
}

// note shows what is to be known before saving.
func (s *formSummary) note(words string) { s.show(words, theme.ColorNameForeground) }

// failed says why saving failed, and offers to take along what was typed.
func (s *formSummary) failed(err error) {
	s.copy.Show()
	s.wrong(sentence(err))
}

func (s *formSummary) show(words string, colour fyne.ThemeColorName) {
	if s.Content() == words && s.Colour == colour {
		return
	}
	s.Colour = colour
	s.SetText(words)
	s.Hidden = words == ""
	s.Refresh()
	s.fit()
}

// fit gives the words the lines that they take at the width which they have.
func (s *formSummary) fit() {
	if s.form != nil && s.form.Size().Width > 0 {
		s.foot.Layout.Layout(s.foot.Objects, fyne.NewSize(s.form.Size().Width-20, s.foot.Size().Height))
		s.form.Refresh()
	}
}

// typedIn returns what stands in the fields of the object, a line for each that is not empty.
func typedIn(object fyne.CanvasObject) string {
	var lines strings.Builder
	if !object.Visible() {
		return ""
	}
	switch shown := object.(type) {
	case *fyne.Container:
		for _, child := range shown.Objects {
			lines.WriteString(typedIn(child))
		}
	case *container.Scroll:
		return typedIn(shown.Content)
	case *widgets.Field:
		text := ""
		switch control := shown.Control.(type) {
		case typing:
			text = control.Content()
		case *widgets.Choice:
			text = control.Selected
		}
		if text != "" {
			lines.WriteString(shown.Caption() + ": " + text + "\n")
		}
	}
	return lines.String()
}
