package cell

import (
	"math"
	"strconv"
)

// Number writes a number for a program to read: with as few digits as read back as exactly the same number, a point and
// no separators, "" for what is no number. Every number of a file is written so, and the same number everywhere the same.
func Number(value float64) string {
	magnitude := math.Abs(value)
	switch {
	case math.IsNaN(value), math.IsInf(value, 0):
		return ""
	case value == 0:
		return "0" // never -0
	case magnitude < 1e-6, magnitude >= 1e21:
		return strconv.FormatFloat(value, 'e', -1, 64)
	}
	return strconv.FormatFloat(value, 'f', -1, 64)
}
