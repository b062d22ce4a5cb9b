package command

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/whatif"
)

func (p Program) exportFile(ctx context.Context, arguments []string) error {
	options, files, err := readPictureOptions(arguments)
	if err != nil {
		return err
	}
	if len(files) != 2 {
		return misused("export needs a document and a file to write: roundtrip export FILE OUT")
	}
	out := files[1]
	write := tableFormat(out)
	writePage, drawn := exchange.PictureWriter(filepath.Ext(out))
	switch {
	case isReport(out):
		return p.exportReport(ctx, files[0], out, options)
	case write == nil && !drawn:
		return misused("cannot export to “%s”: its name ends in none of .csv, .json, .png, .svg, .pdf and .html", out)
	case !drawn && len(options.given) > 0:
		return misused("the options of export are for pictures, and %s holds the whole document: leave them out, or name a .png, .svg, .pdf or .html", out)
	}
	book, err := p.readBook(files[0])
	if err != nil {
		return err
	}
	if drawn {
		if stored, err := findScenario(book, options.scenario); err == nil {
			p.noteMoved(book, whatif.Latest(stored.Changes))
		}
		page, err := options.page(ctx, book, strings.ToLower(filepath.Ext(out)))
		if err != nil {
			return err
		}
		p.noteSmallAmounts(book, options.set)
		if !options.noLegend && len(page.Scene.Discs) > 0 && !page.Scene.Legend.Shown() {
			fmt.Fprintf(p.Errors, "roundtrip: the picture is too small for its legend, which is left out: a larger --size has room for it\n")
		}
		write = func(w io.Writer, _ *deal.Book) error { return writePage(w, page) }
	}
	return exchange.ReplaceFile(out, func(w io.Writer) error { return write(w, book) })
}

// WriteFile writes the book's data to the path, in the format that its name asks for: .json, or .csv with the
// deals, or with the companies when the name has "companies" in it.
func WriteFile(path string, book *deal.Book) error {
	write := tableFormat(path)
	if write == nil {
		return fmt.Errorf("cannot export to “%s”: its name ends in neither .csv nor .json", path)
	}
	return exchange.ReplaceFile(path, func(w io.Writer) error { return write(w, book) })
}

// tableFormat returns what writes the format that the path asks for, or nil.
func tableFormat(path string) func(io.Writer, *deal.Book) error {
	name := strings.ToLower(filepath.Base(path))
	switch {
	case filepath.Ext(name) == ".json":
		return exchange.WriteJSON
	case filepath.Ext(name) == ".csv" && strings.Contains(name, "companies"):
		return exchange.WriteCompaniesCSV
	case filepath.Ext(name) == ".csv":
		return exchange.WriteDealsCSV
	}
	return nil
}
