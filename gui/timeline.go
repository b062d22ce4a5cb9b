package gui

import (
	"cmp"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// timeline chooses below the canvas as of which day deals count, and plays from day to day.
type timeline struct {
	window  *Window
	dates   []deal.Date // the days on which deals were announced, ascending
	track   *widgets.TimeTrack
	play    *widgets.Button
	entry   *widgets.TextEntry
	undated *widgets.Tick      // whether deals without a date count; where there are none it is not there
	wrong   *widgets.Paragraph // above the entry, what is wrong with the day in it
	box     *fyne.Container

	shown   bool   // as far as the analyst is asked
	stop    func() // ends the wait for the next day; nil at rest
	playing bool
}

// playEvery is how long a day stays while the timeline plays.
const playEvery = time.Second

// later runs the work on the window's goroutine after a while, unless it is stopped before. Tests do not wait.
var later = func(after time.Duration, work func()) (stop func()) {
	timer := time.AfterFunc(after, func() { fyne.Do(work) })
	return func() { timer.Stop() }
}

func newTimeline(w *Window) *timeline {
	t := &timeline{window: w, track: widgets.NewTimeTrack(), shown: !w.app.Preferences().Bool(preferNoTimeline)}
	t.track.OnPicked = func(at int) {
		t.pause()
		t.goTo(at, "day")
	}
	t.track.OnEnded = w.session.steps.settled
	t.track.OnPlay = t.togglePlay
	t.play = widgets.NewButtonWithIcon("", theme.MediaPlayIcon(), t.togglePlay)
	back := widgets.NewButtonWithIcon("", theme.MediaSkipPreviousIcon(), func() { t.step(-1) })
	next := widgets.NewButtonWithIcon("", theme.MediaSkipNextIcon(), func() { t.step(1) })
	for _, button := range []*widgets.Button{back, t.play, next} {
		button.Importance = widget.LowImportance
	}
	t.entry = widgets.NewTextEntry("as of any day")
	t.entry.Width = 104
	t.entry.OnSubmitted = t.typeAsOf
	t.entry.OnLeave = func() { t.typeAsOf(t.entry.Text) }
	t.entry.OnEscape = func() { t.entry.SetText(w.session.view.AsOf.String()); w.window.Canvas().Unfocus() }
	t.undated = widgets.NewTick("Undated deals", func(bool) { w.toggleOnlyDated() })
	line := container.NewBorder(nil, nil, container.NewCenter(container.NewHBox(back, t.play, next)),
		container.NewCenter(container.NewHBox(t.undated, t.entry)), t.track)
	t.wrong = widgets.NewParagraph("", theme.ColorNameError)
	t.wrong.Small = true
	t.wrong.Hide()
	t.box = container.NewStack(widgets.NewGround(widgets.ColourPanel),
		container.NewBorder(widget.NewSeparator(), nil, nil, nil, widgets.Inset(widgets.Stacked(0, t.wrong, line), 3, 8)))
	t.box.Hide()
	w.session.onBook = append(w.session.onBook, t.follow)
	w.session.onView = append(w.session.onView, t.follow)
	return t
}

// timelineCommands are the commands that choose as of which day deals count.
func (w *Window) timelineCommands(free func() bool) []*command {
	dated := func() bool { return free() && len(w.timeline.dates) > 0 }
	return []*command{
		{menu: "Filter", label: "As of a day…", key: fyne.KeyJ, shift: true, divider: true, beside: true, enabled: free, run: func() { w.timeline.ask() }},
		{menu: "Filter", label: "Play through the days, or stop", key: fyne.KeyP, shift: true, enabled: dated, run: func() { w.timeline.togglePlay() }},
		{menu: "Filter", label: "Next day", key: fyne.KeyPeriod, enabled: dated, run: func() { w.timeline.step(1) }},
		{menu: "Filter", label: "Previous day", key: fyne.KeyComma, enabled: dated, run: func() { w.timeline.step(-1) }},
		{menu: "View", label: "Show or hide the timeline", key: fyne.KeyT, shift: true, beside: true, enabled: free, run: func() { w.timeline.toggle() }},
	}
}

// follow shows the days of the deals that count on any day, and where the view stands among them.
func (t *timeline) follow() {
	stops := t.findDates()
	at := len(stops)
	if bound, ok := t.window.session.view.AsOf.Last(); ok {
		at = -1 // before the first day
		for at+1 < len(stops) && !stops[at+1].Day.After(bound) {
			at++
		}
	}
	t.track.SetStops(stops, at)
	if t.entry.Settled() || t.window.window.Canvas().Focused() != fyne.Focusable(t.entry) {
		t.say("")
		t.entry.SetText(t.window.session.view.AsOf.String())
	}
	t.undated.Set(!t.window.session.view.OnlyDated, false)
	if none := t.window.session.allDated(); none != t.undated.Hidden {
		t.undated.Hidden = none
		t.box.Refresh()
	}
	if visible := t.shown && t.window.session.dated(); visible != t.box.Visible() {
		t.box.Hidden = !visible
		t.window.middle.Refresh()
	}
	if len(stops) == 0 {
		t.pause()
	}
}

// findDates finds the days on which deals were announced that count under the view, whatever its day. A month
// or year is as exact as its source: it stands on its first day, and stays a month or year where no other day
// falls into it.
func (t *timeline) findDates() []widgets.TimeStop {
	session := t.window.session
	held := session.held
	if session.view.AsOf != "" {
		held = nil
		if session.later != nil { // the status bar says when there is none
			held = session.later.Legs()
		}
	}
	counts := map[time.Time]int{}
	named := map[time.Time]deal.Date{}
	for _, d := range session.book.Deals {
		first, ok := d.Announced.First()
		if !ok || !slices.ContainsFunc(d.Legs, func(leg deal.Leg) bool { return held[leg.ID] }) {
			continue
		}
		counts[first]++
		if known, ok := named[first]; !ok || len(d.Announced) > len(known) {
			named[first] = d.Announced
		}
	}
	var stops []widgets.TimeStop
	for day, count := range counts {
		stops = append(stops, widgets.TimeStop{Day: day, Count: count})
	}
	slices.SortFunc(stops, func(a, b widgets.TimeStop) int { return a.Day.Compare(b.Day) })
	t.dates = t.dates[:0]
	for i, stop := range stops {
		date := named[stop.Day]
		if last, _ := date.Last(); i+1 < len(stops) && !stops[i+1].Day.After(last) {
			date = deal.Date(stop.Day.Format("2006-01-02"))
		}
		t.dates = append(t.dates, date)
	}
	return stops
}

// goTo lets deals count as of a day, by its position; the number of days is any day. Days that the handle is dragged
// over, or that are played, are one step.
func (t *timeline) goTo(at int, goesOn string) {
	date := deal.Date("")
	if at < len(t.dates) {
		date = t.dates[at]
	}
	t.goToDate(date, goesOn)
}

func (t *timeline) goToDate(date deal.Date, goesOn string) {
	t.window.moveView(asOfWords(date), goesOn, func(view *network.View) { view.AsOf = date })
}

func asOfWords(date deal.Date) string { return "As of " + cmp.Or(date.String(), "any day") }

// step goes to another day.
func (t *timeline) step(by int) {
	t.pause()
	t.goTo(min(max(t.track.At()+by, 0), len(t.dates)), "")
}

// togglePlay plays from the day where the view stands, or from the last one and the end anew, and stops when it plays.
func (t *timeline) togglePlay() {
	if t.playing {
		t.pause()
		return
	}
	if len(t.dates) == 0 {
		return
	}
	t.playing = true
	t.play.SetIcon(theme.MediaPauseIcon())
	if t.track.At() >= len(t.dates)-1 { // there is nothing to play behind it
		t.goTo(0, "playing")
		t.wait()
		return
	}
	t.playOn()
}

// playOn goes to the next day and waits there. After the last one it ends where everything is seen, as of any day.
func (t *timeline) playOn() {
	at := t.track.At() + 1
	t.goTo(at, "playing")
	if at < len(t.dates) {
		t.wait()
		return
	}
	t.pause()
	t.window.status.say("Played to the end: deals of any day count")
}

// wait lets the day stay for a while, and until all its numbers are there: a large document is waited for.
func (t *timeline) wait() {
	t.stop = later(playEvery, func() {
		switch {
		case !t.playing:
		case t.window.session.measuringNow || t.window.session.awaits():
			t.wait()
		default:
			t.playOn()
		}
	})
}

// pause stays at the day.
func (t *timeline) pause() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	if t.playing {
		t.playing = false
		t.window.session.steps.settled()
		t.play.SetIcon(theme.MediaPlayIcon())
	}
}

// typeAsOf goes to the day that is typed.
func (t *timeline) typeAsOf(text string) {
	view, status := t.window.session.view, t.window.status
	date, err := deal.ParseDate(text)
	if err == nil {
		t.say("")
		t.entry.Settle()
		if text == view.AsOf.String() || date == view.AsOf {
			return
		}
		status.say(asOfWords(date))
	}
	t.pause()
	t.goToDate(date, "")
	if err == nil {
		return
	}
	if view.AsOf != "" { // undo takes the day that was in force back, not the typing
		t.entry.Settle()
	}
	if t.entry.Text != text { // it is to be put right
		t.entry.SetText(text)
	}
	t.say("No day is in force: " + err.Error())
}

// say shows what is wrong with the typed day; "" is nothing.
func (t *timeline) say(problem string) {
	if t.wrong.Content() == problem {
		return
	}
	t.wrong.SetText(problem)
	t.wrong.Hidden = problem == ""
	t.wrong.Resize(fyne.NewSize(t.box.Size().Width-16, t.wrong.Size().Height)) // it wraps in its width
	t.window.middle.Refresh()
}

// toggle shows the timeline or hides it, and remembers that.
func (t *timeline) toggle() {
	t.shown = !t.shown
	t.window.app.Preferences().SetBool(preferNoTimeline, !t.shown)
	if !t.shown {
		t.pause()
	}
	t.follow()
	if t.shown && !t.window.session.dated() {
		t.window.status.say("The timeline appears with the first deal that has a date")
	}
}

// ask shows the timeline with the keyboard in its date.
func (t *timeline) ask() {
	if !t.shown {
		t.toggle()
	}
	if t.box.Visible() {
		t.window.window.Canvas().Focus(t.entry)
		t.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}
