package command

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"roundtrip/internal/exchange"
)

// isReport reports whether the path asks for a report.
func isReport(path string) bool { return strings.EqualFold(filepath.Ext(path), ".html") }

// exportReport writes the document's report: the picture that the options ask for, and everything that is measured.
func (p Program) exportReport(ctx context.Context, file, out string, options pictureOptions) error {
	for _, option := range []string{"set", "scenario", "no-frame", "scale", "theme"} {
		if options.given[option] {
			return misused("--%s does not go with a report, which tells of the document and all of its scenarios on a light page", option)
		}
	}
	book, err := p.readBook(file)
	if err != nil {
		return err
	}
	view, err := exchange.ParseView(options.view, book)
	if err != nil {
		return &misuseError{err.Error()}
	}
	options.noFrame = true // the report has a title and sources of its own
	page, err := options.page(ctx, book, ".svg")
	if err != nil {
		return err
	}
	report, err := exchange.NewReport(ctx, book, view, page, nil)
	if err != nil {
		return err
	}
	return exchange.ReplaceFile(out, func(w io.Writer) error { return exchange.WriteReport(w, report) })
}
