package gui

import (
	"slices"
	"strings"
	"testing"
)

// TestOneNumberBearsOneSign moves the stake and looks for gross, circular money, circular share and loops in the status bar, the
// inspector, the list of loops, the key numbers and the rows: each bears the same sign everywhere.
func TestOneNumberBearsOneSign(t *testing.T) {
	w := openSample(t)
	w.sides.SelectIndex(inspectorTab)
	for _, test := range []struct {
		amount    string
		disclosed bool
	}{{"10bn", false}, {"20bn", false}, {"0", false}, {"30bn", true}} {
		view := w.session.view
		view.OnlyDisclosed = test.disclosed
		w.session.setView(view)
		w.whatIf.amount.SetText(test.amount)
		want := map[string]string{}
		for _, key := range []string{"gross", "circular_money", "circular_share", "loops"} {
			want[key] = w.whatIf.row(key)[1]
		}
		for _, line := range w.whatIf.keys.lines {
			if sign, ok := want[line.row.Key]; ok && signOf(line.texts[1].Content()) != signOf(sign) {
				t.Errorf("%s: among the key numbers %s is %s, in the table %s", test.amount, line.row.Key, line.texts[1].Content(), sign)
			}
		}
		parts := strings.Split(w.status.summary.Content(), " · ")
		in := func(words string) string {
			at := slices.IndexFunc(parts, func(part string) bool { return strings.Contains(part, words) })
			if at < 0 {
				t.Fatalf("%s: nothing of %q in %q", test.amount, words, parts)
			}
			return strings.TrimPrefix(parts[at], "circular ")
		}
		told := texts(w.inspector.box)
		fact := func(caption string) string { return told[slices.Index(told, caption)+1] }
		for key, said := range map[string][]string{
			"gross": {in("(headline totals)"), fact("Gross")}, "circular_money": {fact("Circular money")},
			"circular_share": {in("circular")}, "loops": {in("loop"), fact("Loops"), w.loops.summary.Content()},
		} {
			for _, words := range said {
				if signOf(words) != signOf(want[key]) {
					t.Errorf("%s: %s is %q in one place and %q in another", test.amount, key, words, want[key])
				}
			}
		}
	}
}

// signOf returns the sign of how sure a number is that begins the words.
func signOf(words string) string {
	if strings.HasPrefix(words, "at least ") {
		return "≥"
	}
	for _, sign := range []string{"≤", "≥", "~"} {
		if strings.HasPrefix(words, sign) {
			return sign
		}
	}
	return ""
}
