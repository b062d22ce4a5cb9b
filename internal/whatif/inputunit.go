package whatif

import (
	"fmt"
	"strconv"

	"roundtrip/internal/deal"
)

// InputUnit is what an input's values are.
type InputUnit int

// The units of inputs.
const (
	InputMoney  InputUnit = iota // cents
	InputShare                   // millionths of a whole
	InputMonths                  // months
)

// Unit returns what the input's values are.
func (i Input) Unit() InputUnit {
	switch i.Field {
	case deal.ChangeSpentBack, deal.ChangeStake, deal.ChangeWeight, deal.ChangeMargin:
		return InputShare
	case deal.ChangeTerm, deal.ChangeSuspends:
		return InputMonths
	}
	return InputMoney
}

// Plain writes a value of the input for a program to read, as its Header says: money in units of its currency, shares
// as fractions of one, times in months.
func (i Input) Plain(value int64) string {
	switch i.Unit() {
	case InputMoney:
		if value%100 != 0 {
			return fmt.Sprintf("%d.%02d", value/100, value%100)
		}
		return strconv.FormatInt(value/100, 10)
	case InputShare:
		return strconv.FormatFloat(float64(value)/float64(deal.Whole), 'f', -1, 64)
	}
	return strconv.FormatInt(value, 10)
}

// Header names the input and its unit for a table.
func (i Input) Header(book *deal.Book) string {
	name := i.Name(book)
	switch i.Unit() {
	case InputMoney:
		return fmt.Sprintf("%s (%s)", name, i.Currency(book))
	case InputShare:
		return name + " (fraction of one)"
	}
	return name + " (months)"
}

// bounds returns the least and the most that the input can be.
func (i Input) bounds() (least, most int64) {
	switch i.Unit() {
	case InputShare:
		return 0, int64(deal.Whole)
	case InputMonths:
		return 1, 1200
	}
	return 0, deal.MaxCents
}
