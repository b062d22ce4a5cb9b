package deal

import (
	"strings"
	"testing"
)

func TestFigureTextIsReadBack(t *testing.T) {
	for _, figure := range []Figure{
		Exactly(10 * billion), About(13 * billion), UpTo(22_400_000_000_00), AtLeast(500 * billion),
		Between(10*billion, 15*billion), Undisclosed(), Exactly(0), Exactly(1),
	} {
		text := figure.Text(USD)
		amount, err := ParseAmount(text)
		if err != nil || amount.Figure != figure {
			t.Errorf("%+v, written as %q, is read back as %+v, %v", figure, text, amount.Figure, err)
		}
	}
}

func TestFigureShort(t *testing.T) {
	for _, test := range []struct {
		figure Figure
		want   string
	}{
		{Exactly(10 * billion), "$10bn"},
		{UpTo(10 * billion), "≤$10bn"},
		{AtLeast(13 * billion), "≥$13bn"},
		{About(10 * billion), "~$10bn"},
		{Between(10*billion, 15*billion), "$10bn–$15bn"},
		{Undisclosed(), "undisclosed"},
		{Undisclosed().Assume(20*billion, 40*billion, 60*billion), "$20bn–$60bn assumed"},
		{Figure{}, ""},
	} {
		if got := test.figure.Short(USD); got != test.want {
			t.Errorf("%+v is shown as %q, not %q", test.figure, got, test.want)
		}
		if got, want := test.figure.Shortest(USD), strings.Replace(test.want, " assumed", "?", 1); got != want {
			t.Errorf("%+v is shown as %q where there is no room for words, not %q", test.figure, got, want)
		}
	}
}

func TestFigureOpenEnds(t *testing.T) {
	for _, test := range []struct {
		figure      Figure
		known, open bool
	}{
		{Exactly(1), true, false},
		{UpTo(1), true, false},
		{AtLeast(1), true, true},
		{AtLeast(1).Assume(1, 2, 3), true, false},
		{Undisclosed(), false, true},
		{Undisclosed().Assume(1, 2, 3), true, false},
		{Figure{}, false, true},
	} {
		if test.figure.Known() != test.known || test.figure.HighOpen() != test.open {
			t.Errorf("%+v: known %v, open %v", test.figure, test.figure.Known(), test.figure.HighOpen())
		}
	}
}
