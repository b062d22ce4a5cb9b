package command

import (
	"context"
	"flag"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
	"roundtrip/internal/whatif"
)

// The size of a picture when nothing else is asked for: pixels at scale 1.
const pictureWidth, pictureHeight = 1360, 1080

// The bounds of what may be asked for.
const (
	leastSide, mostSide   = 200, 20_000
	leastScale, mostScale = 0.25, 8.0
)

// pictureOptions are what a picture is asked for with.
type pictureOptions struct {
	view, size, theme, scenario string
	layout                      string
	set                         settings
	scale                       float64
	loop                        int
	noLegend, noFrame           bool

	given map[string]bool // the options that stand on the command line
}

// readPictureOptions reads the options of export and returns the files.
func readPictureOptions(arguments []string) (o pictureOptions, files []string, err error) {
	set := flag.NewFlagSet("export", flag.ContinueOnError)
	set.StringVar(&o.view, "view", "", "")
	set.Var(&o.set, "set", "")
	set.StringVar(&o.scenario, "scenario", "", "")
	set.StringVar(&o.size, "size", "", "")
	set.Float64Var(&o.scale, "scale", picture.SharpScale, "")
	set.StringVar(&o.layout, "layout", "", "")
	set.StringVar(&o.theme, "theme", "light", "")
	set.IntVar(&o.loop, "loop", 0, "")
	set.BoolVar(&o.noLegend, "no-legend", false, "")
	set.BoolVar(&o.noFrame, "no-frame", false, "")
	files, err = positional(set, arguments)
	o.given = make(map[string]bool)
	set.Visit(func(f *flag.Flag) { o.given[f.Name] = true })
	return o, files, err
}

// style returns the colours that were asked for.
func (o pictureOptions) style() (*picture.Style, error) {
	switch strings.ToLower(o.theme) {
	case "light":
		return picture.Light(), nil
	case "dark":
		return picture.Dark(), nil
	}
	return nil, misused("--theme %s is not known: it is light or dark", o.theme)
}

// laidOut returns the book with the layout that was asked for: its companies stand where that has put them before, or anew.
func (o pictureOptions) laidOut(book *deal.Book) (*deal.Book, error) {
	if !o.given["layout"] {
		return book, nil
	}
	mode := deal.Layout(strings.ToLower(o.layout))
	if mode == "stress" {
		mode = deal.LayoutStress
	} else if mode == deal.LayoutStress || !slices.Contains(deal.Layouts, mode) {
		return nil, misused("--layout %s is not known: it is stress, layers or circle", o.layout)
	}
	placed := *book
	placed.Layout = mode
	return &placed, nil
}

// camera returns an empty camera of the size and scale that were asked for.
func (o pictureOptions) camera(extension string) (picture.Camera, error) {
	c := picture.Camera{Width: pictureWidth, Height: pictureHeight, Scale: 1, Zoom: 1}
	if o.size != "" {
		width, height, found := strings.Cut(strings.ToLower(o.size), "x")
		var errs [2]error
		c.Width, errs[0] = strconv.Atoi(width)
		c.Height, errs[1] = strconv.Atoi(height)
		if !found || errs[0] != nil || errs[1] != nil {
			return c, misused("--size %q is no size: write it as WIDTHxHEIGHT in pixels, such as 1600x1000", o.size)
		}
	}
	if min(c.Width, c.Height) < leastSide || max(c.Width, c.Height) > mostSide {
		return c, misused("--size %s: each side is between %d and %d pixels", o.size, leastSide, mostSide)
	}
	if extension != ".png" {
		if o.given["scale"] {
			return c, misused("--scale is for .png: %s has shapes, and is sharp at every size", extension)
		}
		return c, nil
	}
	if !(o.scale >= leastScale && o.scale <= mostScale) {
		return c, misused("--scale %v: it is between %v and %v", o.scale, leastScale, mostScale)
	}
	if pixels := float64(c.Width) * float64(c.Height) * o.scale * o.scale; pixels > picture.MostPixels {
		return c, misused("the picture would have %.0f million pixels, more than the %d million that are written: ask for less with --size or --scale",
			pixels/1e6, picture.MostPixels/1_000_000)
	}
	c.Scale = o.scale
	c.Width, c.Height = scaled(c.Width, o.scale), scaled(c.Height, o.scale)
	return c, nil
}

func scaled(length int, scale float64) int { return int(math.Round(float64(length) * scale)) }

// findScenario returns the book's scenario of a name; case and spaces do not matter.
func findScenario(book *deal.Book, name string) (deal.Scenario, error) {
	var names []string
	for _, scenario := range book.Scenarios {
		if deal.NameKey(scenario.Name) == deal.NameKey(name) {
			return scenario, nil
		}
		names = append(names, scenario.Name)
	}
	if len(names) == 0 {
		return deal.Scenario{}, fmt.Errorf("--scenario: the document has no scenarios")
	}
	return deal.Scenario{}, fmt.Errorf("--scenario: the document has no scenario %q; it has %s", name, strings.Join(names, ", "))
}

// page returns the picture of the book that the options ask for: what the window shows of it when it has the same
// view, scenario and selection, with all of the network in sight.
func (o pictureOptions) page(ctx context.Context, book *deal.Book, extension string) (picture.Page, error) {
	page := picture.Page{}
	var err error
	if page.Style, err = o.style(); err != nil {
		return page, err
	}
	if page.Camera, err = o.camera(extension); err != nil {
		return page, err
	}
	if book, err = o.laidOut(book); err != nil {
		return page, err
	}
	view, err := exchange.ParseView(o.view, book)
	if err != nil {
		return page, &misuseError{err.Error()}
	}
	changes, err := changesOf(book, o.scenario, o.set)
	if err != nil {
		return page, err
	}
	in, err := drawn(ctx, book, view, changes)
	if err != nil {
		return page, err
	}
	if in.Selection, err = o.selection(in); err != nil {
		return page, err
	}
	in.ShowLegend = !o.noLegend
	page.Scene = picture.Build(in)
	if !o.noFrame {
		shown := exchange.Shown{Book: book, Network: in.Network, View: view, Changes: changes}
		if scenario, err := findScenario(book, o.scenario); err == nil {
			shown.Scenario, shown.Differs = scenario.Name, whatif.Differs(book, scenario, changes)
		}
		page.Frame = exchange.PictureFrame(shown)
		if o.given["loop"] {
			page.Frame.Lines = append([]string{exchange.LoopLine(in.Network, in.Measures.Loops.Top[o.loop-1], o.loop)}, page.Frame.Lines...)
		}
	}
	whole := page.Camera
	page = page.FittedWithLegend()
	if short := leastPicture - float64(page.Camera.Height)/page.Camera.Scale; short > 0 && !o.noFrame {
		width, height := float64(whole.Width)/whole.Scale, float64(whole.Height)/whole.Scale
		return page, misused("--size %.0fx%.0f leaves no room for the picture between its title and its sources: make it %.0fx%.0f or larger, or add --no-frame",
			width, height, width, math.Ceil((height+short)/10)*10)
	}
	return page, nil
}

// leastPicture is how high a picture between the words of its frame is at least, in pixels at scale 1.
const leastPicture = 150

// drawn returns what the picture of a book is made of, with the changes made and the book without them as the ghost.
func drawn(ctx context.Context, book *deal.Book, view network.View, changes []deal.Change) (picture.Input, error) {
	in := picture.Input{Book: book, View: view, LegendForm: picture.LegendFull}
	base, err := network.Build(book, view)
	if err != nil {
		return in, err
	}
	in.Network = base
	if len(changes) > 0 {
		if in.Book, in.View, err = whatif.Applied(book, view, changes); err != nil {
			return in, err
		}
		if in.Network, err = network.Build(in.Book, in.View); err != nil {
			return in, err
		}
		in.Ghost = base
	}
	limits := network.Limits{Top: network.ListedLoops, MaxLen: view.LoopLength(len(in.Book.Companies))}
	if in.Measures, err = network.Measure(ctx, in.Book, in.Network, network.Options{Limits: limits}); err != nil {
		return in, err
	}
	if in.Scale, err = network.Build(book, picture.ScaleView(view)); err != nil {
		return in, err
	}
	if view.AsOf != "" {
		anyDay := view
		anyDay.AsOf = ""
		if in.Later, err = network.Build(book, anyDay); err != nil {
			return in, err
		}
	}
	if in.Places, err = arrange(ctx, book, in); err != nil {
		return in, err
	}
	in.Places = in.Parted(nil)
	return in, nil
}

// selection returns the loop that was asked for.
func (o pictureOptions) selection(in picture.Input) (picture.Selection, error) {
	if !o.given["loop"] {
		return picture.Selection{}, nil
	}
	found := in.Measures.Loops.Top
	if o.loop < 1 || o.loop > len(found) {
		return picture.Selection{}, misused("--loop %d: the list has %s; the one with the most money is 1",
			o.loop, deal.CountOf(len(found), "loop"))
	}
	var selection picture.Selection
	for _, at := range found[o.loop-1].Path {
		selection.Loop = append(selection.Loop, in.Network.Companies[at].ID)
	}
	return selection, nil
}

// arrange returns a place for every company that the picture shows, where the window has it: what the document
// remembers, then what comes anew with the view and with the changes. Whatever the view leaves out has its place too.
func arrange(ctx context.Context, book *deal.Book, in picture.Input) ([]layout.Point, error) {
	whole, err := network.Build(book, picture.PlacingView(in.View))
	if err != nil {
		return nil, err
	}
	p := picture.PlacesOf(book)
	settle := func(book *deal.Book, n *network.Network) {
		if task, due := p.Task(book, n, p.At, false); due {
			p.Settle(task, task.Solve(ctx))
		}
	}
	settle(book, whole)
	if by := picture.PlacedBy(in.Network, whole); by != whole {
		settle(in.Book, by)
	}
	drawn := picture.Drawn(in.Book, in.Network, in.Later, in.Ghost)
	places := make([]layout.Point, len(in.Network.Companies))
	for i, company := range in.Network.Companies {
		places[i] = layout.NoPlace()
		if drawn[company.ID] {
			places[i] = p.At(company)
		}
	}
	return places, nil
}
