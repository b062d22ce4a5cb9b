package chart

import (
	"strings"
	"sync"

	ximage "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"roundtrip/assets"
	"roundtrip/internal/picture"
)

// typefaces are the program's fonts, regular and bold, read once.
var typefaces = sync.OnceValues(func() ([2]*opentype.Font, error) {
	var faces [2]*opentype.Font
	for i, data := range [][]byte{assets.FontRegular, assets.FontSemiBold} {
		face, err := opentype.Parse(data)
		if err != nil {
			return faces, err
		}
		faces[i] = face
	}
	return faces, nil
})

// faceOf returns the font in a size, and false when the program's fonts cannot be read.
func faceOf(bold bool, size float64) (font.Face, bool) {
	faces, err := typefaces()
	if err != nil {
		return font.Face{}, false
	}
	face := font.Face{Font: font.Font{Typeface: assets.FontFamily, Size: vg.Length(size)}, Face: faces[0]}
	if bold {
		face.Font.Weight, face.Face = ximage.WeightBold, faces[1]
	}
	return face, true
}

// widths remembers how wide letters are, in sizes: the labels of a slider's every step are much the same.
var widths = struct {
	sync.Mutex
	of [2]map[rune]float64
}{of: [2]map[rune]float64{{}, {}}}

// measureSize is the size at which letters are measured.
const measureSize = 100

// textWidth returns the width of one line in pixels at scale 1.
func textWidth(text string, bold bool, size float64) float64 {
	if picture.Borrowed(text, bold) {
		return picture.TextWidth(text, bold, size)
	}
	weight := 0
	if bold {
		weight = 1
	}
	widths.Lock()
	defer widths.Unlock()
	sum := 0.0
	for _, letter := range text {
		width, ok := widths.of[weight][letter]
		if !ok {
			if face, ok := faceOf(bold, measureSize); ok {
				width = float64(face.Width(picture.Seen(string(letter)))) / measureSize
			}
			widths.of[weight][letter] = width
		}
		sum += width
	}
	return sum * size
}

// wrapped breaks the text at spaces into at most so many lines of the width; what does not fit ends in an
// ellipsis.
func wrapped(text string, bold bool, size, width float64, most int) []string {
	var lines []string
	words := strings.Fields(text)
	for len(words) > 0 {
		if len(lines) == most-1 {
			return append(lines, shortened(strings.Join(words, " "), bold, size, width))
		}
		count := 1
		for count < len(words) && textWidth(strings.Join(words[:count+1], " "), bold, size) <= width {
			count++
		}
		line := strings.Join(words[:count], " ")
		words = words[count:]
		lines = append(lines, shortened(line, bold, size, width))
	}
	return lines
}

// shortened cuts a line to the width, with an ellipsis where something is missing.
func shortened(text string, bold bool, size, width float64) string {
	if textWidth(text, bold, size) <= width {
		return text
	}
	letters := []rune(text)
	for len(letters) > 1 {
		letters = letters[:len(letters)-1]
		cut := strings.TrimRight(string(letters), " ,.-–(") + "…"
		if textWidth(cut, bold, size) <= width {
			return cut
		}
	}
	return "…"
}

// widest returns the width of the widest line.
func widest(lines []string, bold bool, size float64) float64 {
	width := 0.0
	for _, line := range lines {
		width = max(width, textWidth(line, bold, size))
	}
	return width
}
