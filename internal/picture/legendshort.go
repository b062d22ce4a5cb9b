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

// largerThrough is what the legend says of the size of companies, whose area grows with it from a smallest one, and largerShort its short form.
const largerThrough, largerShort = "Larger company: more money through it", "Larger: more money"

// shortBadgeWords are those of the badges.
var shortBadgeWords = [badgeCount]string{
	BadgeBeyondMeans: "beyond its means",
	BadgeExclusivity: "exclusivity",
	BadgeHedging:     "finances rivals",
	BadgeFallen:      "cannot pay: wave",
	BadgeHolder:      "loss on stakes",
	BadgeDualRole:    "finances customer",
	BadgeMore:        "more flags",
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
	short, hollow := s.shortNamesShown(c), c.factor()/c.Scale >= l.hollowFrom
	part := func(l Legend) float64 {
		size := l.size()
		return size.Width * size.Height * c.Scale * c.Scale / (float64(c.Width) * float64(c.Height))
	}
	if full := l.sayHollow(hollow).noting(short); l.form == LegendFull || l.form == LegendByRoom && part(full) <= mostLegend {
		return full
	}
	l = l.inShort().sayHollow(hollow).noting(short)
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

// shortNames are examples of what stands for names at a zoom, the shortest ones; "" where nothing of the kind does.
type shortNames struct {
	initials string // the first letters of the words
	form     string // a ticker or the first words, with nothing that shows that it is not the whole name
}

// shortNamesShown returns examples of what stands for a company's name at the camera's zoom.
func (s *Scene) shortNamesShown(c Camera) shortNames {
	var short shortNames
	shorter := func(than *string, form string) {
		if *than == "" || len(form) < len(*than) {
			*than = form
		}
	}
	for _, label := range s.Labels(c.Zoom) {
		if label.Company == 0 || label.Disc < 0 {
			continue
		}
		disc, form := &s.Discs[label.Disc], strings.Join(label.Lines, " ")
		switch {
		case label.tellsAll(disc.Name) || form == "" || strings.Contains(form, "…") || strings.Contains(form, ". "):
		case form == disc.letters:
			shorter(&short.initials, form)
		default:
			shorter(&short.form, form)
		}
	}
	return short
}

// pointing is what the legend says of short names in the window; in a file nobody can point at anything.
const pointing = ", point at it"

// words returns what the legend says of short names; "" where there are none.
func (n shortNames) words(short bool) string {
	switch {
	case n.initials == "" && n.form == "":
		return ""
	case n.form == "":
		return n.initials + ": initials"
	case n.initials == "" && short:
		return n.form + ": short"
	case n.initials == "":
		return n.form + ": short name"
	case short:
		return n.initials + ", " + n.form + ": short"
	}
	return n.initials + ": initials · " + n.form + ": short name"
}

// noting returns the legend with a note on what stands for names, in a row with the last one where that has room for it.
func (l Legend) noting(names shortNames) Legend {
	if note := names.words(l.short); note != "" {
		return l.adding(note+pointing, note)
	}
	return l
}

// sayHollow returns the legend with a note on hollow badges, where some are drawn.
func (l Legend) sayHollow(drawn bool) Legend {
	if drawn {
		return l.adding("hollow badge: not certain", "hollow: not certain")
	}
	return l
}

// adding returns the legend with one wording of a note more: in a row with the last one where that has room for it.
func (l Legend) adding(wordings ...string) Legend {
	last, room := len(l.Notes)-1, l.size().Width-2*legendPad
	l.Notes = slices.Clone(l.Notes)
	for _, note := range wordings {
		if last >= 0 && textWidth(l.Notes[last]+" · "+note, false, legendSize) <= room {
			l.Notes[last] += " · " + note
			return l
		}
	}
	l.Notes = append(l.Notes, wordings[0])
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
	s.Notes = slices.Clone(l.Notes)
	for i, note := range s.Notes {
		s.Notes[i] = strings.Replace(note, largerThrough, largerShort, 1)
	}
	return s
}
