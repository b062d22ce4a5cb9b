package command

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestPrintedStudiesAreForPeople looks at what stands below the words of every study.
func TestPrintedStudiesAreForPeople(t *testing.T) {
	raw := regexp.MustCompile(`\d{7,}|0\.\d{5,}`)
	for _, try := range []struct {
		arguments []string
		says      []string
	}{
		{[]string{"--sweep", "amount"}, []string{"$0                      ~3.55%\n", "$10bn                   ~6.20%          ← now\n", "← $38bn: nothing is added from here on"}},
		{[]string{"--table", "amount", "--table", "spent"}, []string{"printed in brackets, is how things are now", " [~6.20%] "}},
		{[]string{"--tornado"}, []string{"Amazon → OpenAI equity                          $0       ~3.55%          $10bn     ~6.20%\n"}},
		{[]string{"--waterfall", "--set", "amount=20bn"}, []string{"~6.20%  ~8.78%  ↑ ~2.58 pp\n"}},
		{[]string{"--simulate", "200"}, []string{"of 200 samples drawn with seed 1\n", "half of the samples below"}},
	} {
		got := must(t, append([]string{"whatif", Sample}, try.arguments...)...)
		for _, says := range try.says {
			if !strings.Contains(got, says) {
				t.Errorf("%q does not say %q:\n%s", try.arguments, says, got)
			}
		}
		_, numbers, _ := strings.Cut(got, "\n\n")
		if found := raw.FindString(numbers); found != "" {
			t.Errorf("%q prints %s", try.arguments, found)
		}
		for _, line := range strings.Split(numbers, "\n") {
			if before, _, _ := strings.Cut(line, "←"); utf8.RuneCountInString(before) > 150 || strings.HasSuffix(line, " ") {
				t.Errorf("%q prints the line %q", try.arguments, line)
			}
		}
		if comma := must(t, append([]string{"whatif", Sample, "--csv"}, try.arguments...)...); !slices.ContainsFunc(strings.Split(comma, "\n"), raw.MatchString) {
			t.Errorf("%q with --csv has no plain numbers:\n%s", try.arguments, comma)
		}
	}
}
