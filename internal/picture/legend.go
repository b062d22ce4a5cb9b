package picture

import (
	"math"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Legend says what the picture's signs mean. It lists only what the picture shows, and stands at the same size
// whatever the zoom.
type Legend struct {
	Heading string // which money is counted
	Lines   []LegendLine
	Roles   []deal.Role
	Widths  []LegendWidth
	Notes   []string
}

// Shown reports whether there is a legend at all.
func (l Legend) Shown() bool { return l.Heading != "" }

// LegendLine is a way of drawing legs and what it means.
type LegendLine struct {
	Mark Mark
	Text string
}

// LegendWidth is an example of a line's width at zoom 1.
type LegendWidth struct {
	Width float64
	Text  string
}

// Mark is a way in which a leg is drawn.
type Mark uint8

// The marks, in the order in which the legend lists them.
const (
	MarkFinancing Mark = iota
	MarkCommercial
	MarkDashed
	MarkDotted
	MarkLoop
	MarkGhost
	MarkLater
	MarkFlag
)

func (b *builder) legend() Legend {
	legend := Legend{Heading: heading(b.View)}
	shown := make(map[Mark]bool)
	signs := make(map[deal.Said]bool)
	assumed := false
	for i := range b.scene.Arrows {
		arrow := &b.scene.Arrows[i]
		shown[MarkFinancing] = shown[MarkFinancing] || arrow.Financing
		shown[MarkCommercial] = shown[MarkCommercial] || !arrow.Financing
		shown[MarkDashed] = shown[MarkDashed] || arrow.Dash == Dashed
		shown[MarkDotted] = shown[MarkDotted] || arrow.Dash == Dotted
		shown[MarkLoop] = shown[MarkLoop] || arrow.Loop > 0
		leg, _, _ := b.Book.Leg(arrow.Leg)
		if arrow.Known {
			signs[leg.Figure.Said] = true
			assumed = assumed || leg.Figure.Assumed
		}
	}
	for _, ghost := range b.scene.Ghosts {
		shown[MarkGhost] = shown[MarkGhost] || !ghost.Later
		shown[MarkLater] = shown[MarkLater] || ghost.Later
	}
	shown[MarkFlag] = slices.ContainsFunc(b.scene.Discs, func(disc Disc) bool { return disc.Flags > 0 })
	for _, line := range []LegendLine{
		{MarkFinancing, "financing: equity, debt, credits"},
		{MarkCommercial, "commercial: cloud, chips and other"},
		{MarkDashed, "not binding yet"},
		{MarkDotted, "amount undisclosed"},
		{MarkLoop, "lies on a loop"},
		{MarkGhost, "before the what-if"},
		{MarkLater, "announced later"},
		{MarkFlag, "flagged company"},
	} {
		if shown[line.Mark] {
			legend.Lines = append(legend.Lines, line)
		}
	}
	for _, role := range deal.Roles {
		if slices.ContainsFunc(b.scene.Discs, func(disc Disc) bool { return disc.Role == role }) {
			legend.Roles = append(legend.Roles, role)
		}
	}
	legend.Widths = b.legendWidths()
	if len(b.scene.Discs) > 0 {
		legend.Notes = append(legend.Notes, "Area of a company: money passing through")
	}
	if signsNote := signsNote(signs, assumed); signsNote != "" && (b.View.Figure == "" || b.View.Figure == network.PickBest) {
		legend.Notes = append(legend.Notes, signsNote)
	}
	return legend
}

// heading says which money is counted: never left unsaid, since totals and years must not be mixed up.
func heading(view network.View) string {
	words := view.Words()
	return strings.ToUpper(words[:1]) + words[1:]
}

func (b *builder) legendWidths() []LegendWidth {
	if b.widths.full <= 0 {
		return nil
	}
	var list []LegendWidth
	for _, part := range []float64{0.01, 0.1, 1} {
		cents := int64(math.Round(b.widths.full * part))
		list = append(list, LegendWidth{
			Width: b.widths.of(cents, true), Text: deal.Money{Cents: cents, Currency: b.Network.Base}.Short(),
		})
	}
	return list
}

func signsNote(signs map[deal.Said]bool, assumed bool) string {
	note := ""
	add := func(text string) {
		if note != "" {
			note += "   "
		}
		note += text
	}
	if signs[deal.SaidUpTo] {
		add("≤ up to")
	}
	if signs[deal.SaidAtLeast] {
		add("≥ at least")
	}
	if signs[deal.SaidAbout] {
		add("~ about")
	}
	if assumed {
		add("$…? assumed")
	}
	return note
}
