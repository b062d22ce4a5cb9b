package network

// NotCertain is said behind a flag that fires at the view's figures and may not at others of their ranges.
const NotCertain = " Not certain: it depends on the figures."

// FlagText returns the sentence of the flag at the position in Flags, with NotCertain behind it where intervals say so.
func (m *Measures) FlagText(at int) string {
	text := m.Flags[at].Text
	if r := m.Ranges; r != nil && at < len(r.SureFlags) && !r.SureFlags[at] {
		text += NotCertain
	}
	return text
}
