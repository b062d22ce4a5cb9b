package whatif

import "testing"

// TestAReasonIsLeftOutOnlyWhereTheAnswerSaysTheSame keeps a reason that is another one.
func TestAReasonIsLeftOutOnlyWhereTheAnswerSaysTheSame(t *testing.T) {
	for _, try := range []struct{ why, unless, want string }{
		{"A → B is full at $5bn " + asDisclosed, asDisclosed, ""},
		{"A → B is full at $5bn " + asDisclosed, asRated, asRated},
		{"A → B is full at $5bn " + asDisclosed, byTheBest, byTheBest},
		{"A → B is full at $5bn " + asDisclosed, byTheBest + ", as far as they are disclosed", byTheBest},
		{"A → B is full at $5bn " + asDisclosed, byTheBest + ", as far as they have a number", byTheBest + ", as far as they have a number"},
		{"A → B is full at $5bn", asNumbered, asNumbered},
		{"A → B is full at $5bn", "", ""},
	} {
		if got := unlessSaid(Saturation{Why: try.why, Unless: try.unless}); got != try.want {
			t.Errorf("%q, unless %q: %q, want %q", try.why, try.unless, got, try.want)
		}
	}
}
