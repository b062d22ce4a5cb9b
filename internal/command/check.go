package command

import (
	"context"
	"errors"
	"fmt"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/store"
)

// errFound means that check has printed what is wrong.
var errFound = errors.New("the document has faults")

// counted tries whether the book's amounts can be added up.
func counted(book *deal.Book) error {
	_, err := network.Build(book, network.View{})
	return err
}

func (p Program) check(_ context.Context, arguments []string) error {
	files, err := withoutOptions("check", arguments)
	if err != nil {
		return err
	}
	if len(files) != 1 {
		return misused("check needs one document: roundtrip check FILE")
	}
	var findings []string
	if files[0] == Sample {
		err = withSample(func(document *store.Document) error {
			findings, err = store.Check(document.Path())
			return err
		})
	} else {
		findings, err = store.Check(files[0])
	}
	if err != nil {
		return tableInPlace(files[0], err)
	}
	for _, finding := range findings {
		if _, err := fmt.Fprintln(p.Out, finding); err != nil {
			return err
		}
	}
	if len(findings) > 0 {
		p.noteOlder(files[0], "it was checked as it would be once brought up to date, and its file stays as it is")
		return errFound
	}
	book, err := p.readBook(files[0])
	if err != nil {
		return err
	}
	if large := new(network.TooLarge); errors.As(counted(book), &large) {
		if _, err := fmt.Fprintln(p.Out, deal.Capital(large.Error())+"."); err != nil {
			return err
		}
		return errFound
	}
	for _, unrated := range book.Unrated() {
		if _, err := fmt.Fprintf(p.Out, "%s: %s\n", files[0], unrated); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(p.Out, "%s: nothing is wrong\n", files[0])
	return err
}
