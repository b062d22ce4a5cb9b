package command

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// whatIfOptions are what a what-if is asked for with.
type whatIfOptions struct {
	scenario, view, leg string
	set                 settings
	asJSON, asCSV, list bool
	study               studyOptions
}

func readWhatIfOptions(arguments []string) (o whatIfOptions, files []string, err error) {
	options := flag.NewFlagSet("whatif", flag.ContinueOnError)
	options.StringVar(&o.scenario, "scenario", "", "")
	options.StringVar(&o.view, "view", "", "")
	options.StringVar(&o.leg, "leg", "", "")
	options.Var(&o.set, "set", "")
	options.BoolVar(&o.asJSON, "json", false, "")
	options.BoolVar(&o.asCSV, "csv", false, "")
	options.BoolVar(&o.list, "list", false, "")
	o.study.read(options)
	files, err = positional(options, arguments)
	options.Visit(func(f *flag.Flag) { o.study.given = append(o.study.given, f.Name) })
	return o, files, err
}

// whatIf prints a scenario beside its base, or one of the studies of it.
func (p Program) whatIf(ctx context.Context, arguments []string) error {
	options, files, err := readWhatIfOptions(arguments)
	if err != nil {
		return err
	}
	if len(files) != 1 {
		return misused("whatif needs one document: roundtrip whatif FILE")
	}
	if options.asJSON && options.asCSV {
		return misused("--json and --csv: ask for one of them")
	}
	if err := options.study.check(); err != nil {
		return err
	}
	book, err := p.readBook(files[0])
	if err != nil {
		return err
	}
	if options.list {
		return p.listScenarios(book)
	}
	leg, err := options.moved(book)
	if err != nil {
		return err
	}
	options.set = options.set.onLeg(book, leg)
	tried, err := options.tried(ctx, book)
	if err != nil {
		return err
	}
	p.noteSmallAmounts(book, options.set)
	if options.asCSV || options.study.asked() != "" { // the rest says it in what it prints
		p.noteMoved(book, tried.changes)
	}
	if options.study.asked() != "" {
		chart, err := options.study.chart(ctx, tried)
		if err != nil {
			return err
		}
		return p.showChart(chart, options)
	}
	return p.showComparison(ctx, tried, options)
}

// trial is a scenario on the workbench.
type trial struct {
	book      *deal.Book
	workbench *whatif.Workbench
	leg       deal.LegID
	changes   []deal.Change
}

// tried puts the scenario that the options ask for on a workbench: the stored one, then the settings.
func (o whatIfOptions) tried(ctx context.Context, book *deal.Book) (*trial, error) {
	t := &trial{book: book}
	view, err := exchange.ParseView(o.view, book)
	if err != nil {
		return nil, &misuseError{err.Error()}
	}
	if t.changes, err = changesOf(book, o.scenario, o.set); err != nil {
		return nil, err
	}
	if t.leg, err = o.moved(book); err != nil {
		return nil, err
	}
	if o.leg == "" && o.scenario != "" {
		t.leg = whatif.LegOf(book, t.changes, t.leg)
	}
	t.workbench, err = whatif.NewWorkbench(ctx, book, view, network.Options{})
	return t, err
}

// changesOf returns the changes of the stored scenario, then those of the settings, which hold where both change
// the same thing.
func changesOf(book *deal.Book, scenario string, set settings) ([]deal.Change, error) {
	var changes []deal.Change
	if scenario != "" {
		stored, err := findScenario(book, scenario)
		if err != nil {
			return nil, wrong(err)
		}
		changes = append(changes, stored.Changes...)
	}
	settings, err := readSettings(book, set)
	return whatif.Latest(append(changes, settings...)), err
}

// noteMoved says on Errors what has changed in the document since changes of a stored scenario were made.
func (p Program) noteMoved(book *deal.Book, changes []deal.Change) {
	for _, moved := range whatif.MovedBases(book, changes) {
		fmt.Fprintf(p.Errors, "roundtrip: the base has moved underneath the scenario: %s\n", moved.Text)
	}
}

func (p Program) showComparison(ctx context.Context, tried *trial, options whatIfOptions) error {
	comparison, err := tried.workbench.CompareChanges(ctx, tried.leg, tried.changes)
	if err != nil {
		return err
	}
	if comparison, err = tried.workbench.WithRanges(ctx, comparison); err != nil {
		return err
	}
	write := exchange.WriteComparisonTable
	switch {
	case options.asJSON:
		write = exchange.WriteComparisonJSON
	case options.asCSV:
		write = exchange.WriteComparisonCSV
	}
	var text bytes.Buffer
	if err := write(&text, comparison); err != nil {
		return err
	}
	_, err = p.Out.Write(text.Bytes())
	return err
}

// listScenarios prints the scenarios that the document keeps, each with its changes in words.
func (p Program) listScenarios(book *deal.Book) error {
	var text strings.Builder
	if len(book.Scenarios) == 0 {
		text.WriteString("The document keeps no scenarios.\n")
	}
	for _, scenario := range book.Scenarios {
		fmt.Fprintln(&text, scenario.Name)
		if scenario.Note != "" {
			fmt.Fprintf(&text, "  %s\n", strings.ReplaceAll(scenario.Note, "\n", "\n  "))
		}
		for _, change := range whatif.Latest(scenario.Changes) {
			fmt.Fprintf(&text, "  - %s\n", whatif.Describe(book, change))
		}
		for _, moved := range whatif.MovedBases(book, whatif.Latest(scenario.Changes)) {
			fmt.Fprintf(&text, "  ! The base has moved underneath: %s.\n", moved.Text)
		}
	}
	_, err := io.WriteString(p.Out, text.String())
	return err
}
