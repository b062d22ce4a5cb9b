package picture

import (
	"bytes"
	"image"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/font/gofont/goregular"

	"roundtrip/internal/network"
)

// TestMain lets no test depend on the fonts of the computer that it runs on.
func TestMain(m *testing.M) {
	foreign.fonts = &fixedFonts{}
	os.Exit(m.Run())
}

// fixedFonts is a system with one font, or none.
type fixedFonts struct {
	face  *font.Face
	asked []rune
}

func (f *fixedFonts) find(letter rune, _ bool) *font.Face {
	f.asked = append(f.asked, letter)
	if f.face == nil {
		return nil
	}
	if _, ok := f.face.NominalGlyph(letter); !ok {
		return nil
	}
	return f.face
}

// withGoFont gives the test a system whose only font is Go's.
func withGoFont(t *testing.T) *fixedFonts {
	t.Helper()
	face, err := font.ParseTTF(bytes.NewReader(goregular.TTF))
	if err != nil {
		t.Fatal(err)
	}
	fonts := &fixedFonts{face: face}
	useFonts(t, fonts)
	return fonts
}

func useFonts(t *testing.T, fonts finder) {
	before := foreign.fonts
	forget := func() {
		for _, f := range []*face{regularFace, boldFace} {
			f.mutex.Lock()
			clear(f.texts)
			f.mutex.Unlock()
		}
	}
	forget()
	foreign.fonts = fonts
	t.Cleanup(func() { foreign.fonts = before; forget() })
}

// smile is a letter that the embedded font lacks and Go's has.
const smile = "☺"

func TestFontsAreLookedForOnlyWhenNeeded(t *testing.T) {
	fonts := withGoFont(t)
	for _, text := range []string{"OpenAI", "Zürich Ré", "Ångström & Česká", "≤$10bn", "Ελλάδα", "Москва", "\x00\x01", ""} {
		if set := shaped(text, true); set.foreign || set.missing {
			t.Errorf("%q is not set in the embedded font", text)
		}
	}
	if len(fonts.asked) > 0 {
		t.Errorf("the system was asked for %q", fonts.asked)
	}
}

func TestForeignLettersComeFromTheSystem(t *testing.T) {
	withGoFont(t)
	set := shaped("A"+smile+"B", false)
	if !set.foreign || set.missing || len(set.glyphs) != 3 {
		t.Fatalf("%+v", set)
	}
	if set.glyphs[0].from != set.glyphs[2].from || set.glyphs[0].from == set.glyphs[1].from {
		t.Error("the embedded font is not used for the letters that it has")
	}
	for i, g := range set.glyphs {
		if len(g.from.outline(g.index)) == 0 || i > 0 && g.x <= set.glyphs[i-1].x {
			t.Errorf("letter %d stands at %g and has %d edges", i, g.x, len(g.from.outline(g.index)))
		}
	}
	own := shaped("A", false).width + shaped("B", false).width
	if wide := set.width - own; wide < 0.3 || wide > 1.5 {
		t.Errorf("the foreign letter is %g wide", wide)
	}
}

func TestLettersThatNobodyHasAreSaid(t *testing.T) {
	for name, fonts := range map[string]finder{"no fonts": &fixedFonts{}, "another font": withGoFont(t)} {
		useFonts(t, fonts)
		if set := shaped("漢", true); !set.missing || set.width == 0 {
			t.Errorf("%s: %+v", name, set)
		}
		in := dealInput(t, network.View{})
		in.Network.Companies[0].Name = "漢字"
		scene := Build(in)
		camera := Camera{Width: 1200, Height: 900, Scale: 1}.Fit(scene)
		if notes := scene.legendIn(camera).Notes; !slices.Contains(notes, boxNote) {
			t.Errorf("%s: the legend says only %q", name, notes)
		}
		scene.fixed = []Label{} // no name is written
		if notes := scene.legendIn(camera).Notes; slices.Contains(notes, boxNote) {
			t.Errorf("%s: the legend explains boxes that are not drawn: %q", name, notes)
		}
	}
}

func TestForeignNamesInEveryFormat(t *testing.T) {
	withGoFont(t)
	in := dealInput(t, network.View{})
	in.Network.Companies[0].Name = "Moon " + smile
	scene := Build(in)
	page := Page{Scene: scene, Camera: Camera{Width: 800, Height: 600, Scale: 1}.Fit(scene), Style: Light()}
	_, content := pdfOf(t, page)
	if !strings.Contains(content, hexUTF16("Moon "+smile)) {
		t.Error("the name cannot be found in the PDF")
	}
	if _, text, _ := svgOf(t, scene, Frame{}); !strings.Contains(text, smile) {
		t.Error("the SVG does not say the name")
	}
	with := page.Image()
	useFonts(t, &fixedFonts{})
	if bytes.Equal(with.Pix, page.Image().Pix) {
		t.Error("the picture is the same without the font")
	}
	if with.Bounds() != image.Rect(0, 0, 800, 600) {
		t.Error("the picture has another size")
	}
}

func TestReadingOrder(t *testing.T) {
	const ltr, rtl = di.DirectionLTR, di.DirectionRTL
	for text, want := range map[string]di.Direction{
		"Aurora": ltr, "شركة": rtl, "5 شركة": rtl, "A شركة": ltr, "": ltr, "12": ltr, "עברית": rtl,
	} {
		if got := direction([]rune(text)); got != want {
			t.Errorf("%q is read %v", text, got)
		}
	}
	for _, c := range []struct {
		base di.Direction
		runs []di.Direction
		want []int
	}{
		{ltr, []di.Direction{ltr}, []int{0}},
		{ltr, []di.Direction{ltr, rtl, rtl, ltr}, []int{0, 2, 1, 3}},
		{rtl, []di.Direction{rtl, ltr, ltr, rtl}, []int{3, 1, 2, 0}},
		{rtl, []di.Direction{rtl, rtl}, []int{1, 0}},
	} {
		runs := make([]shaping.Output, len(c.runs))
		for i, direction := range c.runs {
			runs[i].Direction, runs[i].Runes.Offset = direction, i
		}
		var got []int
		for _, run := range inReadingOrder(runs, c.base) {
			got = append(got, run.Runes.Offset)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v in %v are read as %v, want %v", c.runs, c.base, got, c.want)
		}
	}
}

// TestOutlinesAreAsWideAsTheText compares the outlines that other painters draw with what a line is said to need.
func TestOutlinesAreAsWideAsTheText(t *testing.T) {
	const size = 20
	text := "Amazon → OpenAI"
	right := 0.0
	for _, polygon := range Outlines(text, false, size) {
		if len(polygon) < 3 {
			t.Errorf("a polygon of %d corners", len(polygon))
		}
		for _, corner := range polygon {
			right = max(right, corner.X)
		}
	}
	if width := TextWidth(text, false, size); right > width+1 || right < width-size/2 {
		t.Errorf("the outlines end at %.1f, the text at %.1f", right, width)
	}
	if Borrowed(text, false) {
		t.Error("the embedded font has every letter of an English name")
	}
}
