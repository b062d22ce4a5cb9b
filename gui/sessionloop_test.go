package gui

import (
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// filtersOfTests are filters of every kind, with what they are called.
var filtersOfTests = map[string]func(*network.View){
	"binding": func(v *network.View) {
		v.Statuses = []deal.Status{deal.StatusSigned, deal.StatusActive, deal.StatusCompleted}
	},
	"financing":  func(v *network.View) { v.Kinds = []deal.Kind{deal.KindEquity, deal.KindDebt, deal.KindCredits} },
	"commercial": func(v *network.View) { v.Kinds = []deal.Kind{deal.KindCloud, deal.KindChips} },
	"amount":     func(v *network.View) { v.MinAmount = deal.Money{Cents: 30_000_000_000_00, Currency: deal.USD} },
	"disclosed":  func(v *network.View) { v.OnlyDisclosed = true },
	"loops":      func(v *network.View) { v.OnlyLoops = true },
	"dated":      func(v *network.View) { v.OnlyDated = true },
	"day":        func(v *network.View) { v.AsOf = "2025-10-01" },
	"length":     func(v *network.View) { v.MaxLen = 2 },
	"hidden":     func(v *network.View) { v.Hidden = []deal.CompanyID{v.Hidden[0]} },
}

// litOnCanvas reports whether the canvas lights anything, and whether it fades anything.
func litOnCanvas(w *Window) (lit, faded bool) {
	scene, _ := w.canvas.Scene()
	for _, arrow := range scene.Arrows {
		lit, faded = lit || arrow.Emphasis == picture.Lit, faded || arrow.Emphasis == picture.Faded
	}
	for _, disc := range scene.Discs {
		lit, faded = lit || disc.Emphasis == picture.Lit, faded || disc.Emphasis == picture.Faded
	}
	return lit || len(scene.Pins) > 0, faded
}

// TestLoopIsLitOnlyWhereItIsListed takes every loop of the sample through every filter, as part of all and by itself.
func TestLoopIsLitOnlyWhereItIsListed(t *testing.T) {
	w := openSample(t)
	openAI, _ := w.session.book.CompanyNamed("OpenAI")
	loops, all := slices.Clone(w.loops.paths), w.session.view
	for name, filter := range filtersOfTests {
		for _, loop := range loops {
			for _, alone := range []bool{false, true} {
				w.session.selectLoop(loop)
				if alone {
					w.loopView.enter()
				}
				w.changeView(name, func(v *network.View) {
					v.Hidden = []deal.CompanyID{openAI.ID}
					filter(v)
					if name != "hidden" {
						v.Hidden = nil
					}
				})
				listed := slices.ContainsFunc(w.loops.paths, func(path []deal.CompanyID) bool { return slices.Equal(path, loop) })
				lit, faded := litOnCanvas(w)
				if lit != listed || faded && !listed {
					t.Errorf("%s: loop %v listed %t, lit %t, faded %t", name, loop, listed, lit, faded)
				}
				if listed != slices.Equal(w.canvasSelection().Loop, loop) || alone && w.loopView.on() != listed {
					t.Errorf("%s: loop %v listed %t, but %v is selected and by itself is %t", name, loop, listed, w.canvasSelection(), w.loopView.on())
				}
				if words := w.session.lostWords(loop); !listed {
					shows(t, w.status.box, words)
					shows(t, w.inspector.box, words)
				}
				w.setView(func(v *network.View) { *v = all })
				if lit, _ := litOnCanvas(w); !lit || !slices.Equal(w.session.selection.Loop, loop) {
					t.Errorf("%s taken back: loop %v is not lit again", name, loop)
				}
				w.loopView.leave()
			}
		}
	}
}

// TestLostLoopDoesNotComeBackOverAnotherSelection: what the analyst has selected meanwhile stays, and so does nothing.
func TestLostLoopDoesNotComeBackOverAnotherSelection(t *testing.T) {
	w := openSample(t)
	loop := ids(t, w, "Amazon", "OpenAI")
	for name, meanwhile := range map[string]func(){
		"a company": func() { w.session.selectCompany(ids(t, w, "Oracle")[0]) },
		"nothing":   w.session.selectNothing,
	} {
		w.session.selectLoop(loop)
		run(t, w, "Only financing")
		meanwhile()
		want := w.session.selection
		w.clearFilters()
		if len(w.session.selection.Loop) > 0 || !slices.Equal(want.Companies, w.session.selection.Companies) {
			t.Errorf("after %s was selected, %v is", name, w.session.selection)
		}
	}
}

// TestLoopComesBackBesideOtherPanels: a loop that is lit again takes no other panel away.
func TestLoopComesBackBesideOtherPanels(t *testing.T) {
	w := openSample(t)
	w.session.selectLoop(ids(t, w, "Amazon", "OpenAI"))
	run(t, w, "Only financing")
	w.sides.SelectIndex(whatIfTab)
	run(t, w, "Undo")
	if len(w.session.selection.Loop) == 0 || w.sides.SelectedIndex() != whatIfTab {
		t.Errorf("%v is selected, and panel %d is in front", w.session.selection, w.sides.SelectedIndex())
	}
}

// TestLoopIsLostInAWhatIf: what is tried can take a loop out as a filter does.
func TestLoopIsLostInAWhatIf(t *testing.T) {
	w := openSample(t)
	loop := ids(t, w, "Amazon", "OpenAI")
	w.session.selectLoop(loop)
	stake := w.session.stake
	stake.Cents = 0
	w.session.setStake(stake)
	if w.loops.at(loop) >= 0 {
		t.Fatal("without the stake its loop is still listed")
	}
	if lit, faded := litOnCanvas(w); lit || faded {
		t.Errorf("without the stake its loop is lit: %t, and the rest faded: %t", lit, faded)
	}
	shows(t, w.status.box, "The loop Amazon ⇄ OpenAI is not in this what-if")
	w.session.reset()
	if lit, _ := litOnCanvas(w); !lit {
		t.Error("back at the base the loop is not lit")
	}
}
