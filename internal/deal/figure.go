package deal

// Said is the way in which a source states a figure.
type Said string

// The ways of stating a figure. The empty one means that there is no figure at all, as for a valuation that
// no source mentions.
const (
	SaidNothing     Said = ""
	SaidExact       Said = "exact"
	SaidAbout       Said = "about"
	SaidUpTo        Said = "up to"
	SaidAtLeast     Said = "at least"
	SaidRange       Said = "range"
	SaidUndisclosed Said = "undisclosed"
)

// Saids lists every way of stating a leg's figure in its fixed order.
var Saids = []Said{SaidExact, SaidAbout, SaidUpTo, SaidAtLeast, SaidRange, SaidUndisclosed}

// Figure is an amount as a source states it, in minor units (cents). An undisclosed figure has no number
// until the analyst assumes one; the high end of "at least" is open until it is assumed.
type Figure struct {
	Said            Said
	Low, Best, High int64 // 0 <= Low <= Best <= High; all 0 while undisclosed and not assumed
	Assumed         bool  // the analyst widened or filled in what the source leaves open
}

// Exactly returns the figure of a source that gives one number.
func Exactly(cents int64) Figure {
	return Figure{Said: SaidExact, Low: cents, Best: cents, High: cents}
}

// About returns the figure of a source that gives one number as approximate. Its width is not known, so low
// and high stay at the number until an analyst assumes a margin.
func About(cents int64) Figure { return Figure{Said: SaidAbout, Low: cents, Best: cents, High: cents} }

// UpTo returns a ceiling: low 0, best and high the ceiling.
func UpTo(cents int64) Figure { return Figure{Said: SaidUpTo, Best: cents, High: cents} }

// AtLeast returns a floor: low and best the floor, high open.
func AtLeast(cents int64) Figure {
	return Figure{Said: SaidAtLeast, Low: cents, Best: cents, High: cents}
}

// Between returns a range, its best figure in the middle (rounded down to the cent).
func Between(low, high int64) Figure {
	return Figure{Said: SaidRange, Low: low, Best: low + (high-low)/2, High: high}
}

// Undisclosed returns a figure without a number.
func Undisclosed() Figure { return Figure{Said: SaidUndisclosed} }

// Assume returns the figure with the analyst's own range in place of what the source leaves open.
func (f Figure) Assume(low, best, high int64) Figure {
	f.Low, f.Best, f.High, f.Assumed = low, best, high, true
	return f
}

// Set reports whether the figure states anything, be it that the number is undisclosed.
func (f Figure) Set() bool { return f.Said != SaidNothing }

// Known reports whether the figure has a number, stated or assumed.
func (f Figure) Known() bool {
	return f.Set() && (f.Said != SaidUndisclosed || f.Assumed)
}

// HighOpen reports whether nothing bounds the figure from above; High then repeats the floor.
func (f Figure) HighOpen() bool {
	return !f.Known() || f.Said == SaidAtLeast && !f.Assumed
}

// Text returns the figure in the words in which it can be typed again: "up to $10bn", "$10bn to $15bn",
// "undisclosed". What the analyst assumed is not part of it; see AssumedText.
func (f Figure) Text(currency Currency) string {
	switch f.Said {
	case SaidNothing:
		return ""
	case SaidUndisclosed:
		return string(SaidUndisclosed)
	case SaidRange:
		return Money{f.Low, currency}.Exact() + " to " + Money{f.High, currency}.Exact()
	case SaidExact:
		return Money{f.Best, currency}.Exact()
	case SaidAtLeast:
		if f.Assumed {
			return string(f.Said) + " " + Money{f.Low, currency}.Exact()
		}
	}
	return string(f.Said) + " " + Money{f.Best, currency}.Exact()
}

// AssumedText returns the analyst's own range as it can be typed again, or "" when nothing is assumed.
func (f Figure) AssumedText(currency Currency) string {
	switch {
	case !f.Assumed:
		return ""
	case f.Low == f.High:
		return Money{f.Best, currency}.Exact()
	}
	return Money{f.Low, currency}.Exact() + " to " + Money{f.High, currency}.Exact()
}

// Short returns the figure as a label shows it: $10bn, ≤$10bn, ≥$13bn, ~$10bn, $10bn–$15bn, "undisclosed", and of a figure
// that the analyst assumes that it is assumed: "$10bn assumed".
func (f Figure) Short(currency Currency) string {
	if f.Assumed {
		return f.short(currency) + " assumed"
	}
	return f.short(currency)
}

// Shortest is Short where there is no room for words: what is assumed has a question mark behind it, as on the canvas.
func (f Figure) Shortest(currency Currency) string {
	if f.Assumed {
		return f.short(currency) + "?"
	}
	return f.short(currency)
}

func (f Figure) short(currency Currency) string {
	best := Money{f.Best, currency}.Short()
	switch {
	case !f.Set():
		return ""
	case f.Assumed && f.Low != f.High:
		return Money{f.Low, currency}.Short() + "–" + Money{f.High, currency}.Short()
	case f.Assumed:
		return best
	}
	switch f.Said {
	case SaidAbout:
		return "~" + best
	case SaidUpTo:
		return "≤" + best
	case SaidAtLeast:
		return "≥" + best
	case SaidRange:
		return Money{f.Low, currency}.Short() + "–" + Money{f.High, currency}.Short()
	case SaidUndisclosed:
		return "undisclosed"
	}
	return best
}
