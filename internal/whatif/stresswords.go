package whatif

import (
	"fmt"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// KnownWords say which legs have a number and whose cash is stated, assumed or unknown.
func (r *StressResult) KnownWords() string {
	have, left := "have", ""
	if r.LegsKnown == 1 {
		have = "has"
	}
	if r.PaidUp > 0 {
		left = " still to be paid"
	}
	words := fmt.Sprintf("%d of %s %s a number: what the others lose is unknown, and in no sum.", r.LegsKnown, deal.CountOf(r.LegsAll, "leg")+left, have)
	switch {
	case r.LegsAll == 0 && r.PaidUp > 0:
		words = "Nothing is still to be paid."
	case r.LegsAll == 0:
		words = "There are no legs."
	case r.LegsKnown == r.LegsAll:
		words = fmt.Sprintf("All %d legs%s have a number.", r.LegsAll, left)
		if r.LegsAll == 1 {
			words = "The only leg" + left + " has a number."
		}
	case r.LegsKnown == 0:
		words = "No leg" + left + " has a number: what each loses is unknown."
	}
	return words + r.paidWords() + r.cashWords()
}

// paidWords say what has been paid and is not due again, and of how many legs nobody says so.
func (r *StressResult) paidWords() string {
	words := ""
	if r.PaidUp+r.PaidPart == 0 {
		return ""
	}
	words = fmt.Sprintf(" %s on %s has been paid and is not due again.", deal.Capital(r.money(r.Paid)), deal.CountOf(r.PaidUp+r.PaidPart, "leg"))
	if r.PaidUnknown > 0 {
		words += fmt.Sprintf(" What has been paid of %s of signed and active deals is not stated: all of it is taken as due.", deal.CountOf(r.PaidUnknown, "leg"))
	}
	return words
}

// cashWords say whose cash is stated, assumed or unknown, of the companies whose cash decides whether they can pay.
func (r *StressResult) cashWords() string {
	of, noun := len(r.Companies), "company"
	if (&stressing{StressResult: r}).failed() >= 0 {
		of, noun = of-1, "other company" // one that fails pays the recovery rate whatever its cash
	}
	if of <= 0 {
		return ""
	}
	whose := func(count int) string {
		switch {
		case count == of && of == 1:
			return "the " + noun
		case count == of && of == 2:
			return "both " + strings.TrimPrefix(deal.CountOf(of, noun), "2 ")
		case count == of:
			return "all " + deal.CountOf(of, noun)
		}
		return fmt.Sprintf("%d of the %s", count, deal.CountOf(of, noun))
	}
	stated := of - r.CashUnknown - r.CashAssumed
	if stated == of {
		return fmt.Sprintf(" The cash of %s is stated or set.", whose(of))
	}
	words := ""
	if r.CashUnknown > 0 {
		taken := "they are"
		if r.CashUnknown == 1 {
			taken = "it is"
		}
		words += fmt.Sprintf(" The cash of %s is unknown: %s taken to pay in full, so that more may be lost.", whose(r.CashUnknown), taken)
	}
	if r.CashAssumed > 0 {
		words += fmt.Sprintf(" The cash of %s is assumed: %s each.", whose(r.CashAssumed), deal.Money{Cents: r.Shock.Assumed, Currency: r.Book.Base}.Short())
	}
	return words
}

// RankWords tell the loss of the shock itself and the loss that is passed on apart, as sentences.
func (r *StressResult) RankWords() []string {
	if !r.RankKnown {
		return []string{"Unknown: " + r.RankWhy + "."}
	}
	value := fmt.Sprintf("all economic value, %s,", r.money(r.Value))
	sentences := []string{
		fmt.Sprintf("The shock itself takes %s of %s from those that it hits.", r.share(r.RankFirst), value),
		fmt.Sprintf("As losses pass on, a further %s is lost: this is DebtRank. Together %s.", r.share(r.Rank), r.share(r.RankAll)),
	}
	if r.Rank.High <= 0 {
		sentences[1] = "No losses pass on to others: DebtRank is 0%."
	}
	if r.RankFirst.High <= 0 && r.Rank.High <= 0 {
		sentences = []string{fmt.Sprintf("Of %s nothing is lost, at first or passed on.", value)}
	}
	return sentences
}

// RankNotes say how the numbers of RankWords come about.
func (r *StressResult) RankNotes() (notes []string) {
	if !r.RankKnown {
		return nil
	}
	switch {
	case r.LegsKnown < r.LegsAll && r.onlyUndisclosed():
		notes = append(notes, "The numbers before the brackets are without undisclosed legs, the ranges with them.")
	case r.LegsKnown < r.LegsAll:
		notes = append(notes, "The numbers before the brackets are without the legs that have no number, the ranges with them.")
	}
	return append(notes, "The economic value of a company is counted by the money that goes through it, because private companies publish no equity; "+
		"nobody loses more than all of its own, and everybody passes losses on once.")
}

// HoldingsWords say which shares of companies the value of holdings counts, "" where nobody holds any.
func (r *StressResult) HoldingsWords() string {
	if len(r.Investors) == 0 {
		return ""
	}
	return "Each share of a company is as its source states it: the stakes not paid yet that dilute it in measures and what-if do not here."
}

// Untried returns the parts of the stress test that a what-if of the same shock goes without, as Changes makes it.
func (r *StressResult) Untried() []string {
	var parts []string
	shock := r.Shock
	if shock.Costs != (network.DefaultCosts{}) {
		parts = append(parts, "the default costs")
	}
	unknown := 0
	for _, leg := range r.Legs {
		if shock.Kind == ShockCut && leg.Kind == shock.Cut && !leg.Known {
			unknown++
		}
	}
	if unknown > 0 {
		parts = append(parts, r.Numberless(unknown))
	}
	return parts
}

// UntriedWords say what the what-if of the same shock goes without, and where it means something else, as sentences; ""
// where it is the same.
func (r *StressResult) UntriedWords() string {
	words := ""
	if parts := r.Untried(); len(parts) > 0 {
		words = "As a what-if it goes without " + deal.AllOf(parts) + "."
	}
	switch r.Shock.Kind {
	case ShockFails:
		if words += " In a what-if a company that fails neither pays nor is paid: its legs go."; r.Shock.Recovery > 0 {
			words = strings.Replace(words, "neither pays nor is paid: its legs go.", "is paid nothing any more, and pays "+r.Shock.Recovery.Percent()+".", 1)
		}
		words += " “Unpaid in clearing” counts there only what others cannot pay."
	case ShockValuations:
		words += " In a what-if the valuations that are stated fall, and no losses pass on."
	case ShockCut, ShockCollapse, ShockCutOff:
		if r.RankKnown && r.HoldingsLost.Best >= 0.5 {
			words += " In a what-if no valuation falls by it."
		}
	}
	if r.PaidUp+r.PaidPart > 0 {
		words += " A what-if counts what has been paid as due, and takes it away like the rest."
	}
	return strings.TrimSpace(words + r.untriedCash())
}

// untriedCash says whose assumed cash a what-if of the same shock takes along, and whose it leaves unknown.
func (r *StressResult) untriedCash() string {
	var along []string
	left := 0
	for _, company := range r.Companies {
		switch {
		case !company.Assumed || company.Wave == 0:
		case company.NeedsCash():
			along = append(along, r.Book.CompanyName(company.Company))
		default:
			left++
		}
	}
	cash := deal.Money{Cents: r.Shock.Assumed, Currency: r.Book.Base}.Short()
	stays, gets := "stays", "gets"
	if left > 1 {
		stays, gets = "stay", "get"
	}
	rest := fmt.Sprintf("%s, which %s enough to pay in full without any, %s without stated cash.", deal.CountOf(left, "other company"), gets, stays)
	switch {
	case left == 0:
		return ""
	case len(along) == 0:
		return fmt.Sprintf(" The assumed cash of %s does not go along: every company gets enough to pay in full without any.", cash)
	}
	return fmt.Sprintf(" The assumed cash of %s goes along for %s; %s", cash, someOf(along), rest)
}

// money writes a sum within a sentence: "$5bn ($4bn to $6bn)", "an unknown amount (up to $2bn)".
func (r *StressResult) money(e Estimate) string { return r.inSentence(e, UnitMoney, "amount") }

// share writes a part in the same way: "12% (~10% to ~17%)", "an unknown part".
func (r *StressResult) share(e Estimate) string { return r.inSentence(e, UnitShare, "part") }

func (r *StressResult) inSentence(e Estimate, unit Unit, what string) string {
	text := e.Text(unit, r.Book.Base)
	if !e.Unknown() {
		return text
	}
	if _, ends, bounded := strings.Cut(text, "("); bounded {
		return "an unknown " + what + " (" + ends
	}
	return "an unknown " + what
}
