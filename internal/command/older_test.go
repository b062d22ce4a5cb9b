package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roundtrip/store"
)

// olderDocuments are copies of documents that the versions before have written, each in a folder of its own.
func olderDocuments(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "store", "testdata", "version-*.db"))
	if err != nil || len(files) < 2 {
		t.Fatalf("%v, %v", files, err)
	}
	var paths []string
	for _, file := range files {
		paths = append(paths, write(t, "older.roundtrip", string(read(t, file))))
	}
	return paths
}

// besideFile lists what lies in the folder of the file.
func besideFile(t *testing.T, path string) string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return strings.Join(names, " ")
}

// TestOlderDocumentsAreRead by every command that only reads: it says so in one line, and the file stays as it is.
func TestOlderDocumentsAreRead(t *testing.T) {
	for _, path := range olderDocuments(t) {
		before, renewed := read(t, path), filepath.Join(t.TempDir(), "renewed.roundtrip")
		document, err := store.OpenReadOnly(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := document.Backup(renewed); err != nil {
			t.Fatal(err)
		}
		if err := document.Close(); err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(t.TempDir(), "out.svg")
		for _, arguments := range [][]string{
			{"measures", path}, {"measures", "--json", path}, {"whatif", path}, {"whatif", "--list", path},
			{"stress", path, "--valuations", "50%"}, {"export", path, out}, {"export", path, out + ".json"}, {"check", path},
		} {
			got := run(arguments...)
			if got.code != ExitDone || strings.Count(got.errors, "\n") != 1 || !strings.Contains(got.errors, "is of the older version") {
				t.Errorf("%q: exit code %d, %s", arguments, got.code, got.errors)
			}
			newer := make([]string, len(arguments))
			for i, argument := range arguments {
				newer[i] = strings.ReplaceAll(argument, path, renewed)
			}
			if want := must(t, newer...); strings.ReplaceAll(got.out, path, renewed) != want {
				t.Errorf("%q prints\n%s\nand once brought up to date\n%s", arguments, got.out, want)
			}
		}
		if after := besideFile(t, path); after != "older.roundtrip" || !bytes.Equal(read(t, path), before) {
			t.Errorf("the file was changed, or beside it lies %s", after)
		}
	}
}

// TestImportIntoAnOlderDocument brings it up to date with a copy put aside, but leaves it alone when nothing is taken.
func TestImportIntoAnOlderDocument(t *testing.T) {
	good := write(t, "good.csv", "title,payer,payee,amount\nTwo,Borealis,Aurora,3bn\n")
	bad := write(t, "bad.csv", "title,payer,payee,amount\nTwo,Borealis,Aurora,much\n")
	for _, path := range olderDocuments(t) {
		before := read(t, path)
		got := run("import", path, bad)
		if got.code != ExitFailed || strings.Count(got.errors, "nothing was imported") != 1 || strings.Contains(got.errors, "brought up") {
			t.Errorf("exit code %d, %s", got.code, got.errors)
		}
		if after := besideFile(t, path); after != "older.roundtrip" || !bytes.Equal(read(t, path), before) {
			t.Errorf("the file was changed, or beside it lies %s", after)
		}
		got = run("import", path, good)
		if got.code != ExitDone || strings.Count(got.errors, "\n") != 1 || !strings.Contains(got.errors, "it was brought up to date, and a copy") {
			t.Errorf("exit code %d, %s", got.code, got.errors)
		}
		aside, err := filepath.Glob(path + ".version-*")
		if err != nil || len(aside) != 1 || len(read(t, aside[0])) == 0 {
			t.Errorf("copies put aside: %v, %v", aside, err)
		}
		if said := must(t, "measures", path); !strings.Contains(said, "Borealis") {
			t.Errorf("measures says %s", said)
		}
	}
}
