package deal

import "testing"

func TestOverdrawn(t *testing.T) {
	for _, try := range []struct {
		figure Figure
		paid   Money
		want   string
	}{
		{Exactly(200), Money{200, USD}, ""},
		{Exactly(200_00), Money{201_00, USD}, "$201 is more than the whole amount, which is at most $200: correct one of the two"},
		{UpTo(200_00), Money{201_00, USD}, "$201 is more than the whole amount, which is at most $200: correct one of the two"},
		{Between(1_00, 200_00), Money{201_00, USD}, "$201 is more than the whole amount, which is at most $200: correct one of the two"},
		{About(200), Money{201, USD}, ""},
		{AtLeast(200), Money{201, USD}, ""},
		{Undisclosed(), Money{201, USD}, ""},
		{Undisclosed().Assume(1_00, 2_00, 3_00), Money{4_00, USD}, "$4 is more than the whole amount, which is at most $3: correct one of the two"},
		{Exactly(200), Money{201, "EUR"}, ""},
	} {
		leg := Leg{Figure: try.figure, Currency: USD, Drawn: Reported{Stated: true, Money: try.paid}}
		got := ""
		if err := leg.Overdrawn(); err != nil {
			got = err.Error()
		}
		if got != try.want {
			t.Errorf("%s of %s: %q, not %q", try.paid.Exact(), try.figure.Text(USD), got, try.want)
		}
	}
}
