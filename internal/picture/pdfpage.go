package picture

import (
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"roundtrip/assets"
)

// PDFPoint is the length of a pixel at scale 1 in PDF's unit: 96 pixels are an inch, as in SVG, and 72 points.
const PDFPoint = 0.75

// PDFFont is what the program's font is called in a PDF; its style "B" is the bold one.
const PDFFont = "plex"

// made is the date that every PDF bears: the same picture gives the same bytes.
var made = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// NewPDF returns a PDF of one empty page of the width and height in pixels at scale 1, with the program's font. Without a
// subject it names none.
func NewPDF(width, height float64, title, subject string) *fpdf.Fpdf {
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: width * PDFPoint, Ht: height * PDFPoint}})
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.SetCatalogSort(true)
	doc.SetCreationDate(made)
	doc.SetModificationDate(made)
	doc.SetTitle(PDFText(title), true)
	if subject != "" {
		doc.SetSubject(PDFText(subject), true)
	}
	doc.SetCreator("Roundtrip", true)
	doc.AddUTF8FontFromBytes(PDFFont, "", assets.FontRegular)
	doc.AddUTF8FontFromBytes(PDFFont, "B", assets.FontSemiBold)
	doc.AddPage()
	return doc
}

// PDFText returns the text that is Seen, with the mark for what cannot be shown in place of letters that the library
// cannot write: it counts on two bytes for each.
func PDFText(text string) string {
	return strings.Map(func(letter rune) rune {
		if letter > 0xffff {
			return '\ufffd'
		}
		return letter
	}, Seen(strings.ToValidUTF8(text, "\ufffd")))
}
