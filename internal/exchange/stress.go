package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"roundtrip/internal/cell"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// WriteStressTable writes a stress test for a person to read: what is lost in all and what is not known, the waves with
// the legs that each hits, and what suppliers, companies and investors lose. Ranges stand in brackets, with "~" before ends that
// were searched for rather than proven; "unknown" stands where there is no number.
func WriteStressTable(w io.Writer, r *whatif.StressResult) error {
	var text bytes.Buffer
	t := stressText{StressResult: r, out: tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)}
	t.head()
	for _, table := range stressTables(r) {
		fmt.Fprintln(t.out)
		for _, row := range aligned(append([][]string{table.Head}, table.Rows...)) {
			fmt.Fprintln(t.out, strings.Join(row, "\t"))
		}
	}
	if err := t.out.Flush(); err != nil {
		return fmt.Errorf("write stress test: %w", err)
	}
	endWithRates(&text, r.CountedAt())
	if _, err := w.Write(withoutTrailingBlanks(text.Bytes())); err != nil {
		return fmt.Errorf("write stress test: %w", err)
	}
	return nil
}

type stressText struct {
	*whatif.StressResult
	out *tabwriter.Writer
}

func (t *stressText) money(e whatif.Estimate) string {
	return e.Text(whatif.UnitMoney, t.Book.Base)
}

func (t *stressText) share(value float64) string {
	return whatif.FormatValue(whatif.UnitShare, value, t.Book.Base)
}

func (t *stressText) head() {
	fmt.Fprintf(t.out, "view: %s\nshock: %s\n", t.Network.Words(t.Book), t.Shock.Words(t.Book))
	if t.WhatIf != "" {
		fmt.Fprintf(t.out, "what-if: %s\n", t.WhatIf)
	}
	fmt.Fprintf(t.out, "assumed: recovery %s, a default costs %s of own cash and %s of income\n",
		t.Shock.Recovery.Percent(), t.share(t.Shock.Costs.Cash), t.share(t.Shock.Costs.Payments))
	for _, sentence := range t.Sentences() {
		fmt.Fprintln(t.out, sentence)
	}
	fmt.Fprintf(t.out, "known: %s\n", t.KnownWords())
	if t.PaidUp+t.PaidPart > 0 {
		fmt.Fprintf(t.out, "paid already: %s\n", t.money(t.Paid))
	}
	fmt.Fprintf(t.out, "due: %s\n", t.money(t.Due))
	if t.Cut.High > 0 {
		fmt.Fprintf(t.out, "cut away by the shock: %s\ndue after the cut: %s\n", t.money(t.Cut), t.money(t.Left))
	}
	fmt.Fprintf(t.out, "not paid: %s\n", t.money(t.Unpaid))
	if t.Cut.High > 0 {
		fmt.Fprintf(t.out, "cut away or not paid: %s\n", t.money(t.Lost))
	}
	fmt.Fprintf(t.out, "not paid without the shock: %s\nnot paid when nobody pays before being paid: %s\n", t.money(t.LostBefore), t.money(t.LeastUnpaid))
	t.rank()
	if words := t.HoldingsWords(); words != "" {
		fmt.Fprintf(t.out, "holdings: %s\n", words)
	}
	if words := t.SearchWords(); words != "" {
		fmt.Fprintf(t.out, "ranges: %s\n", words)
	}
}

// rank writes which part of all economic value is lost, that of the shock itself apart.
func (t *stressText) rank() {
	fmt.Fprintf(t.out, "economic value, as money that goes through each company: %s\n", t.money(t.Value))
	if !t.RankKnown {
		fmt.Fprintf(t.out, "of it lost: unknown: %s\n", t.RankWhy)
		return
	}
	for _, line := range []struct {
		words string
		part  whatif.Estimate
	}{{"by the shock itself", t.RankFirst}, {"passed on (DebtRank)", t.Rank}, {"in all", t.RankAll}} {
		fmt.Fprintf(t.out, "of it lost %s: %s\n", line.words, t.part(line.part))
	}
}

func (t *stressText) part(e whatif.Estimate) string { return e.Text(whatif.UnitShare, t.Book.Base) }

// WriteStressCSV writes every leg that is not paid in full as a row: money in units of the base currency, shares as
// fractions of one; an empty cell where the amount is undisclosed or an end is open. lost includes cut_away; lost_sampled is true
// where the ends of lost were searched for rather than proven. what_if is what is tried beside the shock, the same in every row;
// empty where the data are as they are. counted_at names in the same way the rates that amounts are counted at, if any.
func WriteStressCSV(w io.Writer, r *whatif.StressResult) error {
	records := [][]string{{"wave", "leg", "payer", "payee", "kind", "due", "lost", "lost_low", "lost_high", "lost_without_shock", "share", "cut_away", "lost_sampled",
		"lost_without_shock_low", "lost_without_shock_high", "share_low", "share_high", "what_if"}}
	for _, leg := range r.Legs {
		record := []string{strconv.Itoa(leg.Wave), strconv.FormatInt(int64(leg.Leg), 10),
			cell.Guard(r.Book.CompanyName(leg.Payer)), cell.Guard(r.Book.CompanyName(leg.Payee)), string(leg.Kind)}
		for _, value := range []float64{leg.Due.Best, leg.Lost.Best, leg.Lost.Low, leg.Lost.High, leg.LostBefore.Best} {
			record = append(record, whatif.UnitMoney.Plain(value, leg.Known))
		}
		records = append(records, append(record, whatif.UnitShare.Plain(leg.Share.Best, true),
			whatif.UnitMoney.Plain(leg.Cut.Best, leg.Known), strconv.FormatBool(leg.Lost.Sampled),
			whatif.UnitMoney.Plain(leg.LostBefore.Low, leg.Known), whatif.UnitMoney.Plain(leg.LostBefore.High, leg.Known),
			whatif.UnitShare.Plain(leg.Share.Low, true), whatif.UnitShare.Plain(leg.Share.High, true), cell.Guard(r.WhatIf)))
	}
	if err := csv.NewWriter(w).WriteAll(withRates(records, r.CountedAt())); err != nil {
		return fmt.Errorf("write stress test: %w", err)
	}
	return nil
}

// estimateObject is a number with its range; null where there is none.
type estimateObject struct {
	Best number `json:"best"`
	Low  number `json:"low"`
	High number `json:"high"`
	Open bool   `json:"open,omitempty"` // nothing bounds it from above: high is null

	Sampled bool `json:"sampled"` // the ends were searched for rather than proven
}

func estimateOf(unit whatif.Unit, e whatif.Estimate, known bool) estimateObject {
	return estimateObject{numberOf(unit, e.Best, known && !e.Unknown()), numberOf(unit, e.Low, known), numberOf(unit, e.High, known), e.Open, e.Sampled}
}

// stressObject is the object that `roundtrip stress --json` prints.
type stressObject struct {
	View        string                  `json:"view"`
	Shock       string                  `json:"shock"`
	WhatIf      string                  `json:"what_if"`      // what is tried beside the shock; "" on the data as they are
	Paid        estimateObject          `json:"paid_already"` // it is not due again
	Due         estimateObject          `json:"due"`
	Cut         estimateObject          `json:"cut_away"`
	Left        estimateObject          `json:"due_after_cut"`
	Unpaid      estimateObject          `json:"not_paid"`
	Lost        estimateObject          `json:"lost"` // cut away or not paid
	LostBefore  estimateObject          `json:"lost_without_shock"`
	LeastUnpaid estimateObject          `json:"not_paid_in_gridlock"`
	Value       estimateObject          `json:"value"`               // economic, as throughflow
	RankFirst   estimateObject          `json:"value_lost_at_first"` // the part that the shock itself takes
	DebtRank    estimateObject          `json:"debtrank"`            // the part that is lost beyond it
	RankAll     estimateObject          `json:"value_lost"`          // both
	LegsKnown   int                     `json:"legs_with_number"`
	Legs        int                     `json:"legs_in_all"`
	CashUnknown int                     `json:"cash_unknown"`
	CashAssumed int                     `json:"cash_assumed"`
	Waves       int                     `json:"waves"`
	Tried       int                     `json:"combinations_tried"`
	OpenHigh    number                  `json:"open_figures_tried_up_to"`
	Search      string                  `json:"ranges"` // how they were searched for
	Companies   []stressedCompanyObject `json:"companies"`
	Hit         []stressedLegObject     `json:"legs"`
	Suppliers   []stressedLossObject    `json:"lost_revenue"`
	Investors   []stressedLossObject    `json:"lost_holdings"`
	Rates       []countedRate           `json:"rates"`
}

type stressedCompanyObject struct {
	Name    string         `json:"name"`
	Wave    *int           `json:"wave"` // null: it pays everything
	Owes    estimateObject `json:"owes"`
	Pays    estimateObject `json:"pays"`
	LostIn  estimateObject `json:"not_received"`
	Cash    number         `json:"cash"` // null: unknown
	Assumed bool           `json:"cash_assumed,omitempty"`
	First   estimateObject `json:"value_lost_at_first"`
	Passed  estimateObject `json:"value_lost_beyond"`
	Rank    estimateObject `json:"value_lost"` // of its own, both together
}

type stressedLegObject struct {
	Leg       deal.LegID     `json:"leg"`
	Payer     string         `json:"payer"`
	Payee     string         `json:"payee"`
	Wave      *int           `json:"wave"` // null: only with other figures of the ranges
	Due       estimateObject `json:"due"`
	Cut       estimateObject `json:"cut_away"`
	Lost      estimateObject `json:"lost"`
	Share     number         `json:"share"`
	ShareLow  number         `json:"share_low"`
	ShareHigh number         `json:"share_high"`
}

type stressedLossObject struct {
	Name    string          `json:"name"`
	Lost    estimateObject  `json:"lost"`
	Of      estimateObject  `json:"of"`
	Before  *estimateObject `json:"lost_without_shock,omitempty"` // of a supplier
	Unknown int             `json:"not_counted"`
	Gone    int             `json:"no_longer_bought,omitempty"` // stakes that the shock takes away, in no number
}

// WriteStressJSON writes the stress test as one object: money in units of the base currency, shares as fractions of
// one, to 15 significant digits; null is unknown.
func WriteStressJSON(w io.Writer, r *whatif.StressResult) error {
	object := stressObject{
		View: r.Network.Words(r.Book), Shock: r.Shock.Words(r.Book), WhatIf: r.WhatIf,
		Paid: estimateOf(whatif.UnitMoney, r.Paid, true), Due: estimateOf(whatif.UnitMoney, r.Due, true),
		Lost: estimateOf(whatif.UnitMoney, r.Lost, true), LostBefore: estimateOf(whatif.UnitMoney, r.LostBefore, true),
		Cut: estimateOf(whatif.UnitMoney, r.Cut, true), Left: estimateOf(whatif.UnitMoney, r.Left, true), Unpaid: estimateOf(whatif.UnitMoney, r.Unpaid, true),
		LeastUnpaid: estimateOf(whatif.UnitMoney, r.LeastUnpaid, true), Tried: r.Tried, OpenHigh: units(float64(r.OpenAsHighAs)), Search: r.SearchWords(),
		Value: estimateOf(whatif.UnitMoney, r.Value, true), RankFirst: estimateOf(whatif.UnitShare, r.RankFirst, r.RankKnown),
		DebtRank: estimateOf(whatif.UnitShare, r.Rank, r.RankKnown), RankAll: estimateOf(whatif.UnitShare, r.RankAll, r.RankKnown),
		LegsKnown: r.LegsKnown, Legs: r.LegsAll, CashUnknown: r.CashUnknown, CashAssumed: r.CashAssumed, Waves: r.Waves,
		Companies: []stressedCompanyObject{}, Hit: []stressedLegObject{}, Suppliers: []stressedLossObject{}, Investors: []stressedLossObject{},
		Rates: countedRates(r.Book, r.Network.Rates(r.Book)),
	}
	for _, c := range r.Companies {
		object.Companies = append(object.Companies, stressedCompanyObject{
			Name: r.Book.CompanyName(c.Company), Wave: waveOf(c.Wave), Owes: estimateOf(whatif.UnitMoney, c.Owes, true),
			Pays: estimateOf(whatif.UnitMoney, c.Pays, true), LostIn: estimateOf(whatif.UnitMoney, c.LostIn, c.LossKnown()),
			Cash: numberOf(whatif.UnitMoney, c.Cash.Cents, c.Cash.Known), Assumed: c.Assumed,
			First: estimateOf(whatif.UnitShare, c.First, r.RankKnown && !c.RankUnknown()), Passed: estimateOf(whatif.UnitShare, c.Passed, r.RankKnown && !c.RankUnknown()),
			Rank: estimateOf(whatif.UnitShare, c.Rank, r.RankKnown && !c.RankUnknown()),
		})
	}
	for _, leg := range r.Legs {
		object.Hit = append(object.Hit, stressedLegObject{
			Leg: leg.Leg, Payer: r.Book.CompanyName(leg.Payer), Payee: r.Book.CompanyName(leg.Payee), Wave: waveOf(leg.Wave),
			Due: estimateOf(whatif.UnitMoney, leg.Due, leg.Known), Cut: estimateOf(whatif.UnitMoney, leg.Cut, leg.Known),
			Lost: estimateOf(whatif.UnitMoney, leg.Lost, leg.Known), Share: number(leg.Share.Best),
			ShareLow: number(leg.Share.Low), ShareHigh: number(leg.Share.High),
		})
	}
	for _, s := range r.Suppliers {
		before := estimateOf(whatif.UnitMoney, s.Before, true)
		object.Suppliers = append(object.Suppliers, stressedLossObject{
			r.Book.CompanyName(s.Company), estimateOf(whatif.UnitMoney, s.Lost, s.LossKnown()), estimateOf(whatif.UnitMoney, s.Due, s.Known()), &before, s.Unknown, 0})
	}
	for _, i := range r.Investors {
		object.Investors = append(object.Investors, stressedLossObject{
			r.Book.CompanyName(i.Company), estimateOf(whatif.UnitMoney, i.Lost, i.Known && r.RankKnown), estimateOf(whatif.UnitMoney, i.Worth, i.Known), nil, i.Unknown, i.Gone})
	}
	text, err := json.MarshalIndent(object, "", "  ")
	if err != nil {
		return fmt.Errorf("write stress test: %w", err)
	}
	if _, err := w.Write(append(text, '\n')); err != nil {
		return fmt.Errorf("write stress test: %w", err)
	}
	return nil
}

func waveOf(wave int) *int {
	if wave < 0 {
		return nil
	}
	return &wave
}
