package exchange

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"roundtrip/internal/deal"
)

var errDisk = errors.New("the disk is full")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errDisk }

func TestAFullDiskIsReported(t *testing.T) {
	book, n, m := odd()
	many := readBook(t, manyRows(100)) // more than a buffer
	for name, write := range map[string]func(io.Writer) error{
		"JSON":           func(w io.Writer) error { return WriteJSON(w, book) },
		"deals":          func(w io.Writer) error { return WriteDealsCSV(w, book) },
		"many deals":     func(w io.Writer) error { return WriteDealsCSV(w, many) },
		"companies":      func(w io.Writer) error { return WriteCompaniesCSV(w, book) },
		"measures":       func(w io.Writer) error { return WriteMeasuresJSON(w, book, n, m) },
		"measures table": func(w io.Writer) error { return WriteMeasuresTable(w, book, n, m) },
	} {
		if err := write(fullDisk{}); !errors.Is(err, errDisk) || !strings.HasPrefix(err.Error(), "write ") {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

func TestAnUnreadableFileIsReported(t *testing.T) {
	broken := func() io.Reader {
		return io.MultiReader(strings.NewReader("payer,payee\nA,B\n"), iotest.ErrReader(errDisk))
	}
	_, csvErr := ReadCSV(broken(), "deals.csv", deal.NewBook(deal.Book{}))
	_, jsonErr := ReadJSON(broken(), "deals.csv")
	for _, err := range []error{csvErr, jsonErr} {
		if !errors.Is(err, errDisk) || !strings.Contains(err.Error(), "deals.csv") {
			t.Errorf("the error is %v", err)
		}
	}
}
