package command

import (
	"bytes"
	"context"
	"flag"

	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// settings collects an option that may be given several times.
type settings []string

func (s *settings) String() string { return "" }

func (s *settings) Set(text string) error {
	*s = append(*s, text)
	return nil
}

func (p Program) measures(ctx context.Context, arguments []string) error {
	options := flag.NewFlagSet("measures", flag.ContinueOnError)
	asJSON := options.Bool("json", false, "")
	viewText := options.String("view", "", "")
	var set settings
	options.Var(&set, "set", "")
	files, err := positional(options, arguments)
	if err != nil {
		return err
	}
	if len(files) != 1 {
		return misused("measures needs one document: roundtrip measures FILE")
	}
	book, err := p.readBook(files[0])
	if err != nil {
		return err
	}
	view, err := exchange.ParseView(*viewText, book)
	if err != nil {
		return &misuseError{err.Error()}
	}
	changes, err := readSettings(book, set)
	if err != nil {
		return err
	}
	p.noteSmallAmounts(book, set)
	if book, view, err = whatif.Applied(book, view, changes); err != nil {
		return err
	}
	built, err := network.Build(book, view)
	if err != nil {
		return err
	}
	measured, err := network.Measure(ctx, book, built, network.Options{
		Limits: network.Limits{MaxLen: view.LoopLength(len(book.Companies))}, Ranges: true,
	})
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if *asJSON {
		err = exchange.WriteMeasuresJSON(&text, book, built, measured)
	} else {
		err = exchange.WriteMeasuresTable(&text, book, built, measured)
	}
	if err != nil {
		return err
	}
	_, err = p.Out.Write(text.Bytes())
	return err
}

// readSettings reads the changes of --set, in their order.
func readSettings(book *deal.Book, set settings) ([]deal.Change, error) {
	var changes []deal.Change
	for _, text := range set {
		change, err := parseSetting(book, text)
		if err != nil {
			return nil, wrong(err)
		}
		changes = append(changes, change)
	}
	changes = whatif.Scheduled(book, changes)
	return changes, wrong(whatif.Overdrawn(book, changes))
}
