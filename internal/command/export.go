package command

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

func (p Program) exportFile(ctx context.Context, arguments []string) error {
	files, err := withoutOptions("export", arguments)
	if err != nil {
		return err
	}
	if len(files) != 2 {
		return misused("export needs a document and a file to write: roundtrip export FILE OUT")
	}
	out := files[1]
	var write func(io.Writer, *deal.Book) error
	switch strings.ToLower(filepath.Ext(out)) {
	case ".png":
		write = func(w io.Writer, book *deal.Book) error { return writePicture(ctx, w, book, picture.WritePNG) }
	case ".svg":
		write = func(w io.Writer, book *deal.Book) error { return writePicture(ctx, w, book, picture.WriteSVG) }
	default:
		if write = tableFormat(out); write == nil {
			return misused("cannot export to %q: its name ends in none of .csv, .json, .png and .svg", out)
		}
	}
	book, err := readBook(files[0])
	if err != nil {
		return err
	}
	return exchange.ReplaceFile(out, func(w io.Writer) error { return write(w, book) })
}

// WriteFile writes the book's data to the path, in the format that its name asks for: .json, or .csv with the
// deals, or with the companies when the name has "companies" in it.
func WriteFile(path string, book *deal.Book) error {
	write := tableFormat(path)
	if write == nil {
		return fmt.Errorf("cannot export to %q: its name ends in neither .csv nor .json", path)
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

// exportWidth and exportHeight are the size of an exported picture in canvas pixels; a PNG has twice as many.
const exportWidth, exportHeight, exportScale = 1600, 1000, 2

// writePicture draws the whole book under the default view, in light colours, with title and legend.
func writePicture(
	ctx context.Context, w io.Writer, book *deal.Book,
	write func(io.Writer, *picture.Scene, picture.Camera, *picture.Style) error,
) error {
	built, err := network.Build(book, network.View{})
	if err != nil {
		return err
	}
	measured, err := network.Measure(ctx, book, built, network.Options{})
	if err != nil {
		return err
	}
	scene := picture.Build(picture.Input{
		Book: book, Network: built, Measures: measured, Places: arrange(ctx, book, built), Title: book.Title, ShowLegend: true,
	})
	camera := picture.Camera{Width: exportScale * exportWidth, Height: exportScale * exportHeight, Scale: exportScale}
	return write(w, scene, camera.Fit(scene), picture.Light())
}

// arrange returns a place for every company that the picture shows: where it is pinned, or where the layout
// finds room.
func arrange(ctx context.Context, book *deal.Book, n *network.Network) []layout.Point {
	drawn := picture.Arrange(book, n, func(company deal.Company) layout.Point {
		if company.Pinned {
			return layout.Point{X: company.X, Y: company.Y}
		}
		return layout.NoPlace()
	})
	drawn.Options.Aspect = float64(exportWidth) / exportHeight
	places := make([]layout.Point, len(n.Companies))
	for i := range places {
		places[i] = layout.NoPlace()
	}
	for i, point := range drawn.Solve(ctx) {
		places[drawn.Members[i]] = point
	}
	return places
}
