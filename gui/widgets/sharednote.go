package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// SharedNote is the text below a row of narrow fields, which each has room for a few words only.
type SharedNote struct {
	*Paragraph
	HintColour fyne.ThemeColorName // of how an entry is understood
	fields     []*Field
	rest       string
	restColour fyne.ThemeColorName
}

// ShareNote gives the fields one text below all of them and returns it, to be put there. It says what is wrong with
// each field with which something is, a line for each, then what is probably not meant, and otherwise how an entry is understood. Room is kept for so many
// lines; without any, an empty note takes no room.
func ShareNote(lines int, fields ...*Field) *SharedNote {
	s := &SharedNote{Paragraph: NewNote(""), HintColour: ColourMuted, fields: fields}
	s.Least = lines
	for _, field := range fields {
		field.shared, field.Compact = s, true
	}
	s.show()
	return s
}

// SetRest shows the text, in the colour, where there is nothing to say of the fields.
func (s *SharedNote) SetRest(text string, colour fyne.ThemeColorName) {
	if s.rest != text || s.restColour != colour {
		s.rest, s.restColour = text, colour
		s.show()
	}
}

// SetLeast keeps room for so many lines from now on.
func (s *SharedNote) SetLeast(lines int) {
	if s.Least != lines {
		s.Least = lines
		s.show()
	}
}

func (s *SharedNote) show() {
	hint := ""
	var problems, warnings []string
	for _, field := range s.fields {
		if field.problem != "" {
			problems = append(problems, field.caption.Content()+": "+field.problem)
		}
		if field.warning != "" {
			warnings = append(warnings, "! "+field.caption.Content()+": "+field.warning)
		}
		if hint == "" {
			hint = field.hint
		}
	}
	words, colour := s.rest, s.restColour
	switch {
	case len(problems) > 0:
		words, colour = strings.Join(problems, "\n"), theme.ColorNameError
	case len(warnings) > 0:
		words, colour = strings.Join(warnings, "\n"), theme.ColorNameWarning
	case hint != "":
		words, colour = hint, s.HintColour
	}
	if colour == "" {
		colour = ColourMuted
	}
	s.Colour = colour
	s.SetText(words)
	s.Hidden = words == "" && s.Least == 0
	s.Refresh()
}
