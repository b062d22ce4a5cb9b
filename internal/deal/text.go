package deal

import "strings"

// OneLine returns the text without line breaks and tabs: every run of white space is one blank, none at the ends.
func OneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// mostQuoted is how many characters of what somebody wrote a sentence quotes.
const mostQuoted = 60

// Clipped keeps a quotation short enough for a sentence.
func Clipped(text string) string {
	runes := []rune(text)
	if len(runes) > mostQuoted {
		return string(runes[:mostQuoted-3]) + "..."
	}
	return text
}

// PlainTitle is what a deal is called that nobody has given a title, after its first leg.
func PlainTitle(payer, payee string, kind Kind) string {
	return OneLine(payer) + " to " + OneLine(payee) + ": " + string(kind)
}
