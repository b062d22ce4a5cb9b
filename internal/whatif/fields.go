package whatif

import (
	"errors"
	"fmt"
	"slices"

	"roundtrip/internal/deal"
)

// field is what the what-if knows of one field of deal.ChangeFields beside its target and unit, which deal knows.
type field struct {
	words string // what a change of it sets, as a chip says it
	// holds returns what the Book holds of the field; nil: it is an assumption or an event and in no Book.
	holds func(book *deal.Book, target int64) held
	// none: a value of 0 takes the field away.
	none bool
	// takes returns why the field cannot be set so, beyond its target and its unit's bounds; nil: it can.
	takes func(deal.Change) error
	// set makes a change that check has let through; nil: no Book holds what it sets.
	set func(d *draft, to deal.Change)
}

// event reports whether a change of the field lets something happen, rather than set what a Book holds.
func (f field) event() bool { return f.holds == nil && f.set != nil }

// held is what a Book holds of a field.
type held struct {
	value   int64
	text    string // of a field that is a word; of an amount, in which words and currency it is stated, "" where that is not known
	without string // why there is no number: "undisclosed", "not stated"
}

// fields says of every field what the what-if knows of it.
var fields = map[deal.ChangeField]field{
	deal.ChangeAmount: {
		words: "amount",
		holds: ofLeg(func(leg deal.Leg) held { return heldWhole(leg.Figure, leg.Currency) }),
		set: func(d *draft, to deal.Change) {
			leg := d.leg(deal.LegID(to.Target))
			leg.Drawn = drawnOf(leg, to.Value)
			d.setFigure(leg, moved(leg.Figure, to.Value))
			d.stated = append(d.stated, leg.ID)
		},
	},
	deal.ChangeLow: {
		words: "low",
		holds: ofLeg(func(leg deal.Leg) held { return heldEnd(leg.Figure, leg.Figure.Low, leg.Currency) }),
		set: func(d *draft, to deal.Change) {
			leg := d.leg(deal.LegID(to.Target))
			d.setFigure(leg, widened(leg.Figure, to.Value, leg.Figure.High))
		},
	},
	deal.ChangeHigh: {
		words: "high",
		holds: ofLeg(func(leg deal.Leg) held { return heldEnd(leg.Figure, leg.Figure.High, leg.Currency) }),
		set: func(d *draft, to deal.Change) {
			leg := d.leg(deal.LegID(to.Target))
			figure := widened(leg.Figure, leg.Figure.Low, to.Value)
			if both, ok := rangeOf(d.changes, to.Target); ok {
				figure = figure.Assume(both.Low, both.Best, both.High)
			}
			d.setFigure(leg, figure)
		},
	},
	deal.ChangeSpentBack: {
		words: "share spent back",
		holds: ofLeg(func(leg deal.Leg) held { return held{value: int64(leg.CoveredShare())} }),
		takes: func(to deal.Change) error {
			_, err := deal.ParseTerm(to.Text)
			return err
		},
		set: (*draft).spendBack,
	},
	deal.ChangeValuation: {
		words: "valuation", none: true,
		holds: ofLeg(func(leg deal.Leg) held { return heldWhole(leg.Valuation, leg.Currency) }),
		set: func(d *draft, to deal.Change) {
			leg := d.leg(deal.LegID(to.Target))
			leg.Valuation = valued(leg.Valuation, to.Value)
		},
	},
	deal.ChangeTiming: {
		words: "valuation is",
		holds: ofLeg(func(leg deal.Leg) held { return held{text: string(leg.ValuationMoney)} }),
		takes: func(to deal.Change) error {
			if !slices.Contains(deal.Timings, deal.Timing(to.Text)) {
				return fmt.Errorf("%q is neither pre-money nor post-money", to.Text)
			}
			return nil
		},
		set: func(d *draft, to deal.Change) { d.leg(deal.LegID(to.Target)).ValuationMoney = deal.Timing(to.Text) },
	},
	deal.ChangeStake: {
		words: "stake", none: true,
		holds: ofLeg(func(leg deal.Leg) held { return heldUnlessZero(int64(leg.Stake)) }),
		set:   func(d *draft, to deal.Change) { d.leg(deal.LegID(to.Target)).Stake = deal.Share(to.Value) },
	},
	deal.ChangeTerm: {
		words: "term", none: true,
		holds: ofLeg(func(leg deal.Leg) held { return heldUnlessZero(int64(leg.TermMonths)) }),
		set:   func(d *draft, to deal.Change) { d.leg(deal.LegID(to.Target)).TermMonths = int(to.Value) },
	},
	deal.ChangeDrawn: {
		words: "drawn",
		holds: ofLeg(func(leg deal.Leg) held { return heldReport(leg.Drawn) }),
		set: func(d *draft, to deal.Change) {
			leg := d.leg(deal.LegID(to.Target))
			leg.Drawn = deal.Reported{Stated: true, Money: deal.Money{Cents: to.Value, Currency: leg.Currency}}
		},
	},
	deal.ChangeStatus: {
		words: "status",
		holds: func(book *deal.Book, target int64) held {
			d, _ := book.Deal(deal.DealID(target))
			return held{text: string(d.Status)}
		},
		takes: takesStatus,
		set:   func(d *draft, to deal.Change) { d.deal(deal.DealID(to.Target)).Status = deal.Status(to.Text) },
	},
	deal.ChangeWeight: {words: "weight", takes: takesStatus},
	deal.ChangeMargin: {words: "gross margin"},
	deal.ChangeCash: {
		words: "cash",
		holds: func(book *deal.Book, target int64) held {
			company, _ := book.Company(deal.CompanyID(target))
			return heldReport(company.Cash)
		},
		set: (*draft).setCash,
	},
	deal.ChangeFails: {
		words: "fails", none: true, set: (*draft).happen,
		takes: func(to deal.Change) error {
			recovered, err := deal.ParsePercent(to.Text)
			if err == nil && (recovered < 0 || recovered > deal.Whole) {
				err = fmt.Errorf("what is recovered is from 0%% to 100%%, not %s", recovered.Percent())
			}
			return err
		},
	},
	deal.ChangeSuspends: {words: "suspends", none: true, set: (*draft).happen},
	deal.ChangeCutOff: {
		words: "cut off", set: (*draft).happen,
		takes: func(to deal.Change) error {
			if to.Target == to.Other {
				return errors.New("a company is not cut off from itself")
			}
			return nil
		},
	},
}

// ofLeg makes of what a leg holds what a Book holds of it; a leg that is gone holds nothing.
func ofLeg(holds func(deal.Leg) held) func(*deal.Book, int64) held {
	return func(book *deal.Book, target int64) held {
		leg, _, _ := book.Leg(deal.LegID(target))
		return holds(leg)
	}
}

// heldWhole is what a Book holds of a figure: its best number, and what else makes it another one.
func heldWhole(figure deal.Figure, currency deal.Currency) held {
	is := heldEnd(figure, figure.Best, currency)
	if is.without == "" {
		is.text = figure.Text(currency)
	}
	if assumed := figure.AssumedText(currency); assumed != "" && !sayItAll(figure) {
		is.text = figure.Text(currency) + ", assumed " + assumed
	}
	return is
}

// sayItAll reports whether the words of the figure say its low, best and high, whoever assumes them.
func sayItAll(figure deal.Figure) bool {
	switch figure.Said {
	case deal.SaidExact, deal.SaidAbout:
		return figure.Low == figure.High
	case deal.SaidUpTo:
		return figure.Low == 0 && figure.High == figure.Best
	case deal.SaidRange:
		return true
	}
	return false
}

// heldEnd is what a Book holds of one number of a figure.
func heldEnd(figure deal.Figure, number int64, currency deal.Currency) held {
	switch {
	case !figure.Set():
		return held{without: notStated, text: notStated + ", in " + string(currency)}
	case !figure.Known():
		return held{value: number, without: "undisclosed", text: "undisclosed, in " + string(currency)}
	}
	return held{value: number, text: deal.Money{Cents: number, Currency: currency}.Exact()}
}

func heldReport(reported deal.Reported) held {
	if !reported.Stated {
		return held{value: reported.Money.Cents, without: notStated}
	}
	return held{value: reported.Money.Cents, text: reported.Money.Exact()}
}

func heldUnlessZero(value int64) held {
	if value == 0 {
		return held{without: notStated}
	}
	return held{value: value}
}

// notStated stands for a number that nobody states.
const notStated = "not stated"

func takesStatus(to deal.Change) error {
	if !slices.Contains(deal.Statuses, deal.Status(to.Text)) {
		return fmt.Errorf("%q is no status", to.Text)
	}
	return nil
}

// onLeg reports whether the field is a leg's.
func onLeg(f deal.ChangeField) bool { return f.Target() == deal.TargetLeg }

// currencyOf returns what an amount of the field is in: the leg's currency, that of the company's cash, or the base.
func currencyOf(book *deal.Book, f deal.ChangeField, target int64) deal.Currency {
	switch f.Target() {
	case deal.TargetLeg:
		if leg, _, ok := book.Leg(deal.LegID(target)); ok {
			return leg.Currency
		}
	case deal.TargetCompany:
		if company, ok := book.Company(deal.CompanyID(target)); ok && company.Cash.Stated {
			return company.Cash.Money.Currency
		}
	}
	return book.Base
}

// valueText writes a change's value in the words of its field's unit.
func valueText(currency deal.Currency, f deal.ChangeField, value int64) string {
	switch f.Unit() {
	case deal.UnitShare:
		return deal.Share(value).Percent()
	case deal.UnitMonths:
		return monthsText(value)
	}
	return deal.Money{Cents: value, Currency: currency}.Exact()
}

// words writes what is held of the field.
func (h held) words(currency deal.Currency, f deal.ChangeField) string {
	switch {
	case f == deal.ChangeTiming:
		return timingText(deal.Timing(h.text))
	case f.Unit() == deal.UnitWord:
		return h.text
	case h.without != "":
		return h.without
	}
	return valueText(currency, f, h.value)
}

// setTo is what the change sets, as if a Book held it.
func setTo(change deal.Change) held {
	if change.Field.Unit() == deal.UnitWord {
		return held{text: change.Text}
	}
	to := held{value: change.Value}
	if fields[change.Field].none && change.Value == 0 {
		to.without = notStated
	}
	return to
}
