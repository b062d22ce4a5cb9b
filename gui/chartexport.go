package gui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"roundtrip/internal/exchange"
	"roundtrip/internal/picture"
)

// The size of a chart in a file, in pixels at scale 1.
const exportWidth, exportHeight = 1000, 640

// canExport reports whether there is a chart that is up to date.
func (p *toolsPanel) canExport() bool { return p.open && p.found.chart != nil && !p.chart.faded }

// errNoChart is the answer to an export while there is no chart, or one that is out of date.
var errNoChart = errors.New("there is no chart that is up to date: compute it first")

// showMenu lists what can be done with the chart.
func (p *toolsPanel) showMenu(at fyne.Position) {
	item := func(label, name string) *fyne.MenuItem {
		entry := fyne.NewMenuItem(label, func() { p.exportAs(name) })
		entry.Disabled = !p.canExport()
		return entry
	}
	copied := fyne.NewMenuItem("Copy the numbers", p.copyNumbers)
	copied.Disabled = !p.canExport()
	menu := fyne.NewMenu("", item("Export as SVG…", "chart.svg"), item("Export as PNG…", "chart.png"), item("Export as PDF…", "chart.pdf"), item("Export the numbers as CSV…", "chart.csv"), copied)
	if p.found.samples != nil {
		menu.Items = append(menu.Items, item("Export the samples as CSV…", "samples.csv"))
	}
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("Back to the canvas", p.close))
	widget.ShowPopUpMenuAtPosition(menu, p.window.window.Canvas(), at)
}

func (p *toolsPanel) export() { p.exportAs("chart.png") }

func (p *toolsPanel) exportSamples() { p.exportAs("samples.csv") }

// exportAs asks where to write the chart, with a file name to begin with, and writes it; a file that is there is
// asked about first.
func (p *toolsPanel) exportAs(name string) {
	w := p.window
	if !p.canExport() {
		w.tell("Nothing was exported", errNoChart)
		return
	}
	found, samples := p.found, strings.HasPrefix(name, "samples")
	title := "Export the chart: .svg, .png, .pdf, or .csv for its numbers"
	if samples {
		title = "Export the samples as .csv"
	}
	style := w.pictureStyle()
	write := func(path string) {
		w.write(path, func(context.Context) error { return found.write(path, samples, style) })
	}
	w.askPath(title, "Export", filepath.Join(w.exportFolder(), name), w.browseFolder, func(path string) {
		w.replacing(path, func() { write(path) })
	})
}

// write writes the answer to the path, its samples or its chart; the format follows from the extension.
func (found answer) write(path string, samples bool, style *picture.Style) error {
	extension := strings.ToLower(filepath.Ext(path))
	if samples && extension != ".csv" {
		return fmt.Errorf("samples are written as .csv, not as %q", extension)
	}
	return exchange.ReplaceFile(path, func(file io.Writer) error {
		switch {
		case samples:
			return found.samples.WriteCSV(file)
		case extension == ".svg":
			return found.chart.WriteSVG(file, exportWidth, exportHeight, style)
		case extension == ".png":
			return found.chart.WritePNG(file, exportWidth, exportHeight, picture.SharpScale, style)
		case extension == ".pdf":
			return found.chart.WritePDF(file, exportWidth, exportHeight, style)
		case extension == ".csv":
			return found.chart.WriteCSV(file)
		}
		return fmt.Errorf("a chart is written as .svg, .png, .pdf or .csv, not as %q", extension)
	})
}

// copyNumbers puts the chart's numbers on the clipboard, as a spreadsheet takes them.
func (p *toolsPanel) copyNumbers() {
	if !p.canExport() {
		p.window.status.say(capital(errNoChart.Error()))
		return
	}
	var text strings.Builder
	if err := p.found.chart.WriteTSV(&text); err != nil {
		p.window.tell("Nothing was copied", err)
		return
	}
	p.window.app.Clipboard().SetContent(text.String())
	p.window.status.say(fmt.Sprintf("Copied %s: paste them into a spreadsheet", counted(len(p.found.chart.Numbers()), "row")))
}
