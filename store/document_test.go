package store

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"

	"roundtrip/internal/deal"
)

func TestApplyKeepsEverything(t *testing.T) {
	document := newTestDocument(t)
	edit := amazonEdit()
	applied := apply(t, document, edit)
	want := amazonEdit()
	for i := range want.Companies {
		want.Companies[i].ID = applied.Companies[i]
	}
	amazon, openai, source, dealID := applied.Companies[0], applied.Companies[1], applied.Sources[0], applied.Deals[0]
	stored, ok := applied.Book.Deal(dealID)
	if !ok || len(stored.Legs) != 2 {
		t.Fatalf("deal %v", stored)
	}
	stake, spend := stored.Legs[0].ID, stored.Legs[1].ID
	want.Companies[0].Cash.Source = source
	want.Sources[0].ID = source
	d := &want.Deals[0]
	d.ID = dealID
	d.Legs[0].ID, d.Legs[0].Deal, d.Legs[0].Payer, d.Legs[0].Payee = stake, dealID, amazon, openai
	d.Legs[0].ConditionalOn, d.Legs[0].Drawn.Source = spend, source
	d.Legs[1].ID, d.Legs[1].Deal, d.Legs[1].Payer, d.Legs[1].Payee = spend, dealID, openai, amazon
	d.Rights[0].ID, d.Rights[0].Holder, d.Rights[0].Over, d.Rights[0].Source = stored.Rights[0].ID, openai, amazon, source
	for i := range want.Claims {
		want.Claims[i].ID, want.Claims[i].Source = applied.Claims[i], source
	}
	want.Claims[0].About.Leg, want.Claims[1].About.Deal, want.Claims[2].About.Company = stake, dealID, openai
	want.Rates[0].Source = source
	want.Scenarios[0].ID = applied.Scenarios[0]
	changes := want.Scenarios[0].Changes
	changes[0].Target, changes[1].Target, changes[1].Other = int64(stake), int64(openai), int64(amazon)
	changes[2].Target = int64(dealID)
	expected := deal.NewBook(deal.Book{
		Title: "test", Base: deal.USD, Revision: 1, Companies: want.Companies, Deals: want.Deals, Sources: want.Sources,
		Claims: want.Claims, Rates: want.Rates, Scenarios: want.Scenarios,
	})
	if !reflect.DeepEqual(applied.Book, expected) {
		t.Errorf("got  %+v\nwant %+v", applied.Book, expected)
	}
	again, err := document.Book()
	if err != nil || !reflect.DeepEqual(again, expected) {
		t.Errorf("book %+v, %v", again, err)
	}
	if !reflect.DeepEqual(edit, amazonEdit()) {
		t.Error("Apply changed the caller's edit")
	}
}

func TestReopenedDocumentIsTheSame(t *testing.T) {
	for _, name := range []string{"plain", "with space", "100%", "%41", "a#b", "a?b=c&mode=memory", "Börse é", "it's \"quoted\""} {
		if runtime.GOOS == "windows" && strings.ContainsAny(name, `?"`) {
			continue // no names there
		}
		t.Run(name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), name)
			if err := os.Mkdir(folder, 0o755); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(folder, name+".roundtrip")
			document, err := Create(path)
			if err != nil {
				t.Fatal(err)
			}
			book := apply(t, document, amazonEdit()).Book
			if err := document.Close(); err != nil {
				t.Fatal(err)
			}
			entries, err := os.ReadDir(folder)
			if err != nil || len(entries) != 1 || entries[0].Name() != name+".roundtrip" {
				t.Fatalf("files %v, %v", entries, err)
			}
			if _, err := Create(path); !errors.Is(err, ErrExists) {
				t.Errorf("Create over a file: %v", err)
			}
			document, err = Open(path)
			if err != nil {
				t.Fatal(err)
			}
			defer document.Close()
			again, err := document.Book()
			if err != nil || !reflect.DeepEqual(again, book) {
				t.Errorf("got %+v, %v\nwant %+v", again, err, book)
			}
			if findings, err := Check(path); err != nil || findings != nil {
				t.Errorf("check: %q, %v", findings, err)
			}
		})
	}
}

func TestUndoAndRedo(t *testing.T) {
	document := newTestDocument(t)
	empty, err := document.Book()
	if err != nil {
		t.Fatal(err)
	}
	full := apply(t, document, amazonEdit()).Book
	label, book, err := document.Undo()
	if err != nil || label != "Add deal Amazon stake in OpenAI" {
		t.Fatalf("%q, %v", label, err)
	}
	sameBut(t, book, empty)
	if undo, redo, err := document.History(); undo != "" || redo != label || err != nil {
		t.Errorf("history %q, %q, %v", undo, redo, err)
	}
	if _, _, err := document.Undo(); !errors.Is(err, deal.ErrNothingToUndo) {
		t.Errorf("undo at the start: %v", err)
	}
	_, book, err = document.Redo()
	if err != nil {
		t.Fatal(err)
	}
	sameBut(t, book, full)
	if _, _, err := document.Redo(); !errors.Is(err, deal.ErrNothingToRedo) {
		t.Errorf("redo at the end: %v", err)
	}
	if book.Revision != 3 {
		t.Errorf("revision %d after an edit, an undo and a redo", book.Revision)
	}
}

// readElsewhere runs a query as another program does: with the sqlite3 shell, or where it is not installed
// with a bare connection of SQLite's own defaults.
func readElsewhere(t *testing.T, path, query string) string {
	t.Helper()
	if shell, err := exec.LookPath("sqlite3"); err == nil {
		output, err := exec.Command(shell, "-readonly", path, query).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, output)
		}
		return string(output)
	}
	opened, err := (&sqlite3.SQLiteDriver{}).Open(path)
	if err != nil {
		t.Fatal(err)
	}
	bare := &connection{opened.(*sqlite3.SQLiteConn)}
	defer bare.Close()
	var output strings.Builder
	err = bare.each(query, nil, func(values row) error {
		for i, value := range values {
			if i > 0 {
				output.WriteByte('|')
			}
			fmt.Fprint(&output, value)
		}
		output.WriteByte('\n')
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return output.String()
}

func TestOtherProgramsReadTheDocument(t *testing.T) {
	document := newTestDocument(t)
	apply(t, document, amazonEdit())
	for query, want := range map[string]string{
		`SELECT payer.name, payee.name, amount_best_cents / 100 FROM legs
			JOIN companies payer ON payer.id = legs.payer JOIN companies payee ON payee.id = legs.payee
			ORDER BY position`: "Amazon|OpenAI|10000000000\nOpenAI|Amazon|38000000000\n",
		"PRAGMA integrity_check": "ok\n",
		"PRAGMA application_id":  "1381257808\n",
		"PRAGMA journal_mode":    "delete\n",
	} {
		if got := readElsewhere(t, document.Path(), query); got != want {
			t.Errorf("%s: got %q, want %q", query, got, want)
		}
	}
}
