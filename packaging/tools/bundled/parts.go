package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"

	"github.com/google/licenseclassifier"
	"golang.org/x/mod/module"
)

// A part is something that others have made and that is in the program.
type part struct {
	name, version string
	identity      string // its package URL, "" when it has none
	licences      []licence
}

// A licence is one file of a part.
type licence struct {
	file       string // below the part's folder
	text       string
	identifier string // of the SPDX list, "" when the text is not one of those known
}

// where says in which folder of its part a licence lies, unless that is the part itself.
func (l licence) where() string {
	if folder := filepath.Dir(l.file); folder != "." {
		return ", " + filepath.ToSlash(folder)
	}
	return ""
}

// partsOf lists what is in a program: Go's own library, the modules, SQLite, the fonts, and what the caller knows of.
func partsOf(info *debug.BuildInfo, also []string) ([]part, error) {
	classifier, err := licenseclassifier.New(licenseclassifier.DefaultConfidenceThreshold)
	if err != nil {
		return nil, err
	}
	find := finder{classifier}
	root, cache, err := goFolders()
	if err != nil {
		return nil, err
	}
	standard, err := find.file("LICENSE", filepath.Join(root, "LICENSE"))
	if err != nil {
		return nil, err
	}
	version := strings.TrimPrefix(info.GoVersion, "go")
	parts := []part{{"Go standard library", version, "pkg:golang/std@" + version, []licence{standard}}}
	for _, dependency := range info.Deps {
		made, err := find.module(dependency, cache)
		if err != nil {
			return nil, err
		}
		parts = append(parts, made...)
	}
	font, err := find.file("LICENSE.txt", filepath.Join("assets", "fonts", "LICENSE.txt"))
	if err != nil {
		return nil, err
	}
	parts = append(parts, part{name: "IBM Plex Sans (fonts)", licences: []licence{font}})
	for _, each := range also {
		name, file, _ := strings.Cut(each, "=")
		terms, err := find.file(filepath.Base(file), file)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part{name: name, licences: []licence{terms}})
	}
	return parts, nil
}

func goFolders() (root, cache string, err error) {
	out, err := exec.Command("go", "env", "GOROOT", "GOMODCACHE").Output()
	if err != nil {
		return "", "", fmt.Errorf("go env: %w", err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	return strings.TrimSpace(lines[0]), strings.TrimSpace(lines[1]), nil
}

type finder struct {
	classifier *licenseclassifier.License
}

// licenceFile is how the files are called that must go along with a module.
var licenceFile = regexp.MustCompile(`(?i)^((un)?licen[cs]e|copying|notice|copyright)([._-].*)?$`)

// chosen names the licence that is taken of a module that offers a choice of several, each in a file of its own.
var chosen = map[string]string{"github.com/golang/freetype": "licenses/ftl.txt"}

// module returns a module, and SQLite besides when it is in there.
func (f finder) module(of *debug.Module, cache string) ([]part, error) {
	if of.Replace != nil {
		of = of.Replace
	}
	escaped, err := module.EscapePath(of.Path)
	if err != nil {
		return nil, err
	}
	folder := filepath.Join(cache, filepath.FromSlash(escaped)+"@"+of.Version)
	licences, err := f.below(folder)
	if err != nil {
		return nil, err
	}
	if len(licences) == 0 {
		return nil, fmt.Errorf("%s %s has no licence in %s", of.Path, of.Version, folder)
	}
	if name := chosen[of.Path]; name != "" {
		terms, err := f.file(name, filepath.Join(folder, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		licences = append(licences, terms)
	}
	parts := []part{{of.Path, of.Version, "pkg:golang/" + of.Path + "@" + of.Version, licences}}
	if of.Path == "github.com/mattn/go-sqlite3" {
		sqlite, err := sqliteIn(folder)
		if err != nil {
			return nil, err
		}
		parts = append(parts, sqlite)
	}
	return parts, nil
}

// below finds the licences in a folder and in those below it, but for what is there for tests only.
func (f finder) below(folder string) ([]licence, error) {
	var found []licence
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "testdata" || entry.Name() == "testfonts" || entry.Name() == "internal_test"):
			return fs.SkipDir
		case entry.IsDir() || !licenceFile.MatchString(entry.Name()) || strings.HasSuffix(path, ".go"):
			return nil
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		licence, err := f.file(name, path)
		found = append(found, licence)
		return err
	})
	return found, err
}

func (f finder) file(name, path string) (licence, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return licence{}, err
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	made := licence{file: name, text: text}
	if matches := f.classifier.MultipleMatch(text, true); len(matches) > 0 {
		made.identifier = matches[0].Name
	}
	return made, nil
}

var sqliteVersion = regexp.MustCompile(`#define SQLITE_VERSION\s+"([0-9.]+)"`)

// sqliteIn returns SQLite itself, whose source lies in the folder of its Go driver.
func sqliteIn(folder string) (part, error) {
	header, err := os.ReadFile(filepath.Join(folder, "sqlite3-binding.h"))
	if err != nil {
		return part{}, err
	}
	version := sqliteVersion.FindSubmatch(header)
	if version == nil {
		return part{}, fmt.Errorf("%s does not say which SQLite it is", folder)
	}
	dedication := "SQLite is in the public domain: https://sqlite.org/copyright.html"
	return part{
		name: "SQLite", version: string(version[1]), identity: "pkg:generic/sqlite@" + string(version[1]),
		licences: []licence{{"copyright", dedication, "blessing"}},
	}, nil
}
