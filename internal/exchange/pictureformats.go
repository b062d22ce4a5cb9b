package exchange

import (
	"io"
	"strings"

	"roundtrip/internal/picture"
)

// PageWriter writes a page in one format.
type PageWriter func(io.Writer, picture.Page) error

// PictureWriter returns what writes a page in the format that a file's extension asks for (.png, .svg, .pdf; case
// does not matter), or false.
func PictureWriter(extension string) (write PageWriter, ok bool) {
	switch strings.ToLower(extension) {
	case ".png":
		return picture.WritePNG, true
	case ".svg":
		return picture.WriteSVG, true
	case ".pdf":
		return picture.WritePDF, true
	}
	return nil, false
}
