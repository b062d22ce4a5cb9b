package picture

import (
	"image/color"
	"math"
	"testing"

	"roundtrip/internal/deal"
)

// eyes are what a reader makes of light: a matrix over linear red, green and blue.
type eyes [3][3]float64

// readers are everybody and those without one kind of cone, as Machado, Oliveira and Fernandes (2009, A physiologically-based
// model for simulation of color vision deficiency, IEEE TVCG 15, table 1) have them at severity 1.
var readers = map[string]eyes{
	"everybody":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopes":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopes": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopes":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// see returns a colour as CIE L*a*b* of what the reader makes of it.
func (e eyes) see(c color.RGBA) [3]float64 {
	var light, seen [3]float64
	for i, v := range [3]uint8{c.R, c.G, c.B} {
		if s := float64(v) / 255; s <= 0.04045 {
			light[i] = s / 12.92
		} else {
			light[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	for i := range e {
		seen[i] = min(max(e[i][0]*light[0]+e[i][1]*light[1]+e[i][2]*light[2], 0), 1)
	}
	curve := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := curve((0.4124564*seen[0] + 0.3575761*seen[1] + 0.1804375*seen[2]) / 0.95047)
	y := curve(0.2126729*seen[0] + 0.7151522*seen[1] + 0.0721750*seen[2])
	z := curve((0.0193339*seen[0] + 0.1191920*seen[1] + 0.9503041*seen[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// difference returns how far apart two colours look: CIEDE2000 (Sharma, Wu, Dalal 2005). 1 can just be told apart side by
// side, 10 at a glance.
func difference(a, b [3]float64) float64 {
	square := func(x float64) float64 { return x * x }
	radians := func(degrees float64) float64 { return degrees * math.Pi / 180 }
	chromas := func() (float64, float64) { return math.Hypot(a[1], a[2]), math.Hypot(b[1], b[2]) }
	c1, c2 := chromas()
	grey := func(c float64) float64 { return math.Sqrt(math.Pow(c, 7) / (math.Pow(c, 7) + math.Pow(25, 7))) }
	stretch := 1 + 0.5*(1-grey((c1+c2)/2))
	a[1], b[1] = a[1]*stretch, b[1]*stretch
	c1, c2 = chromas()
	hue := func(lab [3]float64) float64 { return math.Mod(math.Atan2(lab[2], lab[1])*180/math.Pi+360, 360) }
	h1, h2 := hue(a), hue(b)
	turn, middle := h2-h1, (h1+h2)/2
	switch {
	case c1*c2 == 0:
		turn, middle = 0, h1+h2
	case math.Abs(turn) > 180:
		turn -= math.Copysign(360, turn)
		middle += math.Copysign(180, 360-h1-h2)
	}
	light, chroma := (a[0]+b[0])/2, (c1+c2)/2
	t := 1 - 0.17*math.Cos(radians(middle-30)) + 0.24*math.Cos(radians(2*middle)) + 0.32*math.Cos(radians(3*middle+6)) - 0.20*math.Cos(radians(4*middle-63))
	byLight := (b[0] - a[0]) / (1 + 0.015*square(light-50)/math.Sqrt(20+square(light-50)))
	byChroma := (c2 - c1) / (1 + 0.045*chroma)
	byHue := 2 * math.Sqrt(c1*c2) * math.Sin(radians(turn)/2) / (1 + 0.015*chroma*t)
	turned := -2 * grey(chroma) * math.Sin(radians(60*math.Exp(-square((middle-275)/25))))
	return math.Sqrt(square(byLight) + square(byChroma) + square(byHue) + turned*byChroma*byHue)
}

// TestDifference checks pairs of the table of Sharma, Wu and Dalal (2005).
func TestDifference(t *testing.T) {
	for _, pair := range []struct {
		a, b [3]float64
		want float64
	}{
		{[3]float64{50, 2.6772, -79.7751}, [3]float64{50, 0, -82.7485}, 2.0425},
		{[3]float64{50, 2.5, 0}, [3]float64{73, 25, -18}, 27.1492},
		{[3]float64{50, 2.5, 0}, [3]float64{50, 0, -2.5}, 4.3065},
		{[3]float64{60.2574, -34.0099, 36.2677}, [3]float64{60.4626, -34.1751, 39.4387}, 1.2644},
		{[3]float64{2.0776, 0.0795, -1.1350}, [3]float64{0.9033, -0.0636, -0.5514}, 0.9082},
	} {
		if got := difference(pair.a, pair.b); math.Abs(got-pair.want) > 1e-4 {
			t.Errorf("%v and %v are %.4f apart, want %.4f", pair.a, pair.b, got, pair.want)
		}
	}
}

// How far apart two colours are at least that tell two things apart: alone, and beside another sign that does too.
const (
	apartAlone  = 20.0
	apartBeside = 10.0
)

// twoThings are two things that a picture has in two colours.
type twoThings struct {
	what  string
	a, b  color.RGBA
	other string // what tells them apart besides; "": nothing
}

// coloured returns every pair of things of a style that differ in colour.
func coloured(st *Style) []twoThings {
	list := []twoThings{
		{"financing and commercial", st.Financing, st.Commercial, ""},
		{"the rim of a loop's ground and what is around it", st.LoopRim, st.Background, ""},
		{"the rim of a loop's ground and the ground", st.LoopRim, st.Loop, ""},
		{"the rim of the lit loop's ground and the ground", st.LoopRim, st.LoopLit, ""},
		{"a loop's ground and what is around it", st.Loop, st.Background, "its rim"},
		{"financing and a loop's ground", st.Financing, st.Loop, ""},
		{"commercial and a loop's ground", st.Commercial, st.Loop, ""},
		{"financing and the lit loop's ground", st.Financing, st.LoopLit, ""},
		{"commercial and the lit loop's ground", st.Commercial, st.LoopLit, ""},
		{"what was before and financing", st.Ghost, st.Financing, ""},
		{"what was before and commercial", st.Ghost, st.Commercial, ""},
		{"financing and faded financing", st.Financing, st.Fade(st.Financing), ""},
		{"commercial and faded commercial", st.Commercial, st.Fade(st.Commercial), ""},
		{"names and faded names", st.Text, st.TextFaded, ""},
		{"warnings and what is around them", st.Badge, st.Background, ""},
		{"the note on the smallest leg and what is around it", st.Smallest, st.Background, ""},
	}
	for i, role := range deal.Roles {
		list = append(list, twoThings{string(role) + " and faded ones", st.Roles[role], st.Fade(st.Roles[role]), ""})
		for _, other := range deal.Roles[i+1:] {
			shape := "their shapes"
			if shapeOf(role) == shapeOf(other) {
				shape = ""
			}
			list = append(list, twoThings{string(role) + " and " + string(other), st.Roles[role], st.Roles[other], shape})
		}
	}
	return list
}

// TestColoursAreToldApart: colours that alone tell two things apart do so for every reader, and those that stand beside
// another sign nearly as well. The lit loop is told from others by all else being faded, and warnings and notes from each
// other by their shapes and words: their colours need not be.
func TestColoursAreToldApart(t *testing.T) {
	for name, st := range map[string]*Style{"light": Light(), "dark": Dark()} {
		for _, pair := range coloured(st) {
			least := apartAlone
			if pair.other != "" {
				least = apartBeside
			}
			for reader, eyes := range readers {
				if far := difference(eyes.see(pair.a), eyes.see(pair.b)); far < least {
					t.Errorf("%s: to %s %s are only %.1f apart, beside %q", name, reader, pair.what, far, pair.other)
				}
			}
		}
	}
}
