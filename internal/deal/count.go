package deal

// Count writes a whole number with its thousands apart: 10,000.
func Count(number int) string {
	if number < 0 {
		return "-" + grouped(uint64(-number))
	}
	return grouped(uint64(number))
}
