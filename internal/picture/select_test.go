package picture

import (
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

func emphases(s *Scene) (discs map[deal.CompanyID]Emphasis, arrows map[deal.LegID]Emphasis) {
	discs, arrows = make(map[deal.CompanyID]Emphasis), make(map[deal.LegID]Emphasis)
	for _, d := range s.Discs {
		discs[d.Company] = d.Emphasis
	}
	for _, a := range s.Arrows {
		arrows[a.Leg] = a.Emphasis
	}
	return discs, arrows
}

func TestSelection(t *testing.T) {
	for name, c := range map[string]struct {
		selection Selection
		lit       []deal.LegID
		discs     map[deal.CompanyID]Emphasis // the others are faded
	}{
		"a company": {
			Selection{Companies: []deal.CompanyID{nvidia}}, []deal.LegID{5, 7, 10},
			map[deal.CompanyID]Emphasis{nvidia: Lit, openAI: Plain, oracle: Plain, coreWeave: Plain},
		},
		"a leg": {
			Selection{Legs: []deal.LegID{4}}, []deal.LegID{4},
			map[deal.CompanyID]Emphasis{openAI: Plain, microsoft: Plain},
		},
		"a loop": {
			Selection{Loop: []deal.CompanyID{openAI, oracle, nvidia}}, []deal.LegID{5, 6, 7},
			map[deal.CompanyID]Emphasis{openAI: Lit, oracle: Lit, nvidia: Lit},
		},
	} {
		in := dealInput(t, network.View{})
		in.Selection = c.selection
		discs, arrows := emphases(Build(in))
		for leg, got := range arrows {
			want := Faded
			for _, lit := range c.lit {
				if lit == leg {
					want = Lit
				}
			}
			if got != want {
				t.Errorf("%s: leg %d is %d, want %d", name, leg, got, want)
			}
		}
		for company, got := range discs {
			want, ok := c.discs[company]
			if !ok {
				want = Faded
			}
			if got != want {
				t.Errorf("%s: company %d is %d, want %d", name, company, got, want)
			}
		}
	}
	discs, arrows := emphases(dealScene(t))
	for _, e := range discs {
		if e != Plain {
			t.Error("without a selection a company is not plain")
		}
	}
	for _, e := range arrows {
		if e != Plain {
			t.Error("without a selection a leg is not plain")
		}
	}
}

// TestNothingStepsBackInANeighbourhood while what is selected is what it is the neighbourhood of; it does of anything else.
func TestNothingStepsBackInANeighbourhood(t *testing.T) {
	for name, c := range map[string]struct {
		near      []deal.CompanyID
		selection Selection
		faded     bool
	}{
		"the company in its middle":         {[]deal.CompanyID{amazon}, Selection{Companies: []deal.CompanyID{amazon}}, false},
		"both companies in its middle":      {[]deal.CompanyID{openAI, amazon}, Selection{Companies: []deal.CompanyID{amazon, openAI}}, false},
		"the leg between these":             {[]deal.CompanyID{openAI, amazon}, Selection{Legs: []deal.LegID{1}}, false},
		"one of the two":                    {[]deal.CompanyID{openAI, amazon}, Selection{Companies: []deal.CompanyID{amazon}}, true},
		"another company":                   {[]deal.CompanyID{amazon}, Selection{Companies: []deal.CompanyID{oracle}}, true},
		"a company without a neighbourhood": {nil, Selection{Companies: []deal.CompanyID{amazon}}, true},
	} {
		in := dealInput(t, network.View{Near: c.near, Steps: min(2, 2*len(c.near))})
		in.Selection = c.selection
		scene := Build(in)
		discs, arrows := emphases(scene)
		faded := 0
		for _, emphasis := range discs {
			if emphasis == Faded {
				faded++
			}
		}
		for _, emphasis := range arrows {
			if emphasis == Faded {
				faded++
			}
		}
		if (faded > 0) != c.faded {
			t.Errorf("%s: of %d companies and %d legs %d are faded", name, len(discs), len(arrows), faded)
		}
		for _, id := range c.selection.Companies {
			if disc, ok := scene.Disc(id); !ok || !disc.Selected || disc.Emphasis != Lit {
				t.Errorf("%s: company %d is not marked", name, id)
			}
		}
	}
}

func TestTheSmallestLegOfALoopIsNoted(t *testing.T) {
	for name, c := range map[string]struct {
		loop []deal.CompanyID
		leg  deal.LegID
		text string
	}{
		"known":          {[]deal.CompanyID{openAI, amazon}, 1, "smallest: ≤$10bn|bounds the loop"},
		"one is unknown": {[]deal.CompanyID{openAI, oracle, nvidia}, 5, "smallest known: ≤$100bn|another is undisclosed"},
		"from elsewhere": {[]deal.CompanyID{nvidia, openAI, oracle}, 5, "smallest known: ≤$100bn|another is undisclosed"},
	} {
		in := dealInput(t, network.View{})
		in.Selection.Loop = c.loop
		scene := Build(in)
		if len(scene.Pins) != 1 || scene.Pins[0].Leg != c.leg || strings.Join(scene.Pins[0].Lines, "|") != c.text {
			t.Errorf("%s: got %+v", name, scene.Pins)
			continue
		}
		if !arrowOf(t, scene, c.leg).Smallest {
			t.Errorf("%s: the smallest leg is not marked", name)
		}
		shown := false
		for _, zoom := range []float64{0.2, 1, 4} {
			for _, label := range scene.Labels(zoom) {
				shown = shown || label.Ink == InkMark && strings.Join(label.Lines, "|") == c.text
			}
		}
		if !shown {
			t.Errorf("%s: the note is not shown", name)
		}
	}
}

func TestLegsOfASmallestPairKeepTheirAmounts(t *testing.T) {
	in := dealInput(t, network.View{})
	in.Selection.Loop = []deal.CompanyID{openAI, amazon}
	book := *in.Book
	book.Deals = slices.Clone(book.Deals)
	again := book.Deals[0] // Amazon's stake, once more
	again.ID, again.Legs = 900, slices.Clone(again.Legs[:1])
	again.Legs[0].ID, again.Legs[0].Figure = 900, deal.Exactly(2*billion)
	book.Deals = append(book.Deals, again)
	built, err := network.Build(deal.NewBook(book), in.View)
	if err != nil {
		t.Fatal(err)
	}
	in.Book, in.Network = deal.NewBook(book), built
	scene := Build(in)
	if len(scene.Pins) != 1 || scene.Pins[0].Lines[0] != "smallest: ≤$12bn in 2 legs" {
		t.Fatalf("the note says %+v", scene.Pins)
	}
	told := map[string]bool{}
	for _, label := range scene.Labels(1) {
		told[strings.Join(label.Lines, "|")] = true
	}
	if !told["≤$10bn"] || !told["$2bn"] {
		t.Errorf("the legs' own amounts are not all told: %v", told)
	}
}

func TestGhostOfAWhatIf(t *testing.T) {
	in := dealInput(t, network.View{})
	in.Ghost = in.Network
	if scene := Build(in); len(scene.Ghosts) != 0 {
		t.Fatalf("nothing has changed, and there are ghosts: %+v", scene.Ghosts)
	}
	changed := *in.Book
	changed.Deals = append([]deal.Deal(nil), changed.Deals...)
	put := func(at int, figure deal.Figure, status deal.Status) {
		leg := changed.Deals[at].Legs[0]
		leg.Figure = figure
		changed.Deals[at].Status, changed.Deals[at].Legs = status, []deal.Leg{leg}
	}
	put(0, deal.UpTo(50*billion), deal.StatusInTalks)          // Amazon's stake grows
	put(3, deal.Exactly(100*billion), deal.StatusSigned)       // Microsoft's contract shrinks
	put(13, deal.Between(20*billion, 40*billion), "cancelled") // SoftBank goes
	put(5, deal.Exactly(900*billion), deal.StatusSigned)       // beyond the scale of the ghost
	book := deal.NewBook(changed)
	built, err := network.Build(book, in.View)
	if err != nil {
		t.Fatal(err)
	}
	before := Build(in)
	in.Book, in.Network = book, built
	scene := Build(in)
	gone := 0
	for _, ghost := range scene.Ghosts {
		switch {
		case ghost.Gone:
			gone++
		case ghost.Width != arrowOf(t, before, ghost.Leg).Width:
			t.Errorf("the ghost of leg %d is not as wide as it was", ghost.Leg)
		case ghost.Wider != (arrowOf(t, scene, ghost.Leg).Width > ghost.Width):
			t.Errorf("the ghost of leg %d does not know that its leg is wider", ghost.Leg)
		}
	}
	if len(scene.Ghosts) != 4 || gone != 1 {
		t.Errorf("got %d ghosts, %d of them gone; want 4 and 1: %+v", len(scene.Ghosts), gone, scene.Ghosts)
	}
	if now, was := arrowOf(t, scene, 2).Width, arrowOf(t, before, 2).Width; now != was {
		t.Errorf("a leg that nobody changed went from %g to %g", was, now)
	}
}

func TestFlagsBecomeBadges(t *testing.T) {
	in := dealInput(t, network.View{})
	in.Measures = &network.Measures{Flags: []network.Flag{
		{Rule: network.RuleDualRole, Companies: []deal.CompanyID{amazon, openAI}},
		{Rule: network.RuleHedging, Companies: []deal.CompanyID{amazon, openAI, anthropic}},
		{Rule: network.RuleExclusivity, Companies: []deal.CompanyID{microsoft, openAI, oracle}},
		{Rule: network.RuleBeyondMeans, Companies: []deal.CompanyID{openAI}},
		{Rule: network.RuleExclusivity},
	}}
	scene := Build(in)
	for company, want := range map[deal.CompanyID][]Badge{
		amazon: {BadgeHedging, BadgeDualRole}, openAI: {BadgeBeyondMeans, BadgeExclusivity}, microsoft: nil, nvidia: nil, anthropic: nil,
	} {
		disc := discOf(t, scene, company)
		if !slices.Equal(disc.Badges.List(), want) {
			t.Errorf("%s has the badges %v, want %v", disc.Name, disc.Badges, want)
		}
		for at := range disc.Badges.List() {
			centre := disc.badgeCentre(at)
			if away := disc.near(centre); away > badgeOut+0.5 {
				t.Errorf("%s: badge %d is %.1f off the rim", disc.Name, at, away)
			}
			if at > 0 && distance(centre, disc.badgeCentre(at-1)) < 2*badgeRadius {
				t.Errorf("%s: two badges lie on each other", disc.Name)
			}
			for _, label := range scene.Labels(1) {
				if !label.Inside && label.Box.near(centre) < badgeRadius {
					t.Errorf("%s: %q lies on a badge", disc.Name, label.Lines)
				}
			}
		}
	}
	if got := scene.Legend.Badges; !slices.Equal(got, []Badge{BadgeBeyondMeans, BadgeExclusivity, BadgeHedging, BadgeDualRole}) {
		t.Errorf("the legend explains only the badges %v", got)
	}
}
