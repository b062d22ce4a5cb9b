package gui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// measureChoice lets one of the measures be chosen.
type measureChoice struct {
	field  *widgets.Field
	choice *widgets.Choice
	rows   []whatif.Row
	none   string // a further choice that is no measure
	key    string
	filled bool
	asked  func()
}

func newMeasureChoice(caption, key, none string, asked func()) *measureChoice {
	c := &measureChoice{choice: widgets.NewChoice(nil), key: key, none: none, asked: asked}
	c.choice.OnChanged = func(string) {
		at := c.choice.SelectedIndex()
		if c.none != "" {
			at--
		}
		c.key = ""
		if at >= 0 && at < len(c.rows) {
			c.key = c.rows[at].Key
		}
		if c.filled {
			c.asked()
		}
	}
	c.field = toolField(caption, c.choice)
	return c
}

// fill offers the measures; the one that was chosen stays chosen while there is one of its key.
func (c *measureChoice) fill(rows []whatif.Row) {
	c.filled = false
	key := c.key
	c.rows = rows
	var names []string
	if c.none != "" {
		names = append(names, c.none)
	}
	at := slices.IndexFunc(rows, func(row whatif.Row) bool { return row.Key == key })
	for _, row := range rows {
		names = append(names, row.Name)
	}
	c.choice.SetOptions(names)
	switch {
	case c.none != "":
		at++
	case at < 0:
		at = max(0, slices.IndexFunc(rows, func(row whatif.Row) bool { return row.Key == "circular_share" }))
	}
	c.choice.SetSelectedIndex(at)
	c.filled = true
}

// row returns the measure that is chosen.
func (c *measureChoice) row() (whatif.Row, bool) {
	at := slices.IndexFunc(c.rows, func(row whatif.Row) bool { return row.Key == c.key })
	if at < 0 {
		return whatif.Row{}, false
	}
	return c.rows[at], true
}

// inputChoice lets one of the inputs be chosen, with the range through which it runs.
type inputChoice struct {
	field   *widgets.Field
	choice  *widgets.Choice
	low     *toolEntry
	high    *toolEntry
	inputs  []whatif.Input
	span    whatif.Span   // the one that is chosen, and its bounds once they are read
	in      deal.Currency // of the bounds, where they are amounts
	first   int           // which one is chosen at first
	reset   bool
	studied *studied
	filled  bool
	asked   func()
}

func newInputChoice(caption string, first int, asked func()) *inputChoice {
	c := &inputChoice{choice: widgets.NewChoice(nil), first: first, asked: asked, reset: true}
	c.low, c.high = newToolEntry("From", "e.g. 0", asked), newToolEntry("to", "e.g. 50bn", asked)
	c.choice.OnChanged = func(string) {
		at := c.choice.SelectedIndex()
		if !c.filled || at < 0 || at >= len(c.inputs) {
			return
		}
		c.span.Input = c.inputs[at]
		c.fillRange()
		c.asked()
	}
	c.field = toolField(caption, c.choice)
	return c
}

// fill offers the inputs; the one that was chosen stays chosen, with its range, while the leg is the same.
func (c *inputChoice) fill(s *studied) {
	c.filled = false
	changed := c.studied == nil || c.studied.leg != s.leg
	if c.studied != nil && c.studied.document != s.document {
		c.span.Input = whatif.Input{} // what has the same number in another document is another thing
	}
	c.studied, c.inputs = s, whatif.Inputs(s.book, s.leg)
	var names []string
	for _, input := range c.inputs {
		names = append(names, capital(input.Name(s.book)))
	}
	c.choice.SetOptions(names)
	at := slices.Index(c.inputs, c.span.Input)
	if at < 0 || changed && c.span.Input.Field == deal.ChangeAmount && c.first == 0 {
		at, c.reset = min(c.first, len(c.inputs)-1), true
	}
	if at >= 0 {
		c.span.Input = c.inputs[at]
		c.choice.SetSelectedIndex(at)
	}
	if c.reset || c.in != c.span.Input.Currency(s.book) {
		c.fillRange()
	}
	c.filled = true
}

// fillRange puts the range at which a chart looks first into the entries.
func (c *inputChoice) fillRange() {
	c.reset, c.in = false, c.span.Input.Currency(c.studied.book)
	span, err := c.studied.study.Reach(c.span.Input)
	if err != nil {
		return
	}
	c.low.set(c.span.Input.Exact(c.studied.book, span.Low))
	c.high.set(c.span.Input.Exact(c.studied.book, span.High))
}

// read returns the range, and says in the entries what cannot be read.
func (c *inputChoice) read() error {
	var err error
	if c.span.Low, err = c.low.value(c.span.Input, c.studied.book); err != nil {
		return err
	}
	if c.span.High, err = c.high.value(c.span.Input, c.studied.book); err != nil {
		return err
	}
	if c.span.High <= c.span.Low {
		err = fmt.Errorf("the range runs downwards: write the smaller value first")
		return c.high.problem(err)
	}
	return err
}

// toolEntry is an entry of a tool with its caption.
type toolEntry struct {
	*widgets.TextEntry
	field  *widgets.Field
	filled bool
}

func newToolEntry(caption, hint string, asked func()) *toolEntry {
	e := &toolEntry{TextEntry: widgets.NewTextEntry(hint), filled: true}
	e.Width = 64
	e.OnChanged = func(string) {
		if e.filled {
			asked()
		}
	}
	e.field = toolField(caption, e.TextEntry)
	return e
}

// set puts a text in without asking anything.
func (e *toolEntry) set(text string) {
	e.filled = false
	e.SetText(text)
	e.filled = true
}

// value reads a value of the input.
func (e *toolEntry) value(input whatif.Input, book *deal.Book) (int64, error) {
	value, err := input.Parse(book, e.Text)
	return value, e.problem(err)
}

// problem marks an entry that cannot be used, and returns why: the panel has more room to say it.
func (e *toolEntry) problem(err error) error {
	words := ""
	if err != nil {
		words = "cannot be used"
	}
	e.field.SetProblem(words)
	return err
}

func toolField(caption string, control fyne.CanvasObject) *widgets.Field {
	field := widgets.NewField(caption, control)
	field.Compact = true
	return field
}

// lower writes the first letter small, for a sentence that goes on.
func lower(text string) string {
	if len(text) > 1 && text[1] >= 'a' && text[1] <= 'z' {
		return strings.ToLower(text[:1]) + text[1:]
	}
	return text
}
