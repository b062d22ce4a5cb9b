package exchange

import (
	"context"
	"io"

	"roundtrip/internal/deal"
)

// ReadCSV reads a table that nobody calls off.
func ReadCSV(r io.Reader, name string, book *deal.Book) (deal.Edit, error) {
	return ReadCSVContext(context.Background(), r, name, book)
}
