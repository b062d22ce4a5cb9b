package picture

import (
	"image/color"
	"math"
	"strconv"

	"roundtrip/internal/deal"
)

// Style is every colour of a picture. Text stands at least 4.5 to 1 against what is behind it. Colours that tell two things
// apart do so for readers without one kind of cone too (see TestColoursAreToldApart).
type Style struct {
	Background color.RGBA
	Text       color.RGBA
	TextFaded  color.RGBA // of companies that are not looked at, and of notes

	Financing  color.RGBA // legs that fund their payee
	Commercial color.RGBA // legs that buy from their payee

	Loop     color.RGBA // glow under legs that lie on a loop
	LoopRim  color.RGBA // thin line around those glows
	LoopLit  color.RGBA // glow under the selected loop
	Accent   color.RGBA // rim of what is selected, lines that belong to the selection
	Smallest color.RGBA // the note on the leg that bounds a loop
	OnMark   color.RGBA // text on Smallest and Badge
	Badge    color.RGBA // flags

	Ghost     color.RGBA // widths before the what-if
	Panel     color.RGBA // behind the legend
	PanelLine color.RGBA // its border
	Rim       color.RGBA // thin outline of discs

	Roles      map[deal.Role]color.RGBA
	OnDark     color.RGBA // text inside dark discs
	OnLight    color.RGBA // text inside light discs
	FadedShare float64    // how much of its own colour a faded shape keeps, 0 to 1
}

func rgb(hex uint32) color.RGBA {
	return color.RGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

var light = Style{
	Background: rgb(0xfcfbf8), Text: rgb(0x1f2328), TextFaded: rgb(0x6b6e73),
	Financing: rgb(0xb84300), Commercial: rgb(0x1668a8),
	Loop: rgb(0xfce199), LoopRim: rgb(0xb08515), LoopLit: rgb(0xffd65c), Accent: rgb(0x1f2328),
	Smallest: rgb(0x8a2574), OnMark: rgb(0xffffff), Badge: rgb(0xa8321f),
	Ghost: rgb(0x8d9198), Panel: rgb(0xffffff), PanelLine: rgb(0xdedbd3), Rim: rgb(0xfcfbf8),
	Roles: map[deal.Role]color.RGBA{
		deal.RoleLab: rgb(0x6040a2), deal.RoleCloud: rgb(0x3a768f), deal.RoleChips: rgb(0x526d4a),
		deal.RoleInvestor: rgb(0x866813), deal.RoleDataCentre: rgb(0x574043), deal.RoleOther: rgb(0x727171),
	},
	OnDark: rgb(0xffffff), OnLight: rgb(0x000000), FadedShare: 0.16,
}

var dark = Style{
	Background: rgb(0x15181c), Text: rgb(0xeceef0), TextFaded: rgb(0x8e949b),
	Financing: rgb(0xff9457), Commercial: rgb(0x6cb4ee),
	Loop: rgb(0x57451b), LoopRim: rgb(0xb08c34), LoopLit: rgb(0x6f5210), Accent: rgb(0xf5f6f7),
	Smallest: rgb(0xe79bd3), OnMark: rgb(0x15181c), Badge: rgb(0xff8f7a),
	Ghost: rgb(0x7c838c), Panel: rgb(0x1d2126), PanelLine: rgb(0x363c44), Rim: rgb(0x15181c),
	Roles: map[deal.Role]color.RGBA{
		deal.RoleLab: rgb(0xc8a3f8), deal.RoleCloud: rgb(0x9ddde8), deal.RoleChips: rgb(0xcef1b2),
		deal.RoleInvestor: rgb(0xc6b871), deal.RoleDataCentre: rgb(0xc8958a), deal.RoleOther: rgb(0x9da2ae),
	},
	OnDark: rgb(0xffffff), OnLight: rgb(0x000000), FadedShare: 0.2,
}

// Light returns the colours for a light window and for paper. The caller must not change them.
func Light() *Style { return &light }

// Dark returns the colours for a dark window. The caller must not change them.
func Dark() *Style { return &dark }

// Role returns the colour of a company: its own where it has one, brought so far from the background's that it can
// be seen, otherwise its role's.
func (st *Style) Role(role deal.Role, own string) color.RGBA {
	if colour, ok := parseHex(own); ok {
		return st.visible(colour)
	}
	if colour, ok := st.Roles[role]; ok {
		return colour
	}
	return st.Roles[deal.RoleOther]
}

// leastContrast is what a shape needs against what is behind it (WCAG 2.1, 1.4.11).
const leastContrast = 3.0

// readable is what text needs against what is behind it (WCAG 2.1, 1.4.3).
const readable = 4.5

// visible returns the colour itself where it stands out from the background, otherwise the nearest mixture with the
// text's that does.
func (st *Style) visible(colour color.RGBA) color.RGBA {
	seen := colour
	for part := 0.05; part <= 1 && Contrast(seen, st.Background) < leastContrast; part += 0.05 {
		seen = Mix(colour, st.Text, part)
	}
	return seen
}

// On returns the colour of text on a filled shape.
func (st *Style) On(fill color.RGBA) color.RGBA {
	if Contrast(st.OnDark, fill) >= Contrast(st.OnLight, fill) {
		return st.OnDark
	}
	return st.OnLight
}

// OnFaded returns the colour of text on a filled shape that is not looked at: that of faded text, brought so far towards
// that of text that it can be read.
func (st *Style) OnFaded(fill color.RGBA) color.RGBA {
	ground, ink := st.Fade(fill), st.TextFaded
	for part := 0.05; part <= 1 && Contrast(ink, ground) < readable; part += 0.05 {
		ink = Mix(st.TextFaded, st.Text, part)
	}
	return ink
}

// Money returns the colour of a leg.
func (st *Style) Money(financing bool) color.RGBA {
	if financing {
		return st.Financing
	}
	return st.Commercial
}

// Fade returns the colour of a shape that is not looked at: most of the way to the background.
func (st *Style) Fade(colour color.RGBA) color.RGBA { return Mix(st.Background, colour, st.FadedShare) }

// Mix returns the colour that is part of the way from one to the other.
func Mix(from, to color.RGBA, part float64) color.RGBA {
	blend := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + (float64(b)-float64(a))*part)) }
	return color.RGBA{R: blend(from.R, to.R), G: blend(from.G, to.G), B: blend(from.B, to.B), A: blend(from.A, to.A)}
}

// Contrast returns the contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1).
func Contrast(a, b color.RGBA) float64 {
	high, low := luminance(a), luminance(b)
	if high < low {
		high, low = low, high
	}
	return (high + 0.05) / (low + 0.05)
}

func luminance(c color.RGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// parseHex reads "#rrggbb".
func parseHex(text string) (color.RGBA, bool) {
	if len(text) != 7 || text[0] != '#' {
		return color.RGBA{}, false
	}
	value, err := strconv.ParseUint(text[1:], 16, 32)
	if err != nil {
		return color.RGBA{}, false
	}
	return rgb(uint32(value)), true
}
