//go:build window

package window

import (
	"image"
	"image/color"
	"slices"
	"strconv"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestHandsOnTheCanvas moves a company with the mouse and back with undo, selects two with a marquee and lines them
// up, draws a deal from one to the other, fills the screen and comes back; after each step it looks into the file.
func TestHandsOnTheCanvas(t *testing.T) {
	program, home := build(t), t.TempDir()
	document := makeDocument(t, program)
	s := startScreen(t)
	w := open(s, program, home, document)
	style := picture.Light()
	investor, lab := style.Roles[deal.RoleInvestor], style.Roles[deal.RoleLab]
	var from, to image.Point
	w.await("both companies stand still on the canvas", func() bool {
		before, after := s.look(), s.look()
		var payer, payee bool
		from, payer = middleOf(after, investor)
		to, payee = middleOf(after, lab)
		return payer && payee && differing(before, after) == 0
	})

	pinned := func() []string {
		return rows(t, document, "SELECT name FROM companies WHERE pinned_x IS NOT NULL ORDER BY name")
	}
	s.drag("", from, from.Add(image.Pt(-40, -120)))
	w.await("the dragged company is pinned", func() bool { return slices.Equal(pinned(), []string{"Harbour Capital"}) })
	s.press("ctrl+z")
	backAgain := func() bool {
		look := s.look()
		payer, _ := middleOf(look, investor)
		payee, _ := middleOf(look, lab)
		return payer == from && payee == to && len(pinned()) == 0
	}
	w.await("undo has brought it back", backAgain)

	corner := image.Pt(min(from.X, to.X), min(from.Y, to.Y)).Sub(image.Pt(60, 60))
	other := image.Pt(max(from.X, to.X), max(from.Y, to.Y)).Add(image.Pt(60, 60))
	s.drag("shift", corner, other)
	s.press("alt+shift+m")
	w.await("both are pinned on one line", func() bool {
		return slices.Equal(pinned(), []string{"Harbour Capital", "Nimbus Labs"}) &&
			len(rows(t, document, "SELECT DISTINCT pinned_y FROM companies")) == 1
	})
	s.press("ctrl+z", "Escape")
	w.await("undo has brought both back", backAgain)

	before := s.look()
	s.drag("ctrl", to, from)
	w.await("the form is open", func() bool { return differing(before, s.look()) > 20_000 })
	s.write("2bn")
	s.press("ctrl+Return")
	w.await("the deal that was drawn is in the file", func() bool {
		return slices.Contains(rows(t, document, `
			SELECT payers.name || ' pays ' || payees.name || ' ' || legs.amount_best_cents FROM legs
			JOIN companies AS payers ON payers.id = legs.payer JOIN companies AS payees ON payees.id = legs.payee`),
			"Nimbus Labs pays Harbour Capital 200000000000")
	})

	s.press("ctrl+5", "F11")
	w.await("the tables make room for the picture", func() bool { return shareOf(s.look(), style.Background) > 0.6 })
	s.press("Escape")
	w.await("the tables are back", func() bool { return shareOf(s.look(), style.Background) < 0.5 })
	w.close()
}

// drag presses the left button at one place and releases it at the other, with a key held when there is one.
func (s *screen) drag(held string, from, to image.Point) {
	s.t.Helper()
	at := func(p image.Point) []string {
		return []string{"mousemove", "--sync", strconv.Itoa(p.X), strconv.Itoa(p.Y)}
	}
	steps := at(from)
	if held != "" {
		steps = append(steps, "keydown", held)
	}
	steps = append(steps, "mousedown", "1")
	for part := 1; part <= 8; part++ {
		steps = append(steps, at(from.Add(to.Sub(from).Mul(part).Div(8)))...)
		steps = append(steps, "sleep", "0.03")
	}
	steps = append(steps, "mouseup", "1")
	if held != "" {
		steps = append(steps, "keyup", held)
	}
	s.must("xdotool", steps...)
}

// middleOf returns the middle of the pixels of exactly the colour where the companies are on the canvas: above the
// legend, which shows the colours too.
func middleOf(screen *image.RGBA, wanted color.RGBA) (image.Point, bool) {
	size := screen.Bounds().Size()
	var sum image.Point
	count := 0
	for y := size.Y / 8; y < size.Y*6/10; y++ {
		for x := size.X / 3; x < size.X*7/10; x++ {
			if screen.RGBAAt(x, y) == wanted {
				sum, count = sum.Add(image.Pt(x, y)), count+1
			}
		}
	}
	if count < 100 {
		return image.Point{}, false
	}
	return sum.Div(count), true
}

// shareOf returns the part of the screen that is of exactly the colour.
func shareOf(screen *image.RGBA, wanted color.RGBA) float64 {
	count := 0
	for y := range screen.Bounds().Dy() {
		for x := range screen.Bounds().Dx() {
			if screen.RGBAAt(x, y) == wanted {
				count++
			}
		}
	}
	return float64(count) / float64(screen.Bounds().Dx()*screen.Bounds().Dy())
}
