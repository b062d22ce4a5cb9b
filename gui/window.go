package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/graphview"
	"roundtrip/gui/pinch"
	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// Window is the program's window with everything in it.
type Window struct {
	app    fyne.App
	window fyne.Window
	files  Files
	about  About

	session  *session
	commands []*command
	theme    *windowTheme

	canvas    *graphview.View
	drawn     drawing // what it shows
	deals     *dealsTable
	companies *companiesTable
	loops     *loopsTable
	sources   *sourcesTable
	scenarios *scenariosTable
	side      *sideBySide // the scenarios, in the place of tables and canvas
	tables    *container.AppTabs
	inspector *inspector
	whatIf    *whatIfPanel
	stress    *stressPanel
	sides     *container.AppTabs
	left      *fyne.Container // the tables
	tools     *toolsPanel
	toolbar   *toolbar
	filters   *filterPanel
	chips     *filterBar
	nothing   *nothingNote
	timeline  *timeline
	narrowing narrowing
	middle    *fyne.Container // the canvas with chips and timeline
	status    *statusBar
	laying    layingOut

	placesKept placesKeeper

	loopView     *loopView
	presentation *presentation

	sample string // where the sample is, or will be

	form       submitter         // the form that is open, or nil
	popup      *widget.PopUp     // what holds it
	beforeForm fyne.Focusable    // what had the keyboard before it
	asked      dialog.Dialog     // the question, message or page of help that is open, or nil
	confirm    func()            // what Return answers to it
	accept     func()            // what Ctrl+Return answers to it
	browsing   dialog.Dialog     // the folders that are looked through for it, or nil
	page       *container.Scroll // of the help that is open, for the arrow keys
	exporting  exports           // what is being written and copied
	lasting    lasting           // what the window waits for
	unsaid     []func()          // shows the messages that had to wait for it, the first first

	watching watching
	lost     bool // it was said that the document's file is gone
}

// submitter is a form that Ctrl+Return saves.
type submitter interface {
	fyne.CanvasObject
	Submit()
	Changed() bool
	First() fyne.Focusable
}

// New makes the window; Show or ShowAndRun brings it onto the screen with the document in it.
func New(app fyne.App, files Files, about About) *Window {
	w := &Window{app: app, files: files, about: about, session: &session{book: deal.NewBook(deal.Book{})}}
	w.theme = newTheme(Appearance(app.Preferences().String(preferAppearance)))
	app.Settings().SetTheme(w.theme)
	w.window = app.NewWindow(programName)
	w.window.Resize(fyne.NewSize(1280, 800))
	w.build()
	w.window.SetOnDropped(func(_ fyne.Position, dropped []fyne.URI) { w.drop(dropped) })
	w.window.SetCloseIntercept(w.close)
	w.window.Canvas().SetOnTypedKey(w.typedKey)
	return w
}

// Names of the preferences.
const (
	preferAppearance = "appearance"
	preferLast       = "last document"
	preferNoTimeline = "timeline hidden"
)

func (w *Window) build() {
	w.canvas = graphview.New()
	w.deals, w.companies = newDealsTable(w.session), newCompaniesTable(w.session)
	w.loops, w.sources = newLoopsTable(w.session), newSourcesTable(w.session)
	w.status = newStatusBar(w.session)
	w.scenarios = newScenariosTable(w)
	w.side = newSideBySide(w)
	w.inspector = newInspector(w)
	w.whatIf = newWhatIfPanel(w)
	w.stress = newStressPanel(w)
	w.loopView, w.presentation = newLoopView(w), newPresentation(w)
	w.tools = newToolsPanel(w)
	w.commands = w.commandTable()
	w.filters, w.chips, w.nothing, w.timeline = newFilterPanel(w), newFilterBar(w), newNothingNote(w), newTimeline(w)
	w.middle = newMiddle(w, w.loopView.box)
	w.toolbar = newToolbar(w)
	w.connect()

	w.tables = container.NewAppTabs(
		container.NewTabItem("Deals", w.deals.box), container.NewTabItem("Companies", w.companies.box),
		container.NewTabItem("Loops", w.loops.box), container.NewTabItem("Sources", w.sources.box),
		container.NewTabItem("Scenarios", w.scenarios.box))
	w.sides = container.NewAppTabs(
		container.NewTabItem("What if", w.whatIf.box), container.NewTabItem("Inspector", w.inspector.box),
		container.NewTabItem("Stress", w.stress.scroll))
	w.sides.OnSelected = func(*container.TabItem) { w.inspector.show() }
	w.left = container.NewStack(widgets.NewGround(widgets.ColourPanel), w.tables)
	w.tools.build()
	right := container.NewStack(widgets.NewGround(widgets.ColourPanel), w.sides)
	w.window.SetContent(container.NewBorder(widgets.Stacked(0, w.toolbar.box, newReadOnlyBar(w)), w.status.box, nil, nil, widgets.Sides(w.left, container.NewStack(w.middle, w.side.box, w.tools.box), right)))
	w.window.SetMainMenu(w.mainMenu())
	w.session.onBook = append(w.session.onBook, w.checkChoices)
	w.session.onPlaces = append(w.session.onPlaces, w.drawPlaces, w.checkChoices, w.toolbar.follow, w.inspector.show)
	w.checkChoices()
}

// connect lets the canvas and the tables tell the session what is meant, and be told what is selected.
func (w *Window) connect() {
	w.allowMotion()
	w.canvas.Style = w.pictureStyle
	w.canvas.Beside = func(work func()) { beside(work) }
	w.canvas.OnSelect = w.selectTarget
	w.canvas.OnOpen = func(target picture.Target) { w.selectTarget(target); w.changeSelected() }
	w.canvas.OnMoved = w.moveCompanies
	w.session.placesNow = w.exchangePlaces
	w.canvas.OnPlaced = func() { w.keepPlaces(); w.sayLaidOut() }
	w.canvas.OnMenu = w.showTargetMenu
	w.canvas.SetOverview(!w.app.Preferences().Bool(preferNoOverview))
	w.canvas.OnAdd = w.session.toggleCompany
	w.canvas.OnMarquee = w.selectMarked
	w.canvas.OnDeal = w.addDealBetween
	w.canvas.OnStep = w.stepLoop
	w.canvas.OnHover, w.canvas.OnBadge = w.hoverLines, w.badgeLines
	w.canvas.WithKey = w.typedKey
	for _, table := range []*widgets.Table{w.deals.Table, w.companies.Table} {
		table.OnOpened = func(int64) { w.changeSelected() }
		table.OnDelete = func(int64) { w.deleteSelected() }
		table.OnMenu = func(_ int64, at fyne.Position) { w.showMenu(at) }
	}
	for _, table := range []*widgets.Table{w.deals.Table, w.companies.Table, w.loops.Table, w.sources.Table} {
		table.WithKey = w.typedKey
		chosen := table.OnSelected
		table.OnSelected = func(key int64) {
			chosen(key)
			w.canvas.Reveal()
		}
	}
	w.loops.OnOpened = func(int64) { w.loopView.enter() }
	w.loops.OnMenu = func(_ int64, at fyne.Position) { w.showMenu(at) }
	w.sources.OnOpened = func(int64) { w.changeSelected() }
	w.session.onMeasures = append(w.session.onMeasures, w.draw)
	w.session.onLoopLost = append(w.session.onLoopLost, func() { w.loopView.lose(w.session.awaited) })
	w.session.onSelection = append(w.session.onSelection, func() {
		w.loopView.follow()
		w.canvas.Select(w.loopView.lit(w.session.selection))
		w.presentation.follow()
		if !w.session.selection.Empty() && !w.session.comingBack && !w.session.tried() && !w.stress.on {
			w.sides.SelectIndex(inspectorTab)
		}
	})
}

// dark reports whether the window is dark now.
func (w *Window) dark() bool { return w.theme.dark(w.app.Settings().ThemeVariant()) }

func (w *Window) pictureStyle() *picture.Style {
	if w.dark() {
		return picture.Dark()
	}
	return picture.Light()
}

func (w *Window) selectTarget(target picture.Target) {
	switch {
	case target.Company != 0:
		w.session.selectCompany(target.Company)
	case target.Leg != 0:
		w.session.selectLeg(target.Leg)
	case w.loopView.on():
		w.session.selectLoop(w.loopView.path)
	default:
		w.session.selectNothing()
	}
}

// scrollPage moves the page of help that is open, and reports whether the key was for it.
func (w *Window) scrollPage(key fyne.KeyName) bool {
	if w.page == nil {
		return false
	}
	far := w.page.Size().Height - 40
	by, ok := map[fyne.KeyName]float32{
		fyne.KeyDown: 40, fyne.KeyUp: -40, fyne.KeyPageDown: far, fyne.KeySpace: far, fyne.KeyPageUp: -far,
		fyne.KeyHome: -1e6, fyne.KeyEnd: 1e6,
	}[key]
	if ok {
		most := max(0, w.page.Content.MinSize().Height-w.page.Size().Height)
		w.page.ScrollToOffset(fyne.NewPos(0, min(max(w.page.Offset.Y+by, 0), most)))
	}
	return ok
}

// typedKey is for keys that no entry and no table has used up.
func (w *Window) typedKey(event *fyne.KeyEvent) {
	if w.scrollPage(event.Name) {
		return
	}
	switch event.Name {
	case fyne.KeyEscape:
		switch {
		case w.browsing != nil:
			w.browsing.Hide()
		case w.asked != nil:
			w.refuse()
		case w.form != nil:
			w.closeForm()
		case w.filters.popup.Visible():
			w.filters.close()
		case w.timeline.playing:
			w.timeline.pause()
		case w.presentation.on: // before what waits off the screen until it ends
			w.presentation.end()
		case w.tools.open:
			w.tools.close()
		case w.side.open:
			w.closeSideBySide()
		case w.loopView.on() && (w.session.selection.Empty() || len(w.session.selection.Loop) > 0):
			w.loopView.leave()
		case w.loopView.on():
			w.session.selectLoop(w.loopView.path)
		case w.stress.on && w.session.selection.Empty():
			w.stress.finish()
		default:
			w.session.selectNothing()
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		switch {
		case w.asked != nil && w.confirm != nil:
			w.confirm() // which closes the question unless something is wrong with what it was asked for
		case w.lasting.question.isOpen(): // it is stopped by Escape and by its button, and not in passing
		case w.asked != nil:
			w.asked.Hide()
		case w.form == nil:
			w.changeSelected()
		}
	case fyne.KeyDelete:
		if w.form == nil && w.asked == nil {
			w.deleteSelected()
		}
	case fyne.KeyPageDown, fyne.KeyPageUp:
		if w.form == nil && w.asked == nil {
			w.stepLoop(map[fyne.KeyName]int{fyne.KeyPageDown: 1, fyne.KeyPageUp: -1}[event.Name])
		}
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
		w.arrowFromNowhere(event)
	default:
		if c, ok := w.commandFor(event.Name); ok {
			c.try()
		}
	}
}

// stepLoop selects another loop and shows the list of loops.
func (w *Window) stepLoop(by int) {
	w.tables.SelectIndex(loopsTab)
	w.loops.step(by)
	w.canvas.Reveal()
}

func (w *Window) showTable(at int) {
	w.tables.SelectIndex(at)
	table := []*widgets.Table{w.deals.Table, w.companies.Table, w.loops.Table, w.sources.Table, w.scenarios.Table}[at]
	w.window.Canvas().Focus(table.Rows())
}

// nextAppearance goes from the system's choice to light, dark, and back.
func (w *Window) nextAppearance() {
	next := map[Appearance]Appearance{
		AppearanceSystem: AppearanceLight, AppearanceLight: AppearanceDark, AppearanceDark: AppearanceSystem,
	}[w.theme.appearance]
	w.setAppearance(next)
	w.status.say(map[Appearance]string{
		AppearanceSystem: "As the system", AppearanceLight: "Light", AppearanceDark: "Dark",
	}[next])
}

func (w *Window) setAppearance(appearance Appearance) {
	w.app.Preferences().SetString(preferAppearance, string(appearance))
	w.theme = newTheme(appearance)
	w.app.Settings().SetTheme(w.theme)
	w.canvas.Refresh()
	w.presentation.follow()
}

func (w *Window) toggleLegend() { w.canvas.SetLegend(!w.canvas.Legend()) }

func (w *Window) focusFind() {
	w.window.Canvas().Focus(w.toolbar.find)
	w.toolbar.find.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (w *Window) focusStake() {
	w.sides.SelectIndex(whatIfTab)
	w.whatIf.scroll.ScrollToTop()
	w.window.Canvas().Focus(w.whatIf.amount)
	w.whatIf.amount.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// moveSelectedLeg takes the selected leg into the what-if panel.
func (w *Window) moveSelectedLeg() {
	if len(w.session.selection.Legs) > 0 {
		w.whatIf.move(w.session.selection.Legs[0])
		w.focusStake()
	}
}

// Show brings the window onto the screen.
func (w *Window) Show() { w.window.Show() }

// ShowAndRun brings the window onto the screen and returns when it is closed. Meanwhile it looks after changes
// that another program makes to the document.
func (w *Window) ShowAndRun() {
	defer w.watch(fyne.Do)()
	// A desktop knows the program by its window class, which is the title that the window has when it is made on the
	// screen. The document's name comes behind it.
	title := w.window.Title()
	w.window.SetTitle(programName)
	w.window.Show()
	w.window.SetTitle(title)
	pinch.Watch(w.window, w.pinched)
	w.app.Run()
}

// programName is the title of a window without a document, and what a desktop knows the program's windows by.
const programName = "Roundtrip"
