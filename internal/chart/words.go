package chart

import (
	"math"
	"strconv"
	"strings"
)

// percent writes a fraction of one, to a tenth of a percent where it is small. What is not all of it is never 100%.
func percent(part float64) string {
	if part < 1 && part >= 0.995 {
		if text := strconv.FormatFloat(part*100, 'f', 2, 64); !strings.HasPrefix(text, "100") {
			return strings.TrimRight(text, "0") + "%"
		}
		return "over 99.99%"
	}
	decimals := 0
	if hundred := math.Abs(part * 100); hundred < 10 && hundred != math.Trunc(hundred) {
		decimals = 1
	}
	text := strconv.FormatFloat(part*100, 'f', decimals, 64)
	if text == "0.0" || text == "0" && part > 0 {
		return "under 0.1%"
	}
	if decimals == 1 {
		text = strings.TrimSuffix(text, ".0")
	}
	return text + "%"
}

// plainText writes a number without a unit.
func plainText(value float64) string {
	text := strconv.FormatFloat(math.Round(value*100)/100, 'f', -1, 64)
	if text == "-0" {
		return "0"
	}
	return strings.Replace(text, "-", "−", 1)
}

// signed writes a number with its sign: +0.74.
func signed(value float64) string {
	text := plainText(value)
	if text != "0" && !strings.HasPrefix(text, "−") {
		return "+" + text
	}
	return text
}
