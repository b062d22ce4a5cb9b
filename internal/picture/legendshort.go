package picture

import (
	"slices"
	"strings"
)

// LegendForm is how much the legend explains.
type LegendForm string

// The forms. By room, the legend is short where it would otherwise take more than mostLegend of the picture.
const (
	LegendByRoom LegendForm = ""
	LegendFull   LegendForm = "full"
	LegendShort  LegendForm = "short"
)

// mostLegend is the part of a picture that the legend takes at most in full, mostShort that which it takes at most with
// the shapes of the roles and the area of companies.
const mostLegend, mostShort = 0.12, 0.15

// shortWords are the words of the short form, where they are others.
var shortWords = map[Mark]string{
	MarkFinancing: "financing", MarkCommercial: "commercial", MarkDotted: "undisclosed", MarkLoop: "on a loop", MarkPassing: "out of sight",
	MarkPinned: "pinned", MarkGhost: "was more before", MarkGrown: "was less before",
}

// shortBadgeWords are those of the badges.
var shortBadgeWords = [badgeCount]string{
	BadgeBeyondMeans: "beyond its means",
	BadgeExclusivity: "exclusivity",
	BadgeHedging:     "finances rivals",
	BadgeFallen:      "cannot pay: wave",
	BadgeHolder:      "loss on stakes",
}

// LegendForm returns the form that the legend has in a picture: full or short.
func (s *Scene) LegendForm(c Camera) LegendForm {
	if s.legendIn(c).short {
		return LegendShort
	}
	return LegendFull
}

// legendIn returns the legend as it stands in a picture, without the badges for which every company is too small in it, and
// without notes on what is not drawn at its zoom.
func (s *Scene) legendIn(c Camera) Legend {
	l := s.Legend
	l.Badges = slices.DeleteFunc(slices.Clone(l.Badges), func(badge Badge) bool {
		return !badge.atAnySize() && l.bearers[badge]*c.factor() < leastBadged*c.Scale
	})
	l.Notes = slices.DeleteFunc(slices.Clone(l.Notes), func(note string) bool {
		return note == boxNote && !s.boxed(c) || note == headNote && s.headed(c)
	})
	part := func(l Legend) float64 {
		size := l.size()
		return size.Width * size.Height * c.Scale * c.Scale / (float64(c.Width) * float64(c.Height))
	}
	if l.form == LegendFull || l.form == LegendByRoom && part(l) <= mostLegend {
		return l
	}
	l = l.inShort()
	if l.form == LegendByRoom && part(l) > mostShort {
		return l.withoutRoles()
	}
	return l
}

// boxed reports whether a name is written at the camera's zoom that has boxes in place of letters.
func (s *Scene) boxed(c Camera) bool {
	missing := func(line string) bool { return shaped(line, true).missing }
	return slices.ContainsFunc(s.Labels(c.Zoom), func(label Label) bool { return slices.ContainsFunc(label.Lines, missing) })
}

// withoutRoles returns the legend without what it says of the shapes and the area of companies.
func (l Legend) withoutRoles() Legend {
	all := l.Notes
	l.Roles, l.Notes = nil, nil
	for _, note := range all {
		switch {
		case !strings.HasPrefix(note, areaNote):
			l.Notes = append(l.Notes, note)
		case l.signs != "":
			l.Notes = append(l.Notes, l.signs)
		}
	}
	return l
}

// inShort returns the legend in fewer words, and in two columns that are filled evenly.
func (l Legend) inShort() Legend {
	s := l
	s.short, s.Lines = true, nil
	for _, line := range l.Lines {
		if words, ok := shortWords[line.Mark]; ok {
			line.Text = words
		}
		s.Lines = append(s.Lines, line)
	}
	return s
}
