package command

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/whatif"
)

// stressOptions are what a stress test is asked for with.
type stressOptions struct {
	fails, cash, valuations, cut, collapse, cutOff string // the shocks; one of them is given
	recovery, ofCash, ofIncome, assume             string
	scenario, view                                 string
	set                                            settings
	asJSON, asCSV                                  bool
	given                                          []string // the shocks that are
}

func readStressOptions(arguments []string) (o stressOptions, files []string, err error) {
	options := flag.NewFlagSet("stress", flag.ContinueOnError)
	shocks := map[string]*string{
		"fails": &o.fails, "cash": &o.cash, "valuations": &o.valuations, "cut": &o.cut, "collapse": &o.collapse, "cut-off": &o.cutOff,
	}
	for name, to := range shocks {
		options.Func(name, "", func(text string) error {
			*to, o.given = text, append(o.given, name)
			return nil
		})
	}
	options.StringVar(&o.recovery, "recovery", "", "")
	options.StringVar(&o.ofCash, "cost-cash", "", "")
	options.StringVar(&o.ofIncome, "cost-income", "", "")
	options.StringVar(&o.assume, "assume-cash", "", "")
	options.StringVar(&o.scenario, "scenario", "", "")
	options.StringVar(&o.view, "view", "", "")
	options.Var(&o.set, "set", "")
	options.BoolVar(&o.asJSON, "json", false, "")
	options.BoolVar(&o.asCSV, "csv", false, "")
	files, err = positional(options, arguments)
	return o, files, err
}

// stress prints what a shock does.
func (p Program) stress(ctx context.Context, arguments []string) error {
	options, files, err := readStressOptions(arguments)
	if err != nil {
		return err
	}
	if len(files) != 1 {
		return misused("stress needs one document: roundtrip stress FILE")
	}
	if len(options.given) != 1 {
		return misused("stress needs one shock, and one only: --fails, --cash, --valuations, --cut, --collapse or --cut-off")
	}
	if options.asJSON && options.asCSV {
		return misused("--json and --csv: ask for one of them")
	}
	book, err := p.readBook(files[0])
	if err != nil {
		return err
	}
	view, err := exchange.ParseView(options.view, book)
	if err != nil {
		return &misuseError{err.Error()}
	}
	changes, err := changesOf(book, options.scenario, options.set)
	if err != nil {
		return err
	}
	p.noteSmallAmounts(book, options.set)
	p.noteMoved(book, changes)
	base := book
	if book, view, err = whatif.Applied(book, view, changes); err != nil {
		return err
	}
	shock, err := options.shock(book)
	if err != nil {
		return wrong(err)
	}
	result, err := whatif.Stress(ctx, book, view, shock)
	if err != nil {
		return err
	}
	result.On(base, changes)
	write := exchange.WriteStressTable
	switch {
	case options.asJSON:
		write = exchange.WriteStressJSON
	case options.asCSV:
		write = exchange.WriteStressCSV
	}
	var text bytes.Buffer
	if err := write(&text, result); err != nil {
		return err
	}
	_, err = p.Out.Write(text.Bytes())
	return err
}

// shock reads the shock and what it assumes.
func (o stressOptions) shock(book *deal.Book) (shock whatif.Shock, err error) {
	name := o.given[0]
	if err := o.readShock(book, name, &shock); err != nil {
		return shock, fmt.Errorf("--%s: %w", name, err)
	}
	var costs [2]deal.Share
	for _, option := range []struct {
		name, text string
		to         *deal.Share
	}{{"recovery", o.recovery, &shock.Recovery}, {"cost-cash", o.ofCash, &costs[0]}, {"cost-income", o.ofIncome, &costs[1]}} {
		if *option.to, err = deal.ParsePercent(option.text); err != nil {
			return shock, fmt.Errorf("--%s: %w", option.name, err)
		}
	}
	shock.Costs.Cash = float64(costs[0]) / float64(deal.Whole)
	shock.Costs.Payments = float64(costs[1]) / float64(deal.Whole)
	if o.assume != "" {
		if shock.Assumed, err = moneyIn(o.assume, book.Base); err != nil {
			return shock, fmt.Errorf("--assume-cash: %w", err)
		}
		shock.Assume = true
	}
	return shock, nil
}

func (o stressOptions) readShock(book *deal.Book, name string, shock *whatif.Shock) (err error) {
	shock.Kind = whatif.ShockKind(strings.ReplaceAll(name, "-", " "))
	switch shock.Kind {
	case whatif.ShockFails:
		shock.Company, err = companyNamed(book, o.fails)
	case whatif.ShockCash:
		at := strings.LastIndex(o.cash, "=")
		if at < 0 {
			return errors.New("say who has how much cash: COMPANY=5bn")
		}
		who, amount := o.cash[:at], o.cash[at+1:]
		if shock.Company, err = companyNamed(book, who); err != nil {
			return err
		}
		currency := book.Base
		if company, _ := book.Company(shock.Company); company.Cash.Stated {
			currency = company.Cash.Money.Currency
		}
		shock.Cents, err = moneyIn(amount, currency)
	case whatif.ShockValuations:
		if strings.TrimSpace(o.valuations) == "" {
			return errors.New("say by how much they fall: 77%")
		}
		shock.Part, err = deal.ParsePercent(strings.TrimLeft(o.valuations, "-−"))
	case whatif.ShockCut:
		kind, part, given := strings.Cut(o.cut, "=")
		if !given || strings.TrimSpace(part) == "" {
			return errors.New("say which contracts are cut by how much: cloud=50%")
		}
		shock.Cut = deal.Kind(deal.NameKey(kind))
		shock.Part, err = deal.ParsePercent(part)
	case whatif.ShockCollapse:
		shock.Status = deal.Status(deal.NameKey(o.collapse))
	case whatif.ShockCutOff:
		buyer, supplier, given := cutCompanies(book, o.cutOff)
		if !given {
			return errors.New("say who is cut off from whom: BUYER=SUPPLIER")
		}
		if shock.Company, err = companyNamed(book, buyer); err == nil {
			shock.Supplier, err = companyNamed(book, supplier)
		}
	}
	if err != nil {
		return err
	}
	return shock.Validate(book)
}

// cutCompanies cuts BUYER=SUPPLIER. Names may hold the sign themselves: the first way to cut the text into two
// companies of the book is taken, or else the first of all.
func cutCompanies(book *deal.Book, text string) (buyer, supplier string, found bool) {
	for at, sign := range text {
		if sign != '=' {
			continue
		}
		_, buys := book.CompanyNamed(text[:at])
		if _, sells := book.CompanyNamed(text[at+1:]); buys && sells {
			return text[:at], text[at+1:], true
		}
	}
	return strings.Cut(text, "=")
}

func companyNamed(book *deal.Book, name string) (deal.CompanyID, error) {
	company, ok := book.CompanyNamed(name)
	if !ok {
		return 0, fmt.Errorf("there is no company %q", strings.TrimSpace(name))
	}
	return company.ID, nil
}

func moneyIn(text string, currency deal.Currency) (int64, error) {
	money, err := deal.ParseSum(text, currency)
	if err == nil && money.Currency != currency {
		err = fmt.Errorf("write the amount in %s", currency)
	}
	return money.Cents, err
}
