package network

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// The rules that flags can fire by.
const (
	RuleDualRole    = "dual role"
	RuleHedging     = "hedging"
	RuleExclusivity = "exclusivity"
	RuleBeyondMeans = "beyond means"
)

// Rules lists every rule in the order in which its flags come.
var Rules = []string{RuleDualRole, RuleHedging, RuleExclusivity, RuleBeyondMeans}

// Flags returns the rules that the deals of the network make fire, rule by rule, each in the order of the
// companies:
//
//   - dual role: a company finances another that buys from it.
//   - hedging: a company finances two or more AI labs, which are rivals.
//   - exclusivity: a company deals with others in what one holds exclusivity or first refusal for. What a right
//     covers is what the two trade in the deal that grants it, or else what they trade anywhere, or else what the
//     holder's role sells. A right that had ended before the other deal was announced does not fire.
//   - beyond means: what a company is to pay for purchases exceeds its known means; see meansFlags.
//
// Only legs of the network count, so a view that leaves a deal out silences its flags. Legs without a number
// make the first three fire like any other, and add nothing to the last. Without a book there are no flags. Each
// flag says whether it fires whatever the figures turn out to be.
func (n *Network) Flags(book *deal.Book) []Flag {
	if book == nil {
		return nil
	}
	f := newFlagger(n, book)
	flags := append(f.legFlags(), f.meansFlags()...)
	if len(flags) == 0 {
		return nil
	}
	found := n.presence(book).flagsFound(book, flags)
	for i := range flags {
		flags[i].Uncertain = !found.surely[keyOf(flags[i])]
	}
	return flags
}

// bareFlags returns the same flags with nothing but their rules, for who only counts them: a simulation does so again
// and again.
func (n *Network) bareFlags(book *deal.Book) []Flag {
	if book == nil {
		return nil
	}
	f := newFlagger(n, book)
	f.bare = true
	return append(f.legFlags(), f.meansFlags()...)
}

type flagger struct {
	*Network
	book    *deal.Book
	present map[deal.LegID]bool // the network's legs, where a deal of the book grants a right
	bare    bool                // flags have nothing but their rules
}

func newFlagger(n *Network, book *deal.Book) flagger {
	f := flagger{Network: n, book: book}
	if !slices.ContainsFunc(book.Deals, func(d deal.Deal) bool { return len(d.Rights) > 0 }) {
		return f
	}
	f.present = make(map[deal.LegID]bool)
	for _, flow := range n.Flows {
		for _, leg := range flow.Legs {
			f.present[leg.ID] = true
		}
	}
	return f
}

// legFlags returns the flags of the rules that ask which legs there are, not how much they come to.
func (f flagger) legFlags() []Flag {
	flags := f.dualRoles()
	flags = append(flags, f.hedges()...)
	return append(flags, f.exclusivities()...)
}

func (f flagger) dualRoles() []Flag {
	var flags []Flag
	for _, out := range f.Flows {
		at, ok := f.FlowBetween(out.Payee, out.Payer)
		if !ok || out.Payer == out.Payee {
			continue
		}
		if !holds(out, true) || !holds(f.Flows[at], false) {
			continue
		}
		if f.bare {
			flags = append(flags, Flag{Rule: RuleDualRole})
			continue
		}
		financing, purchase := pick(out, true), pick(f.Flows[at], false)
		flags = append(flags, Flag{
			Rule: RuleDualRole,
			Text: fmt.Sprintf("%s finances %s (%s), which buys from it (%s).",
				f.name(out.Payer), f.name(out.Payee), f.sum(financing), f.sum(purchase)),
			Companies: f.ids(out.Payer, out.Payee),
			Legs:      legIDs(financing, purchase),
		})
	}
	return flags
}

func (f flagger) hedges() []Flag {
	var flags []Flag
	for begin := 0; begin < len(f.Flows); {
		payer, first, rivals := f.Flows[begin].Payer, begin, 0
		for ; begin < len(f.Flows) && f.Flows[begin].Payer == payer; begin++ {
			if f.financesLab(f.Flows[begin]) {
				rivals++
			}
		}
		switch {
		case rivals < 2:
			continue
		case f.bare:
			flags = append(flags, Flag{Rule: RuleHedging})
			continue
		}
		companies, names, legs := []int{payer}, []string(nil), []FlowLeg(nil)
		for _, flow := range f.Flows[first:begin] {
			if f.financesLab(flow) {
				companies, names = append(companies, flow.Payee), append(names, f.name(flow.Payee))
				legs = append(legs, pick(flow, true)...)
			}
		}
		flags = append(flags, Flag{
			Rule:      RuleHedging,
			Text:      fmt.Sprintf("%s finances rivals: %s.", f.name(payer), enumerated(names)),
			Companies: f.ids(companies...),
			Legs:      legIDs(legs),
		})
	}
	return flags
}

// financesLab reports whether the flow finances another company that is an AI lab.
func (f flagger) financesLab(flow Flow) bool {
	return f.Companies[flow.Payee].Role == deal.RoleLab && flow.Payee != flow.Payer && holds(flow, true)
}

// bond is everything that one company holds over another, and who is in the way.
type bond struct {
	holder, over int
	kinds        []string
	rivals       []string
	companies    []int
	legs         []FlowLeg
}

// exclusivities looks at every right of the deals that are in the network, and returns a flag for each pair of
// companies between which a right is in somebody's way.
func (f flagger) exclusivities() []Flag {
	position := make(map[deal.CompanyID]int, len(f.Companies))
	for i, company := range f.Companies {
		position[company.ID] = i
	}
	var bonds []*bond
	for _, d := range f.book.Deals {
		if !f.holds(d) {
			continue
		}
		for _, right := range d.Rights {
			holder, known := position[right.Holder]
			over, bound := position[right.Over]
			hinders := right.Kind == deal.RightExclusivity || right.Kind == deal.RightFirstRefusal
			if !known || !bound || !hinders {
				continue
			}
			at := slices.IndexFunc(bonds, func(b *bond) bool { return b.holder == holder && b.over == over })
			if at < 0 {
				at = len(bonds)
				bonds = append(bonds, &bond{holder: holder, over: over, companies: []int{holder, over}})
			}
			f.infringe(bonds[at], d, right)
		}
	}
	slices.SortStableFunc(bonds, func(x, y *bond) int {
		return cmp.Or(cmp.Compare(x.holder, y.holder), cmp.Compare(x.over, y.over))
	})
	var flags []Flag
	for _, b := range bonds {
		if len(b.legs) == 0 {
			continue
		}
		flags = append(flags, Flag{
			Rule: RuleExclusivity,
			Text: fmt.Sprintf("%s has a right of %s over %s, which deals with %s in the same thing (%s).",
				f.name(b.holder), enumerated(b.kinds), f.name(b.over), enumerated(b.rivals), f.sum(b.legs)),
			Companies: f.ids(b.companies...),
			Legs:      legIDs(b.legs),
		})
	}
	return flags
}

// holds reports whether a leg of the deal is in the network.
func (f flagger) holds(d deal.Deal) bool {
	return slices.ContainsFunc(d.Legs, func(leg deal.Leg) bool { return f.present[leg.ID] })
}

// infringe adds the rivals that the bound company deals with in what the right covers.
func (f flagger) infringe(b *bond, d deal.Deal, right deal.Right) {
	bought, sold := f.covers(d, b.holder, b.over)
	fires := false
	for rival := range f.Companies {
		if rival == b.holder || rival == b.over {
			continue
		}
		legs := append(f.within(b.over, rival, bought, right), f.within(rival, b.over, sold, right)...)
		fires = fires || len(legs) > 0
		for _, leg := range legs {
			if !slices.ContainsFunc(b.legs, func(other FlowLeg) bool { return other.ID == leg.ID }) {
				b.legs = append(b.legs, leg)
			}
		}
		if len(legs) > 0 && !slices.Contains(b.companies, rival) {
			b.companies, b.rivals = append(b.companies, rival), append(b.rivals, f.name(rival))
		}
	}
	if fires && !slices.Contains(b.kinds, string(right.Kind)) {
		b.kinds = append(b.kinds, string(right.Kind))
	}
}

// covers returns the kinds that the bound company buys from, and sells to, the holder of the right.
func (f flagger) covers(d deal.Deal, holder, over int) (bought, sold []deal.Kind) {
	for _, leg := range d.Legs {
		switch {
		case leg.Kind.Financing():
		case leg.Payer == f.Companies[over].ID && leg.Payee == f.Companies[holder].ID:
			bought = append(bought, leg.Kind)
		case leg.Payer == f.Companies[holder].ID && leg.Payee == f.Companies[over].ID:
			sold = append(sold, leg.Kind)
		}
	}
	if len(bought)+len(sold) > 0 {
		return bought, sold
	}
	bought, sold = f.kindsBetween(over, holder), f.kindsBetween(holder, over)
	if len(bought)+len(sold) > 0 {
		return bought, sold
	}
	switch f.Companies[holder].Role {
	case deal.RoleCloud, deal.RoleDataCentre:
		return []deal.Kind{deal.KindCloud, deal.KindDataCentre}, nil
	case deal.RoleChips:
		return []deal.Kind{deal.KindChips}, nil
	case deal.RoleLab:
		return []deal.Kind{deal.KindLicence}, nil
	}
	return nil, nil
}

func (f flagger) kindsBetween(payer, payee int) []deal.Kind {
	var kinds []deal.Kind
	if at, ok := f.FlowBetween(payer, payee); ok {
		for _, leg := range pick(f.Flows[at], false) {
			kinds = append(kinds, leg.Kind)
		}
	}
	return kinds
}

// within returns the legs of the kinds that were agreed while the right held.
func (f flagger) within(payer, payee int, kinds []deal.Kind, right deal.Right) []FlowLeg {
	at, ok := f.FlowBetween(payer, payee)
	if !ok {
		return nil
	}
	var legs []FlowLeg
	for _, leg := range f.Flows[at].Legs {
		if !slices.Contains(kinds, leg.Kind) {
			continue
		}
		if until, ends := right.Until.Last(); ends {
			_, other, _ := f.book.Leg(leg.ID)
			if announced, dated := other.Announced.First(); dated && announced.After(until) {
				continue
			}
		}
		legs = append(legs, leg)
	}
	return legs
}

// holds reports whether the flow has financing, or commercial, legs.
func holds(flow Flow, financing bool) bool {
	return slices.ContainsFunc(flow.Legs, func(leg FlowLeg) bool { return leg.Kind.Financing() == financing })
}

// pick returns the financing or the commercial legs of a flow.
func pick(flow Flow, financing bool) []FlowLeg {
	var legs []FlowLeg
	for _, leg := range flow.Legs {
		if leg.Kind.Financing() == financing {
			legs = append(legs, leg)
		}
	}
	return legs
}

func (f flagger) name(company int) string { return f.Companies[company].Name }

func (f flagger) ids(companies ...int) []deal.CompanyID {
	ids := make([]deal.CompanyID, len(companies))
	for i, company := range companies {
		ids[i] = f.Companies[company].ID
	}
	return ids
}

func legIDs(groups ...[]FlowLeg) []deal.LegID {
	var ids []deal.LegID
	for _, legs := range groups {
		for _, leg := range legs {
			ids = append(ids, leg.ID)
		}
	}
	return ids
}

// enumerated writes names as a sentence does: a, b and c.
func enumerated(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
