package picture

import (
	"encoding/base64"
	"maps"
	"slices"

	"codeberg.org/go-pdf/fpdf"

	"roundtrip/assets"
)

// A file must look the same on a machine without the program's font, so the letters that are written come along: browsers
// take them where it is not installed. Programs that know no fonts in files take the next that is as wide.

// lettersFamily is the name of the font that a file brings along: one of its own, so that a report around the picture does
// not take its few letters for a whole font.
const lettersFamily = "Roundtrip Letters"

// remember notes the letters of a text that the program's font has.
func (p *svgPen) remember(text string, bold bool) {
	at := 0
	if bold {
		at = 1
	}
	if p.letters[at] == nil {
		p.letters[at] = make(map[rune]bool)
	}
	f := faceOf(bold)
	f.mutex.Lock()
	defer f.mutex.Unlock()
	for _, letter := range text {
		if !p.letters[at][letter] && f.has(letter) {
			p.letters[at][letter] = true
		}
	}
}

// fonts writes the letters of both weights that were used.
func (p *svgPen) fonts() {
	weights := [2]int{400, 600}
	for at, font := range [2][]byte{assets.FontRegular, assets.FontSemiBold} {
		if len(p.letters[at]) == 0 {
			continue
		}
		letters := slices.Sorted(maps.Keys(p.letters[at]))
		cut := base64.StdEncoding.EncodeToString(fpdf.UTF8CutFont(font, string(letters)))
		p.printf("<style>@font-face{font-family:'%s';font-weight:%d;src:url(data:font/ttf;base64,%s)format('truetype')}</style>\n",
			lettersFamily, weights[at], cut)
	}
}
