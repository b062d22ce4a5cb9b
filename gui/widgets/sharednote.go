package widgets

import (
	"strings"

	"fyne.io/fyne/v2/theme"
)

// sharedNote is the text below a row of narrow fields, which each has room for a few words only.
type sharedNote struct {
	fields []*Field
	note   *Paragraph
}

// ShareNote gives the fields one text below all of them and returns it, to be put there. It says what is wrong with
// each field with which something is, a line for each, and otherwise how an entry is understood.
func ShareNote(fields ...*Field) *Paragraph {
	s := &sharedNote{fields: fields, note: NewNote("")}
	for _, field := range fields {
		field.shared, field.Compact = s, true
	}
	s.show()
	return s.note
}

func (s *sharedNote) show() {
	hint := ""
	var problems []string
	for _, field := range s.fields {
		if field.problem != "" {
			problems = append(problems, field.caption.Content()+": "+field.problem)
		}
		if hint == "" {
			hint = field.hint
		}
	}
	words, colour := hint, ColourMuted
	if len(problems) > 0 {
		words, colour = strings.Join(problems, "\n"), theme.ColorNameError
	}
	s.note.Colour = colour
	s.note.SetText(words)
	s.note.Hidden = words == ""
	s.note.Refresh()
}
