package picture

import (
	"math"

	"roundtrip/internal/layout"
)

// The amounts of a loop that is lit, and its note, stand at the edge of their own leg where no other is as near; else off
// the ring, at the end of a leader that is as short as may be. They lie on no leg that is lit and on no head of one: only
// "?" may, on its own leg. No leader runs over words. What is faded may lie under them all.

// litWords are the words of a leg of a loop that is lit.
type litWords struct {
	arrow *Arrow
	own   int32
	words wording
	gap   float64 // the canvas between the words and the ground of their leg, in units at natural size
	note  bool

	leading
	across bool // their leader may cross others
	faded  bool // a note may cover companies that are faded, as it may among hundreds
	alone  bool // they and their leader keep the room of an amount with a leader, and stay within the network
	rays   map[rayKey]*[2 * ledAngles]ray
}

// leading is what is asked of words with a leader.
type leading struct {
	bare      bool    // they lie on no leg
	uncrossed bool    // their leader crosses none
	over      bool    // their leader may run over companies that less money goes through
	reach     float64 // how long the leader is at most, in heights of letters
}

const (
	// amountGap and noteGap are the canvas between words and the ground of their leg, in units at natural size.
	amountGap, noteGap = 1.5, 3.0
	// ledWords is what it costs words to stand away from their leg.
	ledWords = 1.2
	// acrossLit is what it costs a leader of words to run over a leg that is lit and not its own, and overLitEach what every
	// piece of it costs that lies on one: it may run along the leg.
	acrossLit, overLitEach = 5.0, 0.6
	// alongLit is what it costs a leader to leave its leg along it instead of across.
	alongLit = 2.5
	// onCrossing is what it costs a leader to begin where another leg that is lit runs too.
	onCrossing = 4.0
	// inRing is what it costs an amount to stand in the ring of its loop.
	inRing = 2.0
	// wordsOnGlow is what it costs words to reach into the ground of a leg that is lit.
	wordsOnGlow = 1.0
	// wordsOnLines is what it costs words to cover faded legs, and wordsOnName the name of a faded company.
	wordsOnLines, wordsOnName = 2.0, 1.0
	// outOfSight is what it costs words to stand beyond what is seen when all is.
	outOfSight = 40.0
	// fewerNumbers is what it costs an amount to have room for fewer numbers of sources.
	fewerNumbers = 1.5
)

// ledReach is how long leaders of words are at most, and ledStep by how much one is longer than the next, in heights of
// letters.
const ledReach, ledStep = 24.0, 0.6

// shortReach is how long the leader of an amount is at most that lies on no leg, in heights of letters.
const shortReach = 6.0

// nearPieces is how many of a leader's pieces are where it begins.
const nearPieces = 3

// besideLit returns the best place for words of a leg of a loop that is lit, and which of the wordings has it. Where the leg
// is short and words are all around, its leader may pass nearer to them than labels are apart otherwise, and where their
// leaders shut it in, across these.
func (p *placer) besideLit(arrow *Arrow, own int32, list []wording, note bool) (best spot, with wording, ok bool) {
	apart := p.apart
	best.worth = math.Inf(1)
	needs, rays := p.needs(), make(map[rayKey]*[2 * ledAngles]ray)
	if note { // on companies that are faded where it has no other room
		needs = append(needs, need{apart: barelyApart, across: true, faded: true})
	}
	for more, need := range needs {
		if need.faded && ok && best.worth < outOfSight {
			break
		}
		p.apart = need.apart
		for i, words := range list {
			w := litWords{arrow: arrow, own: own, words: words, gap: amountGap, note: note, across: need.across, faded: need.faded, leading: leading{reach: ledReach}, rays: rays}
			if note {
				w.gap = noteGap
				if !need.faded && !p.scene.large() {
					w.reach = noteReach
				}
			}
			less := fewerNumbers*float64(i) + makingDo*float64(more)
			for _, look := range [...]func(*litWords, float64) (spot, bool){p.onOwn, p.atEdge, p.atLeader} {
				if found, clear := look(&w, best.worth-less); clear {
					found.worth += less
					best, with, ok = found, words, true
				}
			}
		}
		if ok && (!note || best.worth < nearEnough) {
			break
		}
	}
	p.apart = apart
	return best, with, ok
}

// makingDo is what it costs the leader of a note to have less room than it should, and nearEnough what a place of a note is
// worth at most for which none has to: a note far from its loop is not seen with it.
const makingDo, nearEnough = 2.5, 6.0

// noteReach is how long the leader of a note may be, in heights of letters, before it would rather cover a company that is faded:
// further away it is not seen with its loop.
const noteReach = 6.6

// need is how much room a leader of words has to have: the empty canvas around it, and whether it may cross others and a note
// cover companies that are faded.
type need struct {
	apart  float64
	across bool
	faded  bool
}

// needs returns the room that leaders of words should have, and with what they make do.
func (p *placer) needs() []need {
	return []need{{apart: p.apart}, {apart: barelyApart}, {apart: barelyApart, across: true}}
}

// onOwn returns the best place on the words' own leg that is worth less than so much: "?" alone may stand there.
func (p *placer) onOwn(w *litWords, most float64) (best spot, ok bool) {
	if w.arrow.Amount != unknownAmount || w.note {
		return spot{}, false
	}
	for _, t := range p.parts() {
		worth := 0.5 + 5*math.Abs(t-0.5)
		box := around(w.arrow.Curve.At(t), w.words.size).moved(w.words.room / 2)
		if worth < most && p.freeOfSeen(box, -1) && !p.lines.litBut(box.grown(p.factor), w.own) && p.told(box, w.own, true) {
			best, most, ok = spot{box: box, cut: true, worth: worth}, worth, true
		}
	}
	return best, ok
}

// atEdge returns the best place beside the ground of the words' leg that is worth less than so much.
func (p *placer) atEdge(w *litWords, most float64) (best spot, ok bool) {
	_, ground := p.scene.drawnHalf(w.arrow, largestPixel(p.factor))
	for _, t := range p.parts() {
		at := w.arrow.Curve.At(t)
		normal := left(unit(slope(w.arrow.Curve, t)))
		off := ground + w.gap*p.factor + math.Abs(normal.X)*w.words.size.Width/2 + math.Abs(normal.Y)*w.words.size.Height/2
		for _, side := range [...]float64{1, -1} {
			place := spot{box: around(plus(at, times(normal, side*off)), w.words.size), worth: 5 * math.Abs(t-0.5)}
			if worth, clear := p.litWorth(w, &place, most); clear && !p.sharesLeader(place.box) && w.arrow.gap(place.box) <= attached*p.factor && p.told(w.words.text(place.box), w.own, false) {
				place.worth = worth
				best, most, ok = place, worth, true
			}
		}
	}
	return best, ok
}

// atLeader returns the best place at the end of a leader that is worth less than so much.
func (p *placer) atLeader(w *litWords, most float64) (best spot, ok bool) {
	_, ground := p.scene.drawnHalf(w.arrow, largestPixel(p.factor))
	size := w.words.size
	for _, t := range alongParts[:len(alongParts)-4] {
		at, along := w.arrow.Curve.At(t), unit(slope(w.arrow.Curve, t))
		from := ledWords + 2*math.Abs(t-0.5)
		if p.lines.litBut(Rect{at, at}.grown(1.5*p.factor), w.own) {
			from += onCrossing
		}
		rays := w.raysFrom(t, p.apart)
		for step := ledStep; step < w.reach && from+step < most; step += ledStep {
			long := ground + step*amountSize*p.factor
			pieces := max(int(long/(leaderPiece*p.factor)), 1)
			for i := range rays {
				ray := &rays[i]
				if ray.shut && len(ray.costs) < pieces {
					continue
				}
				cos, sin := ray.toward.X, ray.toward.Y
				place := spot{led: true, worth: from + step + alongLit*math.Abs(cos*along.X+sin*along.Y)}
				off := long + min(size.Width/2/max(math.Abs(cos), 1e-9), size.Height/2/max(math.Abs(sin), 1e-9))
				middle := plus(at, times(ray.toward, off))
				place.box = around(middle, size)
				text := w.words.text(place.box)
				enters, leaves := text.along(at, middle)
				if enters > leaves { // it would end beside the letters, in the room for their numbers
					continue
				}
				place.leader = [2]layout.Point{at, between(at, middle, enters)}
				if w.alone && !p.scene.shapes.contains(place.box) || place.worth >= most {
					continue
				}
				if p.lengthen(ray, pieces, w); len(ray.costs) < pieces {
					continue
				}
				cost := ray.costs[pieces-1]
				if w.alone && (p.sharesLeader(place.box) || p.near(place.box.grown(leaderRoom*p.factor), true) > 0) {
					continue
				}
				worth, clear := p.litWorth(w, &place, most)
				if !clear {
					continue
				}
				if worth+cost < most {
					place.worth = worth + cost
					best, most, ok = place, place.worth, true
				}
			}
		}
	}
	return best, ok
}

// litWorth returns what a place is worth in all, whose worth is how far it is from the best one, and whether it is worth
// less than so much and clear: of what is lit, of words and of their leaders.
func (p *placer) litWorth(w *litWords, place *spot, most float64) (worth float64, clear bool) {
	worth = place.worth
	if worth >= most || !p.freeOfSeen(place.box, -1) || w.bare && (p.onLine(w.words.text(place.box)) || p.numbersTouch(place.box, w.words, -1)) || p.lines.litBut(place.box.grown(1.5*p.factor), -1) {
		return 0, false
	}
	if w.note && !w.faded && !p.scene.large() && p.dots(place.box) > 0 { // among hundreds it would stand far from its loop
		return 0, false
	}
	if !p.inWhole(place.box) {
		worth += outOfSight
	}
	if p.lines.onGlow(place.box) {
		worth += wordsOnGlow
	}
	if !w.note && p.ringed(place.box) {
		worth += inRing
	}
	if !w.note && p.numbersTouch(place.box, w.words, -1) {
		worth += fewerNumbers
	}
	if worth >= most {
		return 0, false
	}
	part := 1.0
	if p.scene.large() { // there faded companies and legs are a pale ground
		part = onGroundOfMany
	}
	enough := 1.001 * (most - worth) / part * w.words.size.Height / wordsOnLines
	ground := wordsOnLines*p.lines.underUpTo(place.box, -1, false, enough)/w.words.size.Height + onDot*float64(p.dots(place.box))
	ground *= part
	worth += ground + wordsOnName*float64(p.fadedNamesUnder(place.box))
	return worth, worth < most
}

// ray is a leader that grows from a leg in one direction.
type ray struct {
	from, toward layout.Point
	costs        []float64 // of each length in pieces, what the legs cost that are lit and not its own and that it runs over
	on           bool      // its last piece lies on such a leg
	shut         bool      // words or companies are in the way of its next piece
}

// rayKey is what rays depend on that begin at a part of a leg: other words of the leg find them as long as they have grown.
type rayKey struct {
	part, apart       float64
	across, uncrossed bool
	over              bool
}

// raysFrom returns leaders in all directions from a part of the words' leg, with so much empty canvas around them.
func (w *litWords) raysFrom(part, apart float64) *[2 * ledAngles]ray {
	key := rayKey{part, apart, w.across, w.uncrossed, w.over}
	if known := w.rays[key]; known != nil {
		return known
	}
	rays, at := new([2 * ledAngles]ray), w.arrow.Curve.At(part)
	for i := range rays {
		sin, cos := math.Sincos(math.Pi * float64(i) / ledAngles)
		rays[i] = ray{from: at, toward: layout.Point{X: cos, Y: sin}, on: true} // its own leg may cross another one there
	}
	w.rays[key] = rays
	return rays
}

// lengthen lets a leader grow to a length in pieces of the same size, as far as nothing is in its way.
func (p *placer) lengthen(r *ray, pieces int, w *litWords) {
	side := leaderPiece * p.factor
	for !r.shut && len(r.costs) < pieces {
		p.grow(r, around(plus(r.from, times(r.toward, (float64(len(r.costs))+0.25)*side)), layout.Size{Width: side, Height: side}), w)
	}
}

// grow adds a piece to a leader, unless something is in its way. Companies of its own leg may be near to where it begins: the leg
// may be short.
func (p *placer) grow(r *ray, piece Rect, w *litWords) {
	p.across = w.across
	defer func() { p.across = false }()
	near := len(r.costs) < nearPieces
	clear := p.clear(piece, -1, func(disc *Disc) bool {
		from := near && (disc.Index == w.arrow.Payer || disc.Index == w.arrow.Payee)
		if w.over && disc.Through < w.arrow.Money {
			return false
		}
		return disc.Emphasis != Faded && (!from || w.alone && disc.near(piece.Middle()) == 0)
	})
	if r.shut = !clear || w.alone && p.near(piece.grown(leaderRoom/2*p.factor), true) > 0 || w.uncrossed && p.lines.covers(piece, w.own); r.shut {
		return
	}
	cost, was := 0.0, r.on
	if len(r.costs) > 0 {
		cost = r.costs[len(r.costs)-1]
	}
	if r.on = p.lines.litBut(piece, w.own); r.on {
		cost += overLitEach
		if !was {
			cost += acrossLit
		}
	}
	r.costs = append(r.costs, cost)
}

// fadedNamesUnder returns how many names of faded companies stand in the box while nothing is selected.
func (p *placer) fadedNamesUnder(box Rect) int {
	if p.steady == nil {
		return 0
	}
	count := 0
	for at, label := range p.steady.names {
		if p.scene.Discs[at].Emphasis == Faded && label.Box.Overlaps(box) {
			count++
		}
	}
	return count
}
