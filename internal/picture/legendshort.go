package picture

import "slices"

// LegendForm is how much the legend explains.
type LegendForm string

// The forms. By room, the legend is short where it would otherwise take more than mostLegend of the picture.
const (
	LegendByRoom LegendForm = ""
	LegendFull   LegendForm = "full"
	LegendShort  LegendForm = "short"
)

// mostLegend is the part of a picture that the legend takes at most in full.
const mostLegend = 0.12

// shortWords are the words of the short form, where they are others.
var shortWords = map[Mark]string{
	MarkFinancing: "financing", MarkCommercial: "commercial", MarkDotted: "undisclosed", MarkLoop: "on a loop", MarkPassing: "out of sight",
	MarkPinned: "pinned", MarkGhost: "was more before", MarkGrown: "was less before",
}

// LegendForm returns the form that the legend has in a picture: full or short.
func (s *Scene) LegendForm(c Camera) LegendForm {
	if s.legendIn(c).short {
		return LegendShort
	}
	return LegendFull
}

// legendIn returns the legend as it stands in a picture, without the badges for which every company is too small in it.
func (s *Scene) legendIn(c Camera) Legend {
	l := s.Legend
	l.Badges = slices.DeleteFunc(slices.Clone(l.Badges), func(badge Badge) bool {
		return !badge.atAnySize() && l.bearers[badge]*c.factor() < leastBadged*c.Scale
	})
	size := l.size()
	room := mostLegend * float64(c.Width) * float64(c.Height)
	if l.form == LegendFull || l.form == LegendByRoom && size.Width*size.Height*c.Scale*c.Scale <= room {
		return l
	}
	return l.inShort()
}

// inShort returns the legend with the ways of drawing legs in two columns, what is counted, and no more.
func (l Legend) inShort() Legend {
	s := l
	s.short, s.Roles, s.Badges, s.Lines, s.Notes = true, nil, nil, nil, nil
	for _, line := range l.Lines {
		if words, ok := shortWords[line.Mark]; ok {
			line.Text = words
		}
		s.Lines = append(s.Lines, line)
	}
	for _, note := range l.Notes {
		if !slices.Contains(l.spare, note) {
			s.Notes = append(s.Notes, note)
		}
	}
	if l.signs != "" {
		s.Notes = append(s.Notes, l.signs)
	}
	if l.boxes != "" {
		s.Notes = append(s.Notes, l.boxes)
	}
	for _, badge := range l.Badges {
		if words, ok := strainWords[badge]; ok {
			s.Notes = append(s.Notes, words)
		}
	}
	return s
}
