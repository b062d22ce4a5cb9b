package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"roundtrip/internal/deal"
)

// titleOf returns the title of the leg's deal.
func titleOf(w *Window, leg deal.LegID) string {
	_, d, _ := w.session.book.Leg(leg)
	return d.Title
}

// TestMenusTakeNoSelectionAway presses the right button on empty canvas, and on parts of what is selected.
func TestMenusTakeNoSelectionAway(t *testing.T) {
	w := openSample(t)
	scene, _ := w.canvas.Scene()
	empty := fyne.NewPos(2, 2)
	leg := func(payer, payee string) deal.LegID {
		ends := ids(t, w, payer, payee)
		for _, d := range w.session.book.Deals {
			for _, leg := range d.Legs {
				if _, drawn := scene.Arrow(leg.ID); drawn && leg.Payer == ends[0] && leg.Payee == ends[1] {
					return leg.ID
				}
			}
		}
		t.Fatalf("no leg from %s to %s", payer, payee)
		return 0
	}
	first, second := leg("Microsoft", "OpenAI"), leg("OpenAI", "Oracle")
	for _, c := range []struct {
		name   string
		choose func()
		at     fyne.Position
		menu   []string
		not    string
	}{
		{"a loop, beside it", func() { w.loops.step(1) }, empty, []string{"The loop by itself", "Fit to window", "Add deal…"}, "Add company…"},
		{"a loop, on a company of it", func() { w.loops.step(1) }, over(t, w, "OpenAI"), []string{"The loop by itself"}, "Delete"},
		{"a company, beside it", func() { w.session.selectCompanies(ids(t, w, "Amazon")) }, empty,
			[]string{"Change Amazon…", "Add deal that pays Amazon…", "Neighbourhood of Amazon, 1 step", "Hide Amazon", "Delete Amazon", "Select nothing"}, "Add company…"},
		{"a company, on it", func() { w.session.selectCompanies(ids(t, w, "Amazon")) }, over(t, w, "Amazon"), []string{"Change…", "Delete"}, "Delete Amazon"},
		{"a deal, beside it", func() { w.session.selectLeg(first) }, empty, []string{"Delete “" + shortenedName(titleOf(w, first), 28) + "”"}, "Delete"},
		{"two companies, on one of them", func() { w.session.selectCompanies(ids(t, w, "Amazon", "OpenAI")) }, over(t, w, "Amazon"), []string{"Align left", "Delete the 2 companies"}, "Fit to window"},
		{"two deals, beside them", func() { w.session.selectLegs([]deal.LegID{first, second}) }, empty, []string{"Zoom to what is selected", "Select nothing", "Delete the 2 deals…"}, "Delete"},
	} {
		w.session.selectNothing()
		c.choose()
		before := w.session.selection
		press(w, c.at, desktop.MouseButtonSecondary, 0)
		now := w.session.selection
		if !slices.Equal(before.Companies, now.Companies) || !slices.Equal(before.Legs, now.Legs) || !slices.Equal(before.Loop, now.Loop) {
			t.Errorf("%s: a menu leads from %v to %v", c.name, before, now)
		}
		got := "|" + menuShown(w) + "|"
		for _, label := range c.menu {
			if strings.Count(got, "|"+label+"|") != 1 {
				t.Errorf("%s: %q does not stand once in the menu: %s", c.name, label, got)
			}
		}
		if strings.Contains(got, "|"+c.not+"|") {
			t.Errorf("%s: the menu holds %q: %s", c.name, c.not, got)
		}
	}
}

// TestMenusShortenNames to what a menu has room for, with one ellipsis where a name ends in one before that of the command.
func TestMenusShortenNames(t *testing.T) {
	w := openSample(t)
	for name, want := range map[string]string{
		"Northern Pacific Advanced Infrastructure 12":  "Change Northern Pacific Advanced…12…",
		"Northern Pacific Advanced Telecommunications": "Change Northern Pacific Advanced T…",
		"Northern Pacific": "Change Northern Pacific…",
	} {
		applied, err := w.session.apply(deal.Edit{Label: "Add", Seen: w.session.book, Companies: []deal.Company{{Name: name, Role: deal.RoleOther}}})
		if err != nil {
			t.Fatal(err)
		}
		w.session.selectCompany(applied.Companies[0])
		if got := w.namedInMenu("Change…"); got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
}

// TestMenusHaveRoomInALowWindow with the longest lists there are: companies that are pinned, with a filter on.
func TestMenusHaveRoomInALowWindow(t *testing.T) {
	w := openSample(t)
	w.window.Resize(fyne.NewSize(1366, 700))
	w.session.selectCompanies(ids(t, w, "Amazon", "OpenAI", "Oracle"))
	run(t, w, "Pin where it stands")
	w.session.selectCompanies(ids(t, w, "AMD"))
	run(t, w, "Hide the selected companies")
	for _, chosen := range [][]string{{}, {"Amazon"}, {"Amazon", "OpenAI"}, {"Amazon", "OpenAI", "Oracle"}} {
		for _, on := range []bool{true, false} {
			w.session.selectCompanies(ids(t, w, chosen...))
			at := fyne.NewPos(2, w.canvas.Size().Height-2)
			if on && len(chosen) > 0 {
				at = over(t, w, "Amazon")
			}
			press(w, at, desktop.MouseButtonSecondary, 0)
			menu := w.window.Canvas().Focused().(*widget.PopUpMenu)
			if bottom := menu.Position().Y + menu.MinSize().Height; menu.Position().Y < 0 || bottom > w.window.Canvas().Size().Height {
				t.Errorf("%v: the menu ends at %v in a window of %v", chosen, bottom, w.window.Canvas().Size().Height)
			}
			if said := menuShown(w); len(chosen) > 0 && !on && !strings.Contains(said, "Clear filters") {
				t.Errorf("%v: the menu says %s", chosen, said)
			}
		}
	}
}
