package gui

import (
	"fmt"
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// sourcesListed returns the titles that the table of sources lists, and how much each is said to claim.
func sourcesListed(w *Window) (titles []string, claims map[string]string) {
	claims = map[string]string{}
	for _, row := range w.sources.Shown() {
		titles = append(titles, row.Cells[0].Text)
		claims[row.Cells[0].Text] = row.Cells[2].Text
	}
	return titles, claims
}

// TestSourcesFollowEveryFilter compares the table with what each claim, right and company's own figure is about.
func TestSourcesFollowEveryFilter(t *testing.T) {
	w := openSample(t)
	every, whole := sourcesListed(w)
	amazon := ids(t, w, "Amazon")
	for name, filter := range map[string]func(*network.View){
		"kinds": func(v *network.View) { v.Kinds = []deal.Kind{deal.KindEquity} }, "statuses": func(v *network.View) { v.Statuses = []deal.Status{deal.StatusInTalks} },
		"an amount": func(v *network.View) {
			v.MinAmount, v.OnlyDisclosed = deal.Money{Cents: 200_000_000_000_00, Currency: deal.USD}, true
		},
		"loops": func(v *network.View) { v.OnlyLoops = true }, "a day": func(v *network.View) { v.AsOf, v.OnlyDated = "2024", true },
		"companies": func(v *network.View) { v.Near = amazon }, "nothing": func(v *network.View) { v.Kinds = []deal.Kind{} },
	} {
		w.setView(func(view *network.View) { *view = network.View{}; filter(view) })
		visible := w.session.visible()
		passing, of := map[deal.SourceID]int{}, map[deal.SourceID]int{}
		for _, claim := range w.session.book.Claims {
			of[claim.Source]++
			d, _ := w.session.book.Deal(claim.About.Deal)
			legs := []deal.LegID{claim.About.Leg}
			for _, leg := range d.Legs {
				legs = append(legs, leg.ID)
			}
			if visible[claim.About.Company] || slices.ContainsFunc(legs, w.session.counts) {
				passing[claim.Source]++
			}
		}
		rights := map[deal.SourceID]bool{}
		for _, d := range w.session.book.Deals {
			for _, right := range d.Rights {
				rights[right.Source] = rights[right.Source] || w.session.countsDeal(d)
			}
		}
		titles, claims := sourcesListed(w)
		for _, source := range w.session.book.Sources {
			listed := slices.Contains(titles, source.Title)
			if (passing[source.ID] > 0 || rights[source.ID]) != listed {
				t.Errorf("%s: %s is listed: %v; %d of its claims pass", name, source.Title, listed, passing[source.ID])
			}
			want := fmt.Sprint(of[source.ID])
			if passing[source.ID] < of[source.ID] {
				want = fmt.Sprintf("%d of %d", passing[source.ID], of[source.ID])
			}
			if listed && claims[source.Title] != want {
				t.Errorf("%s: %s claims %s, not %s", name, source.Title, claims[source.Title], want)
			}
		}
		if name == "nothing" && len(titles) > 0 {
			t.Errorf("nothing passes, and %q are listed", titles)
		}
		shows(t, w.sources.rest.box, fmt.Sprintf("%d of %d sources pass the filters", len(titles), len(every)))
		w.sources.rest.chip.Tapped(nil)
		if all, _ := sourcesListed(w); len(all) != len(every) {
			t.Errorf("%s: with the others shown there are %d sources, not %d", name, len(all), len(every))
		}
		w.sources.rest.chip.Tapped(nil)
	}
	w.setView(func(view *network.View) { *view = network.View{} })
	titles, claims := sourcesListed(w)
	if !slices.Equal(titles, every) || w.sources.rest.box.Visible() {
		t.Errorf("without filters %d sources are listed, not %d", len(titles), len(every))
	}
	for _, title := range titles {
		if claims[title] != whole[title] {
			t.Errorf("without filters %s claims %s, not %s", title, claims[title], whole[title])
		}
	}
}
