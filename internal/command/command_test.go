package command

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

// outcome is what a run of the program left.
type outcome struct {
	code        int
	out, errors string
}

func run(arguments ...string) outcome {
	var out, errors bytes.Buffer
	code := Program{Version: "1.2.3", Build: "45", Out: &out, Errors: &errors}.Run(context.Background(), arguments)
	return outcome{code, out.String(), errors.String()}
}

// must runs the program and stops the test when it fails.
func must(t *testing.T, arguments ...string) string {
	t.Helper()
	got := run(arguments...)
	if got.code != ExitDone || got.errors != "" {
		t.Fatalf("roundtrip %s: exit code %d, %s", strings.Join(arguments, " "), got.code, got.errors)
	}
	return got.out
}

// readBook returns what the file holds.
func readBook(path string) (*deal.Book, error) { return Program{Errors: io.Discard}.readBook(path) }

// write makes a file in a folder of the test's own and returns its path.
func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestWindow(t *testing.T) {
	for _, try := range []struct {
		arguments []string
		file      string
		asked     bool
	}{
		{nil, "", true},
		{[]string{"deals.roundtrip"}, "deals.roundtrip", true},
		{[]string{Sample}, Sample, true},
		{[]string{"./import"}, "./import", true},
		{[]string{"import"}, "", false},
		{[]string{"help"}, "", false},
		{[]string{"--version"}, "", false},
		{[]string{"a.roundtrip", "b.roundtrip"}, "", false},
	} {
		if file, asked := Window(try.arguments); file != try.file || asked != try.asked {
			t.Errorf("Window(%q) = %q, %t, want %q, %t", try.arguments, file, asked, try.file, try.asked)
		}
	}
}

func TestHelpAndVersion(t *testing.T) {
	if got := must(t, "--version"); !regexp.MustCompile(`^Roundtrip 1\.2\.3, build 45, document schema [1-9]\d* \(.+\)\n$`).MatchString(got) {
		t.Errorf("--version prints %q", got)
	}
	for _, arguments := range [][]string{{"--help"}, {"-h"}, {"help"}} {
		if got := must(t, arguments...); got != usage {
			t.Errorf("%q prints %q", arguments, got)
		}
	}
}

// TestHelpNamesTheColumns imports files whose headers are the columns that --help names.
func TestHelpNamesTheColumns(t *testing.T) {
	help := must(t, "import", "--help")
	_, rest, _ := strings.Cut(help, "in any order:\n")
	deals, rest, _ := strings.Cut(rest, "Payer and payee")
	_, rest, _ = strings.Cut(rest, "has some of: ")
	companies, _, _ := strings.Cut(rest, ".")
	for _, columns := range []string{deals, companies} {
		header := strings.Join(strings.Fields(columns), "")
		must(t, "import", filepath.Join(t.TempDir(), "new.roundtrip"), write(t, "table.csv", header+"\n"))
	}
	all := filepath.Join(t.TempDir(), "all.csv")
	must(t, "export", Sample, all)
	for _, column := range strings.Split(strings.SplitN(string(read(t, all)), "\n", 2)[0], ",") {
		if !strings.Contains(deals, column) {
			t.Errorf("--help does not name the column %s", column)
		}
	}
}

func TestFailures(t *testing.T) {
	text := write(t, "letter.roundtrip", "Dear reader, this is no database at all, but long enough to look like a file.")
	bad := write(t, "bad.csv", "title,payer,payee,amount\nOne,Aurora,Borealis,5bn\nTwo,Aurora,,lots\n")
	target := filepath.Join(t.TempDir(), "new.roundtrip")
	for _, try := range []struct {
		arguments []string
		code      int
		says      string
	}{
		{nil, ExitMisuse, "say what to do"},
		{[]string{"--fast"}, ExitMisuse, "no option --fast"},
		{[]string{"mesures", "x"}, ExitMisuse, `"mesures" is no command`},
		{[]string{"measures"}, ExitMisuse, "needs one document"},
		{[]string{"measures", "a", "b"}, ExitMisuse, "needs one document"},
		{[]string{"measures", Sample, "--fast"}, ExitMisuse, "-fast"},
		{[]string{"measures", Sample, "--view", "basis=weekly"}, ExitMisuse, "headline, year or drawn"},
		{[]string{"measures", Sample, "--set", "Amazon>OpenAI"}, ExitMisuse, "LEG=AMOUNT"},
		{[]string{"measures", Sample, "--set", "Amazon>OpenAI=lots"}, ExitMisuse, "not an amount"},
		{[]string{"measures", Sample, "--set", "Amazon>OpenAI=10-20bn"}, ExitMisuse, "not one plain amount"},
		{[]string{"measures", Sample, "--set", "Amazon>OpenAI=€5bn"}, ExitMisuse, "the amount is in USD, not in EUR"},
		{[]string{"measures", Sample, "--set", "Amazon>Nobody=5bn"}, ExitMisuse, `no company "Nobody"`},
		{[]string{"measures", Sample, "--set", "AMD>Oracle=5bn"}, ExitMisuse, `no leg is called "AMD>Oracle"`},
		{[]string{"measures", Sample, "--set", "99999=5bn"}, ExitMisuse, "no leg 99999"},
		{[]string{"measures", Sample, "--set", "foo:Amazon>OpenAI=1"}, ExitMisuse, `"foo" is nothing that can be set of Amazon>OpenAI: it is one of amount, low`},
		{[]string{"measures", Sample, "--set", "suspends:OpenAI=12"}, ExitMisuse, "could be months or years"},
		{[]string{"measures", Sample, "--set", "Amazon>OpenAI=1.500"}, ExitMisuse, "could be thousands or decimals"},
		{[]string{"measures", Sample, "--set", "valuation:Amazon>OpenAI=0"}, ExitMisuse, "write a valuation above 0"},
		{[]string{"whatif", Sample, "--leg", "Nobody"}, ExitMisuse, "no leg is called"},
		{[]string{"whatif", Sample, "--scenario", "Boom"}, ExitMisuse, "no scenarios"},
		{[]string{"whatif", Sample, "--sweep", "Amazon>Nobody"}, ExitMisuse, "no company"},
		{[]string{"whatif", Sample, "--simulate", "5", "--samples", "s.csv", "--out", "./s.csv"}, ExitMisuse, "would both be written to"},
		{[]string{"stress", Sample, "--fails", "Nobody"}, ExitMisuse, "no company"},
		{[]string{"stress", Sample, "--cut", "cloud=half"}, ExitMisuse, "not a percentage"},
		{[]string{"stress", Sample, "--valuations", "200%"}, ExitMisuse, "outside 0% to 100%"},
		{[]string{"stress", Sample, "--fails", "OpenAI", "--recovery", "x"}, ExitMisuse, "not a percentage"},
		{[]string{"export", Sample, "x.svg", "--loop", "99"}, ExitMisuse, "the list has"},
		{[]string{"measures", "none.roundtrip"}, ExitFailed, "no such file"},
		{[]string{"measures", text}, ExitFailed, "not a Roundtrip document"},
		{[]string{"check"}, ExitMisuse, "needs one document"},
		{[]string{"check", text}, ExitFailed, "not a Roundtrip document"},
		{[]string{"export", Sample}, ExitMisuse, "a file to write"},
		{[]string{"export", Sample, "deals.docx"}, ExitMisuse, ".csv, .json, .png, .svg, .pdf and .html"},
		{[]string{"export", Sample, filepath.Join("none", "deals.csv")}, ExitFailed, "no such file"},
		{[]string{"import", target}, ExitMisuse, "what to take into it"},
		{[]string{"import", Sample, bad}, ExitMisuse, "cannot be changed"},
		{[]string{"import", target, "none.csv"}, ExitFailed, "no such file"},
		{[]string{"import", target, text}, ExitFailed, "it is a document of its own"},
		{[]string{"import", target, bad}, ExitFailed, "line 3"},
		{[]string{"import", filepath.Join("none", "new.roundtrip"), bad}, ExitFailed, "new.roundtrip”: there is no such file"},
	} {
		got := run(try.arguments...)
		if got.code != try.code || !strings.Contains(got.errors, try.says) || got.out != "" {
			t.Errorf("roundtrip %s: exit code %d, out %q, errors %q; want %d and %q",
				strings.Join(try.arguments, " "), got.code, got.out, got.errors, try.code, try.says)
		}
	}
	if entries, err := os.ReadDir(filepath.Dir(target)); err != nil || len(entries) != 0 {
		t.Errorf("failed imports have left %v (%v)", entries, err)
	}
}
