package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"roundtrip/internal/chart"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// studyOptions are which study of a scenario is asked for, and how.
type studyOptions struct {
	sweep, seek, target, by, spread, out, size, theme, samples string
	table, measures, chance                                    settings
	tornado, waterfall                                         bool
	simulate, steps                                            int
	seed                                                       uint64

	given []string // the options that stand on the command line
}

// studies are the options of which one at a time can be given, and the options that each takes besides.
var studies = map[string][]string{
	"sweep":     {"steps", "measure"},
	"table":     {"steps", "measure"},
	"tornado":   {"spread", "measure"},
	"seek":      {"by", "measure"},
	"simulate":  {"seed", "target", "spread", "chance", "samples", "measure"},
	"waterfall": {"measure"},
}

// studyNames are the studies in the order in which usage lists them.
var studyNames = []string{"sweep", "table", "tornado", "seek", "simulate", "waterfall"}

// defaultMeasure is what is studied when no measure is named.
const defaultMeasure = "circular_share"

func (o *studyOptions) read(options *flag.FlagSet) {
	options.StringVar(&o.sweep, "sweep", "", "")
	options.Var(&o.table, "table", "")
	options.BoolVar(&o.tornado, "tornado", false, "")
	options.StringVar(&o.seek, "seek", "", "")
	options.IntVar(&o.simulate, "simulate", 0, "")
	options.BoolVar(&o.waterfall, "waterfall", false, "")
	options.Var(&o.measures, "measure", "")
	options.Var(&o.chance, "chance", "")
	options.StringVar(&o.by, "by", "amount", "")
	options.StringVar(&o.spread, "spread", "", "")
	options.StringVar(&o.target, "target", "", "")
	options.IntVar(&o.steps, "steps", 0, "")
	options.Uint64Var(&o.seed, "seed", 1, "")
	options.StringVar(&o.out, "out", "", "")
	options.StringVar(&o.samples, "samples", "", "")
	options.StringVar(&o.size, "size", "", "")
	options.StringVar(&o.theme, "theme", "light", "")
}

// asked returns the name of the study that is asked for, or "".
func (o studyOptions) asked() string {
	for _, name := range studyNames {
		if slices.Contains(o.given, name) {
			return name
		}
	}
	return ""
}

// check refuses options that do not go together.
func (o studyOptions) check() error {
	study := o.asked()
	for _, option := range []string{"steps", "measure", "spread", "chance", "target", "by", "seed", "samples", "out", "size", "theme"} {
		if !slices.Contains(o.given, option) {
			continue
		}
		if study == "" {
			return misused("--%s goes with a study: --%s", option, strings.Join(studyNames, ", --"))
		}
		if !slices.Contains(append(studies[study], "out", "size", "theme"), option) {
			return misused("--%s does not go with --%s", option, study)
		}
	}
	for _, other := range o.given {
		if studies[other] != nil && other != study {
			return misused("--%s and --%s are two studies: ask for one at a time", study, other)
		}
	}
	if o.out != "" && o.samples != "" && sameFile(o.out, o.samples) {
		return misused("--out and --samples would both be written to “%s”: name two files", o.out)
	}
	if slices.Contains(o.given, "simulate") && (o.simulate < 1 || o.simulate > whatif.MostSamples) {
		return misused("--simulate %d: the number of samples is 1 to %s", o.simulate, deal.Count(whatif.MostSamples))
	}
	if slices.Contains(o.given, "steps") && (o.steps < 2 || o.steps > 1001) {
		return misused("--steps %d: it is 2 to 1001", o.steps)
	}
	return nil
}

// sameFile reports whether two paths are of one file, be it there or not.
func sameFile(one, other string) bool {
	first, errFirst := os.Stat(one)
	second, errSecond := os.Stat(other)
	if errFirst == nil && errSecond == nil {
		return os.SameFile(first, second)
	}
	one, errFirst = filepath.Abs(one)
	other, errSecond = filepath.Abs(other)
	return errFirst == nil && errSecond == nil && strings.EqualFold(one, other) // names alike are one file on many systems
}

// chart makes the study that is asked for.
func (o studyOptions) chart(ctx context.Context, t *trial) (*chart.Chart, error) {
	if len(t.book.Deals) == 0 {
		return nil, fmt.Errorf("--%s: the document has no deals, and so nothing that could be moved", o.asked())
	}
	study := t.workbench.Study(t.leg, t.changes)
	comparison, err := t.workbench.CompareChanges(ctx, t.leg, t.changes)
	if err != nil {
		return nil, err
	}
	rows, err := o.rows(comparison.Rows)
	if err != nil {
		return nil, err
	}
	keys := make([]string, len(rows))
	for i, row := range rows {
		keys[i] = row.Key
	}
	switch o.asked() {
	case "sweep":
		return o.sweepChart(ctx, t, study, keys)
	case "table":
		return o.tableChart(ctx, t, study, keys[0])
	case "tornado":
		return o.tornadoChart(ctx, study, keys[0])
	case "seek":
		return o.seekChart(ctx, t, study, rows[0])
	case "simulate":
		return o.simulationChart(ctx, t, study, rows[0])
	}
	fall, err := study.Waterfall(ctx, keys[0])
	if err != nil {
		return nil, err
	}
	return chart.Waterfall(fall), nil
}

// rows returns the measures that are asked for.
func (o studyOptions) rows(all []whatif.Row) ([]whatif.Row, error) {
	names := o.measures
	if len(names) == 0 {
		names = settings{defaultMeasure}
	}
	if len(names) > 1 && o.asked() != "sweep" {
		return nil, misused("--measure: only --sweep takes several")
	}
	var rows []whatif.Row
	for _, name := range names {
		row, err := findMeasure(all, name)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// findMeasure returns the measure of a key or a name, or the only one that begins so.
func findMeasure(rows []whatif.Row, name string) (whatif.Row, error) {
	wanted := deal.NameKey(name)
	var begin []whatif.Row
	for _, row := range rows {
		if row.Key == wanted || deal.NameKey(row.Name) == wanted {
			return row, nil
		}
		if strings.HasPrefix(row.Key, wanted) || strings.HasPrefix(deal.NameKey(row.Name), wanted) {
			begin = append(begin, row)
		}
	}
	if len(begin) == 1 {
		return begin[0], nil
	}
	of, words := begin, "could be any of"
	if len(begin) == 0 {
		of, words = rows, "is no measure: it is one of"
	}
	keys := make([]string, len(of))
	for i, row := range of {
		keys[i] = row.Key
	}
	return whatif.Row{}, misused("--measure %q %s %s", name, words, strings.Join(keys, ", "))
}

// moving reads INPUT or INPUT=FROM..TO. INPUT is FIELD:TARGET or a leg, as in --set, or a field alone, which is
// then that of the leg that is moved: amount, spent, term, valuation, margin.
func (t *trial) moving(study *whatif.Study, option, text string) (span whatif.Span, err error) {
	name, bounds, bounded := t.cut(text)
	if span.Input, err = t.input(strings.TrimSpace(name)); err != nil {
		return span, wrong(fmt.Errorf("--%s: %w", option, err))
	}
	if !span.Input.Numeric() {
		return span, misused("--%s %s: it is a choice and not a number", option, text)
	}
	if !bounded {
		return study.Reach(span.Input)
	}
	from, to, found := strings.Cut(bounds, "..")
	if !found {
		return span, misused("--%s %q: write the bounds as FROM..TO, such as 0..50bn", option, text)
	}
	if span.Low, err = span.Input.Parse(t.book, from); err != nil {
		return span, wrong(fmt.Errorf("--%s: %w", option, err))
	}
	if span.High, err = span.Input.Parse(t.book, to); err != nil {
		return span, wrong(fmt.Errorf("--%s: %w", option, err))
	}
	if span.High <= span.Low {
		return span, misused("--%s %q: the first bound must be below the second", option, text)
	}
	return span, nil
}

// cut cuts INPUT=FROM..TO. The name of a company may hold the sign as well.
func (t *trial) cut(text string) (name, bounds string, bounded bool) {
	at := strings.LastIndex(text, "=")
	if at < 0 {
		return text, "", false
	}
	if !strings.Contains(text[at:], "..") {
		if _, err := t.input(strings.TrimSpace(text)); err == nil {
			return text, "", false
		}
	}
	return text[:at], text[at+1:], true
}

// input returns what can be moved under the name.
func (t *trial) input(name string) (whatif.Input, error) {
	field := deal.ChangeField(deal.NameKey(name))
	if field == "years" {
		field = deal.ChangeTerm
	}
	if slices.Contains(deal.ChangeFields, field) {
		for _, input := range whatif.Inputs(t.book, t.leg) {
			if input.Field == field && input.Status == "" {
				return input, nil
			}
		}
		return whatif.Input{}, misused("the leg that is moved has no %s: name another as FIELD:TARGET", field)
	}
	return findInput(t.book, name)
}

func (o studyOptions) sweepChart(ctx context.Context, t *trial, study *whatif.Study, keys []string) (*chart.Chart, error) {
	span, err := t.moving(study, "sweep", o.sweep)
	if err != nil {
		return nil, err
	}
	sweep, err := study.Sweep(ctx, whatif.SweepQuestion{Span: span, Steps: o.steps, Keys: keys}, nil)
	if err != nil {
		return nil, err
	}
	return chart.Sweep(sweep), nil
}

func (o studyOptions) tableChart(ctx context.Context, t *trial, study *whatif.Study, key string) (*chart.Chart, error) {
	if len(o.table) != 2 {
		return nil, misused("--table is given twice: once for the input across, once for the input down")
	}
	ask := whatif.TableQuestion{Key: key, Steps: o.steps}
	var err error
	if ask.Across, err = t.moving(study, "table", o.table[0]); err != nil {
		return nil, err
	}
	if ask.Down, err = t.moving(study, "table", o.table[1]); err != nil {
		return nil, err
	}
	table, err := study.Table(ctx, ask, nil)
	if err != nil {
		return nil, fmt.Errorf("--table: %w", err)
	}
	return chart.Table(table), nil
}

// spreading reads by how much exact amounts move; where nothing is said, as in the window.
func (o studyOptions) spreading() (deal.Share, error) {
	if o.spread == "" {
		return whatif.FirstSpread, nil
	}
	spread, err := deal.ParsePercent(o.spread)
	if err != nil {
		return 0, misused("--spread: %v", err)
	}
	return spread, nil
}

func (o studyOptions) tornadoChart(ctx context.Context, study *whatif.Study, key string) (*chart.Chart, error) {
	ask := whatif.TornadoQuestion{Key: key}
	var err error
	if ask.Spread, err = o.spreading(); err != nil {
		return nil, err
	}
	storm, err := study.Tornado(ctx, ask, nil, nil)
	if err != nil {
		return nil, err
	}
	if storm.Of == 0 {
		if ask.Spread > 0 {
			return nil, errors.New("--tornado: no leg that counts has an amount that could be moved")
		}
		return nil, misused("no input has a range to move through: give exact amounts one with --spread, such as --spread 10%%")
	}
	return chart.Tornado(storm), nil
}

// number reads a value of the measure.
func number(row whatif.Row, option, text string, base deal.Currency) (float64, error) {
	value, err := row.ParseTarget(text, base)
	if err != nil {
		return 0, misused("--%s %q for %s: %v", option, text, row.Name, err)
	}
	if bare := value * 100; row.Unit == whatif.UnitShare && !strings.Contains(text, "%") && bare > 0 && bare < 1 {
		return 0, misused("--%s %q for %s could be a percentage or a fraction: write %.6g%% or %.6g%%", option, text, row.Name, bare*100, bare)
	}
	return value, nil
}

func (o studyOptions) seekChart(ctx context.Context, t *trial, study *whatif.Study, row whatif.Row) (*chart.Chart, error) {
	target, err := number(row, "seek", o.seek, t.book.Base)
	if err != nil {
		return nil, err
	}
	span, err := t.moving(study, "by", o.by)
	if err != nil {
		return nil, err
	}
	sought, err := study.Seek(ctx, whatif.Goal{Input: span.Input, Key: row.Key, Target: target, Low: span.Low, High: span.High}, nil)
	if err != nil {
		return nil, err
	}
	return chart.Goal(sought), nil
}
