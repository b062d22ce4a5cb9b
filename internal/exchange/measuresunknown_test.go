package exchange

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestMeasuresJSONHasNoNoughtForWhatIsUnknown: what only undisclosed amounts could tell is null, and 0 is a number that is
// known: D and E are on no loop, and E owes nobody.
func TestMeasuresJSONHasNoNoughtForWhatIsUnknown(t *testing.T) {
	book := readBook(t, `payer,payee,kind,amount
A,B,equity,10
B,C,cloud,
C,A,cloud,5
D,E,cloud,
`)
	n, m := measuredWithRanges(t, book)
	printed := decoded(t, measuresText(t, book, n, m))
	for key, want := range map[string]string{
		"clearing":                `[10,null,5,null,0]`,
		"throughflow":             `[10,10,5,null,null]`,
		"circular_flows":          `[{"money":0,"payee":"B","payer":"A"},{"money":null,"payee":"C","payer":"B"},{"money":0,"payee":"A","payer":"C"},{"money":0,"payee":"E","payer":"D"}]`,
		"return_share":            `[{"payee":"B","payer":"A","share":null},{"payee":"C","payer":"B","share":1},{"payee":"A","payer":"C","share":null},{"payee":"E","payer":"D","share":0}]`,
		"earmarked_return_share":  `[{"payee":"B","payer":"A","share":null},{"payee":"C","payer":"B","share":1},{"payee":"A","payer":"C","share":null},{"payee":"E","payer":"D","share":0}]`,
		"clearing_details: owes":  `[10,null,5,null,0]`,
		"sureness: clearing":      `["sure","unknown","sure","unknown","sure"]`,
		"clearing_details: waves": `[]`,
	} {
		value, from := any(nil), printed
		at, inner, nested := strings.Cut(key, ": ")
		if value = from[at]; nested {
			value = value.(map[string]any)[inner]
		}
		if got, _ := json.Marshal(value); string(got) != want {
			t.Errorf("%s is %s, not %s", key, got, want)
		}
	}
}
