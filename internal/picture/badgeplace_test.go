package picture

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// BadgesOverlap returns which badges lie on a leg, an arrowhead, another badge or a name: brute force.
func BadgesOverlap(s *Scene) []string {
	var wrong []string
	for i := range s.Discs {
		disc := &s.Discs[i]
		for at := range disc.Badges.List() {
			centre := disc.badgeCentre(at)
			for j := range s.Arrows {
				a := &s.Arrows[j]
				for _, p := range latticeOf(a.Head) {
					if distance(p, centre) < badgeRadius {
						wrong = append(wrong, fmt.Sprintf("badge %d of %s on the head of leg %d", at, disc.Name, a.Leg))
						break
					}
				}
				if nearCurve(a.Shaft, centre) < a.Width/2+badgeRadius {
					wrong = append(wrong, fmt.Sprintf("badge %d of %s on leg %d", at, disc.Name, a.Leg))
				}
			}
			for other := range at {
				if distance(centre, disc.badgeCentre(other)) < 2*badgeRim {
					wrong = append(wrong, fmt.Sprintf("badges %d and %d of %s on each other", other, at, disc.Name))
				}
			}
			for _, label := range s.Labels(1) {
				if label.Box.near(centre) < badgeRadius {
					wrong = append(wrong, fmt.Sprintf("badge %d of %s on %q", at, disc.Name, label.Lines))
				}
			}
		}
	}
	return wrong
}

// No badge of the deals of the articles covers a leg, an arrowhead, a name or another badge, in any layout.
func TestBadgesOfTheDealsAreClear(t *testing.T) {
	in := dealInput(t, network.View{})
	in.Measures = &network.Measures{Flags: []network.Flag{
		{Rule: network.RuleHedging, Companies: []deal.CompanyID{amazon, openAI, anthropic}},
		{Rule: network.RuleExclusivity, Companies: []deal.CompanyID{microsoft, openAI, oracle}},
		{Rule: network.RuleBeyondMeans, Companies: []deal.CompanyID{openAI}},
	}}
	inputs := []Input{in}
	for _, as := range deal.Layouts {
		inputs = append(inputs, arranged(in, as))
	}
	for _, in := range inputs {
		for _, wrong := range BadgesOverlap(Build(in)) {
			t.Errorf("%q: %s", in.Book.Layout, wrong)
		}
	}
}

// Wherever there is room around a company its badges are clear of legs, and they never lie on each other or on its name.
func TestBadgesFindTheirGaps(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		companies := rapid.IntRange(2, 20).Draw(r, "companies")
		in := hubInput(t, companies, rapid.IntRange(1, 2*companies).Draw(r, "legs"), rapid.Uint64Range(0, 1<<20).Draw(r, "seed"))
		in.Measures = &network.Measures{}
		for _, company := range in.Network.Companies {
			in.Measures.Flags = append(in.Measures.Flags,
				network.Flag{Rule: network.RuleBeyondMeans, Companies: []deal.CompanyID{company.ID}},
				network.Flag{Rule: network.RuleExclusivity, Companies: []deal.CompanyID{company.ID, company.ID}})
		}
		scene := Build(arranged(in, rapid.SampledFrom(deal.Layouts).Draw(r, "layout")))
		if wrong := BadgesOverlap(scene); len(wrong) > companies/3+1 {
			r.Errorf("%d badges of %d companies: %v", len(wrong), companies, wrong)
		}
	})
}
