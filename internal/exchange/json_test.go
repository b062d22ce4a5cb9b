package exchange

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

func jsonText(t *testing.T, book *deal.Book) string {
	t.Helper()
	var text bytes.Buffer
	if err := WriteJSON(&text, book); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// firstDifference shows the first line in which two texts differ.
func firstDifference(a, b string) string {
	linesA, linesB := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(linesA), len(linesB)) {
		if linesA[i] != linesB[i] {
			return fmt.Sprintf("line %d\n- %s\n+ %s", i+1, linesA[i], linesB[i])
		}
	}
	return fmt.Sprintf("one has %d lines, the other %d", len(linesA), len(linesB))
}
