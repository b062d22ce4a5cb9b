package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// svgOf returns the file, all its text, and how many elements of each name it has.
func svgOf(t *testing.T, s *Scene, frame Frame) (file, text string, elements map[string]int) {
	t.Helper()
	var out bytes.Buffer
	if err := WriteSVG(&out, Page{Scene: s, Camera: Camera{Width: 1120, Height: 800, Scale: 1}.Fit(s), Style: Light(), Frame: frame}); err != nil {
		t.Fatal(err)
	}
	file = out.String()
	elements = make(map[string]int)
	var words strings.Builder
	decoder := xml.NewDecoder(&out)
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return file, words.String(), elements
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			elements[token.Name.Local]++
			for i, a := range token.Attr {
				for _, b := range token.Attr[i+1:] {
					if a.Name == b.Name {
						t.Errorf("<%s> has %s twice", token.Name.Local, a.Name.Local)
					}
				}
				if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
					t.Errorf("<%s> has %s=%q", token.Name.Local, a.Name.Local, a.Value)
				}
			}
		case xml.CharData:
			words.Write(token)
			words.WriteByte('\n')
		}
	}
}

func TestSVGHoldsThePicture(t *testing.T) {
	in := dealInput(t, network.View{})
	frame := Frame{Title: "Who pays whom & why <now>", Lines: []string{"All of it"}, Sources: []string{"a & b"}}
	scene := Build(in)
	_, text, elements := svgOf(t, scene, frame)
	wanted := []string{frame.Title, "All of it", "Source: a & b", "Headline totals, best figures", "amount undisclosed", "on a loop; thicker: more goes round", "AI lab", "$300bn"}
	for _, disc := range scene.Discs {
		wanted = append(wanted, disc.Name)
	}
	for _, arrow := range scene.Arrows {
		wanted = append(wanted, arrow.Amount)
	}
	for _, want := range wanted {
		if !strings.Contains(text, want) {
			t.Errorf("the file does not say %q", want)
		}
	}
	if elements["path"] < len(scene.Arrows)*2+len(scene.Discs) || elements["text"] < len(scene.Arrows)+len(scene.Discs) {
		t.Errorf("too few shapes or texts: %v", elements)
	}
}

func TestSVGIsTheSameTwiceAndAtEveryScale(t *testing.T) {
	scene := dealScene(t)
	var files [2]bytes.Buffer
	for i, scale := range []float64{1, 2} {
		camera := Camera{Width: int(1000 * scale), Height: int(700 * scale), Scale: scale, Zoom: 1}
		if err := WriteSVG(&files[i], Page{Scene: scene, Camera: camera, Style: Dark()}); err != nil {
			t.Fatal(err)
		}
	}
	if files[0].String() != files[1].String() {
		t.Error("the file depends on the scale of the screen")
	}
}

func TestSVGOfAnyName(t *testing.T) {
	for _, name := range []string{"A&B <Co> \"x\"", "\x00\x01", "Zürich Ré", "日本電信電話", strings.Repeat("long ", 60), "\xff\xfe", ""} {
		in := dealInput(t, network.View{})
		in.Book.Companies[0].Name = name
		built, err := network.Build(in.Book, in.View)
		if err != nil {
			t.Fatal(err)
		}
		in.Network = built
		svgOf(t, Build(in), Frame{Title: name, Sources: []string{name}})
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestWritersReportErrors(t *testing.T) {
	page := Page{Scene: dealScene(t), Camera: Camera{Width: 100, Height: 100, Scale: 1, Zoom: 1}, Style: Light()}
	for name, write := range map[string]func(io.Writer, Page) error{"SVG": WriteSVG, "PNG": WritePNG, "PDF": WritePDF} {
		if err := write(fullDisk{}, page); err == nil {
			t.Errorf("a full disk goes unnoticed by %s", name)
		}
	}
}

func TestLegendListsOnlyWhatIsShown(t *testing.T) {
	scene := dealScene(t)
	var marks []Mark
	for _, line := range scene.Legend.Lines {
		marks = append(marks, line.Mark)
	}
	want := []Mark{MarkFinancing, MarkCommercial, MarkDashed, MarkDotted, MarkLoop}
	if len(marks) != len(want) {
		t.Fatalf("got %v, want %v", marks, want)
	}
	for i := range want {
		if marks[i] != want[i] {
			t.Errorf("got %v, want %v", marks, want)
		}
	}
	wantRoles := []deal.Role{deal.RoleLab, deal.RoleCloud, deal.RoleChips, deal.RoleInvestor, deal.RoleDataCentre}
	if len(scene.Legend.Roles) != len(wantRoles) {
		t.Errorf("got %v, want %v", scene.Legend.Roles, wantRoles)
	}
	examples := scene.Legend.widthsAt(1)
	full := examples[len(examples)-1]
	if full.Text != "$300bn" || full.Width != arrowOf(t, scene, 6).Width {
		t.Errorf("the example %+v is not as wide as the leg of that amount", full)
	}
	for view, want := range map[*network.View]string{
		{}:                                     "Headline totals, best figures",
		{Basis: network.BasisYear}:             "An average year, best figures",
		{Basis: network.BasisYear, Year: 2027}: "The year 2027, best figures",
		{Basis: network.BasisDrawn, Figure: network.PickLow}: "Paid so far, low figures",
		{AsOf: "2025-11-03", Figure: network.PickHigh}:       "Headline totals, high figures, as of 3 Nov 2025",
	} {
		if got := heading(*view); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestSVGBringsItsLetters reads the fonts out of a file: each has every letter that is written in its weight.
func TestSVGBringsItsLetters(t *testing.T) {
	in := dealInput(t, network.View{})
	file, _, _ := svgOf(t, Build(in), Frame{Title: "Größe ≤ 10", Lines: []string{"中文 too"}})
	fonts := regexp.MustCompile(`font-weight:(\d+);src:url\(data:font/ttf;base64,([^)]*)\)`).FindAllStringSubmatch(file, -1)
	if len(fonts) != 2 || len(file) > 120_000 {
		t.Fatalf("%d fonts in a file of %d bytes", len(fonts), len(file))
	}
	for _, text := range regexp.MustCompile(`<text [^>]*?(font-weight="600")?[^>]*>([^<]*)</text>`).FindAllStringSubmatch(file, -1) {
		at := 0
		if strings.Contains(text[0], `font-weight="600"`) {
			at = 1
		}
		data, err := base64.StdEncoding.DecodeString(fonts[at][2])
		if err != nil {
			t.Fatal(err)
		}
		font, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, letter := range html.UnescapeString(text[2]) {
			glyph, err := font.GlyphIndex(nil, letter)
			if err != nil || (glyph == 0) == faceOf(at == 1).has(letter) {
				t.Errorf("%q of %q is glyph %d of the font in the file: %v", letter, text[2], glyph, err)
			}
		}
	}
}

// TestSVGCentresNames: in other letters than ours, a name still stands about the middle of its place.
func TestSVGCentresNames(t *testing.T) {
	scene := dealScene(t)
	camera := Camera{Width: 1120, Height: 800, Scale: 1}.Fit(scene)
	file, _, _ := svgOf(t, scene, Frame{})
	for _, label := range scene.Labels(camera.Zoom) {
		if label.Company == 0 || len(label.Lines) != 1 {
			continue
		}
		found := regexp.MustCompile(`<text x="([0-9.]+)" [^>]*text-anchor="middle"[^>]*>` + regexp.QuoteMeta(escaped(label.Lines[0])) + `<`).FindStringSubmatch(file)
		if want := number(camera.ToScreen(label.text().Middle()).X); len(found) < 2 || found[1] != want {
			t.Errorf("%s stands about %q, not %s", label.Lines[0], found, want)
		}
	}
}
