package graphview

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestMoneyStandsWhereNobodyLooks although the window has the focus, as one that is covered may, and goes on with the first
// sign of somebody: the beads are there all the while.
func TestMoneyStandsWhereNobodyLooks(t *testing.T) {
	v := shown(t, threeCompanies())
	v.Select(picture.Selection{Loop: []deal.CompanyID{1, 2, 3}})
	leave := func(quiet time.Duration) bool {
		v.money.seen = time.Now().Add(-quiet)
		v.stepMoney()
		return v.money.moving != nil
	}
	point := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(3, 3)}}
	for name, sign := range map[string]func(){
		"the pointer moves": func() { v.MouseMoved(point) },
		"a button is down":  func() { v.MouseDown(point); v.MouseUp(point) },
		"a key is down":     func() { v.KeyDown(&fyne.KeyEvent{Name: fyne.KeySpace}) },
		"the keyboard":      v.FocusGained,
		"the window's":      func() { v.SetAwake(true) },
		"the canvas moves":  func() { v.pan(1, 1) },
		"another picture":   func() { v.paint(false) },
	} {
		if !leave(watchedFor - time.Second) {
			t.Fatalf("%s: money stands after %v already", name, watchedFor-time.Second)
		}
		if leave(watchedFor+time.Second) || len(v.money.beads.Objects) == 0 {
			t.Fatalf("%s: money moves while nobody looks, or its beads are gone", name)
		}
		if sign(); v.money.moving == nil {
			t.Errorf("%s: money stands", name)
		}
	}
	v.Presented = true
	if !leave(presentedFor-time.Second) || leave(presentedFor+time.Second) {
		t.Errorf("an audience sees money move for another time than %v", presentedFor)
	}
	v.Select(picture.Selection{})
	if v.MouseMoved(point); v.money.moving != nil {
		t.Error("the pointer lets money move where no loop is selected")
	}
}
