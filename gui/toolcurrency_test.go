package gui

import (
	"bytes"
	"strings"
	"testing"

	"roundtrip/assets"
	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/whatif"
)

// TestToolsOfALegInEuros opens every tool with a leg in euros in the panel: all ranges are in euros and are read, and
// each chart has an answer.
func TestToolsOfALegInEuros(t *testing.T) {
	edit, err := exchange.ReadJSON(bytes.NewReader(assets.Sample()), "sample.json")
	if err != nil {
		t.Fatal(err)
	}
	edit.Rates = append(edit.Rates, deal.Rate{Currency: "EUR", Micros: 1_100_000})
	w := openWindow(t, edit)
	w.tools.settle = 0
	if simulation, ok := w.tools.tools[4].(*simulationTool); ok {
		simulation.samples.set("300")
	}
	w.tools.show(0)
	sweep, _ := w.tools.tool().(*sweepTool)
	if got := sweep.input.low.Text + " " + sweep.input.high.Text; got != "$0 $50bn" {
		t.Errorf("in dollars the range is %s", got)
	}
	_, d, _ := w.session.book.Leg(w.session.stake.Leg)
	d.Legs = append([]deal.Leg(nil), d.Legs...)
	for i := range d.Legs {
		d.Legs[i].Currency = "EUR"
	}
	if _, err := w.session.apply(deal.Edit{Deals: []deal.Deal{d}}); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"€34.5bn", "€50bn", "", "€", "", ""} {
		w.tools.show(i)
		name := w.tools.tool().name()
		title := w.tools.title()
		if title == "" || w.tools.chart.faded || w.tools.state.Content() != "" {
			t.Errorf("%s has no answer: %q, %q", name, w.tools.state.Content(), title)
		}
		if !strings.Contains(title, want) {
			t.Errorf("%s says: %s", name, title)
		}
		for _, text := range texts(w.tools.tool().form()) {
			if strings.HasPrefix(text, "$") {
				t.Errorf("%s asks for %s", name, text)
			}
		}
	}
	if got := sweep.input.low.Text + " " + sweep.input.high.Text; got != "€0 €50bn" {
		t.Errorf("in euros the range is %s", got)
	}
	for _, input := range whatif.Inputs(w.session.book, w.session.stake.Leg) {
		sweep.input.span.Input = input
		sweep.input.fillRange()
		if err := sweep.input.read(); err != nil {
			t.Errorf("the first range of %s cannot be read: %v", input.Name(w.session.book), err)
		}
	}
}
