package cell

import (
	"encoding/json"
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func TestNumbersReadBack(t *testing.T) {
	for value, want := range map[float64]string{
		0: "0", math.Copysign(0, -1): "0", 0.1: "0.1", 741_750_000_000: "741750000000", -2.5: "-2.5", 1e-7: "1e-07",
		0.06201550387596899: "0.06201550387596899", math.Inf(1): "", math.NaN(): "",
	} {
		if got := Number(value); got != want {
			t.Errorf("%v is written %q, want %q", value, got, want)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		value := rapid.Float64().Draw(r, "value")
		text := Number(value)
		if math.IsInf(value, 0) || math.IsNaN(value) {
			return
		}
		var read float64
		if err := json.Unmarshal([]byte(text), &read); err != nil || read != value {
			r.Fatalf("%v is written %q and read as %v, %v", value, text, read, err)
		}
		if shortest := strconv.FormatFloat(value, 'e', -1, 64); value != 0 && digits(text) > digits(shortest) {
			r.Fatalf("%v is written %q", value, text)
		}
	})
}

// digits counts the digits that mean something.
func digits(text string) int {
	count, zeros, begun := 0, 0, false
	for _, letter := range text {
		switch {
		case letter == 'e':
			return count
		case letter < '0' || letter > '9':
		case letter == '0' && begun:
			zeros++
		case letter != '0':
			begun = true
			count, zeros = count+zeros+1, 0
		}
	}
	return count
}
