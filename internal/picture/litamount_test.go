package picture

import (
	"context"
	"fmt"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// WordsOnLit returns what is wrong with the amounts and the note of a loop that is lit, as they are drawn: those that lie on
// a leg that is lit, but for "?" on its own, leaders that run over words, and legs whose amount nothing tells; and what is
// hard to read: leaders that cross, and a note that is far from its loop: brute force.
func WordsOnLit(s *Scene, camera Camera) (wrong, hard []string) {
	labels := s.Labels(camera.Zoom)
	told := make(map[deal.LegID]bool)
	for i := range labels {
		label := &labels[i]
		if label.Leg == 0 || s.emphasisOf(label.Leg) != Lit {
			continue
		}
		told[label.Leg] = true
		on, far := litUnder(s, label, camera)
		wrong = append(wrong, on...)
		if far {
			hard = append(hard, fmt.Sprintf("%q is far from its loop", label.Lines))
		}
		if !label.Led {
			continue
		}
		for j := range labels {
			other := &labels[j]
			if i == j || other.Ink == InkRow {
				continue
			}
			if other.Box.crossedBy(label.Leader[0], label.Leader[1]) {
				wrong = append(wrong, fmt.Sprintf("the leader of %q runs over %q", label.Lines, other.Lines))
			}
			if other.Led && (j < i || other.Leg == 0) && crosses(straight(label.Leader[0], label.Leader[1]), straight(other.Leader[0], other.Leader[1])) {
				hard = append(hard, fmt.Sprintf("the leaders of %q and %q cross", label.Lines, other.Lines))
			}
		}
	}
	for i := range s.Arrows {
		if a := &s.Arrows[i]; a.Emphasis == Lit && !told[a.Leg] {
			wrong = append(wrong, fmt.Sprintf("%q is not told", a.Amount))
		}
	}
	return wrong, hard
}

// farNote is how far from its loop a note is at most, in pixels.
const farNote = 60.0

// litUnder returns on which legs that are lit an amount or note lies, and whether it is a note far from all of them.
func litUnder(s *Scene, label *Label, camera Camera) (on []string, far bool) {
	box, near := Rect{Low: camera.ToScreen(label.text().Low), High: camera.ToScreen(label.text().High)}, farNote+1
	for i := range s.Arrows {
		a := &s.Arrows[i]
		if a.Emphasis != Lit {
			continue
		}
		if a.drawnOn(box, camera) && !(a.Leg == label.Leg && label.Cut && a.Amount == unknownAmount) {
			on = append(on, fmt.Sprintf("%q lies on lit leg %d", label.Lines, a.Leg))
		}
		for step := range 101 {
			near = min(near, box.near(camera.ToScreen(a.Curve.At(float64(step)/100))))
		}
	}
	return on, label.Ink == InkMark && near > farNote
}

// Among many companies around a few hubs, amounts and notes of a loop that is lit lie beside its legs or at the end of
// leaders that are clear of everything, in every layout and in pictures of several sizes. Where words shut a short leg in,
// its leader may cross another one, which is rare.
func TestWordsOfALoopAmongManyCompanies(t *testing.T) {
	const mostHard = 5
	var strained []string
	for _, in := range []Input{hubInput(t, 180, 420, 3), hubInput(t, 30, 80, 1)} {
		litLoops(t, in, func(picture string, lit *Scene, camera Camera) {
			wrong, hard := WordsOnLit(lit, camera)
			for _, wrong := range wrong {
				t.Errorf("%s: %s", picture, wrong)
			}
			strained = append(strained, hard...)
		})
	}
	if len(strained) > mostHard {
		t.Errorf("in 72 pictures: %q", strained)
	}
}

// The ground of a note is as wide as its words: only where numbers of sources stand behind them it reaches around these.
func TestGroundOfANoteFitsItsWords(t *testing.T) {
	in := sourced(hubInput(t, 30, 80, 1), 4)
	loops := network.FindLoops(context.Background(), in.Network, network.Limits{MaxLen: 5, Top: 12}).Top
	notes, numbered := 0, 0
	for _, loop := range loops {
		page := citedPage(arranged(loopSelected(in, loop), deal.LayoutStress)).Fitted()
		for _, label := range page.Scene.Labels(page.Camera.Zoom) {
			if label.Ink != InkMark {
				continue
			}
			notes++
			factor, words := label.Size/amountSize, blockSize(label.Lines, label.Bold, label.Size)
			if wide := label.ground("").Size().Width; wide > words.Width+(noteWide+0.1)*factor {
				t.Errorf("the ground of %q is %.1f wide and the words %.1f", label.Lines, wide, words.Width)
			}
			numbers := page.Scene.raisedBehind(&label)
			if numbers == "" {
				continue
			}
			numbered++
			ground, box := label.ground(numbers), label.raisedBox(numbers)
			if ground.union(box) != ground || label.Box.union(ground) != label.Box {
				t.Errorf("the ground of %q reaches from %.1f to %.1f, its numbers from %.1f to %.1f, and its room from %.1f to %.1f", label.Lines,
					ground.Low.X, ground.High.X, box.Low.X, box.High.X, label.Box.Low.X, label.Box.High.X)
			}
		}
	}
	if notes == 0 || numbered == 0 {
		t.Errorf("%d notes, %d with numbers", notes, numbered)
	}
}
