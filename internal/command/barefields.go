package command

import (
	"fmt"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// onLeg returns the settings of a what-if with a bare field, as in amount=20bn, taken as that of the leg that is moved: the
// words that --sweep and --by take as well. What is the name of a leg stays one.
func (set settings) onLeg(book *deal.Book, id deal.LegID) settings {
	leg, _, ok := book.Leg(id)
	if !ok {
		return set
	}
	named := slices.Clone(set)
	for i, text := range set {
		name, value, given := strings.Cut(text, "=")
		if _, err := findInput(book, strings.TrimSpace(name)); !given || err == nil {
			continue
		}
		field := deal.ChangeField(deal.NameKey(name))
		if field == "years" {
			field = deal.ChangeTerm
		}
		switch {
		case !slices.Contains(deal.ChangeFields, field):
		case field.Target() == deal.TargetLeg:
			named[i] = fmt.Sprintf("%s:%d=%s", field, id, value)
		case field == deal.ChangeMargin:
			named[i] = fmt.Sprintf("%s:%s=%s", field, book.CompanyName(leg.Payer), value)
		}
	}
	return named
}

// moved returns the leg that a what-if moves: that of --leg, or of the stored scenario, or the one it begins with.
func (o whatIfOptions) moved(book *deal.Book) (deal.LegID, error) {
	if o.leg != "" {
		leg, err := findLeg(book, o.leg)
		if err != nil {
			return 0, wrong(fmt.Errorf("--leg: %w", err))
		}
		return leg.ID, nil
	}
	stake, _ := whatif.DefaultStake(book)
	if o.scenario == "" {
		return stake.Leg, nil
	}
	stored, err := changesOf(book, o.scenario, nil)
	if err != nil {
		return 0, err
	}
	return whatif.LegOf(book, stored, stake.Leg), nil
}
