package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// TestSideBySideReachesTheLastScenario goes with the keyboard through more scenarios than fit, and back to the names.
func TestSideBySideReachesTheLastScenario(t *testing.T) {
	w := openSample(t)
	for _, amount := range []string{"1bn", "2bn", "3bn", "4bn", "5bn", "6bn", "7bn"} {
		w.whatIf.amount.SetText(amount)
		w.saveAs(t, "A scenario with a rather long name, number "+amount)
		w.backToBase()
	}
	w.toggleSideBySide()
	grid := w.side.grid
	for range 12 {
		grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	if grid.at != (widget.TableCellID{Row: 0, Col: 8}) {
		t.Fatalf("the keyboard is at %+v", grid.at)
	}
	grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !w.side.ordersBy(w.side.table.Columns[6]) {
		t.Error("Return on a scenario's name does not sort by it")
	}
	update, drawn := grid.UpdateCell, map[widget.TableCellID]fyne.CanvasObject{}
	grid.UpdateCell = func(id widget.TableCellID, object fyne.CanvasObject) {
		update(id, object)
		drawn[id] = object
	}
	grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	last := drawn[widget.TableCellID{Row: 0, Col: 7}]
	if last == nil {
		t.Fatal("the last scenario is not drawn")
	}
	driver := fyne.CurrentApp().Driver()
	right := driver.AbsolutePositionForObject(last).X + last.Size().Width
	if ends := driver.AbsolutePositionForObject(grid).X + grid.Size().Width; right > ends+1 || right < ends-20 {
		t.Errorf("the last scenario ends at %v, the table at %v", right, ends)
	}
}

func TestScenariosStandSideBySide(t *testing.T) {
	w := openSample(t)
	for _, amount := range []string{"20bn", "50bn", "0"} {
		w.whatIf.amount.SetText(amount)
		w.saveAs(t, "Stake "+amount)
		w.backToBase()
	}
	w.whatIf.amount.SetText("38bn")
	w.toggleSideBySide()
	if w.left.Visible() || !w.side.box.Visible() {
		t.Fatal("the table is not in the place of tables and canvas")
	}
	names := func() string {
		var names []string
		for _, column := range w.side.table.Columns {
			names = append(names, column.Name)
		}
		return strings.Join(names, ", ")
	}
	if got := names(); got != "What is tried, Stake 20bn, Stake 50bn, Stake 0" {
		t.Errorf("the columns are %s", got)
	}
	at := 0
	for i, line := range w.side.lines {
		if line.row.Key == "circular_money" {
			at = i + 1
		}
	}
	cell := newSideCell()
	for column, want := range map[int][3]string{1: {"~$46bn", "$26bn to $362bn", ""}, 2: {"~$102bn", "$26bn to $418bn", "↑ ~$56bn"},
		3: {"~$66bn", "$26bn to $382bn", "↑ ~$20bn"}, 5: {"≥$26bn", "$26bn to $342bn", "↓ ~$20bn"}} {
		w.side.grid.show(widget.TableCellID{Row: at, Col: column}, cell)
		if got := [3]string{cell.value.Content(), cell.spans.Content(), cell.below.Content()}; got != want {
			t.Errorf("column %d says %q; want %q", column, got, want)
		}
	}
	if words := w.side.state.Content(); words != "4 scenarios" {
		t.Errorf("above the table stands %q", words)
	}
	for i, line := range w.side.lines {
		if line.row.Key == "return_share" || line.row.Name == "Of each dollar ever back at Amazon" {
			if w.side.grid.show(widget.TableCellID{Row: i + 1, Col: 5}, cell); cell.value.Content() != "—" || cell.below.Content() != "unknown now" || !cell.value.Style.Bold {
				t.Errorf("a number that is lost says %q, %q", cell.value.Content(), cell.below.Content())
			}
		}
	}
	w.side.grid.goTo(widget.TableCellID{Row: at, Col: 0})
	w.side.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := names(); got != "What is tried, Stake 50bn, Stake 20bn, Stake 0" {
		t.Errorf("sorted by circular money the columns are %s", got)
	}
	for i, line := range w.side.lines {
		if line.row.Key == "stake" {
			w.side.grid.goTo(widget.TableCellID{Row: i + 1, Col: 3})
		}
	}
	if got := w.session.selection.Legs; len(got) != 1 || got[0] != w.session.stake.Leg {
		t.Errorf("the number leads to %v", got)
	}
	path := filepath.Join(t.TempDir(), "side.csv")
	w.exportSideBySide()
	w.asked.Hide()
	w.writeSideBySide(path)
	text, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(text), "circular_money,Circular money,The network,money,46000000000,") {
		t.Errorf("%v\n%s", err, text)
	}
	w.side.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := names(); got != "What is tried, Stake 20bn, Stake 0" {
		t.Errorf("with one left out the columns are %s", got)
	}
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !w.left.Visible() || w.side.open {
		t.Error("Escape does not bring the canvas back")
	}
}
