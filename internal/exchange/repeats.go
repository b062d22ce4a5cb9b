package exchange

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/progress"
)

// Repeats are the new deals of an Edit of which the book has others that they could be: importing a file twice
// would count its money twice.
type Repeats struct {
	Alike  []string // titles of the deals of which the book has one with the same title, date and legs
	Rivals []string // titles of those of which the book has one with the same title, status and date, but other legs

	New  int       // how many deals the book has nothing like
	Rest deal.Edit // the Edit without the deals that are alike
}

// Count returns how many new deals were compared.
func (r Repeats) Count() int { return len(r.Alike) + len(r.Rivals) + r.New }

// AlikeSentence says which deals the document has already, or is "" when it has none.
func (r Repeats) AlikeSentence() string {
	if len(r.Alike) == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d deals look like ones that the document has already, with the same title, date, companies, kinds and "+
		"amounts (%s): taken again, their money counts twice", len(r.Alike), r.Count(), firstFew(r.Alike))
}

// RivalsSentence says which deals are others under the title of one that the document has, or is "".
func (r Repeats) RivalsSentence() string {
	switch len(r.Rivals) {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf("1 deal has the title, status and date of one in the document, and other legs (%s): both count until one is "+
			"deleted or superseded", firstFew(r.Rivals))
	}
	return fmt.Sprintf("%d deals have the title, status and date of one in the document, and other legs (%s): both count until one is "+
		"deleted or superseded", len(r.Rivals), firstFew(r.Rivals))
}

// firstFew lists the titles as far as a sentence has room for them.
func firstFew(titles []string) string {
	const few = 3
	var quoted []string
	for _, title := range titles[:min(few, len(titles))] {
		quoted = append(quoted, "“"+deal.Clipped(title)+"”")
	}
	if more := len(titles) - few; more > 0 {
		quoted = append(quoted, fmt.Sprintf("%d more", more))
	}
	return strings.Join(quoted, ", ")
}

// legLook is what a leg shares with one that looks like it.
type legLook struct {
	title, payer, payee string // as NameKey has them; the title is empty where it was made up
	kind                deal.Kind
	figure              deal.Figure
	currency            deal.Currency
	announced, start    deal.Date
}

// madeUpNumber is what a made-up title has behind it when another deal has the plain one.
var madeUpNumber = regexp.MustCompile(` \(\d+\)$`)

// looksOf returns what the legs of a deal look like; name returns what companies are called.
func looksOf(d *deal.Deal, name func(deal.CompanyID) string) []legLook {
	title := deal.NameKey(d.Title)
	if len(d.Legs) > 0 {
		first := d.Legs[0]
		plain := deal.NameKey(deal.PlainTitle(name(first.Payer), name(first.Payee), first.Kind))
		if madeUpNumber.ReplaceAllString(title, "") == plain {
			title = ""
		}
	}
	looks := make([]legLook, len(d.Legs))
	for i, leg := range d.Legs {
		looks[i] = legLook{
			title: title, payer: deal.NameKey(name(leg.Payer)), payee: deal.NameKey(name(leg.Payee)), kind: leg.Kind,
			figure: plain(leg.Figure), currency: leg.Currency, announced: d.Announced, start: leg.Start,
		}
	}
	return looks
}

// FindRepeats compares the new deals of an Edit with those of the book. It says through the context how many are compared,
// see package progress, and ends with the context's error once that is done.
func FindRepeats(ctx context.Context, edit deal.Edit, book *deal.Book) (Repeats, error) {
	legs, heads := make(map[legLook]deal.Leg), make(map[dealKey]bool)
	for i := range book.Deals {
		if err := progress.Stopped(ctx, i); err != nil {
			return Repeats{}, err
		}
		d := &book.Deals[i]
		heads[keyOfDeal(d)] = true
		for j, look := range looksOf(d, book.CompanyName) {
			legs[look] = d.Legs[j]
		}
	}
	made := make(map[deal.CompanyID]string, len(edit.Companies))
	for _, company := range edit.Companies {
		made[company.ID] = company.Name
	}
	name := func(id deal.CompanyID) string {
		if name, ok := made[id]; ok {
			return name
		}
		return book.CompanyName(id)
	}
	var found Repeats
	same := sameInBook{make(map[deal.DealID]deal.DealID), make(map[deal.LegID]deal.LegID)}
	for i := range edit.Deals {
		if err := progress.Step(ctx, i, len(edit.Deals), "deals compared with the document's"); err != nil {
			return Repeats{}, err
		}
		d := &edit.Deals[i]
		looks := looksOf(d, name)
		unknown := func(look legLook) bool { return legs[look].ID == 0 }
		switch {
		case d.ID > 0:
		case len(looks) > 0 && !slices.ContainsFunc(looks, unknown):
			found.Alike = append(found.Alike, d.Title)
			for j, look := range looks {
				same.deals[d.ID], same.legs[d.Legs[j].ID] = legs[look].Deal, legs[look].ID
			}
		case heads[keyOfDeal(d)]:
			found.Rivals = append(found.Rivals, d.Title)
		default:
			found.New++
		}
	}
	found.Rest = same.without(edit)
	return found, ctx.Err()
}

func keyOfDeal(d *deal.Deal) dealKey {
	return dealKey{deal.NameKey(d.Title), d.Status, d.Announced, d.Counting}
}

// sameInBook says which deals and legs of a book those of an Edit are.
type sameInBook struct {
	deals map[deal.DealID]deal.DealID
	legs  map[deal.LegID]deal.LegID
}

// without returns the Edit without those deals and the claims about them. What refers to them refers to those of
// the book instead.
func (s sameInBook) without(edit deal.Edit) deal.Edit {
	if len(s.deals) == 0 {
		return edit
	}
	edit.Deals = without(edit.Deals, func(d deal.Deal) bool { return s.deals[d.ID] != 0 })
	edit.Claims = without(edit.Claims, func(c deal.Claim) bool { return s.deals[c.About.Deal] != 0 || s.legs[c.About.Leg] != 0 })
	edit.Deals = mapped(edit.Deals, func(d deal.Deal) deal.Deal {
		d.Legs = mapped(d.Legs, func(leg deal.Leg) deal.Leg {
			leg.ConditionalOn = moved(s.legs, leg.ConditionalOn)
			return leg
		})
		return d
	})
	edit.Scenarios = mapped(edit.Scenarios, func(scenario deal.Scenario) deal.Scenario {
		scenario.Changes = mapped(scenario.Changes, func(change deal.Change) deal.Change {
			switch change.Field.Target() {
			case deal.TargetLeg:
				change.Target = int64(moved(s.legs, deal.LegID(change.Target)))
			case deal.TargetDeal:
				change.Target = int64(moved(s.deals, deal.DealID(change.Target)))
			}
			return change
		})
		return scenario
	})
	return edit
}
