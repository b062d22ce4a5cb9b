package picture_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"

	"roundtrip/assets"
)

// TestLettersHaveEverySign checks that the letters of the window, the picture and the charts have every sign that the
// program writes: what they lack comes from whatever other font a machine has, off its line and blurred, or not at all.
func TestLettersHaveEverySign(t *testing.T) {
	var fonts []*sfnt.Font
	for _, data := range [][]byte{assets.FontRegular, assets.FontSemiBold} {
		font, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		fonts = append(fonts, font)
	}
	signs := map[rune]token.Position{}
	for _, room := range []string{"../../gui", ".."} {
		err := filepath.WalkDir(room, func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && entry.Name() == "cell": // which knows signs that others write
				return fs.SkipDir
			case entry.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
				return nil
			}
			return signsOf(path, signs)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, ok := signs['≤']; !ok {
		t.Error("no ≤ was found in the program's words: the test reads the wrong files")
	}
	var glyphs sfnt.Buffer
	for sign, at := range signs {
		for _, font := range fonts {
			if glyph, err := font.GlyphIndex(&glyphs, sign); err != nil || glyph == 0 {
				t.Errorf("%v: the letters have no %q", at, sign)
				break
			}
		}
	}
}

// signsOf adds the signs beyond ASCII in the strings of a Go file, each with a place where it stands.
func signsOf(path string, signs map[rune]token.Position) error {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	ast.Inspect(file, func(node ast.Node) bool {
		literal, ok := node.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING {
			return true
		}
		words, err := strconv.Unquote(literal.Value)
		if err != nil {
			return true
		}
		for _, sign := range words {
			if sign > '~' && strconv.IsGraphic(sign) {
				signs[sign] = files.Position(literal.Pos())
			}
		}
		return true
	})
	return nil
}
