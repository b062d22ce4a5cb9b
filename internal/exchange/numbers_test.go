package exchange

import (
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestDecimalIsExact(t *testing.T) {
	for _, test := range []struct {
		scaled int64
		places int
		want   string
	}{
		{0, 2, "0"}, {7, 2, "0.07"}, {70, 2, "0.7"}, {100, 2, "1"}, {741_750_000_000_07, 2, "741750000000.07"}, {-5, 2, "-0.05"},
		{350_000, 4, "35"}, {3_500, 4, "0.35"}, {1, 6, "0.000001"}, {12, 0, "12"},
		{math.MaxInt64, 2, "92233720368547758.07"}, {math.MinInt64, 2, "-92233720368547758.08"},
	} {
		if got := decimal(test.scaled, test.places); got != test.want {
			t.Errorf("%d to %d places is %q, want %q", test.scaled, test.places, got, test.want)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		scaled, places := rapid.Int64().Draw(r, "scaled"), rapid.SampledFrom([]int{0, 2, 4, 6}).Draw(r, "places")
		var got int64
		if err := readDecimal([]byte(decimal(scaled, places)), places, &got); err != nil || got != scaled {
			r.Fatalf("%d is written %q and read %d, %v", scaled, decimal(scaled, places), got, err)
		}
	})
}

func TestReadDecimal(t *testing.T) {
	for _, test := range []struct {
		text string
		want int64
		bad  string
	}{
		{"1e9", 100_000_000_000, ""}, {"2.5E3", 250_000, ""}, {"1500e-2", 1500, ""}, {"-0.10", -10, ""},
		{"0.005", 0, "more than 2 decimals"}, {"1e99", 0, "too large"}, {"1e999", 0, "not a plain number"}, {"NaN", 0, "not a plain number"},
		{"0x10", 0, "not a plain number"}, {"1/3", 0, "not a plain number"}, {`"5"`, 0, "not a plain number"}, {"", 0, "not a plain number"},
	} {
		var got int64
		err := readDecimal([]byte(test.text), 2, &got)
		if test.bad == "" && (err != nil || got != test.want) {
			t.Errorf("%q is %d, %v", test.text, got, err)
		}
		if test.bad != "" && (err == nil || !strings.Contains(err.Error(), test.bad)) {
			t.Errorf("%q: %v does not say %q", test.text, err, test.bad)
		}
	}
}

// anyJSON draws a value as encoding/json decodes one.
func anyJSON(depth int) *rapid.Generator[any] {
	leaf := rapid.OneOf(
		rapid.Just[any](nil), rapid.Map(rapid.Bool(), func(b bool) any { return b }),
		rapid.Map(rapid.Float64Range(-1e9, 1e9), func(f float64) any { return f }),
		rapid.Map(rapid.OneOf(anyText(), rapid.String()), func(s string) any { return s }),
	)
	if depth == 0 {
		return leaf
	}
	inner := anyJSON(depth - 1)
	return rapid.OneOf(leaf,
		rapid.Map(rapid.SliceOfN(inner, 0, 6), func(list []any) any { return append([]any{}, list...) }),
		rapid.Map(rapid.MapOfN(rapid.StringOfN(rapid.RuneFrom([]rune("ab\"{}[]:, é")), 0, 30, -1), inner, 0, 6),
			func(object map[string]any) any { return object }))
}

// TestLaidOutJSONIsTheSame checks that the layout changes nothing but blanks, and keeps lines short as long as
// there is a list or an object to open.
func TestLaidOutJSONIsTheSame(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		value := anyJSON(4).Draw(r, "value")
		compact, err := json.Marshal(value)
		if err != nil {
			r.Fatal(err)
		}
		text := laidOut(compact)
		var again, want any
		if err := json.Unmarshal(compact, &want); err != nil {
			r.Fatal(err)
		}
		if err := json.Unmarshal(text, &again); err != nil {
			r.Fatalf("%v\n%s", err, text)
		}
		if !reflect.DeepEqual(want, again) {
			r.Fatalf("%s\nis laid out as\n%s", compact, text)
		}
		for line := range strings.Lines(string(text)) {
			body := strings.TrimRight(strings.TrimSpace(line), ",")
			if utf8.RuneCountInString(line) > lineWidth+4 && strings.HasSuffix(body, "}") && len(body) > 1 {
				r.Fatalf("the line is too long: %s", line)
			}
		}
	})
}
