//go:build window

package window

import (
	"database/sql"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	_ "github.com/mattn/go-sqlite3"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

const (
	startCompanies = "name,role\nHarbour Capital,investor\nNimbus Labs,AI lab\n"
	startDeals     = "title,payer,payee,kind,amount,status\nHarbour backs Nimbus,Harbour Capital,Nimbus Labs,equity,5bn,signed\n"
)

// TestFromTheKeyboardToTheFileAndBack adds a company and a deal by keyboard, closes the window, reads the rows
// back with the SQLite library, opens the file again and finds both on the canvas.
func TestFromTheKeyboardToTheFileAndBack(t *testing.T) {
	program, home := build(t), t.TempDir()
	document := makeDocument(t, program)
	s := startScreen(t)

	w := open(s, program, home, document)
	style := picture.Light()
	discs, legs := style.Roles[deal.RoleOther], style.Commercial
	var before *image.RGBA
	w.await("the canvas shows the investor and what it pays", func() bool {
		before = s.look()
		return onCanvas(before, style.Roles[deal.RoleInvestor]) > 300 && onCanvas(before, style.Financing) > 100
	})

	w.form("ctrl+shift+n", field{write: "Tidewater Cloud"})
	w.await("the company is in the file", func() bool {
		return slices.Equal(rows(t, document, "SELECT name FROM companies WHERE name LIKE 'Tide%'"), []string{"Tidewater Cloud"})
	})
	title, status, announced := field{write: "Cloud for Nimbus"}, field{}, field{write: "2025-11-03"}
	payer, payee := field{write: "Nimbus Labs"}, field{write: "Tidewater Cloud"}
	kind, paidIn, amount := field{press: []string{"Right", "Right", "Right"}}, field{}, field{write: "7.5bn"}
	w.form("ctrl+n", title, status, announced, payer, payee, kind, paidIn, amount)
	w.await("the deal is in the file", func() bool {
		return len(rows(t, document, "SELECT title FROM deals WHERE title = 'Cloud for Nimbus'")) == 1
	})
	w.close()

	got := rows(t, document, `
		SELECT deals.title || '|' || payers.name || '|' || payees.name || '|' || legs.kind || '|' || legs.amount_best_cents
		FROM legs JOIN deals ON deals.id = legs.deal
		JOIN companies AS payers ON payers.id = legs.payer JOIN companies AS payees ON payees.id = legs.payee
		ORDER BY legs.id`)
	want := []string{
		"Harbour backs Nimbus|Harbour Capital|Nimbus Labs|equity|500000000000",
		"Cloud for Nimbus|Nimbus Labs|Tidewater Cloud|cloud|750000000000",
	}
	if !slices.Equal(got, want) {
		t.Fatalf("the file holds %q, want %q", got, want)
	}
	if said := run(t, program, "check", document); !strings.Contains(said, "nothing is wrong") {
		t.Errorf("check says %q", said)
	}

	w = open(s, program, home, document)
	var after *image.RGBA
	w.await("the new company and the new deal are on the canvas", func() bool {
		after = s.look()
		return onCanvas(after, discs) > onCanvas(before, discs)+300 && onCanvas(after, legs) > onCanvas(before, legs)+100
	})
	w.close()
}

// makeDocument makes a document of two companies and one deal without a window.
func makeDocument(t *testing.T, program string) string {
	t.Helper()
	folder := t.TempDir()
	companies, deals := filepath.Join(folder, "companies.csv"), filepath.Join(folder, "deals.csv")
	for path, text := range map[string]string{companies: startCompanies, deals: startDeals} {
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	document := filepath.Join(folder, "Harbour & Söhne 100%.roundtrip")
	run(t, program, "import", document, companies, deals)
	return document
}

// field is what is done in one field of a form; nothing leaves it as it is.
type field struct {
	write string
	press []string
}

// form opens a form by its shortcut, goes through its fields from the first one on, and saves.
func (w *window) form(shortcut string, fields ...field) {
	w.t.Helper()
	before := w.still()
	w.screen.press(shortcut)
	w.await("the form is open", func() bool { return differing(before, w.still()) > 20_000 })
	for i, field := range fields {
		if i > 0 {
			w.screen.press("Tab")
		}
		if field.write != "" {
			w.screen.write(field.write)
		}
		if len(field.press) > 0 {
			w.screen.press(field.press...)
		}
	}
	w.screen.press("ctrl+Return")
}

// still returns a picture of the screen once nothing moves on it but a cursor that blinks: companies glide to new places.
func (w *window) still() *image.RGBA {
	w.t.Helper()
	last := w.screen.look()
	w.await("nothing moves on the screen", func() bool {
		before := last
		last = w.screen.look()
		return differing(before, last) < 500
	})
	return last
}

// rows returns the first column of the query's rows, read past the program.
func rows(t *testing.T, document, query string) []string {
	t.Helper()
	path := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(document)
	database, err := sql.Open("sqlite3", "file:"+path+"?mode=ro&_busy_timeout=5000")
	if err != nil {
		t.Fatal(err)
	}
	defer database.Close()
	found, err := database.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer found.Close()
	var values []string
	for found.Next() {
		var value string
		if err := found.Scan(&value); err != nil {
			t.Fatal(err)
		}
		values = append(values, value)
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return values
}

// onCanvas counts the pixels of exactly the colour in the middle of the screen, where the canvas is.
func onCanvas(screen *image.RGBA, wanted color.RGBA) int {
	size := screen.Bounds().Size()
	count := 0
	for y := size.Y / 8; y < size.Y*7/8; y++ {
		for x := size.X / 3; x < size.X*7/10; x++ {
			if screen.RGBAAt(x, y) == wanted {
				count++
			}
		}
	}
	return count
}

// differing counts the pixels in which two pictures of the screen differ.
func differing(a, b *image.RGBA) int {
	count := 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				count++
			}
		}
	}
	return count
}
