package command

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

func TestOptionsStandAnywhere(t *testing.T) {
	for _, try := range []struct {
		arguments, files []string
		steps            int
		quick            bool
		word             string
	}{
		{nil, nil, 0, false, ""},
		{[]string{"a", "--steps", "7", "b", "--quick", "c"}, []string{"a", "b", "c"}, 7, true, ""},
		{[]string{"-steps=7", "-quick", "-"}, []string{"-"}, 7, true, ""},
		{[]string{"--word", "--quick"}, nil, 0, false, "--quick"},
		{[]string{"--word=a=b", "--", "--steps", "--"}, []string{"--steps", "--"}, 0, false, "a=b"},
	} {
		options := flag.NewFlagSet("try", flag.ContinueOnError)
		steps, quick, word := options.Int("steps", 0, ""), options.Bool("quick", false, ""), options.String("word", "", "")
		files, err := positional(options, try.arguments)
		if err != nil || !slices.Equal(files, try.files) || *steps != try.steps || *quick != try.quick || *word != try.word {
			t.Errorf("%q: files %q, --steps %d, --quick %t, --word %q, %v", try.arguments, files, *steps, *quick, *word, err)
		}
	}
}

func TestWrongOptionsAreSaidInWords(t *testing.T) {
	for _, try := range []struct {
		arguments []string
		says      string
	}{
		{[]string{"check", Sample, "--fast"}, "check has no options, and was given --fast"},
		{[]string{"measures", Sample, "--fast=1"}, "measures has no option --fast: it has --json, --set, --view"},
		{[]string{"measures", Sample, "--view"}, "--view needs a value behind it"},
		{[]string{"measures", Sample, "--json=yes"}, "--json is given or left out, and has no value: write --json alone"},
		{[]string{"whatif", Sample, "--steps", "many"}, `--steps: "many" is no whole number`},
		{[]string{"whatif", Sample, "--seed", "-1"}, `--seed: "-1" is no whole number of 0 or more`},
		{[]string{"export", Sample, "--scale", "big"}, `--scale: "big" is no number`},
	} {
		got := run(try.arguments...)
		if got.code != ExitMisuse || !strings.HasPrefix(got.errors, "roundtrip: "+try.says+"\n") {
			t.Errorf("%q: exit code %d, %s", try.arguments, got.code, got.errors)
		}
	}
}

// TestFailuresAreSaidInTheProgramsOwnWords goes wrong in many ways, and looks for words of Go, SQLite or the system.
func TestFailuresAreSaidInTheProgramsOwnWords(t *testing.T) {
	folder := t.TempDir()
	text, folderLikeTable := write(t, "text.roundtrip", strings.Repeat("no database ", 20)), filepath.Join(folder, "folder.csv")
	if err := os.Mkdir(folderLikeTable, 0o777); err != nil {
		t.Fatal(err)
	}
	document := filepath.Join(folder, "deals.roundtrip")
	must(t, "import", document, write(t, "deals.csv", "payer,payee\nA,B\n"))
	var tries [][]string
	for name := range actions {
		for _, file := range []string{"none.roundtrip", folder, text, write(t, "empty.roundtrip", ""), filepath.Join(text, "below.roundtrip"), ""} {
			tries = append(tries, []string{name, file}, []string{name, file, "out.csv"}, []string{name, file, "--fails", "A"})
		}
		tries = append(tries, []string{name, document, "--view"}, []string{name, document, "--json=x"}, []string{name, document, "--steps", "x"})
	}
	for i, source := range []string{"{", "{]", "[1]", `{"a": 1}`, `{"format": 5}`, "null", "nul", "\xff\xfe", "{\"format\": \"roundtrip\", \"version\": 1e99}"} {
		tries = append(tries, []string{"import", document, write(t, "source.json", source)}, []string{"import", document, write(t, "source.csv", source)},
			[]string{"import", filepath.Join(folder, "new", string('a'+rune(i))), write(t, "source.json", source)})
	}
	tries = append(tries, []string{"import", document, folderLikeTable}, []string{"export", document, folderLikeTable},
		[]string{"export", document, filepath.Join(folder, "none", "x.png")}, []string{"export", document, filepath.Join(folder, strings.Repeat("x", 300)+".csv")})
	for _, try := range tries {
		got := run(try...)
		if got.code == ExitDone {
			t.Errorf("%q went well: %s", try, got.out)
		}
		for _, raw := range []string{
			"flag", " json: ", "sqlite", "such file or directory", "strconv", "parse error", "invalid character", "stat ", "EOF", "lstat", "panic",
			"errno", "not permitted", "unmarshal", "is a directory", "file name too long", "database disk", "nil", "%!",
		} {
			if strings.Contains(got.errors, raw) {
				t.Errorf("%q says %q: %s", try, raw, got.errors)
			}
		}
	}
}

// fullDisk is where nothing can be written.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestResultsThatCannotBeWritten(t *testing.T) {
	for _, arguments := range [][]string{
		{"--help"}, {"--version"}, {"check", Sample}, {"measures", Sample}, {"measures", Sample, "--json"},
		{"stress", Sample, "--collapse", "in talks"}, {"whatif", Sample}, {"whatif", Sample, "--list"}, {"whatif", Sample, "--tornado"},
	} {
		var said strings.Builder
		code := Program{Out: fullDisk{}, Errors: &said}.Run(t.Context(), arguments)
		if want := "roundtrip: cannot write to “standard output”: the disk is full: make room and try again\n"; code != ExitFailed || said.String() != want {
			t.Errorf("%q: exit code %d, %s", arguments, code, said.String())
		}
	}
	var printed strings.Builder
	if _, err := (results{&printed}).Write([]byte("a\x1b[31m\tb\u009b\n“c”")); err != nil || printed.String() != "a\ufffd[31m\tb\ufffd\n“c”" {
		t.Errorf("a document can print %q", &printed)
	}
	if _, err := (results{fullDisk{}}).Write(nil); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("the cause is lost: %v", err)
	}
}
