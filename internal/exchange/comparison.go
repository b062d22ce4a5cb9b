package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"roundtrip/internal/cell"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// WriteComparisonTable writes the comparison for a person to read: what is changed, the sentences, and every
// measure of the base beside the scenario, with its range where it has one, under the headings of its groups.
// Money is as headlines show it; "—" stands where a number is not known, and a note says why, as it does where ranges are
// known and a number that may be more or less has none; "~" stands before the
// ends of a range that were searched for and not proven, and a line below says so.
func WriteComparisonTable(w io.Writer, c *whatif.Comparison) error {
	var text bytes.Buffer
	fmt.Fprintf(&text, "view: %s\n", c.BaseNetwork.Words(c.BaseBook))
	for _, words := range whatif.DescribeAll(c.BaseBook, c.Changes) {
		fmt.Fprintf(&text, "change: %s\n", words)
	}
	for _, moved := range movedWords(c.BaseBook, c.Changes) {
		fmt.Fprintln(&text, moved)
	}
	for _, sentence := range c.Words() {
		fmt.Fprintln(&text, sentence.Text)
	}
	out := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	group, sampled := whatif.Group(""), false
	ranged := slices.ContainsFunc(c.Rows, func(row whatif.Row) bool { return row.HasRange })
	for _, row := range c.Rows {
		if row.Group != group {
			group = row.Group
			fmt.Fprintf(out, "\n%s\tbase\tscenario\tdifference\tscenario's range\tkey\n", group)
		}
		base := c.BaseBook.Base
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t%s\n", row.Name, row.BaseText(base), row.ScenarioText(base),
			row.DifferenceText(base), row.ScenarioRangeText(base), row.Key)
		sampled = sampled || strings.Contains(row.ScenarioRangeText(base), "~")
		endless := ranged && row.ScenarioBound == whatif.About && !row.HasRange
		if row.Note != "" && (!row.Known() || endless) {
			fmt.Fprintf(out, "  %s\t\t\t\t\t\n", row.Note)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write comparison: %w", err)
	}
	if sampled {
		fmt.Fprintln(&text, "\n~ stands before ends that were searched for and not proven: the measure may lie outside them.")
	}
	endWithRates(&text, c.BaseBook.CountedAt(c.Rates()))
	if _, err := w.Write(withoutTrailingBlanks(text.Bytes())); err != nil {
		return fmt.Errorf("write comparison: %w", err)
	}
	return nil
}

// comparisonColumns are the columns of a comparison as a table.
var comparisonColumns = []string{"key", "measure", "group", "unit", "base", "scenario", "difference",
	"base_low", "base_high", "scenario_low", "scenario_high", "note",
	"base_sampled", "scenario_sampled", "base_bound", "scenario_bound", "difference_bound"}

// WriteComparisonCSV writes every measure of the comparison as a row: money in units of the base currency, shares
// as fractions of one, to 15 significant digits; a number that is not known is an empty cell. The cells named sampled say whether
// an end of the range was searched for and not proven: "yes", "no", or nothing without a range. The cells named bound say
// whether the number is the most ("≤") or the least ("≥") that it can be, or either ("~"); that of the difference is about the
// number with its sign, so that "≥" beside −2 is a fall by 2 at most. A last cell
// names the rates that amounts are counted at, if any.
func WriteComparisonCSV(w io.Writer, c *whatif.Comparison) error {
	out := csv.NewWriter(w)
	records := [][]string{comparisonColumns}
	for _, row := range c.Rows {
		_, hasDifference := row.Difference()
		record := []string{row.Key, row.Name, string(row.Group), string(row.Unit),
			row.Unit.Plain(row.Base, row.BaseKnown), row.Unit.Plain(row.Scenario, row.ScenarioKnown),
			differenceCell(row)}
		base, scenario := rangeCells(row, row.BaseRange, row.BaseKnown), rangeCells(row, row.ScenarioRange, row.ScenarioKnown)
		record = append(append(record, base[:2]...), scenario[:2]...)
		record = append(record, cell.Guard(row.Note), base[2], scenario[2],
			boundCell(row.BaseBound, row.BaseKnown), boundCell(row.ScenarioBound, row.ScenarioKnown), boundCell(row.DifferenceBound(), hasDifference))
		record[1] = cell.Guard(record[1])
		records = append(records, record)
	}
	if err := out.WriteAll(withRates(records, c.BaseBook.CountedAt(c.Rates()))); err != nil {
		return fmt.Errorf("write comparison: %w", err)
	}
	return nil
}

// comparisonObject is the object that `roundtrip whatif --json` prints.
type comparisonObject struct {
	View     string           `json:"view"`
	Changes  []string         `json:"changes"`
	Moved    []movedObject    `json:"base_moved"` // what has changed in the document since a change was made
	Words    []string         `json:"words"`
	Measures []comparedObject `json:"measures"`
	Loops    loopChangeObject `json:"loops"`
	Stops    saturationObject `json:"saturation"`
	Rates    []countedRate    `json:"rates"`
}

type comparedObject struct {
	Key           string     `json:"key"`
	Name          string     `json:"name"`
	Group         string     `json:"group"`
	Unit          string     `json:"unit"`
	Base          number     `json:"base"` // null: not known, and the note says why
	Scenario      number     `json:"scenario"`
	Difference    number     `json:"difference"`
	BaseRange     *[2]number `json:"base_range"`
	ScenarioRange *[2]number `json:"scenario_range"`
	BaseSampled   bool       `json:"base_range_sampled"` // an end was searched for, not proven
	Sampled       bool       `json:"scenario_range_sampled"`
	BaseBound     string     `json:"base_bound,omitempty"` // ≤, ≥, or ~ where it may be more as well as less
	ScenarioBound string     `json:"scenario_bound,omitempty"`
	Bound         string     `json:"difference_bound,omitempty"` // of the difference with its sign: "≥" of −2 is a fall by 2 at most
	Note          string     `json:"note,omitempty"`
	Legs          []int64    `json:"legs"` // what it came from
}

type loopChangeObject struct {
	Gained  []loopObject `json:"gained"`
	Lost    []loopObject `json:"lost"`
	Partial bool         `json:"partial"` // there may be more
}

type saturationObject struct {
	Amount   number `json:"amount"` // null: more of the leg never stops adding
	Reached  bool   `json:"reached"`
	Sentence string `json:"sentence"`
}

// WriteComparisonJSON writes the comparison as one object: money in units of the base currency, shares as
// fractions of one, to 15 significant digits.
func WriteComparisonJSON(w io.Writer, c *whatif.Comparison) error {
	object := comparisonObject{
		View: c.BaseNetwork.Words(c.BaseBook), Changes: []string{}, Words: []string{}, Moved: []movedObject{},
		Measures: make([]comparedObject, 0, len(c.Rows)),
		Loops: loopChangeObject{
			Gained: loopObjects(c.Loops.Gained, companyNames(c.ScenarioNetwork)), Lost: loopObjects(c.Loops.Lost, companyNames(c.BaseNetwork)),
			Partial: c.Loops.Partial,
		},
		Stops: saturationObject{
			Amount:  numberOf(whatif.UnitMoney, float64(c.Saturation.Cents), !c.Saturation.Unbounded),
			Reached: c.Saturation.Reached, Sentence: c.Saturation.Sentence,
		},
		Rates: countedRates(c.BaseBook, c.Rates()),
	}
	object.Changes = append(object.Changes, whatif.DescribeAll(c.BaseBook, c.Changes)...)
	for _, moved := range whatif.MovedBases(c.BaseBook, c.Changes) {
		object.Moved = append(object.Moved, movedObject{moved.Text, moved.Was, moved.Is})
	}
	for _, sentence := range c.Words() {
		object.Words = append(object.Words, sentence.Text)
	}
	for _, row := range c.Rows {
		object.Measures = append(object.Measures, comparedOf(row))
	}
	text, err := json.MarshalIndent(object, "", "  ")
	if err != nil {
		return fmt.Errorf("write comparison: %w", err)
	}
	if _, err := w.Write(append(text, '\n')); err != nil {
		return fmt.Errorf("write comparison: %w", err)
	}
	return nil
}

func comparedOf(row whatif.Row) comparedObject {
	difference, hasDifference := row.Difference()
	object := comparedObject{
		Key: row.Key, Name: row.Name, Group: string(row.Group), Unit: string(row.Unit),
		Base: numberOf(row.Unit, row.Base, row.BaseKnown), Scenario: numberOf(row.Unit, row.Scenario, row.ScenarioKnown),
		Difference: numberOf(row.Unit, difference, hasDifference),
		BaseBound:  string(row.BaseBound), ScenarioBound: string(row.ScenarioBound),
		Bound: boundCell(row.DifferenceBound(), hasDifference), Note: row.Note, Legs: []int64{},
	}
	if row.HasRange && row.BaseKnown {
		object.BaseRange, object.BaseSampled = rangeOf(row.Unit, row.BaseRange), row.BaseRange.Sampled
	}
	if row.HasRange && row.ScenarioKnown {
		object.ScenarioRange, object.Sampled = rangeOf(row.Unit, row.ScenarioRange), row.ScenarioRange.Sampled
	}
	for _, leg := range row.Legs {
		object.Legs = append(object.Legs, int64(leg))
	}
	return object
}

func rangeOf(unit whatif.Unit, r network.Range) *[2]number {
	return &[2]number{numberOf(unit, r.Low, true), numberOf(unit, r.High, true)}
}

// numberOf returns the number in units, and what is written as null where it is not known.
func numberOf(unit whatif.Unit, value float64, known bool) number {
	switch {
	case !known:
		return number(math.NaN())
	case unit == whatif.UnitMoney:
		return units(value)
	}
	return number(value)
}
