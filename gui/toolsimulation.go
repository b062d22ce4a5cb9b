package gui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"roundtrip/gui/widgets"
	"roundtrip/internal/chart"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// simulationTool draws every range and every chance at random and shows how a measure comes out.
type simulationTool struct {
	panel    *toolsPanel
	measure  *measureChoice
	target   *toolEntry
	samples  *toolEntry
	seed     *toolEntry
	spread   *toolEntry
	chances  map[deal.Status]*toolEntry
	statuses []deal.Status // that have an entry
	row      *fyne.Container
	box      *fyne.Container
}

func newSimulationTool(p *toolsPanel) *simulationTool {
	t := &simulationTool{
		panel:  p,
		target: newToolEntry("should reach", "e.g. 10%", p.asked), samples: newToolEntry("Samples", "e.g. 10,000", p.asked),
		seed: newToolEntry("Seed", "e.g. 1", p.asked), spread: newToolEntry("Exact amounts ±", "e.g. 10%", p.asked),
		chances: map[deal.Status]*toolEntry{}, row: container.NewStack(),
	}
	t.measure = newMeasureChoice("Measure", "circular_share", "", func() {
		t.target.set("") // it was one of another measure
		p.asked()
	})
	t.target.set(whatif.FormatValue(whatif.UnitShare, whatif.FirstTarget, ""))
	t.samples.set(deal.Count(whatif.FirstSamples))
	t.seed.set(strconv.Itoa(whatif.FirstSeed))
	t.spread.set(whatif.FirstSpread.Percent())
	for _, entry := range []*toolEntry{t.target, t.samples, t.seed, t.spread} {
		entry.OnConfirm = t.confirm
	}
	t.box = widgets.Stacked(4, widgets.Columns([]float32{5, 2.4, 2, 2, 2.4},
		t.measure.field, t.target.field, t.samples.field, t.seed.field, t.spread.field), t.row)
	return t
}

func (t *simulationTool) confirm() bool {
	t.panel.compute()
	return true
}

func (t *simulationTool) name() string { return "Monte Carlo" }

func (t *simulationTool) asks() string {
	return "How a measure comes out when all ranges and chances are drawn at random. The same seed gives the same samples."
}

func (t *simulationTool) counts() string { return "sample" }

func (t *simulationTool) form() fyne.CanvasObject { return t.box }

// waits reports that samples are drawn when they are asked for.
func (t *simulationTool) waits() bool { return true }

func (t *simulationTool) refill(s *studied) {
	t.measure.fill(s.rows)
	var statuses []deal.Status
	for _, input := range whatif.Inputs(s.book, s.leg) {
		if input.Field == deal.ChangeWeight && !input.Status.Binding() {
			statuses = append(statuses, input.Status)
		}
	}
	t.statuses = statuses
	var fields []fyne.CanvasObject
	var weights []float32
	for _, status := range statuses {
		entry := t.chances[status]
		if entry == nil {
			entry = newToolEntry("Deals "+string(status)+" come about in", "100%", t.panel.asked)
			entry.OnConfirm = t.confirm
			entry.set(firstChance(status))
			t.chances[status] = entry
		}
		fields, weights = append(fields, entry.field), append(weights, 1)
	}
	t.row.Objects = nil
	for len(fields) > 0 && len(fields) < 4 {
		fields, weights = append(fields, canvas.NewRectangle(nil)), append(weights, 1)
	}
	if len(fields) > 0 {
		t.row.Objects = []fyne.CanvasObject{widgets.Columns(weights, fields...)}
	}
}

// firstChance is what a simulation begins with for deals of a status, "" where they always come about.
func firstChance(status deal.Status) string {
	if chance, ok := whatif.FirstChances[status]; ok {
		return chance.Percent()
	}
	return ""
}

// question reads the entries.
func (t *simulationTool) question(s *studied) (whatif.MonteCarloQuestion, error) {
	ask := whatif.MonteCarloQuestion{Key: t.measure.key, Chances: map[deal.Status]deal.Share{}}
	row, _ := t.measure.row()
	if strings.TrimSpace(t.target.Text) != "" {
		value, err := row.ParseTarget(t.target.Text, s.book.Base)
		if t.target.problem(err) != nil {
			return ask, err
		}
		ask.Target = &value
	}
	count, err := strconv.Atoi(strings.NewReplacer(",", "", " ", "").Replace(t.samples.Text))
	if err != nil || count < 1 || count > whatif.MostSamples {
		err = fmt.Errorf("write how many samples, 1 to 1,000,000")
	}
	if t.samples.problem(err) != nil {
		return ask, err
	}
	ask.Samples = count
	seed, err := strconv.ParseUint(strings.TrimSpace(t.seed.Text), 10, 64)
	if err != nil {
		err = fmt.Errorf("the seed is a whole number such as 1")
	}
	if t.seed.problem(err) != nil {
		return ask, err
	}
	ask.Seed = seed
	ask.Spread, err = deal.ParsePercent(t.spread.Text)
	if t.spread.problem(err) != nil {
		return ask, err
	}
	for _, status := range t.statuses {
		entry := t.chances[status]
		chance, err := deal.ParsePercent(entry.Text)
		if strings.TrimSpace(entry.Text) == "" {
			chance = deal.Whole
		}
		if entry.problem(err) != nil {
			return ask, err
		}
		if chance < deal.Whole {
			ask.Chances[status] = chance
		}
	}
	return ask, nil
}

func (t *simulationTool) ask(s *studied) (work, error) {
	ask, err := t.question(s)
	if err != nil {
		return nil, err
	}
	draw := func(drawn *whatif.MonteCarlo) (answer, error) {
		shown, err := chart.Simulation(drawn)
		return answer{chart: shown, samples: drawn}, err
	}
	return func(ctx context.Context, tell whatif.Progress, show func(answer)) (answer, error) {
		drawn, err := s.study.MonteCarlo(ctx, ask, tell, func(soFar *whatif.MonteCarlo) {
			if part, err := draw(soFar); err == nil {
				show(part)
			}
		})
		if err != nil {
			return answer{}, err
		}
		return draw(drawn)
	}, nil
}
