package exchange

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"roundtrip/internal/chart"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
	"roundtrip/internal/whatif"
)

//go:embed report.html
var reportPage string

// reportTemplate escapes whatever a document holds.
var reportTemplate = template.Must(template.New("report").Parse(reportPage))

// The size of a chart in a report, in pixels, and how much higher one is that has two drawings.
const reportChartWidth, reportChartHeight, reportChartMore = 920, 460, 200

// WriteReport writes the report as one HTML file that needs no other: picture and charts as SVG, no scripts, with
// rules for printing. The same report always gives the same bytes.
func WriteReport(w io.Writer, r *Report) error {
	shown := Shown{Book: r.book, Network: r.comparison.BaseNetwork, View: r.view, Changes: r.tried}
	told := &reportWords{
		Title: PictureFrame(shown).Title, Counts: shown.counts(), Caption: shown.tried(),
		Loops: loopWords(r.comparison), Measures: measureWords(r.comparison),
		Flags: flagWords(r.comparison.Base), NoNumber: reasons(r.comparison.BaseNetwork.LeftOut),
	}
	sources := &reportSources{shown: shown, numbers: make(map[deal.SourceID]int)}
	told.Deals = dealWords(sources) // the deals number the sources, as they stand below them
	told.Rates = sources.rates()
	told.Words = sources.sentences(r.comparison.Words())
	var err error
	if told.Picture, err = drawnInline(func(w io.Writer) error { return picture.WriteSVG(w, r.page) }); err != nil {
		return err
	}
	for _, of := range r.charts {
		drawn, err := chartInline(of)
		if err != nil {
			return err
		}
		told.Charts = append(told.Charts, drawn)
	}
	for _, scenario := range r.scenarios {
		words, err := scenarioWords(sources, scenario)
		if err != nil {
			return err
		}
		told.Scenarios = append(told.Scenarios, words)
	}
	if r.asked != nil {
		told.Asked = append(told.Asked, stressWords(sources, r.asked))
	}
	for _, stress := range r.stresses {
		if r.asked == nil || r.asked.WhatIf != "" || stress.Shock != r.asked.Shock {
			told.Stresses = append(told.Stresses, stressWords(sources, stress))
		}
	}
	told.Sources = sources.list
	var text bytes.Buffer
	if err := reportTemplate.Execute(&text, told); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	if _, err := w.Write(text.Bytes()); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// reportWords is what the page's template is filled in with.
type reportWords struct {
	Title, Counts string
	Caption       string // what the picture shows that the document does not hold
	Picture       template.HTML
	Words         []reportSentence
	Measures      []reportGroup
	Loops         []reportLoop
	Flags         []string
	NoNumber      []string
	Charts        []template.HTML
	Scenarios     []reportScenarioWords
	Asked         []reportStress // that somebody ran
	Stresses      []reportStress // that the program runs for every document
	Deals         []reportDeal
	Rates         []reportSentence // at which amounts are turned into the document's currency
	Sources       []deal.Source
}

type reportGroup struct {
	Name string
	Rows []reportRow
}

type reportRow struct {
	Name, Base, Scenario, Difference, Range, Driver, Note string
	BaseRange                                             string // Range is the scenario's
	Changed                                               bool
}

type reportLoop struct{ Money, Path, Category string }

type reportDeal struct {
	Title, Status, Announced string
	Legs                     []reportLeg
}

type reportLeg struct {
	Payer, Payee, Kind, Amount string
	Worth                      string // the amount in the document's currency, where it is in another one
	Own                        string // what the sources say where the amount is none of theirs
	Sources                    []int  // the numbers in the list of sources
}

type reportScenarioWords struct {
	Name, Note, Problem string
	Changes             []string
	Moved               []string // what has changed in the document since the scenario was made
	Words               []reportSentence
	Measures            []reportGroup
	Waterfall           template.HTML
}

// measureWords writes the comparison's measures group by group.
func measureWords(c *whatif.Comparison) []reportGroup {
	var groups []reportGroup
	base := c.BaseBook.Base
	for _, row := range c.Rows {
		if len(groups) == 0 || groups[len(groups)-1].Name != string(row.Group) {
			groups = append(groups, reportGroup{Name: string(row.Group)})
		}
		words := reportRow{
			Name: row.Name, Base: row.BaseText(base), Scenario: row.ScenarioText(base), Difference: row.DifferenceText(base),
			BaseRange: row.RangeText(row.BaseRange, base),
			Range:     row.ScenarioRangeText(base), Note: row.Note, Changed: row.Standing(base) != whatif.Same,
		}
		if words.Changed {
			words.Difference = row.StandingText(base)
		}
		if words.Range != "" {
			words.Driver = namesOfLegs{c.BaseBook}.name(row.ScenarioRange.Driver)
		}
		last := &groups[len(groups)-1]
		last.Rows = append(last.Rows, words)
	}
	return groups
}

func flagWords(m *network.Measures) (words []string) {
	for at := range m.Flags {
		words = append(words, m.FlagText(at))
	}
	return words
}

func loopWords(c *whatif.Comparison) []reportLoop {
	table := measuresTable{book: c.BaseBook, network: c.BaseNetwork, measures: c.Base, names: companyNames(c.BaseNetwork)}
	list := make([]reportLoop, len(c.Base.Loops.Top))
	for i, loop := range c.Base.Loops.Top {
		list[i] = reportLoop{
			Money: table.loopMoney(loop), Category: string(loop.Category),
			Path: strings.ReplaceAll(table.path(loop.Path), " > ", " → "),
		}
	}
	return list
}

// dealWords writes the deals of which something is shown, with the sources that their legs cite.
func dealWords(sources *reportSources) (list []reportDeal) {
	s := sources.shown
	for _, shown := range s.deals() {
		d := shown.deal
		words := reportDeal{Title: d.Title, Status: string(d.Status), Announced: d.Announced.String()}
		for _, leg := range d.Legs {
			if !slices.Contains(shown.legs, leg.ID) {
				continue
			}
			words.Legs = append(words.Legs, reportLeg{
				Payer: s.Book.CompanyName(leg.Payer), Payee: s.Book.CompanyName(leg.Payee), Kind: string(leg.Kind),
				Amount: leg.Figure.Text(leg.Currency), Sources: sources.cite(leg.ID),
				Worth: s.Book.InBaseText(leg.Figure, leg.Currency), Own: ownWords(s.Book, leg.ID),
			})
		}
		list = append(list, words)
	}
	return list
}

func scenarioWords(sources *reportSources, told reportScenario) (reportScenarioWords, error) {
	words := reportScenarioWords{Name: told.scenario.Name, Note: told.scenario.Note, Problem: told.problem}
	words.Changes = append(words.Changes, whatif.DescribeAll(sources.shown.Book, told.scenario.Changes)...)
	words.Moved = movedWords(sources.shown.Book, whatif.Latest(told.scenario.Changes))
	if told.comparison == nil {
		return words, nil
	}
	words.Words, words.Measures = sources.moved(told.comparison), measureWords(told.comparison)
	if told.waterfall == nil {
		return words, nil
	}
	var err error
	words.Waterfall, err = chartInline(told.waterfall)
	return words, err
}

func chartInline(of *chart.Chart) (template.HTML, error) {
	height := float64(reportChartHeight + reportChartMore*max(0, of.Drawings()-1))
	return drawnInline(func(w io.Writer) error { return of.WriteSVG(w, reportChartWidth, height, picture.Light()) })
}

// drawnInline returns a drawing as part of a page: SVG as our own painters write it, which escape every name, without
// the declaration that only a file of its own begins with, and as wide as the page lets it be.
func drawnInline(draw func(io.Writer) error) (template.HTML, error) {
	var text bytes.Buffer
	if err := draw(&text); err != nil {
		return "", fmt.Errorf("draw for the report: %w", err)
	}
	_, svg, found := strings.Cut(text.String(), "?>")
	if !found {
		svg = text.String()
	}
	return template.HTML(strings.TrimSpace(svg)), nil
}
