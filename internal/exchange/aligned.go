package exchange

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// How the tables of the command line stand below one another: as in a spreadsheet, where the numbers of one column have as
// many decimals as the one that has most, and end below one another. An amount in billions or millions is not given a second
// decimal: where it has none it may be rounded, and a zero would be a digit that it does not have. Beside ranges, whose ends are as exact as they are, a number
// keeps its own decimals: one amount has the same digits in both. What says how sure a number is stands before it, and
// what belongs to it, such as its range, behind it.

// numberCell is a cell that begins with a number, after what says how sure it is.
var numberCell = regexp.MustCompile(`^((?:about |up to |at least |\? up to |[~≤≥↑↓−] ?)*(?:[$€£¥]|[A-Z]{3} )?[\d,]+)(\.\d+)?(tn|bn|m|%)?($|[ ,].*$)`)

// wordCell is a cell with what stands in a column of numbers in place of one, and its range.
var wordCell = regexp.MustCompile(`^(-|—|\?|unknown|not known|not defined|open|cash not stated|)( \(.*\))?$`)

// aligned returns the rows of a table, the first of which is its head, with the numbers of each column below one another.
func aligned(rows [][]string) [][]string {
	for column := range rows[0] {
		if isNumbers(rows[1:], column) {
			alignColumn(rows, column)
		}
	}
	return rows
}

// isNumbers reports whether the column holds numbers, and words only in place of some.
func isNumbers(rows [][]string, column int) bool {
	numbers := 0
	for _, row := range rows {
		switch {
		case numberCell.MatchString(row[column]):
			numbers++
		case !wordCell.MatchString(row[column]):
			return false
		}
	}
	return numbers > 0
}

func alignColumn(rows [][]string, column int) {
	most := make(map[string]int) // decimals, with their point, of what is written in each unit
	ranged := slices.ContainsFunc(rows[1:], func(row []string) bool { return strings.Contains(row[column], " (") })
	for _, row := range rows[1:] {
		if parts := numberCell.FindStringSubmatch(row[column]); parts != nil && !ranged {
			most[parts[3]] = max(most[parts[3]], len(parts[2]))
		}
	}
	ends, width := make([]string, len(rows)), 0
	for i, row := range rows {
		number := row[column]
		if parts := numberCell.FindStringSubmatch(number); i > 0 && parts != nil {
			decimals, long := parts[2], most[parts[3]]
			if parts[3] == "bn" || parts[3] == "m" {
				long = min(long, len(".0"))
			}
			if decimals == "" && long > 0 {
				decimals = "."
			}
			decimals += strings.Repeat("0", max(0, long-len(decimals)))
			number, ends[i] = parts[1]+decimals+parts[3], parts[4]
		} else if parts := wordCell.FindStringSubmatch(number); i > 0 && parts != nil {
			number, ends[i] = parts[1], parts[2]
		}
		row[column] = number
		if i > 0 {
			width = max(width, utf8.RuneCountInString(number))
		}
	}
	for i, row := range rows {
		row[column] = strings.Repeat(" ", max(0, width-utf8.RuneCountInString(row[column]))) + row[column] + ends[i]
	}
}
