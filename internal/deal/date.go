package deal

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Date is a day, a month or a year, as exactly as the source gives it: "2025-11-03", "2025-11" or "2025".
// The empty Date is not stated. Dates of one length sort as text.
type Date string

// numbersPattern is a date of three numbers.
var numbersPattern = regexp.MustCompile(`^(\d{1,4})[-/.] ?(\d{1,2})[-/.] ?(\d{1,4})\.?$`)

// ParseDate reads a date as people write it in a form or a CSV file: 2025-11-03, 2025-11, 2025, 3 Nov 2025,
// November 2025. A form such as 03/11/2025, which is two dates depending on the reader, is refused.
func ParseDate(text string) (Date, error) {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return "", nil
	}
	for _, layout := range []struct{ read, write string }{
		{"2006-01-02", "2006-01-02"},
		{"2006-1-2", "2006-01-02"},
		{"2006-01", "2006-01"},
		{"2006", "2006"},
		{"2 Jan 2006", "2006-01-02"},
		{"2 January 2006", "2006-01-02"},
		{"Jan 2, 2006", "2006-01-02"},
		{"January 2, 2006", "2006-01-02"},
		{"Jan 2006", "2006-01"},
		{"January 2006", "2006-01"},
	} {
		day, err := time.Parse(layout.read, text)
		if err != nil {
			continue
		}
		if day.Year() < 1800 || day.Year() > 2200 {
			return "", fmt.Errorf("%q is outside the years 1800 to 2200", text)
		}
		return Date(day.Format(layout.write)), nil
	}
	if err := otherOrder(text); err != nil {
		return "", err
	}
	return "", fmt.Errorf("%q is not a date: write 2025-11-03, 2025-11 or 2025", Clipped(text))
}

// otherOrder says which days a text of three numbers can mean, or returns nil for any other text.
func otherOrder(text string) error {
	parts := numbersPattern.FindStringSubmatch(text)
	if parts == nil {
		return nil
	}
	orders := []string{"2006 1 2", "2 1 2006", "1 2 2006", "2 1 06", "1 2 06", "06 1 2"}
	if len(parts[1]) == 4 || len(parts[3]) == 4 {
		orders = orders[:3]
	}
	var days []string
	for _, order := range orders {
		day, err := time.Parse(order, strings.Join(parts[1:], " "))
		if written := day.Format(time.DateOnly); err == nil && !slices.Contains(days, written) {
			days = append(days, written)
		}
	}
	switch len(days) {
	case 0:
		return fmt.Errorf("%q is no day of the calendar: write the date as 2025-11-03 (year-month-day)", text)
	case 1:
		return fmt.Errorf("%q has to be written as %s (year-month-day)", text, days[0])
	}
	return fmt.Errorf("%q could be more than one date: write %s (year-month-day)", text, strings.Join(days, " or "))
}

// First returns the earliest day that the date can mean, and false when it is not stated or not a date.
func (d Date) First() (time.Time, bool) {
	layout := map[int]string{4: "2006", 7: "2006-01", 10: "2006-01-02"}[len(d)]
	if layout == "" {
		return time.Time{}, false
	}
	day, err := time.Parse(layout, string(d))
	return day, err == nil
}

// Last returns the latest day that the date can mean, and false when it is not stated or not a date.
func (d Date) Last() (time.Time, bool) {
	day, ok := d.First()
	switch {
	case !ok:
		return time.Time{}, false
	case len(d) == 4:
		return day.AddDate(1, 0, -1), true
	case len(d) == 7:
		return day.AddDate(0, 1, -1), true
	}
	return day, true
}

// Year returns the date's year, or 0 when it is not stated.
func (d Date) Year() int {
	day, ok := d.First()
	if !ok {
		return 0
	}
	return day.Year()
}

// String returns the date as a reader expects it: 3 Nov 2025, Nov 2025, 2025, or "" when not stated.
func (d Date) String() string {
	day, ok := d.First()
	switch {
	case !ok:
		return string(d)
	case len(d) == 4:
		return string(d)
	case len(d) == 7:
		return day.Format("Jan 2006")
	}
	return day.Format("2 Jan 2006")
}
