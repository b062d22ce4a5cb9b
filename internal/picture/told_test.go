package picture

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// arranged returns the input with its companies placed anew in one of the layouts.
func arranged(in Input, as deal.Layout) Input {
	of := arrangement{in.Book, in.Network, as}
	book := *in.Book
	book.Layout = as
	in.Book = &book
	if _, there := arrangements[of]; !there {
		arrangements[of] = placed(in)
	}
	in.Places = slices.Clone(arrangements[of])
	return in
}

// arrangement is of what companies are placed, and how.
type arrangement struct {
	book    *deal.Book
	network *network.Network
	as      deal.Layout
}

// arrangements are the places that were found: many tests look at the same documents.
var arrangements = make(map[arrangement][]layout.Point)

// placed returns places for the companies of the network, by the book's layout.
func placed(in Input) []layout.Point {
	a := Arrange(in.Book, in.Network, func(deal.Company) layout.Point { return layout.NoPlace() })
	solved := a.Solve(context.Background())
	places := make([]layout.Point, len(in.Network.Companies))
	for i := range places {
		places[i] = layout.NoPlace()
	}
	for i, member := range a.Members {
		places[member] = solved[i]
	}
	return places
}

// hubInput returns a network as deals make it: a few companies have most of them, pairs have several both ways, and
// amounts differ by orders of magnitude.
func hubInput(t testing.TB, companies, legs int, seed uint64) Input {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 1))
	book := deal.Book{}
	for i := range companies {
		name := fmt.Sprintf("Company %d", i)
		if i%4 == 0 {
			name = fmt.Sprintf("Company of a longer name %d", i)
		}
		book.Companies = append(book.Companies, deal.Company{ID: deal.CompanyID(i + 1), Name: name, Role: deal.Roles[i%len(deal.Roles)]})
	}
	var ends []int
	pick := func() int {
		if len(ends) > 0 && random.IntN(5) < 3 {
			return ends[random.IntN(len(ends))]
		}
		return random.IntN(companies)
	}
	for i := range legs {
		payer, payee := pick(), pick()
		if i < companies {
			payer = i
		}
		for payer == payee {
			payee = random.IntN(companies)
		}
		ends = append(ends, payer, payee)
		figure := deal.Exactly(int64(math.Exp(random.NormFloat64()*1.5) * 4 * billion))
		if random.IntN(8) == 0 {
			figure = deal.Undisclosed()
		}
		id := deal.DealID(i + 1)
		book.Deals = append(book.Deals, deal.Deal{ID: id, Title: "Deal", Status: deal.StatusSigned, Counting: deal.Counted,
			Legs: []deal.Leg{{ID: deal.LegID(i + 1), Deal: id, Payer: deal.CompanyID(payer + 1), Payee: deal.CompanyID(payee + 1),
				Kind: deal.Kinds[random.IntN(len(deal.Kinds))], Figure: figure, Currency: deal.USD, Basis: deal.BasisCash}}})
	}
	in := Input{Book: deal.NewBook(book), ShowLegend: true}
	built, err := network.Build(in.Book, in.View)
	if err != nil {
		t.Fatal(err)
	}
	in.Network = built
	return in
}

// Whose an amount is must be plain in every layout: it is nearer to its own leg than to any other, or a leader runs from
// it. Nothing covers anything.
func TestAmountsAreToldApart(t *testing.T) {
	for _, as := range deal.Layouts {
		inputs := []Input{dealInput(t, network.View{}), hubInput(t, 20, 45, 1), hubInput(t, 40, 80, 2)}
		for _, in := range inputs {
			scene := Build(arranged(in, as))
			camera := Camera{Width: 1000, Height: 760, Scale: 1}.Fit(scene)
			for _, zoom := range []float64{camera.Zoom, 1, 3} {
				amounts := 0
				for _, wrong := range overlaps(scene, zoom, true) {
					t.Errorf("%q, %d companies, zoom %.2f: %s", as, len(scene.Discs), zoom, wrong)
				}
				for _, label := range scene.Labels(zoom) {
					if label.Leg == 0 {
						continue
					}
					amounts++
					if own, other := gaps(scene, &label); other <= own && !label.Led {
						t.Errorf("%q, %d companies, zoom %.2f: %q is %.1f from its leg and %.1f from another",
							as, len(scene.Discs), zoom, label.Lines, own, other)
					}
				}
				if least := len(scene.Arrows) * 11 / 20; zoom >= 1 && amounts < least {
					t.Errorf("%q, %d companies, zoom %.2f: %d of %d amounts are shown", as, len(scene.Discs), zoom, amounts, len(scene.Arrows))
				}
			}
		}
	}
}

// A leader is clear of names, amounts and companies, and begins on its leg.
func TestLeadersAreClear(t *testing.T) {
	led := 0
	for seed := range uint64(3) {
		scene := Build(arranged(hubInput(t, 30, 80, seed), deal.LayoutLayers))
		labels := scene.Labels(1)
		for i := range labels {
			label := &labels[i]
			if !label.Led || label.Leg == 0 {
				continue
			}
			led++
			arrow := arrowOf(t, scene, label.Leg)
			if off := nearCurve(arrow.Curve, label.Leader[0]); off > 0.5 {
				t.Errorf("the leader of %q begins %.1f from its leg", label.Lines, off)
			}
			for j := range labels {
				if i != j && labels[j].Box.crossedBy(label.Leader[0], label.Leader[1]) {
					t.Errorf("the leader of %q crosses %q", label.Lines, labels[j].Lines)
				}
			}
			for j := range scene.Discs {
				for part := range 21 {
					if scene.Discs[j].near(between(label.Leader[0], label.Leader[1], float64(part)/20)) == 0 {
						t.Fatalf("the leader of %q crosses %s", label.Lines, scene.Discs[j].Name)
					}
				}
			}
		}
	}
	if led == 0 {
		t.Error("no amount has a leader")
	}
}

// gaps returns how far a leg's amount is from the leg, and from the nearest other one that is not faded: brute force.
func gaps(s *Scene, label *Label) (own, other float64) {
	own, other = math.Inf(1), math.Inf(1)
	for i := range s.Arrows {
		a := &s.Arrows[i]
		if a.Emphasis == Faded {
			continue
		}
		pieces := int(curveLength(a.Curve)) + 2
		near := math.Inf(1)
		for piece := range pieces + 1 {
			near = min(near, label.Box.near(a.Curve.At(float64(piece)/float64(pieces))))
		}
		near = max(near-a.Width/2-a.Glow, 0)
		if a.Leg == label.Leg {
			own = near
			if label.Cut {
				own = -1
			}
		} else {
			other = min(other, near)
		}
	}
	return own, other
}

// SharedLeaders returns the amounts that stand so near to another one's leader, or to what that leads to, that a reader
// could take the leader for theirs.
func SharedLeaders(s *Scene, zoom float64) []string {
	var wrong []string
	labels := s.Labels(zoom)
	for i := range labels {
		led := &labels[i]
		if !led.Led || led.Leg == 0 {
			continue
		}
		room := 2.5 * led.Size / amountSize
		for j := range labels {
			other := &labels[j]
			if i != j && other.Leg != 0 && s.emphasisOf(other.Leg) != Lit &&
				(other.Box.grown(room).Overlaps(led.Box.grown(room)) || other.Box.grown(room).crossedBy(led.Leader[0], led.Leader[1])) {
				wrong = append(wrong, fmt.Sprintf("%q stands at the leader of %q", other.Lines, led.Lines))
			}
		}
	}
	return wrong
}

func (s *Scene) emphasisOf(leg deal.LegID) Emphasis {
	arrow, _ := s.Arrow(leg)
	return arrow.Emphasis
}

// An amount with a leader has it for itself.
func TestLeadersAreNotShared(t *testing.T) {
	for seed := range uint64(3) {
		for _, as := range deal.Layouts {
			scene := Build(arranged(hubInput(t, 30, 80, seed), as))
			for _, zoom := range []float64{0.6, 1} {
				for _, wrong := range SharedLeaders(scene, zoom) {
					t.Errorf("%q, zoom %.1f: %s", as, zoom, wrong)
				}
			}
		}
	}
}
