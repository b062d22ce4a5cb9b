package picture

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// BadgesMissing returns the flags of companies in a scene that no badge stands for, neither by itself nor counted, and the
// badges that are hollow though a flag of theirs is certain, or the other way round.
func BadgesMissing(s *Scene, flags []network.Flag) (wrong []string) {
	for i := range s.Discs {
		disc := &s.Discs[i]
		if disc.Badges&disc.More != 0 || disc.Badges.Has(BadgeMore) != (disc.More != 0) {
			wrong = append(wrong, fmt.Sprintf("%s has the badges %v and counts %v", disc.Name, disc.Badges.List(), disc.More.List()))
		}
		certain := make(map[Badge]bool)
		for _, flag := range flags {
			badge, ok := BadgeOf(flag, disc.Company)
			if !ok {
				continue
			}
			if certain[badge] = certain[badge] || !flag.Uncertain; !(disc.Badges | disc.More).Has(badge) {
				wrong = append(wrong, fmt.Sprintf("%s: no badge for %q", disc.Name, flag.Text))
			}
		}
		for badge, sure := range certain {
			if disc.Hollow.Has(badge) == sure {
				wrong = append(wrong, fmt.Sprintf("%s: badge %d is hollow: %v, certain: %v", disc.Name, badge, !sure, sure))
			}
		}
	}
	return wrong
}

// Every flag of a company has a badge or is counted by one, in any book of chance, and is hollow where it is not certain; those
// of companies with all kinds of flags lie on no other badge and on no name.
func TestEveryFlagHasABadge(t *testing.T) {
	counted := 0
	rapid.Check(t, func(r *rapid.T) {
		companies := rapid.IntRange(2, 20).Draw(r, "companies")
		in := hubInput(t, companies, rapid.IntRange(1, 2*companies).Draw(r, "legs"), rapid.Uint64Range(0, 1<<20).Draw(r, "seed"))
		in.Measures = &network.Measures{}
		for _, company := range in.Network.Companies {
			for _, rule := range network.Rules {
				if rapid.IntRange(0, 3).Draw(r, "kinds") > 0 {
					in.Measures.Flags = append(in.Measures.Flags, network.Flag{
						Rule: rule, Companies: []deal.CompanyID{company.ID, company.ID}, Uncertain: rapid.Bool().Draw(r, "uncertain"),
					})
				}
			}
		}
		scene := Build(arranged(in, rapid.SampledFrom(deal.Layouts).Draw(r, "layout")))
		if wrong := BadgesMissing(scene, in.Measures.Flags); len(wrong) > 0 {
			r.Error(wrong)
		}
		if wrong := BadgesOverlap(scene); len(wrong) > companies/3+1 {
			r.Errorf("%d badges of %d companies: %v", len(wrong), companies, wrong)
		}
		for i := range scene.Discs {
			counted += len(scene.Discs[i].More.List())
		}
	})
	if counted == 0 {
		t.Error("no flag is counted")
	}
}

// A badge of what is not certain is hollow on the canvas and in the legend, which says what that means, and one of what is certain is not.
func TestHollowBadgesAreDrawnHollow(t *testing.T) {
	for _, uncertain := range []bool{false, true} {
		in := dealInput(t, network.View{})
		in.Measures = &network.Measures{Flags: []network.Flag{{Rule: network.RuleHedging, Companies: []deal.CompanyID{amazon}, Uncertain: uncertain}}}
		scene := Build(in).WithLegend(true)
		camera := Camera{Width: 1200, Height: 900, Scale: 1}.Fit(scene)
		said := false
		for _, note := range scene.legendIn(camera).Notes {
			said = said || strings.Contains(note, "hollow") && strings.Contains(note, ": not certain")
		}
		if disc := discOf(t, scene, amazon); disc.Hollow.Has(BadgeHedging) != uncertain || scene.Legend.hollow.Has(BadgeHedging) != uncertain || said != uncertain {
			t.Errorf("uncertain %v: hollow %v, in the legend %v, said %v", uncertain, disc.Hollow.List(), scene.Legend.hollow.List(), said)
		}
	}
}
