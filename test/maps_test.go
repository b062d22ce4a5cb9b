package test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// named finds the files that a map in a doc.go names, and patterns of such; a name with a folder is of another one.
var named = regexp.MustCompile(`(?:^|[^/\w*])([\w*]+\.go)\b`)

// TestMapsNameFilesThatExist reads the comment of each package that says what is where.
func TestMapsNameFilesThatExist(t *testing.T) {
	var maps []string
	for _, pattern := range []string{"../gui/doc.go", "../internal/*/doc.go"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		maps = append(maps, found...)
	}
	count := 0
	for _, path := range maps {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range named.FindAllSubmatch(text, -1) {
			count++
			name := string(match[1])
			if files, err := filepath.Glob(filepath.Join(filepath.Dir(path), name)); err != nil || len(files) == 0 {
				t.Errorf("%s tells of %s, which is not there", path, name)
			}
		}
	}
	if count < 100 {
		t.Errorf("the maps name %d files only", count)
	}
}
