package command

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"roundtrip/internal/chart"
	"roundtrip/internal/exchange"
	"roundtrip/internal/picture"
)

// The size of a chart when nothing else is asked for, in pixels at scale 1.
const chartWidth, chartHeight = 960, 600

// showChart prints the chart's words and numbers, or writes it to the file that is asked for.
func (p Program) showChart(of *chart.Chart, o whatIfOptions) error {
	if o.study.out != "" {
		return o.study.writeChart(of)
	}
	write := func(w io.Writer) error { return o.study.writeWords(w, of) }
	switch {
	case o.asCSV:
		write = of.WriteCSV
	case o.asJSON:
		write = of.WriteJSON
	}
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return err
	}
	_, err := p.Out.Write(text.Bytes())
	return err
}

// writeWords writes the chart's words and below them its numbers, as people read them; --csv has them as they are.
func (o studyOptions) writeWords(w io.Writer, of *chart.Chart) error {
	text := new(strings.Builder)
	for _, words := range []string{of.Title, of.Subtitle, of.Note} {
		if words != "" {
			fmt.Fprintln(text, words)
		}
	}
	if o.asked() != "seek" { // its title is the answer; the numbers around it are for a chart
		fmt.Fprintln(text)
		aligned := new(strings.Builder)
		table := tabwriter.NewWriter(aligned, 0, 0, 2, ' ', 0)
		for _, record := range of.Printed() {
			fmt.Fprintln(table, strings.Join(record, "\t"))
		}
		if err := table.Flush(); err != nil {
			return fmt.Errorf("write a chart's numbers: %w", err)
		}
		for line := range strings.Lines(aligned.String()) {
			fmt.Fprintln(text, strings.TrimRight(line, " \n")) // blanks at a line's end only make it longer
		}
	}
	_, err := io.WriteString(w, text.String())
	return err
}

// writeChart writes the chart in the format that the file's name asks for.
func (o studyOptions) writeChart(of *chart.Chart) error {
	pictures := pictureOptions{size: o.size, theme: o.theme, scale: picture.SharpScale, given: map[string]bool{}}
	if o.size == "" {
		pictures.size = fmt.Sprintf("%dx%d", chartWidth, chartHeight)
	}
	style, err := pictures.style()
	if err != nil {
		return err
	}
	extension := strings.ToLower(filepath.Ext(o.out))
	camera, err := pictures.camera(".svg")
	if err != nil {
		return err
	}
	width, height := float64(camera.Width), float64(camera.Height)
	var write func(io.Writer) error
	switch extension {
	case ".csv":
		if slices.Contains(o.given, "size") || slices.Contains(o.given, "theme") {
			return misused("--size and --theme are for charts: %s holds numbers", o.out)
		}
		write = of.WriteCSV
	case ".svg":
		write = func(w io.Writer) error { return of.WriteSVG(w, width, height, style) }
	case ".png":
		write = func(w io.Writer) error { return of.WritePNG(w, width, height, picture.SharpScale, style) }
	case ".pdf":
		write = func(w io.Writer) error { return of.WritePDF(w, width, height, style) }
	default:
		return misused("--out %q: its name ends in none of .csv, .svg, .png and .pdf", o.out)
	}
	return exchange.ReplaceFile(o.out, write)
}
