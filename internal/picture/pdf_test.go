package picture

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"roundtrip/internal/network"
)

// pdfOf returns the file and the content of its page.
func pdfOf(t *testing.T, page Page) (file []byte, content string) {
	t.Helper()
	var out bytes.Buffer
	if err := WritePDF(&out, page); err != nil {
		t.Fatal(err)
	}
	file = out.Bytes()
	for _, stream := range regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`).FindAllSubmatch(file, -1) {
		reader, err := zlib.NewReader(bytes.NewReader(stream[1]))
		if err != nil {
			continue
		}
		// The page is the first stream; what follows is fonts.
		if text, err := io.ReadAll(reader); err == nil && strings.Contains(string(text), " re W n") {
			return file, string(text)
		}
	}
	t.Fatal("the file has no page that can be read")
	return nil, ""
}

// utf16Of writes a text as the file's strings hold it.
func utf16Of(text string) string {
	var out strings.Builder
	for _, letter := range text {
		out.WriteString(fmt.Sprintf("%c%c", rune(byte(letter>>8)), rune(byte(letter))))
	}
	return out.String()
}

func TestPDFHoldsThePicture(t *testing.T) {
	scene := dealScene(t)
	page := Page{Scene: scene, Camera: Camera{Width: 2240, Height: 1600, Scale: 2}.Fit(scene), Style: Light(), Frame: testFrame(2)}
	file, content := pdfOf(t, page)
	width, height := page.At(1).Size()
	if want := fmt.Sprintf("[0 0 %.2f %.2f]", float64(width)*points, float64(height)*points); !bytes.Contains(file, []byte("/MediaBox "+want)) {
		t.Errorf("the page is not %s large", want)
	}
	latin := make([]rune, 0, len(content))
	for _, b := range []byte(content) {
		latin = append(latin, rune(b))
	}
	words := string(latin)
	wanted := []string{"Who pays whom", "AI lab", "$300bn"}
	for _, label := range scene.Labels(page.Camera.Zoom) {
		wanted = append(wanted, label.Lines...)
	}
	for _, want := range wanted {
		if !strings.Contains(words, utf16Of(want)) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if fills := strings.Count(content, "\nf\n"); fills < len(scene.Arrows)+len(scene.Discs) {
		t.Errorf("only %d filled shapes", fills)
	}
	if strokes := strings.Count(content, "\nS\n"); strokes < len(scene.Arrows) {
		t.Errorf("only %d lines", strokes)
	}
	if strings.Contains(content, "NaN") || strings.Contains(content, "Inf") {
		t.Error("a number of the page is none")
	}
	if opened, closed := strings.Count(content, "BDC"), strings.Count(content, "EMC"); opened == 0 || opened != closed {
		t.Errorf("%d halos are opened and %d closed", opened, closed)
	}
}

func TestPDFIsTheSameTwiceAndAtEveryScale(t *testing.T) {
	in := dealInput(t, network.View{})
	in.Book.Companies[0].Name = "Zürich Ré & Ångström"
	var files [3][]byte
	for i, scale := range []float64{1, 1, 2} {
		page := Page{Scene: Build(in), Camera: Camera{Width: int(1000 * scale), Height: int(700 * scale), Scale: scale, Zoom: 1}, Style: Dark(), Frame: testFrame(3)}
		files[i], _ = pdfOf(t, page)
	}
	if !bytes.Equal(files[0], files[1]) || !bytes.Equal(files[0], files[2]) {
		t.Error("the file is not the same twice")
	}
}

func TestPDFOfAnyName(t *testing.T) {
	for _, name := range []string{"A(B)\\C", "\x00\x01", "日本電信電話", strings.Repeat("long ", 60), "\xff\xfe", "", "🚀 Moon", "شركة"} {
		in := dealInput(t, network.View{})
		in.Book.Companies[0].Name = name
		built, err := network.Build(in.Book, in.View)
		if err != nil {
			t.Fatal(err)
		}
		in.Network = built
		scene := Build(in)
		pdfOf(t, Page{Scene: scene, Camera: Camera{Width: 800, Height: 600, Scale: 1}.Fit(scene), Style: Light(), Frame: Frame{Title: name}})
	}
}
