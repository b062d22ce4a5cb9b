package gui

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// datedDeals is a document of deals from 2023 to 2025, one of them undated.
func datedDeals(t *testing.T) *Window {
	t.Helper()
	edit := deal.Edit{Label: "Test"}
	for i, name := range []string{"A", "B", "C", "D"} {
		edit.Companies = append(edit.Companies, deal.Company{ID: deal.CompanyID(-i - 1), Name: name, Role: deal.RoleOther})
	}
	for i, announced := range []deal.Date{"2024-05-06", "2023", "", "2025-11", "2024-05-06"} {
		id := -i - 1
		edit.Deals = append(edit.Deals, deal.Deal{
			ID: deal.DealID(id), Title: "Deal", Status: deal.StatusSigned, Counting: deal.Counted, Announced: announced,
			Legs: []deal.Leg{{
				ID: deal.LegID(id), Payer: deal.CompanyID(-i%4 - 1), Payee: deal.CompanyID(-(i+1)%4 - 1), Kind: deal.KindCloud,
				Basis: deal.BasisCash, Figure: deal.Exactly(1_000_000_00), Currency: deal.USD,
			}},
		})
	}
	return openWindow(t, edit)
}

// clock lets a test say when the next day comes: work is what waits, nil at rest.
type clock struct{ work func() }

func (c *clock) install(t *testing.T) {
	before := later
	later = func(_ time.Duration, work func()) func() {
		c.work = work
		return func() { c.work = nil }
	}
	t.Cleanup(func() { later = before })
}

func (c *clock) tick() {
	work := c.work
	c.work = nil
	work()
}

// No day is left before the numbers in every panel are of it.
func TestPlayingWaitsForTheNumbers(t *testing.T) {
	w := datedDeals(t)
	clock := &clock{}
	clock.install(t)
	run(t, w, "Play through the days, or stop")
	day := w.session.view.AsOf
	w.session.passed()
	clock.tick()
	if got := w.session.view.AsOf; got != day || !w.timeline.playing {
		t.Errorf("it plays on to %s while the numbers of %s are not there", got, day)
	}
	w.session.arrived()
	clock.tick()
	if got := w.session.view.AsOf; got == day {
		t.Error("it does not play on when the numbers are there")
	}
}

func TestTimelinePlays(t *testing.T) {
	w := datedDeals(t)
	clock := &clock{}
	clock.install(t)
	if got := w.timeline.dates; !slices.Equal(got, []deal.Date{"2023", "2024-05-06", "2025-11"}) {
		t.Fatalf("the days are %v", got)
	}
	before := w.canvas.Places()
	run(t, w, "Play through the days, or stop")
	for i, want := range []string{"as of 2023 and 1 undated", "as of 6 May 2024 and 1 undated", "as of Nov 2025 and 1 undated"} {
		if i > 0 {
			clock.tick()
		}
		if got := chipWords(w); !slices.Equal(got, []string{want}) {
			t.Errorf("the chips say %q, not %q", got, want)
		}
		for id, place := range w.canvas.Places() {
			if before[id] != place {
				t.Errorf("%s: company %d has moved", want, id)
			}
		}
		if len(w.canvas.Places()) != len(before) {
			t.Errorf("%s: %d companies have a place, not %d", want, len(w.canvas.Places()), len(before))
		}
	}
	clock.tick()
	if clock.work != nil || w.timeline.playing || w.timeline.play.Icon != theme.MediaPlayIcon() {
		t.Error("it has not stopped after the last day")
	}
	if got := chipWords(w); got != nil || w.timeline.track.At() != len(w.timeline.dates) || w.timeline.entry.Text != "" {
		t.Errorf("at the end the chips say %q, the handle is at %d and the line says %q", got, w.timeline.track.At(), w.timeline.entry.Text)
	}
	if len(w.session.steps.done) != 0 {
		t.Error("playing from the end to the end has left a step to undo")
	}
	w.timeline.togglePlay()
	if w.session.view.AsOf != "2023" {
		t.Errorf("from the end it plays from %s", w.session.view.AsOf)
	}
	w.timeline.togglePlay()
	if clock.work != nil || w.timeline.playing {
		t.Error("something still waits after a stop")
	}
	w.timeline.togglePlay()
	if w.session.view.AsOf != "2024-05-06" {
		t.Errorf("after a stop it plays on from %s", w.session.view.AsOf)
	}
	w.timeline.togglePlay()
	if got := chipWords(w); !slices.Equal(got, []string{"as of 6 May 2024 and 1 undated"}) {
		t.Errorf("stopped half-way the chips say %q", got)
	}
	w.timeline.typeAsOf("Nov 2025")
	w.timeline.togglePlay()
	if w.session.view.AsOf != "2023" {
		t.Errorf("from the last day it plays from %s", w.session.view.AsOf)
	}
}

func TestLaterDealsAreFaint(t *testing.T) {
	w := datedDeals(t)
	w.timeline.typeAsOf("2023")
	scene, _ := w.canvas.Scene()
	later := 0
	for _, ghost := range scene.Ghosts {
		if ghost.Later {
			later++
		}
	}
	if later != 3 || len(scene.Arrows) != 2 {
		t.Errorf("%d legs are later and %d drawn, not 3 and 2", later, len(scene.Arrows))
	}
	if disc, ok := w.shownDisc("A"); !ok || disc.Emphasis != picture.Faded {
		t.Errorf("A, whose deals are later, is %+v", disc)
	}
	if disc, ok := w.shownDisc("B"); !ok || disc.Emphasis != picture.Plain {
		t.Errorf("B, which has a deal by then, is %+v", disc)
	}
}

func TestTimelineByHand(t *testing.T) {
	w := datedDeals(t)
	run(t, w, "Previous day")
	if w.session.view.AsOf != "2025-11" {
		t.Errorf("one day back from any day is %q", w.session.view.AsOf)
	}
	track := w.timeline.track
	for key, want := range map[fyne.KeyName]deal.Date{fyne.KeyHome: "2023", fyne.KeyEnd: ""} {
		track.TypedKey(&fyne.KeyEvent{Name: key})
		if got := w.session.view.AsOf; got != want {
			t.Errorf("%s leads to %q, not %q", key, got, want)
		}
	}
	track.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(2, 10)}})
	if w.session.view.AsOf != "2023" || w.timeline.entry.Text != "2023" {
		t.Errorf("dragged to the left end it is as of %q, and the line says %q", w.session.view.AsOf, w.timeline.entry.Text)
	}
	w.timeline.typeAsOf("1 June 2024")
	if track.At() != 1 || w.session.view.AsOf != "2024-06-01" {
		t.Errorf("as of %q the handle is at %d", w.session.view.AsOf, track.At())
	}
	w.timeline.typeAsOf("2020")
	if track.At() != -1 {
		t.Errorf("before the first day the handle is at %d", track.At())
	}
	run(t, w, "Next day")
	if w.session.view.AsOf != "2023" {
		t.Errorf("the next day is %q", w.session.view.AsOf)
	}
	run(t, w, "Show or hide the timeline")
	if w.timeline.box.Visible() || !w.app.Preferences().Bool(preferNoTimeline) {
		t.Error("the timeline is not hidden for good")
	}
	run(t, w, "As of a day…")
	if !w.timeline.box.Visible() {
		t.Error("asking for a day does not bring the timeline back")
	}
}

func TestEmptyDocumentHasNoTimeline(t *testing.T) {
	w := openWindow(t, deal.Edit{})
	if w.timeline.box.Visible() || w.nothing.box.Visible() || chipWords(w) != nil {
		t.Error("an empty document shows filters or days")
	}
	w.timeline.togglePlay()
	if w.timeline.playing {
		t.Error("there is nothing to play")
	}
}
