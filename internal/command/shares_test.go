package command

import (
	"strings"
	"testing"
)

// The measures and the stress test have shares as sources state them, the what-if has what new stakes leave of them: each
// says which it is.
func TestSharesSayWhatTheyAre(t *testing.T) {
	for _, test := range []struct {
		arguments []string
		want      []string
	}{
		{[]string{"measures", Sample}, []string{"26.5%", "Each stake is as its source states it"}},
		{[]string{"stress", Sample, "--fails", "OpenAI"}, []string{"Holdings as stated, looked through"}},
		{[]string{"whatif", Sample}, []string{
			"Microsoft is left with", "~26.46%", "0% to 27%", "before the stake of Nvidia, whose price no source discloses, dilutes it too"}},
		{[]string{"whatif", Sample, "--json"}, []string{
			"stated as 27% before the stake", `"base_bound": "~"`, "the stake of Nvidia has no known price and is left out"}},
	} {
		text := must(t, test.arguments...)
		for _, want := range test.want {
			if !strings.Contains(text, want) {
				t.Errorf("%v does not say %q", test.arguments, want)
			}
		}
	}
}
