package command

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// comparedJSON is what the tests read of `whatif --json`.
type comparedJSON struct {
	Changes, Words []string
	Measures       []struct {
		Key            string
		Base, Scenario *float64
		Legs           []int64
	}
	Saturation struct {
		Amount   *float64
		Reached  bool
		Sentence string
	}
}

func compared(t *testing.T, arguments ...string) (comparedJSON, map[string]float64) {
	t.Helper()
	var object comparedJSON
	if err := json.Unmarshal([]byte(must(t, append([]string{"whatif", "--json"}, arguments...)...)), &object); err != nil {
		t.Fatal(err)
	}
	numbers := map[string]float64{}
	for _, measure := range object.Measures {
		if measure.Scenario != nil {
			numbers[measure.Key] = *measure.Scenario
		}
	}
	return object, numbers
}

// stakes is the answer of an independent linear program for the sample's disclosed legs: the stake in billions,
// and the circular money, its share and the throughput circularity.
var stakes = []struct{ stake, circular, share, gamma float64 }{
	{0, 26e9, 0.035531, 0.021285}, {10, 46e9, 0.062016, 0.037659}, {20, 66e9, 0.087795, 0.054032},
	{38, 102e9, 0.132511, 0.082424}, {50, 102e9, 0.130476, 0.082424},
}

// TestWhatIfAndMeasuresGiveTheSameNumbers compares `whatif`, `measures --set`, a sweep and the known answers.
func TestWhatIfAndMeasuresGiveTheSameNumbers(t *testing.T) {
	for _, want := range stakes {
		setting := fmt.Sprintf("Amazon>OpenAI=%vbn", want.stake)
		object, numbers := compared(t, Sample, "--set", setting)
		for key, number := range map[string]float64{
			"circular_money": want.circular, "circular_share": want.share, "bff_gamma": want.gamma, "stake": want.stake * 1e9,
		} {
			if got := numbers[key]; math.Abs(got-number) > 1e-6*max(1, number) {
				t.Errorf("%s: %s is %v, want %v", setting, key, got, number)
			}
		}
		if object.Saturation.Amount == nil || *object.Saturation.Amount != 38e9 || object.Saturation.Reached != (want.stake >= 38) {
			t.Errorf("%s: it stops at %+v", setting, object.Saturation)
		}
		var measured struct {
			Share float64 `json:"circular_share"`
		}
		if err := json.Unmarshal([]byte(must(t, "measures", "--json", Sample, "--set", setting)), &measured); err != nil {
			t.Fatal(err)
		}
		if measured.Share != numbers["circular_share"] {
			t.Errorf("%s: measures says %v, whatif %v", setting, measured.Share, numbers["circular_share"])
		}
		sweep := must(t, "whatif", Sample, "--csv", "--sweep", "amount=0..50bn", "--steps", "51", "--measure", "circular_money")
		records, err := csv.NewReader(strings.NewReader(sweep)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		record := records[1+int(want.stake)]
		if got, err := strconv.ParseFloat(record[1], 64); err != nil || got != want.circular {
			t.Errorf("the sweep at %s says %s, want %v", record[0], record[1], want.circular)
		}
	}
}

func TestWhatIfStudies(t *testing.T) {
	for name, c := range map[string]struct {
		arguments []string
		says      []string
	}{
		"a sweep that may go on": {[]string{"--sweep", "amount", "--measure", "circular_money"}, []string{"Circular money rises from ≥$26bn to ~$102bn at $38bn, and no further, as far as it is disclosed"}},
		"a goal in reach":        {[]string{"--seek", "10%"}, []string{"Circular share reaches 10% at ~$24.8bn"}},
		"a goal out of reach":    {[]string{"--seek", "20%", "--by", "amount"}, []string{"cannot reach 20%", "because OpenAI → Amazon is full at $38bn"}},
		"a goal of money":        {[]string{"--seek", "100bn", "--measure", "circular_money"}, []string{"Circular money reaches $100bn at ~$37bn"}},
		"a tornado":              {[]string{"--tornado"}, []string{"Oracle → Nvidia chips"}},
		"a waterfall":            {[]string{"--waterfall", "--set", "Amazon>OpenAI=25bn"}, []string{"6.2%", "10.04%"}},
		"a table":                {[]string{"--table", "amount=0..50bn", "--table", "Oracle>Nvidia=0..100bn", "--steps", "3"}, []string{"Across: Amazon → OpenAI equity"}},
		"a simulation":           {[]string{"--simulate", "50", "--seed", "7", "--chance", "in talks=50%", "--target", "5%"}, []string{"50 samples with seed 7", "Circular share ≥ 5% in all of 50 samples"}},
		"what drives a target":   {[]string{"--simulate", "2000", "--target", "25%"}, []string{"what decides it most: Oracle → Nvidia chips, undisclosed (hit in ", "with Oracle → Nvidia chips above $", "% reach the target"}},
		"a goal further on":      {[]string{"--seek", "3", "--measure", "multiplier"}, []string{"does not reach 3", "where the range searched ends; above $50bn it is reached on the way to $500bn: search further"}},
		"another leg's stake":    {[]string{"--leg", "Nvidia>OpenAI", "--seek", "10%"}, []string{"Nvidia → OpenAI equity"}},
		"a company that fails":   {[]string{"--set", "fails:Oracle"}, []string{"Oracle fails", "one loop is lost"}},
		"a supplier cut off":     {[]string{"--set", "cut off:OpenAI=Oracle"}, []string{"change: OpenAI"}},
		"a weight":               {[]string{"--set", "weight:in talks=50%"}, []string{"in talks"}},
		"a status":               {[]string{"--set", "status:OpenAI's cloud contract with Amazon Web Services=cancelled"}, []string{"signed → cancelled"}},
		"a margin":               {[]string{"--set", "margin:Amazon=60%"}, []string{"after a gross margin of 60% on that the price is"}},
		"no scenarios":           {[]string{"--list"}, []string{"keeps no scenarios"}},
		"a number and a timing":  {[]string{"--set", "timing:Amazon>OpenAI=pre", "--set", "valuation:Amazon>OpenAI=600bn"}, []string{"pre-money", "$600bn"}},
	} {
		t.Run(name, func(t *testing.T) {
			said := must(t, append([]string{"whatif", Sample}, c.arguments...)...)
			for _, want := range c.says {
				if !strings.Contains(said, want) {
					t.Errorf("it does not say %q:\n%s", want, said)
				}
			}
			if again := must(t, append([]string{"whatif", Sample}, c.arguments...)...); again != said {
				t.Error("two runs say different things")
			}
		})
	}
}

// TestNamesThatHoldSigns names companies that hold the signs with which options are written.
func TestNamesThatHoldSigns(t *testing.T) {
	file := filepath.Join(t.TempDir(), "signs.roundtrip")
	must(t, "import", file, write(t, "signs.csv", "title,payer,payee,kind,amount\n"+
		"A,X=1 Holdings,B>C,equity,5bn\nB,B>C,X=1 Holdings,chips,3bn\nC,P: Q,Tiny > Small,chips,3bn\nD,Tiny > Small,P: Q,equity,3bn\nE,fails:Z,B>C,equity,1bn\n"))
	for arguments, says := range map[[2]string]string{
		{"--set", "X=1 Holdings>B>C=7bn"}:               "X=1 Holdings → B>C equity: $5bn → $7bn",
		{"--set", "B>C>X=1 Holdings=7bn"}:               "B>C → X=1 Holdings chips: $3bn → $7bn",
		{"--set", "Tiny > Small>P: Q=7bn"}:              "Tiny > Small → P: Q equity: $3bn → $7bn",
		{"--set", "amount:P: Q>Tiny > Small:chips=1bn"}: "P: Q → Tiny > Small chips: $3bn → $1bn",
		{"--set", "fails:X=1 Holdings"}:                 "X=1 Holdings fails",
		{"--set", "cut off:X=1 Holdings=B>C"}:           "X=1 Holdings buys nothing from B>C",
		{"--set", "cut off:B>C=X=1 Holdings"}:           "B>C buys nothing from X=1 Holdings",
		{"--set", "fails:Z>B>C=2bn"}:                    "fails:Z → B>C equity: $1bn → $2bn",
		{"--set", "cash:X=1 Holdings=1bn"}:              "X=1 Holdings, cash",
		{"--sweep", "X=1 Holdings>B>C"}:                 "against X=1 Holdings → B>C equity",
		{"--sweep", "X=1 Holdings>B>C=0..7bn"}:          "against X=1 Holdings → B>C equity",
	} {
		if said := must(t, "whatif", file, arguments[0], arguments[1]); !strings.Contains(said, says) {
			t.Errorf("%q: it does not say %q:\n%s", arguments, says, said)
		}
	}
	for setting, says := range map[string]string{
		"Y>B>C=5":        `there is no company "Y`,
		"Tiny > Small>Z": `there is no company "Z"`,
		"P: Q>Tiny=5":    `there is no company "Tiny"`,
	} {
		if got := run("whatif", file, "--set", setting); got.code == ExitDone || !strings.Contains(got.errors, says) {
			t.Errorf("%q: %q", setting, got.errors)
		}
	}
}

// TestAStudyAsJSON reads a study as a program does.
func TestAStudyAsJSON(t *testing.T) {
	var study struct {
		Title, Note string
		Columns     []string
		Rows        [][]any
	}
	if err := json.Unmarshal([]byte(must(t, "whatif", Sample, "--json", "--sweep", "amount=0..50bn", "--steps", "6")), &study); err != nil {
		t.Fatal(err)
	}
	// Steps of ten, and 38 where it bends.
	if len(study.Rows) != 7 || study.Rows[5-1][0] != 38e9 || len(study.Columns) != 3 || study.Rows[0][2] != "~" || !strings.HasPrefix(study.Title, "Circular share rises") {
		t.Errorf("%+v", study)
	}
}

func TestWhatIfWritesCharts(t *testing.T) {
	for _, name := range []string{"chart.svg", "chart.png", "chart.pdf", "chart.csv"} {
		out := filepath.Join(t.TempDir(), name)
		must(t, "whatif", Sample, "--sweep", "amount", "--steps", "11", "--out", out)
		begin := map[string]string{".svg": "<?xml", ".png": "\x89PNG", ".pdf": "%PDF-1", ".csv": "Amazon → OpenAI"}[filepath.Ext(name)]
		if text := string(read(t, out)); !strings.HasPrefix(text, begin) {
			t.Errorf("%s begins with %.20q", name, text)
		}
	}
}

func TestScenariosOfTheDocument(t *testing.T) {
	all, file := filepath.Join(t.TempDir(), "all.json"), filepath.Join(t.TempDir(), "a.roundtrip")
	must(t, "export", Sample, all)
	var object map[string]any
	if err := json.Unmarshal(read(t, all), &object); err != nil {
		t.Fatal(err)
	}
	object["scenarios"] = []map[string]any{{"name": "A big stake", "note": "twice and a half", "changes": []map[string]any{
		{"field": "amount", "leg": 1, "to": 25e9, "was": 10e9},
	}}}
	text, err := json.Marshal(object)
	if err != nil {
		t.Fatal(err)
	}
	must(t, "import", file, write(t, "changed.json", string(text)))
	if said := must(t, "whatif", file, "--list"); !strings.Contains(said, "A big stake\n  twice and a half\n  - Amazon → OpenAI equity: ≤$10bn → ≤$25bn") {
		t.Errorf("--list says %q", said)
	}
	_, stored := compared(t, file, "--scenario", "a big  stake")
	_, set := compared(t, file, "--set", "Amazon>OpenAI=25bn")
	if fmt.Sprint(stored) != fmt.Sprint(set) {
		t.Errorf("the scenario says %v, the setting %v", stored, set)
	}
}

func TestWhatIfRefuses(t *testing.T) {
	for says, arguments := range map[string][]string{
		"needs one document":                        {},
		"is no measure: it is one of ownership":     {Sample, "--sweep", "amount", "--measure", "x"},
		"could be any of circular_money, circular":  {Sample, "--sweep", "amount", "--measure", "circular"},
		"two studies":                               {Sample, "--sweep", "amount", "--tornado"},
		"does not go with --tornado":                {Sample, "--tornado", "--steps", "4"},
		"goes with a study":                         {Sample, "--steps", "4"},
		"2 to 1001":                                 {Sample, "--sweep", "amount", "--steps", "1"},
		"FROM..TO":                                  {Sample, "--sweep", "amount=5bn"},
		"must be below the second":                  {Sample, "--sweep", "amount=5bn..1bn"},
		"is a choice":                               {Sample, "--sweep", "fails:Oracle"},
		"needs two inputs":                          {Sample, "--table", "amount", "--table", "amount"},
		"ask for one of them":                       {Sample, "--json", "--csv"},
		"is no status: it is one of":                {Sample, "--simulate", "5", "--chance", "bogus=5%"},
		"given twice":                               {Sample, "--table", "amount"},
		"no company \"Nobody\"":                     {Sample, "--set", "cash:Nobody=5bn"},
		"is no status":                              {Sample, "--set", "status:1=done"},
		"has no value":                              {Sample, "--set", "cash:Oracle"},
		"has no scenarios":                          {Sample, "--scenario", "x"},
		"for Circular share":                        {Sample, "--seek", "lots"},
		"write 20% or 0.2%":                         {Sample, "--seek", "0.2"},
		"the number of samples is":                  {Sample, "--simulate", "-3", "--spread", "10%"},
		"STATUS=PERCENT":                            {Sample, "--simulate", "5", "--chance", "rumoured"},
		"ends in none of .csv, .svg, .png and .pdf": {Sample, "--tornado", "--out", "x.doc"},
		"the leg that is moved has no cash":         {Sample, "--sweep", "cash"},
		"only an equity leg has a valuation":        {Sample, "--set", "valuation:Oracle>Nvidia=5bn"},
		"could be any of 2 legs":                    {Sample, "--set", "OpenAI>Amazon=5bn"},
		"counts in nothing":                         {Sample, "--set", "18=5bn"},
		"write a percentage such as 45%":            {Sample, "--set", "margin:Amazon="},
		"neither yes nor no":                        {Sample, "--set", "fails:Oracle=perhaps"},
		"outside 0% to 100%":                        {Sample, "--set", "margin:Amazon=120%"},
		"neither pre-money nor post-money":          {Sample, "--set", "timing:Amazon>OpenAI=later"},
		"write a length of time such as 7 years":    {Sample, "--set", "suspends:Oracle="},
		"the document has no company \"X\"":         {Sample, "--view", "companies=X"},
		"no leg is called \"x\"":                    {Sample, "--leg", "x"},
		"--size and --theme are for charts":         {Sample, "--tornado", "--out", "x.csv", "--size", "800x600"},
		"--theme blue is not known":                 {Sample, "--tornado", "--out", "x.svg", "--theme", "blue"},
		"only --sweep takes several":                {Sample, "--tornado", "--measure", "finn", "--measure", "loops"},
		"the amount is in USD, not in EUR":          {Sample, "--sweep", "amount=0..€5bn"},
		"write it in USD; the document has no rate from EUR to USD (Edit, Exchange rates…)": {Sample, "--set", "Amazon>OpenAI=20 eur"},
	} {
		got := run(append([]string{"whatif"}, arguments...)...)
		if got.code == ExitDone || !strings.Contains(got.errors, says) {
			t.Errorf("%q: code %d, says %q, want %q", arguments, got.code, got.errors, says)
		}
	}
}
