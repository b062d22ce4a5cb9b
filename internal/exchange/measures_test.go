package exchange

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// oracle is a network with its answers, as independent implementations give them.
type oracle struct {
	Flows [][3]int64
	Cash  []float64
	Loops struct {
		MaxLen int `json:"max_len"`
	}
	fields map[string]any
}

func readOracle(t *testing.T, file string) oracle {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var read oracle
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &read.fields); err != nil {
		t.Fatal(err)
	}
	return read
}

// book returns the oracle's companies, named by their numbers, with a deal for each flow.
func (o oracle) book() *deal.Book {
	book := deal.Book{Base: deal.USD}
	for i, cash := range o.Cash {
		book.Companies = append(book.Companies, deal.Company{ID: deal.CompanyID(i + 1), Name: fmt.Sprint(i), Role: deal.RoleOther,
			Cash: deal.Reported{Stated: true, Money: deal.Money{Cents: int64(100 * cash), Currency: deal.USD}}})
	}
	for i, flow := range o.Flows {
		book.Deals = append(book.Deals, deal.Deal{ID: deal.DealID(i + 1), Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{{
			ID: deal.LegID(i + 1), Deal: deal.DealID(i + 1), Payer: deal.CompanyID(flow[0] + 1), Payee: deal.CompanyID(flow[1] + 1),
			Kind: deal.KindOther, Figure: deal.Exactly(100 * flow[2]), Currency: deal.USD,
		}}})
	}
	return deal.NewBook(book)
}

// TestMeasuresJSONAgreesWithOracles reads the printed object back and compares every field of the oracles that
// it has, so units, keys and nulls are tested as a script would see them.
func TestMeasuresJSONAgreesWithOracles(t *testing.T) {
	files, err := filepath.Glob("../network/testdata/net-*.json")
	if err != nil || len(files) != 10 {
		t.Fatalf("%d oracles, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			oracle := readOracle(t, file)
			n, err := network.Build(oracle.book(), network.View{})
			if err != nil {
				t.Fatal(err)
			}
			limits := network.Limits{MaxLen: oracle.Loops.MaxLen}
			m, err := network.Measure(context.Background(), nil, n, network.Options{Limits: limits})
			if err != nil {
				t.Fatal(err)
			}
			printed := decoded(t, measuresText(t, deal.NewBook(deal.Book{}), n, m))
			for _, key := range []string{
				"gross", "circulation", "finn", "return_share", "clearing", "supplier_hhi", "customer_hhi", "loops", "bff",
			} {
				if oracle.fields[key] != nil { // the oracle's way could not weigh so many loops
					agree(t, key, oracle.fields[key], printed[key])
				}
			}
		})
	}
}

func measuresText(t *testing.T, book *deal.Book, n *network.Network, m *network.Measures) string {
	t.Helper()
	var text bytes.Buffer
	if err := WriteMeasuresJSON(&text, book, n, m); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func decoded(t *testing.T, text string) map[string]any {
	t.Helper()
	var object map[string]any
	if err := json.Unmarshal([]byte(text), &object); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return object
}

// agree compares what both have; a company is its number in the oracle and its name, the same, in print.
func agree(t *testing.T, at string, want, got any) {
	t.Helper()
	switch want := want.(type) {
	case map[string]any:
		object, _ := got.(map[string]any)
		for key, value := range want {
			if at == "bff" && (key == "loop_weight_sum" || key == "net_throughput") {
				continue
			}
			agree(t, at+"."+key, value, object[key])
		}
	case []any:
		list, _ := got.([]any)
		if at == "return_share" {
			list = sameFlows(want, list)
		}
		if len(list) != len(want) {
			t.Errorf("%s has %d entries, want %d", at, len(list), len(want))
			return
		}
		for i := range want {
			agree(t, fmt.Sprintf("%s[%d]", at, i), want[i], list[i])
		}
	case float64:
		if name, ok := got.(string); ok && name == fmt.Sprint(want) {
			return
		}
		number, ok := got.(float64)
		if !ok || math.Abs(number-want) > 1e-6*math.Max(1, math.Abs(want)) {
			t.Errorf("%s is %v, want %v", at, got, want)
		}
	default:
		if got != want {
			t.Errorf("%s is %v, want %v", at, got, want)
		}
	}
}

// sameFlows picks those return shares that the oracle gives: it gives some flows only.
func sameFlows(want, got []any) []any {
	ends := func(entry any) string {
		object, _ := entry.(map[string]any)
		return fmt.Sprint(object["payer"], ">", object["payee"])
	}
	byEnds := make(map[string]any)
	for _, entry := range got {
		byEnds[ends(entry)] = entry
	}
	picked := make([]any, len(want))
	for i, entry := range want {
		picked[i] = byEnds[ends(entry)]
	}
	return picked
}

// odd returns a network and measures with everything that JSON has no word for.
func odd() (*deal.Book, *network.Network, *network.Measures) {
	book := deal.NewBook(deal.Book{
		Title:     "Odd",
		Companies: []deal.Company{{ID: 1, Name: "A & <B>", Role: deal.RoleOther}, {ID: 2, Name: "C", Role: deal.RoleOther}},
		Deals: []deal.Deal{{
			ID: 1, Title: "x", Status: deal.StatusSigned, Counting: deal.Counted,
			Legs: []deal.Leg{
				{ID: 1, Deal: 1, Payer: 1, Payee: 2, Kind: deal.KindEquity, Figure: deal.Exactly(7), Currency: deal.USD},
				{ID: 2, Deal: 1, Payer: 2, Payee: 1, Kind: deal.KindCloud, Figure: deal.Undisclosed(), Currency: deal.USD},
			},
		}},
	})
	n, err := network.Build(book, network.View{})
	if err != nil {
		return nil, nil, nil
	}
	return book, n, &network.Measures{
		Gross: 741_750_000_000_07, Circulation: 7, Circular: []int64{7, 0}, CircularShare: math.NaN(),
		CircularRange: network.Range{Low: 0.1, High: math.Inf(1), Driver: 2}, Finn: 1.0 / 3, Multiplier: math.Inf(1),
		Loops: network.LoopReport{
			MaxLen: 6, Count: 12, ByLength: []int{0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 11}, Truncated: true, Why: "it took too long",
			ByCategory: []int{1, 0, 0, 0, 11},
			Top:        []network.Loop{{Path: []int{0, 1}, UpTo: 7, Category: network.CategoryVendorFinancing}},
		},
		BFF:         network.Forwarding{Skipped: true},
		ReturnShare: []float64{0.5, math.NaN()},
		Clearing:    network.Clearing{Pays: []float64{7, 0.5}, Unstated: []bool{true, false}},
		SupplierHHI: []float64{10_000, math.NaN()}, CustomerHHI: []float64{math.NaN(), 5000},
		Flags: []network.Flag{{Rule: "dual role", Text: "A invests and supplies", Companies: []deal.CompanyID{1}, Legs: []deal.LegID{1, 2}}},
	}
}

func TestMeasuresJSONToTheByte(t *testing.T) {
	book, n, m := odd()
	want := `{
  "companies": ["A & <B>", "C"],
  "gross": 741750000000.07,
  "circulation": 0.07,
  "circular_share": null,
  "circular_share_range": [0.1, null],
  "finn": 0.333333333333333,
  "loops": {
    "count": 12,
    "max_len": 6,
    "truncated": true,
    "by_length": {"2": 1, "10": 11},
    "by_category": {"vendor financing": 1, "mixed": 11},
    "top": [{"money": 0, "path": ["A & <B>", "C"], "category": "vendor financing", "known": false, "up_to": 0.07}]
  },
  "bff": null,
  "return_share": [
    {"payer": "A & <B>", "payee": "C", "share": 0.5},
    {"payer": "C", "payee": "A & <B>", "share": null}
  ],
  "clearing": [0.07, null],
  "supplier_hhi": [10000, null],
  "customer_hhi": [null, 5000],
  "flags": [{"rule": "dual role", "text": "A invests and supplies", "companies": ["A & <B>"], "legs": [1, 2]}],
  "view": "headline totals, best figures",
`
	for range 3 {
		if got := measuresText(t, book, n, m); !strings.HasPrefix(got, want) {
			t.Fatal(firstDifference(want, got))
		}
	}
}

func TestMeasuresJSONOfNothing(t *testing.T) {
	book := deal.NewBook(deal.Book{})
	n, m := measuredWithRanges(t, book)
	for key, value := range decoded(t, measuresText(t, book, n, m)) {
		_, object := value.(map[string]any)
		if list, ok := value.([]any); ok && len(list) == 0 || object || strings.HasSuffix(key, "_range") {
			continue
		}
		if value != 0.0 && value != nil && key != "view" {
			t.Errorf("%s is %v", key, value)
		}
	}
}

func TestMeasuresTable(t *testing.T) {
	book, n, m := odd()
	var text bytes.Buffer
	if err := WriteMeasuresTable(&text, book, n, m); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Odd\n",
		"flows               2 of 2 legs, 1 undisclosed\n",
		"gross               at least $0.07 + ?\n", "circular money      at least $0.07\n",
		"circular share      not defined (10.0% to not defined; most by C to A & <B>, cloud)\n",
		"multiplier          without end: no money comes from outside or leaves, as far as disclosed\n",
		"LOOPS: 12 of at most 6 companies\nstopped short: it took too long\n? up to $0.07  A & <B> > C > A & <B>  vendor financing\n",
		"MONEY IN WEIGHED LOOPS: there are too many loops to weigh\n",
		"A & <B>  C        $0.07   about $0.07  about 50.0%\n",
		"C        A & <B>  ?       -            not defined\n",
		"A & <B>  $0.07  ?        cash not stated  10000 (1.0)            not known\n",
		"C        ?      $0.07    ?                not known              5000 (2.0)\n",
		"FLAGS\ndual role  A invests and supplies\n",
	} {
		if !strings.Contains(strings.Join(strings.Fields(text.String()), " "), strings.Join(strings.Fields(want), " ")) {
			t.Errorf("the table does not hold %q:\n%s", want, text.String())
		}
	}
	if strings.Contains(text.String(), " \n") {
		t.Error("a line ends in blanks")
	}
}

func TestSampleMeasuresTable(t *testing.T) {
	book := applied(t, nil, sample(t))
	n, m := measuredWithRanges(t, book)
	var text bytes.Buffer
	if err := WriteMeasuresTable(&text, book, n, m); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"gross               about $741.75bn + ?\n", "circular money      about $46bn\n", "circular share      about 6.2%",
		"OpenAI     Amazon     $38.0bn + ?", "Oracle     Nvidia     ?",
		"net obligations     about $587.75bn would settle everything, as far as disclosed\n",
	} {
		if !strings.Contains(strings.Join(strings.Fields(text.String()), " "), strings.Join(strings.Fields(want), " ")) {
			t.Errorf("the table does not hold %q:\n%s", want, text.String())
		}
	}
	for company, want := range map[string]string{ // what is undisclosed is nowhere a nought
		"AMD": "not known 0.0% ?", "Microsoft": "10000 (1.0) 10000 (1.0) 0.0% $250.0bn",
		"Oracle": "not known 10000 (1.0) ? (~0.0% to ~31.3%) at least $300.0bn",
		"Amazon": "about 5062 (2.0) about 10000 (1.0) disclosed 0.0% at least $38.0bn",
	} {
		_, table, _ := strings.Cut(text.String(), "COMPANIES\n")
		_, line, _ := strings.Cut(table, "\n"+company+" ")
		line, _, _ = strings.Cut(line, "\n")
		if !strings.HasSuffix(strings.Join(strings.Fields(line), " "), want) {
			t.Errorf("of %s the table says %q, want %q", company, line, want)
		}
	}
}

// measuredWithRanges returns the network of all of a book and its measures, with their ranges.
func measuredWithRanges(t *testing.T, book *deal.Book) (*network.Network, *network.Measures) {
	t.Helper()
	n, err := network.Build(book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := network.Measure(t.Context(), book, n, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	return n, m
}
