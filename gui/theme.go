package gui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"roundtrip/assets"
	"roundtrip/gui/widgets"
)

// Appearance is whether the window is light or dark.
type Appearance string

// The appearances; the empty one follows the system.
const (
	AppearanceSystem Appearance = ""
	AppearanceLight  Appearance = "light"
	AppearanceDark   Appearance = "dark"
)

// windowTheme is Fyne's theme with the program's colours, letters and denser sizes.
type windowTheme struct {
	fyne.Theme
	appearance Appearance
}

func newTheme(appearance Appearance) *windowTheme {
	return &windowTheme{Theme: theme.DefaultTheme(), appearance: appearance}
}

// dark reports whether the theme is dark, given what the system prefers.
func (t *windowTheme) dark(variant fyne.ThemeVariant) bool {
	return t.appearance == AppearanceDark || t.appearance == AppearanceSystem && variant == theme.VariantDark
}

// Color implements fyne.Theme.
func (t *windowTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if pair, ok := colours[name]; ok {
		if t.dark(variant) {
			return pair.dark
		}
		return pair.light
	}
	if t.dark(variant) {
		return t.Theme.Color(name, theme.VariantDark)
	}
	return t.Theme.Color(name, theme.VariantLight)
}

// Size implements fyne.Theme.
func (t *windowTheme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := sizes[name]; ok {
		return size
	}
	return t.Theme.Size(name)
}

// The letters of the window are those of its picture. They have the signs of how sure a number is (≤, ≥, ≈) and of who
// pays whom (→), which Fyne's own lack: a letter from another font stands higher than its line and is blurred, and
// where no font has it nothing is seen.
var (
	fontRegular  = fyne.NewStaticResource("IBMPlexSans-Regular.ttf", assets.FontRegular)
	fontSemiBold = fyne.NewStaticResource("IBMPlexSans-SemiBold.ttf", assets.FontSemiBold)
)

// Font implements fyne.Theme.
func (t *windowTheme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace || style.Italic || style.Symbol:
		return t.Theme.Font(style)
	case style.Bold:
		return fontSemiBold
	}
	return fontRegular
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:            13,
	theme.SizeNameCaptionText:     11.5,
	theme.SizeNameSubHeadingText:  16, // at 15 the lower ends of letters are cut: see TestLettersAreWhole
	theme.SizeNameHeadingText:     20,
	theme.SizeNamePadding:         4,
	theme.SizeNameInnerPadding:    6,
	theme.SizeNameInlineIcon:      18,
	theme.SizeNameScrollBar:       10,
	theme.SizeNameScrollBarSmall:  4,
	theme.SizeNameInputRadius:     4,
	theme.SizeNameSelectionRadius: 4,
}

type lightDark struct{ light, dark color.NRGBA }

func hex(rgb uint32) color.NRGBA {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xff}
}

func hexAlpha(rgb uint32, alpha uint8) color.NRGBA {
	c := hex(rgb)
	c.A = alpha
	return c
}

// inkAlpha is how opaque the text's colour is. Fyne 2.7 works out the colour of a menu's shortcuts from the lowest eight
// of the sixteen bits of each part of the text's colour, and of 0.95 of its alpha: of an opaque colour that leaves 50
// of 255, which nobody can read. With this alpha and these colours it leaves a colour near the text's own.
const inkAlpha = 238

// colours are the named colours, light and dark. Text has a contrast of at least 4.5:1 on every ground that it
// stands on.
var colours = map[fyne.ThemeColorName]lightDark{
	theme.ColorNameBackground:          {hex(0xffffff), hex(0x14171c)},
	theme.ColorNameForeground:          {hexAlpha(0x0e0f1d, inkAlpha), hexAlpha(0xf0f0f0, inkAlpha)},
	theme.ColorNamePrimary:             {hex(0x1d5fa8), hex(0x6cb0f5)},
	theme.ColorNameForegroundOnPrimary: {hex(0xffffff), hex(0x0d1117)},
	theme.ColorNameFocus:               {hexAlpha(0x1d5fa8, 0x55), hexAlpha(0x6cb0f5, 0x55)},
	theme.ColorNameSelection:           {hexAlpha(0x1d5fa8, 0x40), hexAlpha(0x6cb0f5, 0x40)},
	theme.ColorNameHyperlink:           {hex(0x1d5fa8), hex(0x6cb0f5)},
	theme.ColorNameButton:              {hex(0xe9edf2), hex(0x2a303a)},
	theme.ColorNameDisabledButton:      {hex(0xf1f3f6), hex(0x1f242c)},
	theme.ColorNameDisabled:            {hex(0x9aa3b0), hex(0x5d6673)},
	theme.ColorNamePlaceHolder:         {hex(0x68717e), hex(0x868f9c)},
	theme.ColorNameInputBackground:     {hex(0xffffff), hex(0x1b2027)},
	theme.ColorNameInputBorder:         {hex(0xc6cdd7), hex(0x3a424e)},
	theme.ColorNameSeparator:           {hex(0xdde2e9), hex(0x2a303a)},
	theme.ColorNameHover:               {hexAlpha(0x1a212c, 0x0d), hexAlpha(0xffffff, 0x10)},
	theme.ColorNamePressed:             {hexAlpha(0x1a212c, 0x1c), hexAlpha(0xffffff, 0x22)},
	theme.ColorNameMenuBackground:      {hex(0xffffff), hex(0x20252d)},
	theme.ColorNameOverlayBackground:   {hex(0xffffff), hex(0x1a1e25)},
	theme.ColorNameHeaderBackground:    {hex(0xf5f7f9), hex(0x1a1e25)},
	theme.ColorNameError:               {hex(0xb3261e), hex(0xff8a80)},
	theme.ColorNameWarning:             {hex(0x8a5a00), hex(0xf0b95a)},
	theme.ColorNameSuccess:             {hex(0x1d7044), hex(0x6fd19c)},
	theme.ColorNameScrollBar:           {hexAlpha(0x1a212c, 0x60), hexAlpha(0xffffff, 0x60)},
	theme.ColorNameShadow:              {hexAlpha(0x000000, 0x1a), hexAlpha(0x000000, 0x70)},

	widgets.ColourMuted:       {hex(0x596372), hex(0xa3adba)},
	widgets.ColourPanel:       {hex(0xf5f7f9), hex(0x1a1e25)},
	widgets.ColourRowSelected: {hex(0xd6e5f6), hex(0x25405e)},
	widgets.ColourRaised:      {hex(0xffffff), hex(0x222831)},
	widgets.ColourFinancing:   {hex(0xa83d00), hex(0xff9457)},
	widgets.ColourCommercial:  {hex(0x14609c), hex(0x6cb4ee)},
	widgets.ColourLoop:        {hex(0x7a5200), hex(0xf2c14e)},
}
