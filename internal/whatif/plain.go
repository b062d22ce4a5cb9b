package whatif

import "roundtrip/internal/cell"

// Plain writes a number of the unit for a program to read: money in units of its currency, shares as fractions of one;
// "" where it is not known or no number.
func (u Unit) Plain(value float64, known bool) string {
	if !known {
		return ""
	}
	if u == UnitMoney {
		value /= 100
	}
	return cell.Number(value)
}
