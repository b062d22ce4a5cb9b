package picture

import (
	"math"

	"roundtrip/internal/layout"
)

// cramped finds a place for the name of a company of a network in which every company is to be told, where there is none
// that spares the legs: in a shorter form, over legs or further away; otherwise for a sign of it, beside the company, far away
// from it or within it. A shortened name goes before its first letters, which nobody explains. What is far away stays within
// the picture that is seen when all of it is, unless the disc would be without any sign of its name, which tells nothing.
func (s *naming) cramped(free func(Rect) bool) {
	whole := s.scene.Bounds
	for i := range s.labels {
		whole = whole.union(s.labels[i].Box)
	}
	inSight := func(box Rect) bool { return whole.with(box.Low).with(box.High) == whole && free(box) }
	forms := []string{s.disc.short(nameWidth)}
	for _, form := range s.disc.shorts {
		if form != forms[0] && textWidth(form, true, nameSize) <= nameWidth {
			forms = append(forms, form)
		}
	}
	if s.disc.sign != s.disc.letters && forms[len(forms)-1] != s.disc.sign {
		forms = append(forms, s.disc.sign)
	}
	s.worth = math.Inf(1)
	for more, form := range forms {
		if s.besideOrLed(form, inPlace{free, inSight}, shorter*float64(more)); s.label.Lines != nil && s.heads.under(s.label.Box) == 0 {
			return
		}
	}
	brief := s.disc.named(forms[len(forms)-1])
	if s.far(brief, blockSize(brief, true, s.label.Size), mostFar, inSight); s.label.Lines != nil {
		return
	}
	if s.besideOrLed(s.disc.sign, inPlace{free, inSight}, shorter*float64(len(forms))); s.label.Lines != nil {
		return
	}
	signs := []string{s.disc.sign}
	if s.disc.letters != "" && s.disc.letters != s.disc.sign {
		signs = append(signs, s.disc.letters)
	}
	defer func() { s.apart = labelsApart }()
	for _, try := range []struct {
		part, apart float64
		free        func(Rect) bool
	}{{1, labelsApart, inSight}, {smallSign, labelsApart, inSight}, {smallSign, barelyApart, inSight}, {smallSign, barelyApart, free}} {
		for _, sign := range signs {
			s.apart = try.apart
			if s.signAnywhere(sign, try.part, try.free); s.label.Lines != nil {
				return
			}
		}
	}
}

// signAnywhere looks for a place for a sign of the company, in letters that are a part of their usual size: beside it, away
// from it, within it, or at last wherever there is any.
func (s *naming) signAnywhere(text string, part float64, inSight func(Rect) bool) {
	s.label.Size = part * nameSize * s.factor
	sign := []string{text}
	size := blockSize(sign, true, s.label.Size)
	if s.beside(sign, inSight, 0); s.label.Lines != nil {
		return
	}
	if s.far(sign, size, 2*farSteps[2], inSight); s.label.Lines != nil {
		return
	}
	if box := around(s.disc.Centre, size); s.disc.holds(size) && s.clear(box, s.at, func(disc *Disc) bool { return disc != s.disc }) {
		s.label.Lines, s.label.Box, s.label.Inside = sign, box, true
		return
	}
	s.far(sign, size, math.Inf(1), inSight)
}

// holds reports whether words of a size have room within the company's shape.
func (d *Disc) holds(words layout.Size) bool {
	return math.Hypot(words.Width/2, words.Height/2) <= 0.95*shapeOf(d.Role).inside*d.Radius
}

// inPlace says where there is room beside a company, and where further away.
type inPlace struct{ beside, away func(Rect) bool }

// shorter is what it costs a name to be written in a shorter form than another one.
const shorter = 1.0

// besideOrLed looks for a place for a short form of a name, which costs something by itself, beside the company or further
// away, that is better than the best so far.
func (s *naming) besideOrLed(form string, free inPlace, cost float64) {
	s.beside(s.disc.named(form), free.beside, cost)
	if s.label.Lines == nil || s.heads.under(s.label.Box) > 0 {
		s.led([][]string{{form}}, s.worth, free.away)
	}
}

// besideOrFar looks for a place for lines beside the company, or away from it with a leader.
func (s *naming) besideOrFar(lines []string, free func(Rect) bool) {
	if s.label.Lines == nil {
		s.beside(lines, free, 0)
	}
	if s.label.Lines == nil {
		s.far(lines, blockSize(lines, true, s.label.Size), math.Inf(1), free)
	}
}

// mostFar is how bad a place far away from its company may be for a shortened name, before its first letters are shown.
const mostFar = 14.0

// smallSign is how large the letters of a sign are that finds no room at their usual size.
const smallSign = 0.75

// farSteps are how far away from a company a sign of its name is looked for at last, in heights of letters.
var farSteps = [...]float64{1.4, 2.6, 4, 6, 8, 11, 15}

// far looks for a place away from the company for lines of its name, over legs too, with a leader that runs to it, which is
// better than the best so far.
func (s *naming) far(lines []string, size layout.Size, best float64, free func(Rect) bool) {
	angles := s.farAngles()
	for _, step := range farSteps {
		if step > s.longestLeader() {
			break
		}
		for angle := range angles {
			sin, cos := math.Sincos(2 * math.Pi * float64(angle) / float64(angles))
			toward := layout.Point{X: cos, Y: sin}
			rim := plus(s.disc.Centre, times(toward, shapeOf(s.disc.Role).rim(toward)*s.disc.Radius))
			box := around(plus(rim, times(toward, step*s.label.Size+size.Height/2)), size)
			if step >= best || !free(box) {
				continue
			}
			worth := step + s.outward(box) + s.onLines(box) + s.amongLit(box) + stacked*float64(s.near(s.apartFromNames(box), false))
			if worth >= best {
				continue
			}
			leader := [2]layout.Point{rim, box.nearest(rim)}
			cost, clear := s.leaderCost(leader)
			if worth += cost; clear && worth < best {
				best, s.worth = worth, worth
				s.label.Lines, s.label.Box, s.label.Led, s.label.Leader = lines, box, true, leader
			}
		}
	}
}
