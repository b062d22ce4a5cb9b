package cell

import (
	"math"
	"strconv"
)

// certainDigits is how many significant digits of a computed float64 mean something: a decimal of so many digits is told
// apart from every other one by a float64, and what stands behind them is what computing left over.
const certainDigits = 15

// Number writes a number for a program to read: the shortest decimal that is the number to 15 significant digits, an
// amount to the cent with all of its digits; with a point and no separators, "" for what is no number. Every number of
// a file is written so, and the same number everywhere the same.
func Number(value float64) string {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return ""
	}
	if value = certain(value); value == 0 {
		return "0" // never -0
	}
	if magnitude := math.Abs(value); magnitude < 1e-6 || magnitude >= 1e21 {
		return strconv.FormatFloat(value, 'e', -1, 64)
	}
	return strconv.FormatFloat(value, 'f', -1, 64)
}

// manyCents is where a number begins to have more than 15 digits down to the cent; from there on all of these are kept.
const manyCents = 1e13

// certain returns the number without what computing left over, such as 0.056 for 0.055999999999999994. Of two numbers
// the greater stays the greater, or both become one.
func certain(value float64) float64 {
	text := strconv.FormatFloat(value, 'e', certainDigits-1, 64)
	if math.Abs(value) >= manyCents {
		text = strconv.FormatFloat(value, 'f', 2, 64)
	}
	rounded, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return value
	}
	return rounded
}
