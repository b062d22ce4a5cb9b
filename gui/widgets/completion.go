package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Completion is an entry that offers the names which match what is typed. It shows its offers in a Suggestions
// layer of the same form, so that the keyboard stays in the entry: the arrows choose, Return and Tab take.
type Completion struct {
	TextEntry
	Offers func(typed string) []string // the names to offer, best first
	layer  *Suggestions
}

// NewCompletion returns an entry that shows its offers in the layer.
func NewCompletion(hint string, layer *Suggestions, offers func(string) []string) *Completion {
	c := &Completion{Offers: offers, layer: layer}
	c.PlaceHolder = hint
	c.OnArrow = c.move
	c.OnConfirm = c.take
	c.OnLeave = func() {
		if layer.owner == c {
			c.take()
			layer.close()
		}
	}
	c.ExtendBaseWidget(c)
	return c
}

// TypedRune implements fyne.Focusable.
func (c *Completion) TypedRune(r rune) {
	c.TextEntry.TypedRune(r)
	c.offer()
}

// TypedKey implements fyne.Focusable.
func (c *Completion) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape && c.layer.owner == c {
		c.layer.close()
		return
	}
	c.TextEntry.TypedKey(key)
	if key.Name == fyne.KeyBackspace || key.Name == fyne.KeyDelete {
		c.offer()
	}
}

// Undo takes typing back. What was offered for it is offered no more, and Tab does not bring it back.
func (c *Completion) Undo() {
	c.TextEntry.Undo()
	c.letGo()
}

// Redo types again what Undo took back.
func (c *Completion) Redo() {
	c.TextEntry.Redo()
	c.letGo()
}

// letGo closes the list of offers when it is this entry's.
func (c *Completion) letGo() {
	if c.layer.owner == c {
		c.layer.close()
	}
}

func (c *Completion) offer() {
	offers := c.Offers(c.Text)
	if len(offers) == 1 && strings.EqualFold(offers[0], strings.TrimSpace(c.Text)) {
		offers = nil
	}
	c.layer.open(c, offers)
}

// move steps through the offers; without an open list it opens one with everything.
func (c *Completion) move(down bool) bool {
	if c.layer.owner != c {
		c.layer.open(c, c.Offers(c.Text))
		return true
	}
	c.layer.step(down)
	return true
}

// take fills in the chosen offer and reports whether there was one.
func (c *Completion) take() bool {
	if c.layer.owner != c || c.layer.chosen < 0 {
		return false
	}
	c.fill(c.layer.offers[c.layer.chosen])
	return true
}

func (c *Completion) fill(name string) {
	c.layer.close()
	c.SetText(name)
	c.CursorColumn = len([]rune(name))
	c.Refresh()
}

// Suggestions is the layer above a form in which its Completions show their offers.
type Suggestions struct {
	widget.BaseWidget
	owner  *Completion
	offers []string
	chosen int
}

// NewSuggestions returns an empty layer; lay it over the whole form.
func NewSuggestions() *Suggestions {
	s := &Suggestions{chosen: -1}
	s.ExtendBaseWidget(s)
	s.Hide()
	return s
}

// mostOffers is how many names are offered at once.
const mostOffers = 7

func (s *Suggestions) open(owner *Completion, offers []string) {
	if len(offers) == 0 {
		s.close()
		return
	}
	s.owner, s.offers, s.chosen = owner, offers[:min(len(offers), mostOffers)], -1
	// As in a spreadsheet: what begins as typed is taken by Tab and Return, and Escape keeps what was typed.
	if typed := strings.TrimSpace(owner.Text); typed != "" && len(offers[0]) > len(typed) && strings.EqualFold(offers[0][:len(typed)], typed) {
		s.chosen = 0
	}
	s.Show()
	s.Refresh()
}

func (s *Suggestions) close() {
	s.owner, s.offers, s.chosen = nil, nil, -1
	s.Hide()
}

func (s *Suggestions) step(down bool) {
	if down {
		s.chosen = min(s.chosen+1, len(s.offers)-1)
	} else {
		s.chosen = max(s.chosen-1, -1)
	}
	s.Refresh()
}

// Offered returns the names that are shown now.
func (s *Suggestions) Offered() []string { return s.offers }

// CreateRenderer implements fyne.Widget.
func (s *Suggestions) CreateRenderer() fyne.WidgetRenderer {
	r := &suggestionsRenderer{layer: s, ground: canvas.NewRectangle(nil)}
	r.ground.CornerRadius = 4
	r.ground.StrokeWidth = 1
	for i := range mostOffers {
		r.items = append(r.items, newSuggestion(s, i))
	}
	return r
}

var _ fyne.WidgetRenderer = (*suggestionsRenderer)(nil)

type suggestionsRenderer struct {
	layer  *Suggestions
	ground *canvas.Rectangle
	items  []*suggestion
}

func (r *suggestionsRenderer) Layout(fyne.Size) {
	owner := r.layer.owner
	if owner == nil {
		return
	}
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(owner).Subtract(driver.AbsolutePositionForObject(r.layer))
	at.Y += owner.Size().Height + 1
	height := rowHeight()
	size := fyne.NewSize(max(owner.Size().Width, 160), float32(len(r.layer.offers))*height+4)
	if bottom := r.layer.Size().Height; at.Y+size.Height > bottom {
		at.Y -= owner.Size().Height + size.Height + 2
	}
	r.ground.Move(at)
	r.ground.Resize(size)
	for i, item := range r.items {
		item.Hidden = i >= len(r.layer.offers)
		item.Move(at.AddXY(2, 2+float32(i)*height))
		item.Resize(fyne.NewSize(size.Width-4, height))
	}
}

func (r *suggestionsRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *suggestionsRenderer) Refresh() {
	r.ground.FillColor = colourOf(r.layer, theme.ColorNameMenuBackground)
	r.ground.StrokeColor = colourOf(r.layer, theme.ColorNameInputBorder)
	r.Layout(r.layer.Size())
	r.ground.Refresh()
	for i, item := range r.items {
		if i < len(r.layer.offers) {
			item.text.content = r.layer.offers[i]
		}
		item.Refresh()
	}
}

func (r *suggestionsRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ground}
	for _, item := range r.items {
		objects = append(objects, item)
	}
	return objects
}

func (r *suggestionsRenderer) Destroy() {}

// suggestion is one name that is offered. It acts when the button goes down, before the entry loses the
// keyboard and closes the list.
type suggestion struct {
	widget.BaseWidget
	layer *Suggestions
	at    int
	text  *Text
}

var _ desktop.Mouseable = (*suggestion)(nil)

func newSuggestion(layer *Suggestions, at int) *suggestion {
	s := &suggestion{layer: layer, at: at, text: NewText("")}
	s.ExtendBaseWidget(s)
	return s
}

// MouseDown implements desktop.Mouseable.
func (s *suggestion) MouseDown(*desktop.MouseEvent) {
	owner := s.layer.owner
	if owner == nil || s.at >= len(s.layer.offers) {
		return
	}
	owner.fill(s.layer.offers[s.at])
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(owner); canvas != nil {
		canvas.Focus(owner)
	}
}

// MouseUp implements desktop.Mouseable.
func (s *suggestion) MouseUp(*desktop.MouseEvent) {}

// MouseIn implements desktop.Hoverable.
func (s *suggestion) MouseIn(*desktop.MouseEvent) { s.layer.chosen = s.at; s.layer.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (s *suggestion) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *suggestion) MouseOut() {}

// CreateRenderer implements fyne.Widget.
func (s *suggestion) CreateRenderer() fyne.WidgetRenderer {
	ground := canvas.NewRectangle(nil)
	ground.CornerRadius = 3
	return &suggestionRenderer{item: s, ground: ground}
}

type suggestionRenderer struct {
	item   *suggestion
	ground *canvas.Rectangle
}

func (r *suggestionRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.item.text.Move(fyne.NewPos(cellMargin, 0))
	r.item.text.Resize(fyne.NewSize(size.Width-2*cellMargin, size.Height))
}

func (r *suggestionRenderer) MinSize() fyne.Size { return fyne.NewSize(0, rowHeight()) }

func (r *suggestionRenderer) Refresh() {
	r.ground.FillColor = nil
	if r.item.layer.chosen == r.item.at {
		r.ground.FillColor = colourOf(r.item, ColourRowSelected)
	}
	r.ground.Refresh()
	r.item.text.Refresh()
}

func (r *suggestionRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.item.text}
}

func (r *suggestionRenderer) Destroy() {}
