package whatif

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Sentences tell what the shock does to payments, who falls by it, what holders lose, and what is not known, in words
// that can be quoted. The window, the command line and the report all have them from here.
func (r *StressResult) Sentences() (sentences []string) {
	for _, told := range r.Told() {
		sentences = append(sentences, told.Text)
	}
	return sentences
}

// paymentWords say what of all that is due is cut away and what is not paid.
func (r *StressResult) paymentWords() []string {
	words := r.Shock.Words(r.Book)
	failed := (&stressing{StressResult: r}).failed()
	switch {
	case r.Shock.Kind == ShockValuations:
		return []string{words + ". Nobody owes or pays less because of it."}
	case failed >= 0:
		owes := r.Companies[failed].Owes
		switch {
		case owes.High < 0.5 && r.Unpaid.High < 0.5:
			return []string{words + ". It owes nothing that counts: everybody gets what is due."}
		case owes.High < 0.5:
			return []string{words + ". It owes nothing that counts."}
		case r.Shock.Recovery == deal.Whole:
			words += ", and all that it owes is recovered"
		case r.Shock.Recovery > 0:
			words += fmt.Sprintf(", and %s of what it owes is recovered", r.Shock.Recovery.Percent())
		case owes.Unknown() && r.Unpaid.Unknown():
			return []string{words + ". Nothing that it owes has a number: what is not paid is unknown."}
		}
	case r.Cut.High > 0:
		return r.cutWords(words)
	}
	if r.Unpaid.High < 0.5 {
		return append([]string{words + ": everything that is due is still paid."}, r.outsideWords()...)
	}
	if r.Unpaid.Best < 0.5 && r.Unpaid.Open && !r.Unpaid.Unknown() {
		return []string{words + ": everything with a number is still paid. With other figures of the ranges it may not be."}
	}
	return append([]string{fmt.Sprintf("%s: of %s that is due, %s.", words, r.money(r.Due), r.notPaid(r.Unpaid, "not paid"))}, r.outsideWords()...)
}

// outsideWords say that more is recovered of a company that fails than it could pay if it did not, which only money from
// outside makes possible.
func (r *StressResult) outsideWords() []string {
	failed := (&stressing{StressResult: r}).failed()
	if failed < 0 || r.Companies[failed].Pays.Best <= r.Companies[failed].PaysBefore.Best+0.5 {
		return nil
	}
	company := r.Companies[failed]
	name, recovered := r.Book.CompanyName(company.Company), r.money(company.Pays)
	return []string{fmt.Sprintf("The recovery of %s, %s, is more than %s could pay without the shock from its cash and what it is paid (%s): "+
		"the rest is assumed to come from outside.", r.Shock.Recovery.Percent(), recovered, name, company.PaysBefore.Said(UnitMoney, r.Book.Base))}
}

// cutWords say what a shock that takes money away leaves.
func (r *StressResult) cutWords(words string) []string {
	cut := fmt.Sprintf("%s: of %s that is due, %s.", words, r.money(r.Due), r.notPaid(r.Cut, "cut away"))
	if r.Unpaid.High < 0.5 {
		return []string{cut, "What is left is paid in full."}
	}
	return []string{cut, fmt.Sprintf("Of the %s left, %s. Together %s is lost.", r.money(r.Left), r.notPaid(r.Unpaid, "not paid"), r.money(r.Lost))}
}

// notPaid says that the sum is lost: "$18bn is not paid", "an unknown amount is cut away".
func (r *StressResult) notPaid(e Estimate, how string) string {
	return r.money(e) + " is " + how
}

// otherwiseUnpaid says what is not paid without the shock, and when everybody waits for everybody.
func (r *StressResult) otherwiseUnpaid() (sentences []string) {
	if r.LostBefore.High > 0.5 {
		either := " is not paid either."
		if r.LostBefore.Best > r.Lost.Best+0.5 {
			either = " is not paid: " + byBest(r.LostBefore.Wide() || r.Lost.Wide(), "") + "more than with it."
		}
		sentences = append(sentences, "Without the shock "+r.money(r.LostBefore)+either)
	}
	if r.LeastUnpaid.Best > r.Unpaid.Best+0.5 {
		sentences = append(sentences, "If nobody pays before being paid, "+r.money(r.LeastUnpaid)+" is not paid: a gridlock.")
	}
	return sentences
}

// FallWords say who else cannot pay in full, as sentences. A shock of valuations, and one by which nobody is paid less, makes
// nobody fall.
func (r *StressResult) FallWords() (sentences []string) {
	shocked, _ := r.In(0)
	var fallen, fallenBest, before, beforeBest, spared []string
	for wave := 1; wave <= r.Waves; wave++ {
		companies, _ := r.In(wave)
		for _, company := range companies {
			to := &fallen
			switch unsure := company.Elsewhere || company.BeforeElsewhere; {
			case company.Before && unsure:
				to = &beforeBest
			case company.Before:
				to = &before
			case unsure:
				to = &fallenBest
			}
			*to = append(*to, r.Book.CompanyName(company.Company))
		}
	}
	for _, company := range r.Companies {
		if company.Elsewhere && !company.Fell() {
			spared = append(spared, r.Book.CompanyName(company.Company))
		}
	}
	also, who := "", "No company"
	if len(shocked) > 0 {
		also, who = " either", "No other company"
	}
	switch {
	case len(fallen)+len(fallenBest) > 0:
		if len(fallen) > 0 {
			sentences = append(sentences, fmt.Sprintf("Because of it %s cannot pay in full%s.", numbered(fallen), also))
		}
		if len(fallenBest) > 0 {
			sentences = append(sentences, fmt.Sprintf("By the best figures %s cannot pay in full because of it%s.", numbered(fallenBest), also))
		}
	case r.Shock.Kind == ShockValuations || r.Lost.High < 0.5:
	case r.CashUnknown > 0:
		sentences = append(sentences, byBest(len(spared) > 0, fmt.Sprintf("%s is known to fail in turn, but the cash of %d is unknown.", who, r.CashUnknown)))
	default:
		sentences = append(sentences, byBest(len(spared) > 0, who+" fails in turn."))
	}
	if len(before) > 0 {
		sentences = append(sentences, fmt.Sprintf("With or without the shock %s cannot pay in full.", numbered(before)))
	}
	if len(beforeBest) > 0 {
		sentences = append(sentences, fmt.Sprintf("By the best figures %s cannot pay in full, with or without the shock.", numbered(beforeBest)))
	}
	if len(spared) > 0 {
		sentences = append(sentences, fmt.Sprintf("With other figures of the ranges %s may not pay in full.", numbered(spared)))
	}
	return sentences
}

// byBest says of words that other figures of the ranges may belie that they are so by the best figures.
func byBest(belied bool, words string) string {
	switch {
	case !belied:
		return words
	case words == "":
		return "by the best figures "
	}
	return "By the best figures " + uncapital(words)
}

// numbered names one company, and counts several before it names them: "3 companies (A, B and C)".
func numbered(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	return fmt.Sprintf("%s (%s)", deal.CountOf(len(names), "company"), someOf(names))
}

// mostNamed is how many companies a sentence names before the rest is only counted.
const mostNamed = 4

// someOf lists the names: "A, B and C", "A, B, C, D and 3 more".
func someOf(names []string) string {
	if left := len(names) - mostNamed; left > 0 {
		names = append(append([]string(nil), names[:mostNamed]...), fmt.Sprintf("%d more", left))
	}
	return deal.AllOf(names)
}

// holderWords say what holders of stakes lose by it, and of whose stakes nothing is known. Where nothing is lost there are none.
func (r *StressResult) holderWords() (sentences []Sentence) {
	var lose, unknown []string
	var loseBy, unknownBy []deal.LegID
	for _, investor := range r.Holders() {
		if name := r.Book.CompanyName(investor.Company); investor.Known {
			lose, loseBy = append(lose, name+" "+investor.Lost.Said(UnitMoney, r.Book.Base)), append(loseBy, investor.Legs...)
		} else {
			unknown, unknownBy = append(unknown, name), append(unknownBy, investor.Legs...)
		}
	}
	switch {
	case len(lose) > 0 && r.HoldingsLost.Best >= 0.995*r.HoldingsWorth.Best:
		sentences = cited([]string{fmt.Sprintf("Holders lose all the value of their stakes, %s: %s.", r.money(r.HoldingsLost), someOf(lose))}, loseBy)
	case len(lose) > 0:
		sentences = cited([]string{fmt.Sprintf("Holders lose %s of the %s that their stakes are worth: %s.", r.money(r.HoldingsLost), r.money(r.HoldingsWorth), someOf(lose))}, loseBy)
	}
	if len(lose) > 0 && r.onlyCut() {
		sentences = append(sentences, cited([]string{"They lose because what is cut away costs its payees value (DebtRank), and their valuations are taken to fall by that " +
			"part; what each holder has of them is counted as stated, without the dilution that falls away."}, loseBy)...)
	}
	if len(unknown) > 0 {
		sentences = append(sentences, cited([]string{fmt.Sprintf("What the stakes of %s lose is unknown: their shares or valuations are not stated.", someOf(unknown))}, unknownBy)...)
	}
	return sentences
}

// onlyCut reports whether the shock takes money away and all that is left is paid, so that nobody's failure costs value.
func (r *StressResult) onlyCut() bool {
	return r.Shock.Kind != ShockFails && r.Cut.High > 0 && r.Unpaid.Best < 0.5
}

// idle reports whether the shock is about nothing that is still to be paid: a cut of contracts of which there are none.
func (r *StressResult) idle() bool {
	switch r.Shock.Kind {
	case ShockCut, ShockCollapse, ShockCutOff:
		return !slices.ContainsFunc(r.Legs, func(leg StressedLeg) bool { return r.Shock.keeps(r.Book, leg.Leg) < deal.Whole })
	}
	return false
}

// takesPaid reports whether the shock would take away a leg that the view counts: of an idle one all such have been paid.
func (r *StressResult) takesPaid() bool {
	return slices.ContainsFunc(r.Network.Flows, func(flow network.Flow) bool {
		return slices.ContainsFunc(flow.Legs, func(leg network.FlowLeg) bool { return r.Shock.keeps(r.Book, leg.ID) < deal.Whole })
	})
}

// idleWords say why the shock changes nothing.
func (r *StressResult) idleWords() string {
	words := r.Shock.Words(r.Book) + ": nothing changes, because "
	switch {
	case r.takesPaid():
		return words + "all that it would take away has been paid."
	case r.Shock.Kind == ShockCollapse:
		return words + fmt.Sprintf("none of the deals that count is %s.", r.Shock.Status)
	case r.Shock.Kind == ShockCutOff:
		return words + fmt.Sprintf("%s has nothing to pay to %s.", r.Book.CompanyName(r.Shock.Company), r.Book.CompanyName(r.Shock.Supplier))
	case r.Shock.Part == 0:
		return words + "nothing is cut."
	}
	return words + fmt.Sprintf("none of the legs that count is of the kind %s.", r.Shock.Cut)
}
