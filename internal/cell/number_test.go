package cell

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumbersReadBack(t *testing.T) {
	for value, want := range map[float64]string{
		0: "0", math.Copysign(0, -1): "0", 0.1: "0.1", 741_750_000_000: "741750000000", -2.5: "-2.5", 1e-7: "1e-07",
		0.06201550387596899: "0.062015503875969", math.Inf(1): "", math.NaN(): "",
		0.055999999999999994: "0.056", -0.30000000000000004: "-0.3", 5.6000000000000005e-8: "5.6e-08", 100 * 0.07: "7",
		45_035_996_273_704.95: "45035996273704.95", 9_007_199_254_740_991: "9007199254740991", 1.0 / 3: "0.333333333333333",
		math.MaxFloat64: "1.7976931348623157e+308",
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
		if err := json.Unmarshal([]byte(text), &read); err != nil || math.Abs(read-value) > math.Abs(value)*5.1e-15 {
			r.Fatalf("%v is written %q and read as %v, %v", value, text, read, err)
		}
		if again := Number(read); again != text {
			r.Fatalf("%v is written %q and then %q", value, text, again)
		}
		if shortest := strconv.FormatFloat(value, 'e', -1, 64); value != 0 && digits(text) > digits(shortest) {
			r.Fatalf("%v is written %q", value, text)
		}
	})
}

// TestDecimalsAreWrittenAsTyped writes decimals as people write them, and amounts to the cent: nothing is left over.
func TestDecimalsAreWrittenAsTyped(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		cents := rapid.Int64Range(-1<<52, 1<<52).Draw(r, "cents")
		value := float64(cents) / 100
		whole, rest := strconv.FormatInt(max(cents, -cents)/100, 10), strconv.FormatInt(100+max(cents, -cents)%100, 10)[1:]
		want := strings.TrimRight(strings.TrimRight(whole+"."+rest, "0"), ".")
		if cents < 0 {
			want = "-" + want
		}
		if text := Number(value); text != want && cents/100 != 0 {
			r.Fatalf("%d cents are written %q, want %q", cents, text, want)
		}
		millionths := rapid.Int64Range(0, 1_000_000).Draw(r, "millionths")
		part := float64(millionths) / 1e6
		noisy := part * (1 + 2e-16)
		if Number(noisy) != Number(part) {
			r.Fatalf("%v is written %q", noisy, Number(noisy))
		}
	})
}

// TestNumbersKeepTheirOrder: what is written of a range still holds what is written of its best.
func TestNumbersKeepTheirOrder(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		low, high := rapid.Float64().Draw(r, "low"), rapid.Float64().Draw(r, "high")
		if low > high {
			low, high = high, low
		}
		if near := math.Nextafter(low, math.Inf(1)); rapid.Bool().Draw(r, "near") && near <= high {
			high = near
		}
		first, _ := strconv.ParseFloat(Number(low), 64)
		second, _ := strconv.ParseFloat(Number(high), 64)
		if first > second {
			r.Fatalf("%v and %v are written %q and %q", low, high, Number(low), Number(high))
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
