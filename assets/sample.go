package assets

import (
	_ "embed"
	"slices"
)

//go:embed sample.json
var sample []byte

// Sample returns the sample document as the JSON that exchange.ReadJSON reads: the deals of the AI industry as
// five articles state them, with what they disagree on side by side. The caller may change the bytes.
func Sample() []byte { return slices.Clone(sample) }
