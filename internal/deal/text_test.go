package deal

import (
	"strings"
	"testing"
)

func TestTextsForOneLine(t *testing.T) {
	if got := PlainTitle("Open\nAI", " Amazon\r\n Web\tServices ", KindCloud); got != "Open AI to Amazon Web Services: cloud" {
		t.Errorf("the title is %q", got)
	}
	for text, want := range map[string]string{"": "", "short": "short", strings.Repeat("é", 60): strings.Repeat("é", 60)} {
		if got := Clipped(text); got != want {
			t.Errorf("%q is quoted as %q", text, got)
		}
	}
}

func TestWordsOfSentences(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{OneOf([]string{}), ""}, {OneOf([]string{"a"}), "a"}, {OneOf([]string{"", "a", "b"}), "a or b"}, {AllOf([]string{"a", "b", "", "c"}), "a, b and c"},
		{Capital(""), ""}, {Capital("état"), "État"}, {Capital("2 loops"), "2 loops"},
		{CountOf(1, "company"), "1 company"}, {CountOf(2000, "company"), "2,000 companies"}, {CountOf(0, "loss"), "0 losses"}, {CountOf(4, "loop"), "4 loops"},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}

// TestSentencesStayShort has every reader of what people type refuse a text of a hundred thousand characters.
func TestSentencesStayShort(t *testing.T) {
	long := strings.Repeat("9", 100_000)
	_, amount := ParseAmount(long)
	_, unit := ParseAmount("5 " + strings.Repeat("x", 100_000))
	_, money := ParseMoney("up to 5bn over "+strings.Repeat(" ", 100_000)+"7 years", USD)
	_, term := ParseTerm(long)
	_, percent := ParsePercent(long)
	_, date := ParseDate(long)
	deal := Deal{Title: "T", Status: Status(long), Tags: []string{long + ","}, Legs: []Leg{{Kind: Kind(long), Currency: Currency(long), Start: Date(long)}}}
	for name, err := range map[string]error{
		"amount": amount, "unit": unit, "money": money, "term": term, "percent": percent, "date": date, "deal": deal.Validate(),
		"link": Source{Link: long}.Validate(), "colour": Company{Colour: long}.Validate(),
	} {
		if err == nil || len(err.Error()) > 2_000 {
			t.Errorf("%s: %d characters", name, len(err.Error()))
		}
	}
}

func TestAPlainTitleFollowsItsDeal(t *testing.T) {
	was, is := PlainTitle("OpenAI", "Oracle", KindCredits), PlainTitle("OpenAI", "Oracle", KindCloud)
	for title, want := range map[string]string{
		was: is, was + " (2)": is, was + " for real": was + " for real", "Stargate": "Stargate", "": "",
	} {
		if got := FollowedTitle(title, was, is); got != want {
			t.Errorf("%q becomes %q, want %q", title, got, want)
		}
	}
	if got := FollowedTitle(was+" (2)", was, was); got != was+" (2)" {
		t.Errorf("a deal that has not changed is called %q", got)
	}
}
