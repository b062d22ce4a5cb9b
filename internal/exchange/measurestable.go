package exchange

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// WriteMeasuresTable writes the measures of the network for a person to read: the sums first, then loops,
// flows, companies and flags, each as a table with amounts as headlines show them. Money that undisclosed
// legs leave open is marked with "?", so that no number looks surer than it is. The same measures always give
// the same text.
func WriteMeasuresTable(w io.Writer, book *deal.Book, n *network.Network, m *network.Measures) error {
	var text bytes.Buffer
	table := measuresTable{
		book: book, network: n, measures: m, names: companyNames(n), standings: n.Standings(m),
		out: tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0),
	}
	for _, part := range []func(){table.sums, table.loops, table.weights, table.flows, table.companies, table.ownership, table.ranges, table.flags} {
		part()
		if err := table.out.Flush(); err != nil {
			return fmt.Errorf("write measures: %w", err)
		}
	}
	endWithRates(&text, book.CountedAt(n.Rates(book)))
	if _, err := w.Write(withoutTrailingBlanks(text.Bytes())); err != nil {
		return fmt.Errorf("write measures: %w", err)
	}
	return nil
}

func withoutTrailingBlanks(text []byte) []byte {
	lines := bytes.Split(text, []byte{'\n'})
	for i := range lines {
		lines[i] = bytes.TrimRight(lines[i], " ")
	}
	return bytes.Join(lines, []byte{'\n'})
}

type measuresTable struct {
	book     *deal.Book
	network  *network.Network
	measures *network.Measures
	names    []string

	standings network.Standings
	out       *tabwriter.Writer
}

// line writes one row. The writer pads the cells; it cannot fail, because it writes to memory.
func (t *measuresTable) line(cells ...string) {
	_, _ = fmt.Fprintln(t.out, strings.Join(cells, "\t"))
}

// table writes rows below a head, the numbers of each column below one another.
func (t *measuresTable) table(head []string, rows [][]string) {
	for _, row := range aligned(append([][]string{head}, rows...)) {
		t.line(row...)
	}
}

// title begins a part, in lines of their own so that they do not widen the columns below.
func (t *measuresTable) title(format string, arguments ...any) {
	t.line()
	t.line(fmt.Sprintf(format, arguments...))
	_ = t.out.Flush()
}

func (t *measuresTable) money(cents int64) string {
	return deal.Money{Cents: cents, Currency: t.network.Base}.Short()
}

// companiesCounted says how many companies the numbers are of, as the window does: "38 of 40".
func (t *measuresTable) companiesCounted() string {
	count, why := t.network.CountDealt(t.book)
	words := strconv.Itoa(count)
	if all := len(t.book.Companies); count < all {
		words = fmt.Sprintf("%d of %d", count, all)
	}
	if why != "" {
		words += " (" + why + ")"
	}
	return words
}

func (t *measuresTable) sums() {
	m := t.measures
	legs := 0
	for _, flow := range t.network.Flows {
		legs += len(flow.Legs)
	}
	if t.book.Title != "" {
		t.line(t.book.Title)
		_ = t.out.Flush()
	}
	t.line("view", t.network.Words(t.book))
	t.line("companies", t.companiesCounted())
	t.line("flows", fmt.Sprintf("%d of %s, %s", len(t.network.Flows), deal.CountOf(legs, "leg"), missing(t.network.Missing())))
	if t.network.Undisclosed() {
		t.unknownSums()
	} else {
		is := &t.standings
		t.line("gross", t.summed(t.network.All(), is.Gross))
		t.line("circular money", standingWords(is.Circulation)+t.money(m.Circulation))
		if t.network.Moneyless() {
			t.unknownShares()
		} else {
			t.line("circular share", stood(is.CircularShare, share(m.CircularShare))+t.interval(m.CircularRange))
			t.line("Finn cycling index", stood(is.Finn, share(m.Finn))+t.interval(m.FinnRange))
			t.line("multiplier", stood(is.Multiplier, multiplier(m.Multiplier))+t.asDisclosed())
		}
		t.line("net obligations", standingWords(is.NetDebt)+t.money(m.Netting.NetDebt)+" would settle everything"+t.asDisclosed())
		t.line("after compression", standingWords(is.Compressed)+t.money(m.Netting.Compressed)+" without new counterparties"+t.asDisclosed())
	}
	if len(t.network.LeftOut) > 0 {
		for _, reason := range reasons(t.network.LeftOut) {
			t.line("no number", reason)
		}
	}
}

// missing counts legs without a number, by what they lack.
func missing(m network.Missing) string {
	text := fmt.Sprintf("%d undisclosed", m.Undisclosed)
	if m.Unrated > 0 {
		text += fmt.Sprintf(", %d without a rate", m.Unrated)
	}
	if m.Unplaced > 0 {
		text += fmt.Sprintf(", %d without a number in this view", m.Unplaced)
	}
	return text
}

// asDisclosed says that legs without a number can move a number either way, where there are any.
func (t *measuresTable) asDisclosed() string {
	switch m := t.network.Missing(); {
	case m.All() == 0:
		return ""
	case m.All() == m.Undisclosed:
		return ", as far as disclosed"
	}
	return ", as far as amounts have a number"
}

// unknownSums says that no leg has a number, and how far the shares can go all the same.
func (t *measuresTable) unknownSums() {
	const unknown = "not known"
	t.line("gross", unknown+": no leg has a number")
	t.line("circular money", unknown)
	t.unknownShares()
	t.line("net obligations", unknown)
	t.line("after compression", unknown)
}

// unknownShares says that shares and the multiplier are not known, because no money is known that they could be of.
func (t *measuresTable) unknownShares() {
	const unknown = "not known"
	t.line("circular share", unknown+t.interval(t.measures.CircularRange))
	t.line("Finn cycling index", unknown+t.interval(t.measures.FinnRange))
	t.line("multiplier", unknown)
}

// reasons says how many legs have no number under the view, and why, each reason once.
func reasons(out []network.LeftOut) []string {
	var order []string
	counts := map[string]int{}
	for _, leg := range out {
		if counts[leg.Reason] == 0 {
			order = append(order, leg.Reason)
		}
		counts[leg.Reason]++
	}
	for i, reason := range order {
		order[i] = deal.CountOf(counts[reason], "leg") + ": " + reason
	}
	return order
}

// interval says between which ends a share lies and which leg moves it most, or nothing for a single number.
func (t *measuresTable) interval(r network.Range) string {
	if r.Driver == 0 && r.Low == r.High {
		return ""
	}
	text := fmt.Sprintf(" (%s to %s", share(r.Low), share(r.High))
	if r.Sampled {
		low, high := share(r.Low), share(r.High)
		if !r.LowProven {
			low += " or less"
		}
		if !r.HighProven {
			high += " or more"
		}
		text = fmt.Sprintf(" (from %s to %s, searched for and not proven", low, high)
	}
	if leg, _, ok := t.book.Leg(r.Driver); ok {
		text += fmt.Sprintf("; most by %s to %s, %s", t.book.CompanyName(leg.Payer), t.book.CompanyName(leg.Payee), leg.Kind)
	}
	return text + ")"
}

func share(fraction float64) string {
	if math.IsNaN(fraction) || math.IsInf(fraction, 0) {
		return "not defined"
	}
	return strconv.FormatFloat(fraction*100, 'f', 1, 64) + "%"
}

func multiplier(value float64) string {
	switch {
	case math.IsInf(value, 1):
		return "without end: no money comes from outside or leaves"
	case math.IsNaN(value):
		return "not defined"
	}
	return strconv.FormatFloat(value, 'f', 2, 64)
}

func (t *measuresTable) loops() {
	report := &t.measures.Loops
	count := strconv.Itoa(report.Count)
	if !report.Truncated {
		count = standingWords(t.standings.Loops) + count
	}
	if r := t.measures.Ranges; r != nil {
		count += counts(r.LoopCount)
	}
	t.title("LOOPS: %s%s", count, report.BoundWords())
	if report.Truncated {
		t.line("stopped short: " + report.Why)
		_ = t.out.Flush()
	}
	for _, loop := range report.Top {
		t.line(t.loopMoney(loop), t.path(loop.Path), string(loop.Category))
	}
}

// loopMoney writes the most that can go round the loop, "?" where an undisclosed leg leaves it open.
func (t *measuresTable) loopMoney(loop network.Loop) string {
	switch {
	case !loop.Known && loop.UpTo > 0:
		return "? up to " + t.money(loop.UpTo)
	case !loop.Known:
		return "?"
	}
	return standingWords(loop.Standing) + t.money(loop.Money)
}

// standingWords are what a standing is called before an amount in plain text.
func standingWords(standing network.Standing) string { return standing.Words() }

// stood writes a number with its standing before it; what is no number has none.
func stood(standing network.Standing, text string) string {
	if !strings.ContainsAny(text[:1], "0123456789") {
		return text
	}
	return standingWords(standing) + text
}

// path writes the loop in words: A > B > A.
func (t *measuresTable) path(path []int) string {
	return strings.Join(append(pathNames(path, t.names), t.names[path[0]]), " > ")
}

func (t *measuresTable) weights() {
	forwarding := &t.measures.BFF
	if t.network.Undisclosed() {
		t.title("MONEY IN WEIGHED LOOPS: not known, as no leg has a number")
		return
	}
	if forwarding.Skipped {
		t.title("MONEY IN WEIGHED LOOPS: there are too many loops to weigh")
		return
	}
	t.title("MONEY IN WEIGHED LOOPS: %s, throughput circularity %s%s",
		standingWords(t.standings.Volume)+t.whole(forwarding.Volume), stood(t.standings.GammaThr, share(forwarding.GammaThr)), t.asDisclosed())
	for _, loop := range forwarding.Top {
		weight := t.whole(loop.Weight)
		if t.standings.Volume != network.Exact { // a part of it is surer in no case, and has no interval of its own
			weight = standingWords(network.Between) + weight
		}
		t.line(weight, t.path(loop.Path))
	}
}

func (t *measuresTable) flows() {
	t.title("FLOWS")
	var rows [][]string
	for i, flow := range t.network.Flows {
		back, earmarked, circular := "", "", ""
		if i < len(t.measures.ReturnShare) {
			back = stood(t.standings.ReturnShare[i], share(t.measures.ReturnShare[i]))
		}
		if i < len(t.measures.Earmarked) {
			earmarked = stood(t.standings.Earmarked[i], share(t.measures.Earmarked[i]))
		}
		if i < len(t.measures.Circular) {
			circular = "-"
			if flow.Known() {
				circular = standingWords(t.standings.Circular[i]) + t.money(t.measures.Circular[i])
			}
		}
		rows = append(rows, []string{t.names[flow.Payer], t.names[flow.Payee], t.flowSum(&flow), circular, back, earmarked})
	}
	t.table([]string{"payer", "payee", "amount", "circular", "comes back", "with earmarks"}, rows)
}

// flowSum writes the flow's amount, with what of it only lacks a rate in its own currency.
func (t *measuresTable) flowSum(flow *network.Flow) string {
	sum := flow.Sum()
	amounts := t.network.UnratedAmounts(flow)
	if len(amounts) == 0 {
		return t.sum(sum)
	}
	text := strings.Join(amounts, " + ") + ", without a rate"
	if sum.Known > 0 {
		return standingWords(sum.Standing()) + t.money(sum.Money) + " + " + text
	}
	return text
}

// sum writes what legs add up to of which some have a number and some have none: $38bn, $38bn + ?, or ? alone.
func (t *measuresTable) sum(s network.Sum) string { return t.summed(s, s.Standing()) }

// summed is sum with another standing: that of a measure is of all of it.
func (t *measuresTable) summed(s network.Sum, stands network.Standing) string {
	switch {
	case s.Known+s.Unknown == 0:
		return "-"
	case s.Known == 0:
		return "?"
	case s.Unknown > 0:
		return standingWords(stands) + t.money(s.Money) + " + ?"
	}
	return standingWords(stands) + t.money(s.Money)
}

func (t *measuresTable) flags() {
	if len(t.measures.Flags) == 0 && (t.measures.Ranges == nil || t.measures.Ranges.Flags.High == 0) {
		return
	}
	r := t.measures.Ranges
	if r == nil {
		t.title("FLAGS")
	} else {
		t.title("FLAGS: %s%d%s", standingWords(t.standings.Flags), len(t.measures.Flags), counts(r.Flags))
	}
	for i, flag := range t.measures.Flags {
		t.line(flag.Rule, t.measures.FlagText(i))
	}
}
