package exchange

import (
	"fmt"
	"strconv"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// viewKeys are the keys that ParseView reads, in the order in which it names them.
var viewKeys = []string{
	"basis", "year", "figure", "statuses", "as_of", "undated", "kinds", "min_amount", "undisclosed", "companies", "hide", "near", "steps",
	"only_loops", "max_len",
}

// ParseView reads a view as the command line writes it: key=value pairs joined by commas, such as
// "basis=year,year=2026,statuses=signed+active". The keys are basis (headline, year, drawn), year, figure
// (low, best, high), statuses, kinds, companies, hide and near (names joined by +), as_of (a date), undated (yes or no: whether
// deals without a date count), min_amount (of a leg, such as 1bn), undisclosed (yes or no: whether legs of
// undisclosed amounts stay), steps (of near; 1 unless given), only_loops (yes or no) and max_len (the longest loop in
// companies; 0 is any in a document of up to 60 companies, and 6 in a larger one). An empty text is the default view.
// Companies are looked up in the book; case and spaces do not matter in any name, and a name may hold a comma.
func ParseView(text string, book *deal.Book) (network.View, error) {
	var view network.View
	if strings.TrimSpace(text) == "" {
		return view, nil
	}
	seen := make(map[string]bool)
	for _, pair := range viewPairs(text) {
		key, value, found := strings.Cut(pair, "=")
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		if !found {
			return network.View{}, fmt.Errorf("view: %q has no value: write it as key=value, with the keys %s",
				deal.Clipped(strings.TrimSpace(pair)), deal.OneOf(viewKeys))
		}
		if seen[key] {
			return network.View{}, fmt.Errorf("view: %s is given twice", key)
		}
		seen[key] = true
		if err := setViewKey(&view, book, key, value); err != nil {
			return network.View{}, fmt.Errorf("view: %s: %w", key, err)
		}
	}
	if err := view.Validate(); err != nil {
		return network.View{}, fmt.Errorf("view: %w", err)
	}
	return view, nil
}

// viewPairs cuts the text at its commas, but not at those in the names of companies.
func viewPairs(text string) []string {
	var pairs []string
	for _, piece := range strings.Split(text, ",") {
		if last := len(pairs) - 1; last >= 0 && !strings.Contains(piece, "=") && namesCompanies(pairs[last]) && strings.TrimSpace(piece) != "" {
			pairs[last] += "," + piece
			continue
		}
		pairs = append(pairs, piece)
	}
	return pairs
}

func namesCompanies(pair string) bool {
	key, _, _ := strings.Cut(pair, "=")
	key = strings.ToLower(strings.TrimSpace(key))
	return key == "companies" || key == "hide" || key == "near"
}

func setViewKey(view *network.View, book *deal.Book, key, value string) error {
	var err error
	switch key {
	case "basis":
		view.Basis, err = word(value, network.Bases)
	case "figure":
		view.Figure, err = word(value, network.Picks)
	case "statuses":
		view.Statuses, err = wordList(value, deal.Statuses)
	case "kinds":
		view.Kinds, err = wordList(value, deal.Kinds)
	case "companies":
		view.Companies, err = companyList(value, book)
	case "hide":
		view.Hidden, err = companyList(value, book)
	case "near":
		view.Near, err = companyList(value, book)
	case "steps":
		if view.Steps, err = wholeNumber(value); err == nil && view.Steps == 0 {
			err = fmt.Errorf("give 1 for those that a company deals with, 2 for those that these deal with")
		}
	case "min_amount":
		view.MinAmount, err = deal.ParseMoney(value, book.Base)
	case "undisclosed":
		var stay bool
		stay, err = yesOrNo(value)
		view.OnlyDisclosed = err == nil && !stay
	case "undated":
		var count bool
		count, err = yesOrNo(value)
		view.OnlyDated = err == nil && !count
	case "only_loops":
		view.OnlyLoops, err = yesOrNo(value)
	case "as_of":
		if value == "" {
			return fmt.Errorf("give a date: 2025-11-03, 2025-11 or 2025")
		}
		view.AsOf, err = deal.ParseDate(value)
	case "year":
		view.Year, err = wholeNumber(value)
	case "max_len":
		view.MaxLen, err = wholeNumber(value)
	default:
		return fmt.Errorf("there is no such key: use %s", deal.OneOf(viewKeys))
	}
	return err
}

func word[T ~string](text string, words []T) (T, error) {
	found, ok := matching(text, words)
	if !ok {
		return "", fmt.Errorf("%q is not one of them: use %s", deal.Clipped(text), deal.OneOf(words))
	}
	return found, nil
}

func wordList[T ~string](text string, words []T) ([]T, error) {
	var list []T
	for _, part := range strings.Split(text, "+") {
		found, err := word(part, words)
		if err != nil {
			return nil, err
		}
		list = append(list, found)
	}
	return list, nil
}

func companyList(text string, book *deal.Book) ([]deal.CompanyID, error) {
	if company, ok := book.CompanyNamed(text); ok {
		return []deal.CompanyID{company.ID}, nil // a name may hold a +
	}
	var list []deal.CompanyID
	for _, name := range strings.Split(text, "+") {
		company, ok := book.CompanyNamed(name)
		if !ok {
			return nil, fmt.Errorf("the document has no company %q", deal.Clipped(strings.TrimSpace(name)))
		}
		list = append(list, company.ID)
	}
	return list, nil
}

func wholeNumber(text string) (int, error) {
	value, err := strconv.Atoi(text)
	if err != nil || value < 0 {
		return 0, fmt.Errorf("%q is not a whole number", deal.Clipped(text))
	}
	return value, nil
}

func yesOrNo(text string) (bool, error) {
	switch strings.ToLower(text) {
	case "yes", "true", "1":
		return true, nil
	case "no", "false", "0":
		return false, nil
	}
	return false, fmt.Errorf("%q is neither yes nor no", deal.Clipped(text))
}
