package picture_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// TestFinanciersStandAboveThoseTheyFinance looks at the sample: who gives equity or credits stands above who gets them,
// and suppliers that finance nobody stand below who pays them.
func TestFinanciersStandAboveThoseTheyFinance(t *testing.T) {
	in := documentOf(t, sample)
	book := *in.Book
	book.Layout = deal.LayoutLayers
	in.Book = &book
	task := picture.Arrange(in.Book, in.Network, func(deal.Company) layout.Point { return layout.NoPlace() })
	in.Places = make([]layout.Point, len(in.Network.Companies))
	for i := range in.Places {
		in.Places[i] = layout.NoPlace()
	}
	for at, place := range task.Solve(context.Background()) {
		in.Places[task.Members[at]] = place
	}
	scene := picture.Build(in)
	height := func(name string) float64 {
		company, ok := in.Book.CompanyNamed(name)
		disc, drawn := scene.Disc(company.ID)
		if !ok || !drawn {
			t.Fatalf("%s is not drawn", name)
		}
		return disc.Centre.Y
	}
	for _, pair := range [][2]string{
		{"Microsoft", "OpenAI"}, {"Amazon", "OpenAI"}, {"Nvidia", "OpenAI"}, {"Amazon", "Anthropic"}, {"OpenAI", "Oracle"},
	} {
		if height(pair[0]) >= height(pair[1]) {
			t.Errorf("%s at %.0f does not stand above %s at %.0f", pair[0], height(pair[0]), pair[1], height(pair[1]))
		}
	}
	first, last := scene.Rows[0].Text, scene.Rows[len(scene.Rows)-1].Text
	// Nobody finances Oracle and AMD, which stand beside CoreWeave.
	if first != "level 1: financiers" || last != fmt.Sprintf("level %d: paid", len(scene.Rows)) {
		t.Errorf("the levels run from %q to %q", first, last)
	}
	if notes := strings.Join(scene.Legend.Notes, "\n"); !strings.Contains(notes, "Levels: financing goes mostly down") {
		t.Errorf("the legend says %s", notes)
	}
}
