package network

import "roundtrip/internal/deal"

// NotCertain is said behind a flag that fires at the view's figures and may not at others of their ranges.
const NotCertain = " Not certain: it depends on the figures."

// Bearer returns the company whose conduct the rule of the flag is about: the others are named in it. A flag that names too few
// companies has none.
func (f Flag) Bearer() (company deal.CompanyID, ok bool) {
	at := 0
	if f.Rule == RuleExclusivity {
		at = 1 // behind the holder of the right
	}
	if at >= len(f.Companies) {
		return 0, false
	}
	return f.Companies[at], true
}

// FlagText returns the sentence of the flag at the position in Flags, with NotCertain behind it where that is so.
func (m *Measures) FlagText(at int) string {
	if m.Flags[at].Uncertain {
		return m.Flags[at].Text + NotCertain
	}
	return m.Flags[at].Text
}
