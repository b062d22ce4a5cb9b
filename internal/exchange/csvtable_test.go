package exchange

import (
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

// readBook imports a table into an empty book and returns what becomes of it.
func readBook(t *testing.T, text string) *deal.Book {
	t.Helper()
	edit, err := ReadCSV(strings.NewReader(text), "deals.csv", nil)
	if err != nil {
		t.Fatal(err)
	}
	return applied(t, nil, edit)
}

func TestCSVInAnyDress(t *testing.T) {
	plain := readBook(t, "payer,payee,amount,note\nAmazon,OpenAI,10bn,\"a, b; c\"\n")
	for name, text := range map[string]string{
		"byte order mark":  "\ufeffpayer,payee,amount,note\nAmazon,OpenAI,10bn,\"a, b; c\"\n",
		"line ends":        "payer,payee,amount,note\r\nAmazon,OpenAI,10bn,\"a, b; c\"\r\n",
		"no last line end": "payer,payee,amount,note\nAmazon,OpenAI,10bn,\"a, b; c\"",
		"semicolons":       "payer;payee;amount;note\nAmazon;OpenAI;10bn;\"a, b; c\"\n",
		"tabs":             "payer\tpayee\tamount\tnote\nAmazon\tOpenAI\t10bn\ta, b; c\n",
		"separator line":   "sep=;\npayer;payee;amount;note\nAmazon;OpenAI;10bn;\"a, b; c\"\n",
		"any order":        "note,amount,payee,payer\n\"a, b; c\",10bn,OpenAI,Amazon\n",
		"any case":         "Payer,PAYEE, Amount ,note\nAmazon,OpenAI,10bn,\"a, b; c\"\n",
		"blanks":           "payer,payee,amount,note\n  Amazon , OpenAI,10bn ,\"a, b; c\"\n",
		"blank rows":       "\n\npayer,payee,amount,note\n,,,\n\nAmazon,OpenAI,10bn,\"a, b; c\"\n,,,\n",
		"empty columns":    "payer,payee,amount,note,,\nAmazon,OpenAI,10bn,\"a, b; c\",,\n",
		"quotes":           "\"payer\",\"payee\",\"amount\",\"note\"\n\"Amazon\",\"OpenAI\",\"10bn\",\"a, b; c\"\n",
	} {
		t.Run(name, func(t *testing.T) { sameJSON(t, plain, readBook(t, text)) })
	}
}

func TestCSVFileProblems(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"empty":                  {"", "the file is empty"},
		"blank":                  {"\n \n", "the file is empty"},
		"UTF-16":                 {"\xff\xfep\x00a\x00", "UTF-16"},
		"another charset":        {"payer,payee\nSoci\xe9t\xe9,B\n", "line 2 is not UTF-8"},
		"no header":              {"Amazon,OpenAI,10bn\n", "header of no table"},
		"half a header":          {"payer,amount\nA,1\n", "both the column payer and the column payee"},
		"unknown column":         {"payer,payee,colour\nA,B,red\n", `no column "colour"`},
		"column twice":           {"payer,payee,Payer\nA,B,C\n", "payer stands in the header twice"},
		"short row":              {"payer,payee,amount\nA,B\n", "deals.csv, line 2: the row has 2 cells and the header 3"},
		"long row":               {"payer,payee\nA,B,1,000\n", "put quotes around"},
		"open quote":             {"payer,payee\nA,\"B\nC,D\n", "line 2: the quotes do not match"},
		"unknown company column": {"name,country\nA,US\n", "name, ticker, role, cash, revenue"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadCSV(strings.NewReader(test.text), "deals.csv", nil)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v\ndoes not say %q", err, test.want)
			}
		})
	}
}

func TestADashIsAnEmptyCellOfNumbers(t *testing.T) {
	edit := readEdit(t, "title,payer,payee,kind,amount,valuation,announced,term_years,note\n-,A,B,equity,-,—, - ,–,-\n", nil)
	d := edit.Deals[0]
	if d.Title != "-" || d.Legs[0].Note != "-" {
		t.Errorf("a dash in words was lost: %+v", d)
	}
	if leg := d.Legs[0]; leg.Figure != deal.Undisclosed() || leg.Valuation.Set() || d.Announced != "" || leg.TermMonths != 0 {
		t.Errorf("a dash is no empty cell: %+v", d)
	}
}

func TestAWrongHeaderListsEveryColumn(t *testing.T) {
	_, err := ReadCSV(strings.NewReader("who,whom\nA,B\n"), "deals.csv", nil)
	for _, column := range slices.Concat(dealColumns, extraColumns, companyColumns) {
		if err == nil || !strings.Contains(err.Error(), column) {
			t.Errorf("the column %s is not in %v", column, err)
		}
	}
}
