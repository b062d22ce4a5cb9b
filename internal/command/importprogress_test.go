package command

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// manyRows is a table with so many deals.
func manyRows(t *testing.T, deals int) string {
	t.Helper()
	var text strings.Builder
	text.WriteString("title,payer,payee,amount,source\n")
	for i := range deals {
		fmt.Fprintf(&text, "Deal %d,Company %d,Company %d,1bn,Article\n", i, i%7, i%7+1)
	}
	path := filepath.Join(t.TempDir(), "many.csv")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// stopsAfter is a context that is done once it was asked so often whether it is.
type stopsAfter struct {
	context.Context
	asked, most int
}

func (c *stopsAfter) Err() error {
	if c.asked++; c.asked > c.most {
		return context.Canceled
	}
	return nil
}

func TestAnImportThatIsStoppedLeavesTheDocumentAsItWas(t *testing.T) {
	table := manyRows(t, 300)
	one := filepath.Join(t.TempDir(), "one.csv")
	if err := os.WriteFile(one, []byte("payer,payee,amount\nA,B,5bn\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	stops := 0
	for most := 0; ; most++ { // while it reads, compares, writes and notes for undo, until it is not asked so often
		folder := t.TempDir()
		target := filepath.Join(folder, "deals.roundtrip")
		var said bytes.Buffer
		stop := func() int {
			return Program{Out: &said, Errors: &said}.Run(&stopsAfter{t.Context(), 0, most}, []string{"import", target, table})
		}
		code := stop()
		if code == ExitDone {
			break
		}
		stops++
		if code != ExitFailed || !strings.Contains(said.String(), "“"+target+"” was not made") {
			t.Fatalf("stopped at %d: exit code %d: %s", most, code, said.String())
		}
		if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
			t.Fatalf("stopped at %d: left behind %v, %v", most, left, err)
		}
		if code := (Program{Out: &said, Errors: &said}).Run(t.Context(), []string{"import", target, one}); code != ExitDone {
			t.Fatal(said.String())
		}
		if code := stop(); code != ExitFailed || !strings.Contains(said.String(), "“"+target+"” is as it was") {
			t.Fatalf("stopped at %d: exit code %d: %s", most, code, said.String())
		}
		if book, err := readBook(target); err != nil || len(book.Deals) != 1 {
			t.Fatalf("stopped at %d: %d deals, %v", most, len(book.Deals), err)
		}
	}
	if stops < 13 {
		t.Errorf("it could be stopped at only %d moments", stops)
	}
}

// TestAnImportIntoAnOlderDocumentThatIsStopped says whether it was brought up to date by then.
func TestAnImportIntoAnOlderDocumentThatIsStopped(t *testing.T) {
	one := filepath.Join(t.TempDir(), "one.csv")
	if err := os.WriteFile(one, []byte("payer,payee,amount\nA,B,5bn\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	before, after := 0, 0
	for most := 0; ; most++ {
		target := olderDocuments(t)[0]
		var said bytes.Buffer
		code := Program{Out: &said, Errors: &said}.Run(&stopsAfter{t.Context(), 0, most}, []string{"import", target, one})
		if code == ExitDone {
			break
		}
		left := "is as it was"
		if strings.Contains(said.String(), "it was brought up to date") {
			left = "holds what it did, brought up to date"
			after++
		} else {
			before++
		}
		if !strings.Contains(said.String(), "“"+target+"” "+left) {
			t.Fatalf("stopped at %d: %s", most, said.String())
		}
	}
	if before == 0 || after == 0 {
		t.Errorf("stopped %d times before it was brought up to date, and %d times after", before, after)
	}
}
