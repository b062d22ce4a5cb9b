package widgets

import "fyne.io/fyne/v2/theme"

// sharedNote is one line below a row of narrow fields, which each has room for a few words only.
type sharedNote struct {
	fields []*Field
	note   *Paragraph
}

// ShareNote gives the fields one line below all of them and returns it, to be put there. It says what is wrong with
// the first field with which something is, and otherwise how an entry is understood.
func ShareNote(fields ...*Field) *Paragraph {
	s := &sharedNote{fields: fields, note: NewNote("")}
	for _, field := range fields {
		field.shared, field.Compact = s, true
	}
	s.show()
	return s.note
}

func (s *sharedNote) show() {
	words, colour := "", ColourMuted
	for _, field := range s.fields {
		if field.problem != "" {
			words, colour = field.caption.Content()+": "+field.problem, theme.ColorNameError
			break
		}
		if words == "" {
			words = field.hint
		}
	}
	s.note.Colour = colour
	s.note.SetText(words)
	s.note.Hidden = words == ""
	s.note.Refresh()
}
