package network

import (
	"fmt"
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// Filter is one thing that makes a view leave deals out.
type Filter struct {
	Words   string // such as "signed and active" or "at least $1bn"
	Without View   // the view with this one thing taken back
}

// Words says what is counted, for a heading: "headline totals, best figures, at least $1bn". Companies are
// counted, not named: see WordsIn.
func (v View) Words() string { return v.WordsIn(nil) }

// WordsIn is Words with the names that companies have in the book.
func (v View) WordsIn(book *deal.Book) string {
	words := []string{v.MoneyWords()}
	for _, filter := range v.Filters(book) {
		words = append(words, filter.Words)
	}
	return strings.Join(words, ", ")
}

// MoneyWords says which money of a leg is counted: "headline totals, best figures".
func (v View) MoneyWords() string {
	basis, figures := "headline totals", "best figures"
	switch {
	case v.Basis == BasisYear && v.Year != 0:
		basis = fmt.Sprintf("the year %d", v.Year)
	case v.Basis == BasisYear:
		basis = "an average year"
	case v.Basis == BasisDrawn:
		basis = "paid so far"
	}
	switch v.Figure {
	case PickLow:
		figures = "low figures"
	case PickHigh:
		figures = "high figures"
	}
	return basis + ", " + figures
}

// Filters returns everything that makes the view leave deals out, in a fixed order. Companies are named as in
// the book; without one they are counted.
func (v View) Filters(book *deal.Book) []Filter {
	var filters []Filter
	add := func(active bool, words func() string, back func(*View)) {
		if active {
			without := v
			back(&without)
			filters = append(filters, Filter{words(), without})
		}
	}
	add(v.AsOf != "", func() string { return "as of " + v.AsOf.String() }, func(v *View) { v.AsOf = "" })
	add(v.OnlyDated, func() string { return "dated only" }, func(v *View) { v.OnlyDated = false })
	add(v.Statuses != nil, v.statusWords, func(v *View) { v.Statuses = nil })
	add(len(v.Weights) > 0, v.weightWords, func(v *View) { v.Weights = nil })
	add(v.Kinds != nil, v.kindWords, func(v *View) { v.Kinds = nil })
	add(v.MinAmount.Cents > 0, func() string { return "at least " + v.MinAmount.Exact() }, func(v *View) { v.MinAmount = deal.Money{} })
	add(v.OnlyDisclosed, func() string { return "disclosed only" }, func(v *View) { v.OnlyDisclosed = false })
	add(v.Companies != nil, func() string { return "only " + companyWords(book, v.Companies) }, func(v *View) { v.Companies = nil })
	add(len(v.Hidden) > 0, func() string { return "without " + companyWords(book, v.Hidden) }, func(v *View) { v.Hidden = nil })
	add(v.Near != nil, func() string { return v.nearWords(book) }, func(v *View) { v.Near, v.Steps = nil, 0 })
	add(v.OnlyLoops, func() string { return "only loops" }, func(v *View) { v.OnlyLoops = false })
	return filters
}

// WithoutFilters returns the view without anything that leaves deals out: it counts the same money of them all.
func (v View) WithoutFilters() View {
	return View{Basis: v.Basis, Year: v.Year, Figure: v.Figure, MaxLen: v.MaxLen}
}

// steps returns how far from the companies of Near others may stand.
func (v View) steps() int { return max(v.Steps, 1) }

func (v View) nearWords(book *deal.Book) string {
	steps := "1 step"
	if v.steps() > 1 {
		steps = fmt.Sprintf("%d steps", v.steps())
	}
	return "within " + steps + " of " + companyWords(book, v.Near)
}

// statusWords names the statuses that count, or those that are missing where that is shorter.
func (v View) statusWords() string {
	var missing []string
	usual := true // no deal counts that would not count anyway
	for _, status := range deal.Statuses {
		counts := slices.Contains(v.Statuses, status)
		usual = usual && (!counts || status.Live())
		if status.Live() && !counts {
			missing = append(missing, string(status))
		}
	}
	if usual && len(missing) > 0 && len(missing) < len(v.Statuses) {
		return "without " + deal.AllOf(missing)
	}
	return named(v.Statuses, deal.Statuses, "no status")
}

// kindWords names the kinds that count, those that are missing where that is shorter, or the whole group of them.
func (v View) kindWords() string {
	groups := map[bool]int{}
	for _, kind := range deal.Kinds {
		groups[kind.Financing()]++
	}
	for _, kind := range deal.Kinds {
		if slices.Contains(v.Kinds, kind) {
			groups[kind.Financing()]--
		}
	}
	financing := slices.ContainsFunc(v.Kinds, deal.Kind.Financing)
	commercial := slices.ContainsFunc(v.Kinds, func(kind deal.Kind) bool { return !kind.Financing() })
	switch {
	case financing && !commercial && groups[true] == 0:
		return "only financing"
	case commercial && !financing && groups[false] == 0:
		return "only commercial"
	}
	var missing []string
	for _, kind := range deal.Kinds {
		if !slices.Contains(v.Kinds, kind) {
			missing = append(missing, string(kind))
		}
	}
	switch {
	case len(missing) == len(deal.Kinds):
		return "no kind"
	case len(missing) > 0 && len(missing) < len(v.Kinds):
		return "without " + deal.AllOf(missing)
	}
	return "only " + named(v.Kinds, deal.Kinds, "")
}

// named lists the words that are chosen in the order of all, each once.
func named[T ~string](chosen, all []T, none string) string {
	var words []string
	for _, word := range all {
		if slices.Contains(chosen, word) {
			words = append(words, string(word))
		}
	}
	if len(words) == 0 {
		return none
	}
	return deal.AllOf(words)
}

// weightWords says how much of each status counts: "in talks at 50%".
func (v View) weightWords() string {
	var words []string
	for _, status := range deal.Statuses {
		if weight, ok := v.Weights[status]; ok {
			words = append(words, string(status)+" at "+weight.Percent())
		}
	}
	return deal.AllOf(words)
}

// mostNamed is how many companies are named before they are only counted.
const mostNamed = 2

// companyWords names the companies in the order of the book, or counts them where they are many.
func companyWords(book *deal.Book, companies []deal.CompanyID) string {
	var names []string
	if book != nil {
		for _, company := range book.Companies {
			if slices.Contains(companies, company.ID) {
				names = append(names, company.Name)
			}
		}
	}
	switch {
	case len(names) > 0 && len(names) <= mostNamed:
		return deal.AllOf(names)
	case len(names) == 0 && len(companies) == 1:
		return "1 company"
	}
	return fmt.Sprintf("%d companies", max(len(names), len(companies)))
}
