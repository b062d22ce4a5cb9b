// Package test holds the tests of the program as a whole: which package may import which, and, in its folder
// window, the real program in a real window.
package test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "roundtrip"

// Families of libraries from outside. A family is a list of import paths; each stands for the packages below
// it as well.
var (
	fyne     = []string{"fyne.io/fyne/v2"}
	gonum    = []string{"gonum.org/v1/gonum"}
	sqlite   = []string{"github.com/mattn/go-sqlite3"}
	drawing  = []string{"golang.org/x/image", "github.com/go-text/typesetting", "codeberg.org/go-pdf/fpdf", "gonum.org/v1/plot"}
	formats  = []string{"github.com/xuri/excelize/v2", "codeberg.org/go-pdf/fpdf", "gonum.org/v1/gonum/graph"}
	finding  = []string{"github.com/sahilm/fuzzy"}
	watching = []string{"github.com/fsnotify/fsnotify"}
	scripts  = []string{"golang.org/x/text/unicode/bidi"}
	inTests  = []string{"pgregory.net/rapid", "gonum.org/v1/gonum"}
)

// room says what the packages of one folder may import beside the standard library.
type room struct {
	folder  string
	program []string   // folders of this module; "internal/*" stands for all that are directly in it
	outside [][]string // families of libraries
	without []string   // packages of the standard library that stay out
}

// rooms is the import table of the design. A package that has no row here fails the test: give it one, with
// as few permissions as it can live with.
var rooms = []room{
	{folder: "internal/deal", without: []string{"database/sql"}},
	{folder: "internal/cell"},
	{folder: "internal/disk"},
	{folder: "internal/progress", program: []string{"internal/deal"}},
	{folder: "internal/network", program: []string{"internal/deal"}, outside: [][]string{gonum}},
	{folder: "internal/layout", program: []string{"internal/network"}, outside: [][]string{gonum}},
	{folder: "internal/whatif", program: []string{"internal/deal", "internal/network", "internal/cell"}, outside: [][]string{gonum}},
	{
		folder:  "internal/picture",
		program: []string{"internal/deal", "internal/network", "internal/layout", "assets"},
		outside: [][]string{drawing, scripts},
	},
	{
		folder:  "internal/chart",
		program: []string{"internal/deal", "internal/network", "internal/whatif", "internal/picture", "internal/cell", "assets"},
		outside: [][]string{gonum, drawing, scripts},
	},
	{
		folder:  "internal/exchange",
		program: []string{"internal/deal", "internal/network", "internal/whatif", "internal/picture", "internal/chart", "internal/cell", "internal/disk", "internal/progress"},
		outside: [][]string{formats},
	},
	{
		folder: "internal/command",
		program: []string{
			"internal/deal", "internal/network", "internal/whatif", "internal/exchange", "internal/picture", "internal/chart",
			"internal/layout", "internal/disk", "internal/progress", "store", "assets",
		},
	},
	{folder: "internal/locale"},
	{folder: "internal/watch", outside: [][]string{watching}},
	{folder: "internal/clipboard", program: []string{"internal/disk"}},
	{folder: "store", program: []string{"internal/deal", "internal/disk", "internal/progress"}, outside: [][]string{sqlite}},
	{folder: "assets", program: []string{"internal/deal"}},
	{
		folder:  "gui/widgets",
		program: []string{"internal/deal", "internal/network", "internal/layout", "internal/picture", "assets"},
		outside: [][]string{fyne, scripts},
	},
	{
		folder:  "gui/graphview",
		program: []string{"internal/deal", "internal/network", "internal/layout", "internal/picture", "assets", "gui/widgets"},
		outside: [][]string{fyne},
	},
	{folder: "gui/pinch", outside: [][]string{fyne}},
	{
		folder: "gui",
		program: []string{
			"internal/deal", "internal/network", "internal/whatif", "internal/exchange", "internal/picture", "internal/chart",
			"internal/layout", "internal/clipboard", "internal/watch", "internal/progress", "gui/*", "assets",
		},
		outside: [][]string{fyne, finding},
	},
	{folder: "", program: []string{"internal/*", "gui", "store", "assets"}, outside: [][]string{fyne}},
	{
		folder:  "docs/bench/canvas",
		program: []string{"internal/deal", "internal/network", "internal/picture", "gui/graphview"},
		outside: [][]string{fyne},
	},
	{folder: "packaging", program: nil},
	{folder: "test", program: nil},
	{folder: "test/window", program: nil, outside: [][]string{sqlite}},
}

// driver is the part of Fyne that compiles its OpenGL driver. Only main imports it, so that every other
// package is tested without it, and, under a build tag of its own, the program that times frames.
const driver = "fyne.io/fyne/v2/app"

func TestEveryImportIsInTheTable(t *testing.T) {
	root := ".."
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if file != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "build" || isModule(file)) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		relative, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		checkFile(t, file, filepath.ToSlash(relative))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// isModule reports whether a folder is a module of its own, as the programs are with which the packages are made.
func isModule(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, "go.mod"))
	return err == nil
}

func checkFile(t *testing.T, file, relative string) {
	t.Helper()
	folder := strings.TrimSuffix(path.Dir(relative), ".")
	home, known := roomOf(folder)
	if !known {
		t.Errorf("%s: the folder %q has no row in the import table", relative, folder)
		return
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	for _, spec := range parsed.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Error(err)
			continue
		}
		if !home.mayImport(imported, strings.HasSuffix(relative, "_test.go")) {
			t.Errorf("%s imports %s, which the import table does not allow", relative, imported)
		}
	}
}

func roomOf(folder string) (room, bool) {
	for _, room := range rooms {
		if room.folder == folder {
			return room, true
		}
	}
	return room{}, false
}

// mayImport reports whether the table lets a file of the room import the package. A test may besides import any
// package of the program, to try its own with the real neighbour, and the libraries that only tests need.
func (r room) mayImport(imported string, inTest bool) bool {
	if imported == driver {
		return r.folder == "" || r.folder == "docs/bench/canvas"
	}
	if inside, ok := strings.CutPrefix(imported, module+"/"); ok || imported == module {
		return inTest || inside == r.folder || r.mayUse(inside)
	}
	if first, _, _ := strings.Cut(imported, "/"); !strings.Contains(first, ".") {
		return !within(imported, r.without)
	}
	for _, family := range r.outside {
		if within(imported, family) {
			return true
		}
	}
	return inTest && within(imported, inTests)
}

func (r room) mayUse(folder string) bool {
	for _, allowed := range r.program {
		parent, all := strings.CutSuffix(allowed, "/*")
		if folder == allowed || all && path.Dir(folder) == parent {
			return true
		}
	}
	return false
}

// within reports whether the package is one of the paths or below one of them.
func within(imported string, paths []string) bool {
	for _, allowed := range paths {
		if imported == allowed || strings.HasPrefix(imported, allowed+"/") {
			return true
		}
	}
	return false
}

func TestTheTableRefuses(t *testing.T) {
	for _, try := range []struct {
		folder, imported string
		inTest, allowed  bool
	}{
		{"internal/deal", "fmt", false, true},
		{"internal/deal", "database/sql", false, false},
		{"internal/deal", "database/sql/driver", false, false},
		{"internal/deal", "roundtrip/internal/network", false, false},
		{"internal/deal", "pgregory.net/rapid", false, false},
		{"internal/deal", "pgregory.net/rapid", true, true},
		{"internal/network", "gonum.org/v1/gonum/mat", false, true},
		{"internal/network", "gonum.org/v1/gonumber", false, false},
		{"internal/network", "fyne.io/fyne/v2", true, false},
		{"internal/layout", "roundtrip/internal/deal", false, false},
		{"internal/whatif", "roundtrip/store", false, false},
		{"store", "roundtrip/internal/deal", false, true},
		{"store", "roundtrip/internal/network", false, false},
		{"gui", "roundtrip/store", false, false},
		{"gui", "roundtrip/store", true, true},
		{"gui", "roundtrip/internal/whatif", false, true},
		{"gui", "roundtrip/gui/widgets", false, true},
		{"gui", "roundtrip/internal/command", false, false},
		{"gui", "fyne.io/fyne/v2/app", false, false},
		{"gui/widgets", "roundtrip/internal/whatif", false, false},
		{"gui/widgets", "roundtrip/gui", false, false},
		{"internal/command", "fyne.io/fyne/v2", false, false},
		{"", "fyne.io/fyne/v2/app", false, true},
	} {
		home, known := roomOf(try.folder)
		if !known {
			t.Fatalf("no row for %q", try.folder)
		}
		if got := home.mayImport(try.imported, try.inTest); got != try.allowed {
			t.Errorf("%q importing %q (in a test: %t): allowed %t, want %t",
				try.folder, try.imported, try.inTest, got, try.allowed)
		}
	}
	if _, known := roomOf("internal/util"); known {
		t.Error("a package that nobody has thought about has a row in the table")
	}
}
