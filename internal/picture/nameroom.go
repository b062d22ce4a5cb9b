package picture

import "math"

// The smaller a picture is on the screen, the fewer companies are named in it: those with the most money. Whoever happens to
// stand at its edge, where there is room, is not named for that.

const (
	// alwaysNamed is how many companies keep their names when zoomed out, whatever lines lie under them, and in a large
	// network, where the small companies are dots, also where only a leader leads to them.
	alwaysNamed = 16
	// namesFromAfar is how many companies of a large network are named where letters just keep their size; fewer the
	// further away it is seen from.
	namesFromAfar = 120
	// roomOfName is the part of the canvas that a picture has for each of its names, and roomAround how far beyond what is
	// drawn that reaches, in units where letters have their natural size. fewestNamed is how many have names in any case.
	roomOfName, roomAround = 5200.0, 24.0
	fewestNamed            = 3
	// speckled is among how many companies nearly all are specks, between which no leader finds a way.
	speckled = 1000
)

// toldAtLast returns how many companies are named that find no place otherwise: see naming.last.
func (p *placer) toldAtLast() int {
	if len(p.scene.Discs) > speckled && p.scene.large() {
		return min(alwaysNamed, p.names)
	}
	return 1
}

// namedUpTo returns the rank from which on a company is not named: what is lit in a large network is named longer.
func (p *placer) namedUpTo(disc *Disc) int {
	if p.factor <= 1 || p.seeks(disc) {
		return math.MaxInt
	}
	most := p.names
	switch {
	case p.scene.large() && disc.Emphasis == Lit:
		most = max(most, namesFromAfar)
	case p.scene.large():
		most = min(most, int(math.Ceil(namesFromAfar/p.factor)))
	}
	return most
}

// namesIn returns how many names have room in an area of the canvas where letters are larger by the factor.
func namesIn(area Rect, factor float64) int {
	size := area.grown(roomAround * factor).Size()
	return max(int(size.Width*size.Height/(roomOfName*factor*factor)), fewestNamed)
}

// farAngles returns in how many directions a place with a leader is looked for at last.
func (s *naming) farAngles() int {
	if s.scene.large() && s.rank < fewestNamed {
		return 8 * ledAngles
	}
	return 2 * ledAngles
}

// longestLeader returns how long the leader of the company's name may be, in heights of letters: those with the most money
// in a large network are told where nothing near is free, too.
func (s *naming) longestLeader() float64 {
	switch {
	case s.seeks(s.disc), s.last:
		return farSteps[len(farSteps)-1]
	case s.scene.large() && s.rank < fewestNamed:
		return 9
	case s.scene.large():
		return 6
	}
	return 4.5
}
