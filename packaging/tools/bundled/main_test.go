package main

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
)

// inRoot lets a test run in the root of the project's sources, as the program does.
func inRoot(t *testing.T) {
	t.Helper()
	t.Chdir(filepath.Join("..", "..", ".."))
}

var parts = []part{
	{"Go standard library", "1.26.0", "pkg:golang/std@1.26.0", []licence{{"LICENSE", "the same terms\n", "BSD-3-Clause"}}},
	{"example.org/one", "v1.0.0", "pkg:golang/example.org/one@v1.0.0", []licence{{"deep/LICENSE", "the same terms\n", "BSD-3-Clause"}}},
	{"Fonts", "", "", []licence{{"OFL.txt", "terms of their own", ""}}},
}

func TestTextGivesEachLicenceOnce(t *testing.T) {
	got := string(text(parts))
	if strings.Count(got, "the same terms") != 1 {
		t.Errorf("a licence of two parts is there more or less than once:\n%s", got)
	}
	for _, line := range []string{"\nGo standard library 1.26.0\nexample.org/one v1.0.0, deep\n", "\nFonts\n"} {
		if !strings.Contains(got, line) {
			t.Errorf("%q is missing:\n%s", line, got)
		}
	}
}

func TestBillIsValidAndTheSameTwice(t *testing.T) {
	inRoot(t)
	t.Setenv("SOURCE_DATE_EPOCH", "1700000000")
	info := &debug.BuildInfo{Settings: []debug.BuildSetting{{Key: "GOOS", Value: "linux"}, {Key: "GOARCH", Value: "amd64"}}}
	first, err := billOf(info, "1.2.3", parts)
	if err != nil {
		t.Fatal(err)
	}
	second, err := billOf(info, "1.2.3", parts)
	if err != nil || string(first) != string(second) {
		t.Errorf("two bills of the same program differ (%v)", err)
	}
	if err := validate(first); err != nil {
		t.Error(err)
	}
	broken := strings.Replace(string(first), `"type": "library"`, `"type": "rumour"`, 1)
	if err := validate([]byte(broken)); err == nil {
		t.Error("a bill with a component of no known type passes")
	}
}

func TestPartWithoutLicenceIsRefused(t *testing.T) {
	cache := t.TempDir()
	if err := os.MkdirAll(filepath.Join(cache, "example.org", "bare@v1.0.0"), 0o777); err != nil {
		t.Fatal(err)
	}
	_, err := finder{}.module(&debug.Module{Path: "example.org/bare", Version: "v1.0.0"}, cache)
	if err == nil || !strings.Contains(err.Error(), "has no licence") {
		t.Errorf("a module without a licence: %v", err)
	}
}
