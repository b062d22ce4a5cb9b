// Package cell writes what stands in the cells of a table file: text so that the spreadsheet that opens it does not run
// it as a formula, and numbers so that they read back exactly. It knows nothing of what they say.
package cell

import "strings"

// formulaStarts are the characters with which a cell becomes a formula in a spreadsheet, the wide forms that
// some of them take for the same included.
const formulaStarts = "=+-@\t\r＝＋－＠"

// Guard returns the cell as it is written to a file: text that a spreadsheet would run as a formula gets an
// apostrophe before it, which spreadsheets take as "this is text". Text that begins with apostrophes and then
// such a character gets one more, so that Unguard always gives the text back.
func Guard(cell string) string {
	if startsFormula(cell) {
		return "'" + cell
	}
	return cell
}

// Unguard undoes Guard, and leaves every other apostrophe alone.
func Unguard(cell string) string {
	if rest, found := strings.CutPrefix(cell, "'"); found && startsFormula(rest) {
		return rest
	}
	return cell
}

func startsFormula(cell string) bool {
	bare := strings.TrimLeft(cell, "'")
	for _, start := range formulaStarts {
		if strings.HasPrefix(bare, string(start)) {
			return true
		}
	}
	return false
}
