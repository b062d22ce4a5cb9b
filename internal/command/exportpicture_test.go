package command

import (
	"bytes"
	"image/png"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"roundtrip/internal/picture"
)

// exported exports the document with the arguments and returns the file.
func exported(t *testing.T, document, name string, arguments ...string) []byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), name)
	must(t, append([]string{"export", document, out}, arguments...)...)
	return read(t, out)
}

// words returns the text of an SVG.
func words(svg []byte) string {
	var out strings.Builder
	for _, found := range regexp.MustCompile(`<text[^>]*>([^<]*)</text>`).FindAllSubmatch(svg, -1) {
		out.Write(found[1])
		out.WriteByte('\n')
	}
	return out.String()
}

func TestExportPictures(t *testing.T) {
	for name, c := range map[string]struct {
		arguments []string
		with      []string
		without   []string
	}{
		"as it is": {
			nil, []string{"AI deals: who pays whom", "Headline totals, best figures", "Anthropic", "$250bn", "Sources, by the raised numbers: 1", "on a loop"},
			[]string{"What if", "the what-if"},
		},
		"a year":        {[]string{"--view", "basis=year"}, []string{"An average year, best figures", "/yr"}, []string{"Headline totals"}},
		"some kinds":    {[]string{"--view", "kinds=cloud"}, []string{"$300bn"}, []string{"financing: equity", "AMD"}},
		"a day":         {[]string{"--view", "as_of=2025-10-01"}, []string{"as of 1 Oct 2025"}, []string{"announced up to"}},
		"another stake": {[]string{"--set", "Amazon>OpenAI=20bn"}, []string{"$20bn", "What if: Amazon → OpenAI", "by the what-if"}, []string{"≤$10bn\n"}},
		"a loop":        {[]string{"--loop", "1"}, []string{"bounds the loop", "Loop 1: ", "can go round"}, nil},
		"in layers":     {[]string{"--layout", "layers"}, []string{"Levels: "}, nil},
		"on a circle":   {[]string{"--layout", "Circle"}, []string{"Anthropic"}, []string{"Levels: "}},
		"no legend":     {[]string{"--no-legend"}, []string{"Sources, by the raised numbers: 1"}, []string{"on a loop"}},
		"no frame":      {[]string{"--no-frame"}, []string{"on a loop"}, []string{"Sources, by the raised numbers: 1", "AI deals: who pays whom"}},
	} {
		t.Run(name, func(t *testing.T) {
			svg := exported(t, Sample, "picture.svg", c.arguments...)
			said := words(svg)
			for _, want := range c.with {
				if !strings.Contains(said, want) {
					t.Errorf("the picture does not say %q:\n%s", want, said)
				}
			}
			for _, not := range c.without {
				if strings.Contains(said, not) {
					t.Errorf("the picture says %q", not)
				}
			}
			if again := exported(t, Sample, "picture.svg", c.arguments...); !bytes.Equal(svg, again) {
				t.Error("the picture is not the same twice")
			}
		})
	}
	if light, dark := exported(t, Sample, "a.svg"), exported(t, Sample, "b.svg", "--theme", "dark"); bytes.Equal(light, dark) {
		t.Error("the dark picture is the light one")
	}
	if pdf := exported(t, Sample, "picture.pdf"); !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Error("the PDF is none")
	}
}

func TestExportSizes(t *testing.T) {
	for _, c := range []struct {
		arguments     []string
		width, height int
	}{
		{nil, picture.SharpScale * pictureWidth, picture.SharpScale * pictureHeight},
		{[]string{"--size", "800x600"}, 1600, 1200},
		{[]string{"--size", "800x600", "--scale", "1"}, 800, 600},
		{[]string{"--size", "801X601", "--scale", "1.5"}, 1202, 902},
		{[]string{"--scale", "0.5", "--no-frame"}, 680, 540},
	} {
		decoded, err := png.DecodeConfig(bytes.NewReader(exported(t, Sample, "picture.png", c.arguments...)))
		if err != nil || decoded.Width != c.width || decoded.Height != c.height {
			t.Errorf("%q: %dx%d, %v", c.arguments, decoded.Width, decoded.Height, err)
		}
	}
	svg := exported(t, Sample, "picture.svg", "--size", "800x600")
	if !bytes.Contains(svg, []byte(`width="800" height="600"`)) {
		t.Error("the SVG has another size")
	}
}

// TestSmallExports: a small picture shows its companies, with as much of the legend as there is room for, or says why not.
func TestSmallExports(t *testing.T) {
	for _, c := range []struct {
		size, refused, legend string
		arguments             []string
	}{
		{size: "400x300", refused: "make it 400x"},
		{size: "640x480", legend: "on a loop"},
		{size: "400x300", arguments: []string{"--no-frame"}},
		{size: "1360x1080", legend: "on a loop"},
	} {
		out := filepath.Join(t.TempDir(), "small.svg")
		got := run(append([]string{"export", Sample, out, "--size", c.size}, c.arguments...)...)
		if c.refused != "" {
			if got.code == ExitDone || !strings.Contains(got.errors, c.refused) {
				t.Errorf("%s: exit code %d, %s", c.size, got.code, got.errors)
			}
			continue
		}
		said := words(read(t, out))
		if got.code != ExitDone || !strings.Contains(said, "Microsoft") || !strings.Contains(said, c.legend) ||
			(c.legend == "") != strings.Contains(got.errors, "too small for its legend") {
			t.Errorf("%s: exit code %d, %q, and the picture says\n%s", c.size, got.code, got.errors, said)
		}
	}
}

func TestExportSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		out       string
		arguments []string
		want      string
	}{
		{"a.gif", nil, "ends in none of"},
		{"a.png", []string{"--size", "big"}, "WIDTHxHEIGHT"},
		{"a.png", []string{"--size", "100x100"}, "between 200 and"},
		{"a.png", []string{"--size", "20000x20000", "--scale", "2"}, "million pixels"},
		{"a.png", []string{"--size", "300x200"}, "leaves no room"},
		{"a.png", []string{"--scale", "9"}, "between 0.25 and 8"},
		{"a.png", []string{"--scale", "much"}, "scale"},
		{"a.svg", []string{"--scale", "2"}, "sharp at every size"},
		{"a.svg", []string{"--theme", "pink"}, "light or dark"},
		{"a.svg", []string{"--layout", "star"}, "stress, layers or circle"},
		{"a.svg", []string{"--loop", "99"}, "roundtrip: --loop"},
		{"a.svg", []string{"--loop", "0"}, "roundtrip: --loop"},
		{"a.svg", []string{"--scenario", "Boom"}, "no scenarios"},
		{"a.svg", []string{"--view", "basis=weekly"}, "basis"},
		{"a.svg", []string{"--set", "Amazon>Nobody=1bn"}, "no company"},
		{"a.csv", []string{"--theme", "dark"}, "are for pictures"},
	} {
		got := run(append([]string{"export", Sample, filepath.Join(t.TempDir(), c.out)}, c.arguments...)...)
		if got.code == ExitDone || !strings.Contains(got.errors, c.want) {
			t.Errorf("%s %q: exit code %d, %s", c.out, c.arguments, got.code, got.errors)
		}
	}
}

func TestExportOfNothing(t *testing.T) {
	document := filepath.Join(t.TempDir(), "empty.roundtrip")
	must(t, "import", document, write(t, "companies.csv", "name\nAurora\n"))
	for _, name := range []string{"empty.png", "empty.svg", "empty.pdf"} {
		exported(t, document, name)
	}
	if said := words(exported(t, document, "empty.svg", "--view", "kinds=cloud")); !strings.Contains(said, "Aurora") {
		t.Errorf("a company without deals is not drawn:\n%s", said)
	}
}

func TestExportReport(t *testing.T) {
	page := string(exported(t, Sample, "report.html", "--view", "kinds=equity"))
	for _, want := range []string{"<svg", "<h2>Measures</h2>", "equity", "Sources"} {
		if !strings.Contains(page, want) {
			t.Errorf("the report does not have %q", want)
		}
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "<?xml") {
		t.Error("the report is no plain page")
	}
	if got := run("export", Sample, "x.html", "--set", "Amazon>OpenAI=5bn"); got.code != ExitMisuse || !strings.Contains(got.errors, "--set does not go with a report") {
		t.Errorf("--set with a report: %+v", got)
	}
}
