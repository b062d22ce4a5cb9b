package command

import (
	"encoding/json"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestMeasuresUnderStakes compares what is printed for the sample with the answers for the deals of the source
// articles, which an independent linear program gave.
func TestMeasuresUnderStakes(t *testing.T) {
	for _, try := range []struct {
		set      []string
		gross    float64
		circular float64
		share    float64
		gamma    float64
	}{
		{nil, 741.75e9, 46e9, 0.062016, 0.037659},
		{[]string{"Amazon>OpenAI=0"}, 731.75e9, 26e9, 0.035531, 0.021285},
		{[]string{"amazon → openai : Equity=$20bn"}, 751.75e9, 66e9, 0.087795, 0.054032},
		{[]string{"Amazon>OpenAI=38b"}, 769.75e9, 102e9, 0.132511, 0.082424},
		{[]string{"1=50 billion"}, 781.75e9, 102e9, 0.130476, 0.082424},
		{[]string{"Oracle's chips from Nvidia=40bn"}, 781.75e9, 166e9, 0.212344, 0.103152},
		{[]string{"Oracle>Nvidia=100bn"}, 841.75e9, 346e9, 0.411048, 0.201392},
		{[]string{"Oracle>Nvidia=1bn", "Oracle>Nvidia:chips=300bn"}, 1041.75e9, 346e9, 0.332133, 0.201392},
	} {
		arguments := []string{"measures", "--json", Sample}
		for _, setting := range try.set {
			arguments = append(arguments, "--set", setting)
		}
		var got struct {
			Gross       float64
			Circulation float64
			Share       float64 `json:"circular_share"`
			BFF         struct {
				Gamma float64 `json:"gamma_thr"`
			}
		}
		if err := json.Unmarshal([]byte(must(t, arguments...)), &got); err != nil {
			t.Fatal(err)
		}
		if got.Gross != try.gross || got.Circulation != try.circular ||
			math.Abs(got.Share-try.share) > 1e-6 || math.Abs(got.BFF.Gamma-try.gamma) > 1e-6 {
			t.Errorf("--set %q: %+v, want %+v", try.set, got, try)
		}
	}
}

func TestMeasuresUnderAView(t *testing.T) {
	whole := must(t, "measures", Sample)
	part := must(t, "measures", Sample, "--view", "kinds=equity,max_len=4")
	if whole == part || !strings.Contains(whole, "circular money") {
		t.Errorf("the view changes nothing, or the table is incomplete:\n%s", part)
	}
	if again := must(t, "measures", Sample); again != whole {
		t.Error("two runs print different tables")
	}
}

// A large document has more loops than can be counted: only short ones are, and the number says so.
func TestMeasuresOfALargeDocumentSayWhichLoopsAreCounted(t *testing.T) {
	rows := "title,payer,payee,kind,amount,status\n"
	for i := range 61 {
		rows += fmt.Sprintf("There %d,C%d,C%d,cloud,1bn,signed\nBack %d,C%d,C%d,cloud,1bn,signed\n", i, i, (i+1)%61, i, (i+1)%61, i)
	}
	ring := filepath.Join(t.TempDir(), "ring.roundtrip")
	must(t, "import", ring, write(t, "ring.csv", rows))
	for view, want := range map[string]string{
		"": "LOOPS: 61 of at most 6 companies\n", "max_len=2": "LOOPS: 61 of at most 2 companies\n", "max_len=61": "LOOPS: 63 of at most 61 companies\n",
	} {
		if got := must(t, "measures", ring, "--view", view); !strings.Contains(got, want) {
			t.Errorf("under %q the table does not say %q:\n%s", view, want, got)
		}
	}
	if got := must(t, "measures", "--json", ring); !strings.Contains(got, `"count": 61,`) || !strings.Contains(got, `"max_len": 6,`) {
		t.Errorf("the object does not say which loops are counted:\n%s", got)
	}
}

func TestMeasuresUnderFilters(t *testing.T) {
	for view, want := range map[string]struct {
		words     string
		companies []string
		gross     float64
	}{
		"near=AMD":                             {"headline totals, best figures, within 1 step of AMD", []string{"OpenAI", "AMD"}, 0},
		"near=Anthropic,undisclosed=no":        {"headline totals, best figures, disclosed only, within 1 step of Anthropic", []string{"Amazon", "Anthropic"}, 8e9},
		"min_amount=250bn,undisclosed=no":      {"headline totals, best figures, at least $250bn, disclosed only", nil, 550e9},
		"only_loops=yes,hide=Nvidia+Microsoft": {"headline totals, best figures, without Microsoft and Nvidia, only loops", []string{"Amazon", "OpenAI", "Anthropic"}, 56e9},
	} {
		var got struct {
			View      string
			Companies []string
			Gross     float64
		}
		if err := json.Unmarshal([]byte(must(t, "measures", Sample, "--json", "--view", view)), &got); err != nil {
			t.Fatal(err)
		}
		if got.View != want.words || want.companies != nil && !slices.Equal(got.Companies, want.companies) || got.Gross != want.gross {
			t.Errorf("%s: %+v, want %+v", view, got, want)
		}
	}
}

func TestASettingThatCouldBeAnyOfSeveralLegs(t *testing.T) {
	got := run("measures", Sample, "--set", "OpenAI>CoreWeave=5bn")
	for _, want := range []string{"any of 2 legs", "equity", "cloud", "$350m", "shares and cloud"} {
		if got.code != ExitMisuse || !strings.Contains(got.errors, want) {
			t.Errorf("exit code %d, %s; want %q in it", got.code, got.errors, want)
		}
	}
}
