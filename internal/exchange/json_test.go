package exchange

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

func jsonText(t *testing.T, book *deal.Book) string {
	t.Helper()
	var text bytes.Buffer
	if err := WriteJSON(&text, book); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// firstDifference shows the first line in which two texts differ.
func firstDifference(a, b string) string {
	linesA, linesB := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(linesA), len(linesB)) {
		if linesA[i] != linesB[i] {
			return fmt.Sprintf("line %d\n- %s\n+ %s", i+1, linesA[i], linesB[i])
		}
	}
	return fmt.Sprintf("one has %d lines, the other %d", len(linesA), len(linesB))
}

func TestJSONOfAnyBookIsReadBack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		book := anyBook().Draw(r, "book")
		text := jsonText(t, book)
		edit, err := ReadJSON(strings.NewReader(text), "book.json")
		if err != nil {
			r.Fatalf("%v\n%s", err, text)
		}
		again := applied(t, nil, edit)
		if got := jsonText(t, again); got != text {
			r.Fatal(firstDifference(text, got))
		}
		for _, compared := range []struct {
			what      string
			want, got any
		}{
			{"companies", book.Companies, again.Companies},
			{"deals", book.Deals, again.Deals},
			{"sources", book.Sources, again.Sources},
			{"claims", book.Claims, again.Claims},
			{"rates", book.Rates, again.Rates},
			{"scenarios", book.Scenarios, again.Scenarios},
			{"title", book.Title, again.Title},
			{"base", book.Base, again.Base},
			{"layout", book.Layout, again.Layout},
		} {
			if fmt.Sprintf("%+v", compared.want) != fmt.Sprintf("%+v", compared.got) {
				r.Fatalf("%s:\n%+v\n%+v", compared.what, compared.want, compared.got)
			}
		}
	})
}

// TestJSONOrderInADocument lets a real document take a file with gaps between the IDs.
func TestJSONOrderInADocument(t *testing.T) {
	text := `{"format": "roundtrip", "version": 1, "title": "T", "companies": [{"id": 9, "name": "A"}, {"name": "B"}, {"id": 4, "name": "C"}],
		"deals": [{"id": 7, "title": "late", "legs": [{"id": 3, "payer": "a", "payee": "B", "amount": "up to 10bn", "conditional_on": 1}]},
		{"id": 2, "title": "early", "legs": [{"id": 1, "payer": "C", "payee": "a", "amount": "38 billion over 7 years"}]}]}`
	edit, err := ReadJSON(strings.NewReader(text), "book.json")
	if err != nil {
		t.Fatal(err)
	}
	book := documentOf(t, always(edit))
	names := make([]string, 0, 3)
	for _, company := range book.Companies {
		names = append(names, company.Name)
	}
	if got := strings.Join(names, " "); got != "C A B" {
		t.Errorf("the companies are ordered %s: by ID, and those without one last", got)
	}
	if first := book.Deals[0]; first.Title != "early" || first.Legs[0].TermMonths != 84 {
		t.Errorf("the first deal is %+v", first)
	}
	if late := book.Deals[1].Legs[0]; late.ConditionalOn != book.Deals[0].Legs[0].ID || late.Figure != deal.UpTo(10_000_000_000_00) {
		t.Errorf("the later deal's leg is %+v", late)
	}
}

func TestJSONProblems(t *testing.T) {
	head := `{"format": "roundtrip", "version": 1, "companies": [{"name": "A"}, {"name": "B"}], `
	for name, test := range map[string]struct{ text, want string }{
		"empty":              {``, "the file is empty"},
		"cut":                {`{"format": "roundtrip", "version": 1`, "cut short"},
		"not JSON":           {"{\n\"format\": roundtrip}", "line 2 is not JSON from \"roundtrip}\" on"},
		"not ours":           {`{"version": 1}`, "not a document of Roundtrip"},
		"newer":              {`{"format": "roundtrip", "version": 2}`, "use a newer program"},
		"more":               {`{"format": "roundtrip", "version": 1} {}`, "after the end"},
		"unknown key":        {head + `"dealz": []}`, `line 1: there is no key "dealz" here: the keys are format`},
		"wrong sort":         {head + "\n\"deals\": 7}", `line 2: deals: the number 7 stands where a list, in brackets, belongs`},
		"unknown key inside": {head + "\"deals\": [\n{\"title\": \"x\", \"legs\": [\n{\"payer\": \"A\", \"payer name\": \"B\"}]}]}", `line 3: there is no key "payer name" here: the keys are id, payer`},
		"wrong sort inside":  {head + "\"deals\": [{\"title\": \"x\", \"legs\": [\n{\"payer\": 5}]}]}", "line 2: deals 1, legs 1, payer: the number 5 stands where a text belongs"},
		"no whole number":    {`{"format": "roundtrip", "version": 1.5}`, "line 1: version: the number 1.5 stands where a whole number belongs"},
		"a list":             {`[1, 2]`, "line 1: a list, in brackets, stands where an object, in braces, belongs"},
		"a text over lines":  {"{\"title\": \"a\nb\"}", "line 1: a text breaks off at the end of the line"},
		"UTF-16":             {"\xff\xfe{\x00", "UTF-16: save it as UTF-8"},
		"Latin-1":            {"{\"title\":\n\"caf\xe9\"}", "line 2 is not UTF-8"},
		"very deep":          {strings.Repeat("[", 100_000), "line 1 is not JSON"},
		"amount of a list":   {head + "\"deals\": [{\"title\": \"x\", \"legs\": [{\"payer\": \"A\", \"payee\": \"B\",\n\"amount\": [5]}]}]}", "line 2: deals 1, legs 1, amount: a list, in brackets, stands where"},
		"unknown company":    {head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "Z"}]}]}`, `deal 1 "x", leg 1, payee: the file holds no company "Z"`},
		"twice":              {`{"format": "roundtrip", "version": 1, "companies": [{"name": "a b"}, {"name": "A  B"}]}`, "have this name"},
		"itself":             {head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "a"}]}]}`, "same company"},
		"condition":          {head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "conditional_on": 8}]}]}`, "no leg with the id 8"},
		"same id":            {head + `"deals": [{"title": "x", "legs": [{"id": 1, "payer": "A", "payee": "B"}, {"id": 1, "payer": "B", "payee": "A"}]}]}`, "another entry has it"},
		"negative id":        {`{"format": "roundtrip", "version": 1, "companies": [{"id": -1, "name": "A"}]}`, "no positive number"},
		"half a cent":        {head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "amount": {"said": "exact", "best": 0.005}}]}]}`, "more than 2 decimals"},
		"huge":               {head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "amount": {"said": "exact", "best": 1e999}}]}]}`, "not a plain number"},
		"no word":            {head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "amount": {"said": "maybe", "best": 1}}]}]}`, "no way of stating"},
		"no number":          {head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "amount": {"said": "exact"}}]}]}`, `has "best"`},
		"misread amount":     {head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "amount": "€2,5 Mrd"}]}]}`, "write"},
		"unknown in amount":  {head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "amount": {"said": "exact", "bets": 1}}]}]}`, `there is no key "bets" here: the keys are said, low`},
		"no legs":            {head + `"deals": [{"title": "x", "legs": []}]}`, "at least one leg"},
		"status":             {head + `"deals": [{"title": "x", "status": "done", "legs": [{"payer": "A", "payee": "B"}]}]}`, `"done" is no status`},
		"two currencies":     {head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "amount": "€5m", "currency": "USD"}]}]}`, "keep one"},
		"two terms":          {head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "amount": "5m over 2 years", "term_months": 7}]}]}`, "24 months and the term 7"},
		"term of a total":    {head + `"deals": [{"title": "x", "total": "5m over 2 years", "legs": [{"payer": "A", "payee": "B"}]}]}`, "without its term"},
		"other valuation":    {head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "kind": "equity", "amount": "$5m", "valuation": "€9m"}]}]}`, "use one currency"},
		"no valuation":       {head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "kind": "equity", "amount": "$5m", "valuation": "$0"}]}]}`, "leg 1, valuation: a company that is worth nothing sells no stake: write a valuation above 0"},
		"no valuation said":  {head + `"sources": [{"id": 1, "title": "s"}], "deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "kind": "equity", "claims": [{"source": 1, "field": "valuation", "amount": "$0"}]}]}]}`, "write a valuation above 0"},
		"paid too much":      {head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "amount": "$5m", "drawn": {"amount": 6000000, "currency": "USD"}}]}]}`, "leg 1, drawn: $6m is more than the whole amount, which is at most $5m: correct one of the two"},
		"base":               {`{"format": "roundtrip", "version": 1, "base": "dollars"}`, "no ISO 4217 currency"},
		"two rates":          {head + `"rates": [{"currency": "EUR", "worth": 1}, {"currency": "EUR", "worth": 2}]}`, "two rates"},
		"rate of nothing":    {head + `"rates": [{"currency": "EUR", "worth": 0}]}`, "above zero"},
		"chosen twice": {head + `"sources": [{"id": 1, "title": "s"}], "deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "claims": [
			{"source": 1, "field": "figure", "amount": "1bn", "chosen": true}, {"source": 1, "field": "figure", "amount": "2bn", "chosen": true}]}]}]}`, "chosen already"},
		"no source":       {head + `"deals": [{"title": "x", "legs": [{"payer": "A", "payee": "B", "claims": [{"source": 3, "field": "figure"}]}]}]}`, "no source with the id 3"},
		"change of what":  {head + `"scenarios": [{"name": "s", "changes": [{"field": "amount", "to": 5}]}]}`, "say which leg"},
		"change to words": {head + `"scenarios": [{"name": "s", "changes": [{"field": "cash", "company": "A", "to": 0.001}]}]}`, "more than 2 decimals"},
	} {
		t.Run(name, func(t *testing.T) {
			edit, err := ReadJSON(strings.NewReader(test.text), "book.json")
			if err == nil {
				t.Fatalf("it was taken: %+v", edit)
			}
			if !strings.HasPrefix(err.Error(), "book.json") || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v\ndoes not say %q", err, test.want)
			}
		})
	}
}

func TestJSONOfTwoCompaniesWithOneName(t *testing.T) {
	book := deal.NewBook(deal.Book{Companies: []deal.Company{{ID: 1, Name: "Open AI"}, {ID: 2, Name: "open  ai"}}})
	if err := WriteJSON(&bytes.Buffer{}, book); err == nil || !strings.Contains(err.Error(), "rename one") {
		t.Errorf("the error is %v", err)
	}
}
