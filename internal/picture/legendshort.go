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
// the shapes of the roles.
const mostLegend, mostShort = 0.12, 0.2

// shortWords are the words of the short form, where they are others.
var shortWords = map[Mark]string{
	MarkFinancing: "financing", MarkCommercial: "commercial", MarkLoop: "on a loop", MarkPassing: "out of sight",
	MarkPinned: "pinned", MarkGhost: "was more before", MarkGrown: "pale edge: added",
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

// legendIn returns the legend as it stands in a picture, without the badges and pins that no company has in it, and without
// notes on what is not drawn at its zoom.
func (s *Scene) legendIn(c Camera) Legend {
	l := s.Legend
	l.keepDrawn(c.factor() / c.Scale)
	l.Notes = slices.DeleteFunc(slices.Clone(l.Notes), func(note string) bool {
		return note == boxNote && !s.boxed(c) || note == headNote && s.headed(c)
	})
	initials := s.initialsShown(c)
	part := func(l Legend) float64 {
		size := l.size()
		return size.Width * size.Height * c.Scale * c.Scale / (float64(c.Width) * float64(c.Height))
	}
	if full := l.noting(initials); l.form == LegendFull || l.form == LegendByRoom && part(full) <= mostLegend {
		return full
	}
	l = l.inShort().noting(initials)
	if s.bare(c) {
		l.sayMain()
	}
	if l.form == LegendByRoom && part(l) > mostShort {
		l.Roles = nil
	}
	return l
}

// keepDrawn leaves out the badges and pins that no company has at a zoom, and marks those that only some have.
func (l *Legend) keepDrawn(zoom float64) {
	l.partly = 0
	l.Badges = slices.DeleteFunc(slices.Clone(l.Badges), func(badge Badge) bool { return zoom < l.badged[badge].first })
	for _, badge := range l.Badges {
		if zoom < l.badged[badge].all {
			l.partly |= 1 << badge
		}
	}
	l.somePins = zoom < l.pinned.all
	l.Lines = slices.DeleteFunc(slices.Clone(l.Lines), func(line LegendLine) bool { return line.Mark == MarkPinned && zoom < l.pinned.first })
}

// moreNear returns what the legend says of badges and pins that only some companies have as they are drawn.
func (l Legend) moreNear() string {
	if l.short {
		return " (more near)"
	}
	return " (more from near)"
}

// boxed reports whether a name is written at the camera's zoom that has boxes in place of letters.
func (s *Scene) boxed(c Camera) bool {
	missing := func(line string) bool { return shaped(line, true).missing }
	return slices.ContainsFunc(s.Labels(c.Zoom), func(label Label) bool { return slices.ContainsFunc(label.Lines, missing) })
}

// initialsShown returns an example of the first letters of a name that stand for it at the camera's zoom, the shortest one; ""
// where none do.
func (s *Scene) initialsShown(c Camera) string {
	shortest := ""
	for _, label := range s.Labels(c.Zoom) {
		if label.Company == 0 || label.Disc < 0 {
			continue
		}
		if disc := &s.Discs[label.Disc]; disc.letters != disc.Name && disc.letters != "" && label.Lines[0] == disc.letters &&
			(shortest == "" || len(disc.letters) < len(shortest)) {
			shortest = disc.letters
		}
	}
	return shortest
}

// pointing is what the legend says of first letters in the window; in a file nobody can point at anything.
const pointing = ", point at it for the name"

// noting returns the legend with a note on first letters that stand for a name.
func (l Legend) noting(initials string) Legend {
	if initials != "" {
		l.Notes = append(slices.Clone(l.Notes), initials+": initials"+pointing)
	}
	return l
}

// onPaper returns the legend as it stands in a file.
func (l Legend) onPaper() Legend {
	l.Notes = slices.Clone(l.Notes)
	for i := range l.Notes {
		l.Notes[i] = strings.TrimSuffix(l.Notes[i], pointing)
	}
	return l
}

// sayMain says of a legend in short that only the main legs on loops have their ground.
func (l Legend) sayMain() {
	for i := range l.Lines {
		if l.Lines[i].Mark == MarkLoop {
			l.Lines[i].Text = "on a loop (main ones)"
		}
	}
}

// inShort returns the legend in fewer words, and in two columns that are filled evenly (see columns).
func (l Legend) inShort() Legend {
	s := l
	s.short, s.Lines = true, nil
	for _, line := range l.Lines {
		if words, ok := shortWords[line.Mark]; ok {
			line.Text = words
		}
		line.Text = strings.TrimPrefix(line.Text, "amount ")
		line.Text, _, _ = strings.Cut(line.Text, "; ") // what follows is not needed to tell it from the others
		s.Lines = append(s.Lines, line)
	}
	return s
}
