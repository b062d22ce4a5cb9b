package gui

import (
	"bytes"
	"context"
	"html"
	"slices"
	"strings"
	"testing"

	commandline "roundtrip/internal/command"
	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/whatif"
)

// TestStressAgrees enters shocks in the window and with `roundtrip stress`, and compares every number and every end of
// both, to the last bit.
func TestStressAgrees(t *testing.T) {
	w := openSample(t)
	p := w.stress
	for _, test := range []struct {
		preset    string
		entries   map[string]string
		arguments []string
	}{
		{preset: "OpenAI fails", arguments: []string{"--fails", "OpenAI"}},
		{preset: "OpenAI fails", entries: map[string]string{"recovery": "40%", "ofcash": "10%", "ofincome": "20%", "assumed": "5bn"},
			arguments: []string{"--fails", "OpenAI", "--recovery", "40%", "--cost-cash", "10%", "--cost-income", "20%", "--assume-cash", "5bn"}},
		{preset: "OpenAI’s cash at…", entries: map[string]string{"cash": "5bn"}, arguments: []string{"--cash", "OpenAI=5bn"}},
		{preset: "OpenAI’s cash at…", entries: map[string]string{"cash": "0", "assumed": "20bn"},
			arguments: []string{"--cash", "OpenAI=0", "--assume-cash", "20bn"}},
		{preset: "Valuations −77% (Nasdaq from 2000)", arguments: []string{"--valuations", "77%"}},
		{preset: "Cloud contracts halved", arguments: []string{"--cut", "cloud=50%"}},
		{preset: "Deals in talks collapse", arguments: []string{"--collapse", "in talks"}},
		{preset: "Deals in talks collapse", entries: map[string]string{"assumed": "0"}, arguments: []string{"--collapse", "in talks", "--assume-cash", "0"}},
	} {
		p.press(t, test.preset)
		for _, name := range []string{"recovery", "ofcash", "ofincome", "assumed", "cash"} {
			p.entries[name].SetText(test.entries[name])
		}
		if p.result == nil {
			t.Fatalf("%s %v: no result: %q", test.preset, test.entries, p.state.Content())
		}
		var object, table bytes.Buffer
		if err := exchange.WriteStressJSON(&object, p.result); err != nil {
			t.Fatal(err)
		}
		if err := exchange.WriteStressTable(&table, p.result); err != nil {
			t.Fatal(err)
		}
		if printed := printedStress(t, append(test.arguments, "--json")...); printed != object.String() {
			t.Errorf("%s %v: the window has\n%s\nthe command line\n%s", test.preset, test.entries, object.String(), printed)
		}
		if printed := printedStress(t, test.arguments...); printed != table.String() {
			t.Errorf("%s %v: the window has\n%s\nthe command line\n%s", test.preset, test.entries, table.String(), printed)
		}
	}
}

// TestReportTellsTheSameStress looks in the report for what the window says of every preset.
func TestReportTellsTheSameStress(t *testing.T) {
	w := openSample(t)
	page, err := w.picturePage(w.defaultPicture())
	if err != nil {
		t.Fatal(err)
	}
	report, err := exchange.NewReport(context.Background(), w.session.book, w.session.view, page, nil)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := exchange.WriteReport(&text, report); err != nil {
		t.Fatal(err)
	}
	told := html.UnescapeString(text.String())
	for _, preset := range []string{"OpenAI fails", "Valuations −77% (Nasdaq from 2000)", "Cloud contracts halved", "Deals in talks collapse"} {
		w.stress.press(t, preset)
		r := w.stress.result
		for _, words := range slices.Concat([]string{"<h3>" + r.Shock.Words(r.Book) + "</h3>", r.KnownWords()}, r.Sentences(), r.RankWords()) {
			if !w.stress.says(words) && !strings.HasPrefix(words, "<h3>") {
				t.Errorf("%s: the window does not say %q", preset, words)
			}
			if !strings.Contains(told, words) {
				t.Errorf("%s: the report does not say %q", preset, words)
			}
		}
		for _, supplier := range r.Suppliers {
			lost := "unknown"
			if supplier.LossKnown() {
				lost = supplier.Lost.Text(whatif.UnitMoney, deal.USD)
			}
			if !strings.Contains(told, `<td>`+r.Book.CompanyName(supplier.Company)+`</td><td class="n">`+lost+`</td>`) {
				t.Errorf("%s: the report does not say what %s loses", preset, r.Book.CompanyName(supplier.Company))
			}
		}
	}
}

// printedStress returns what `roundtrip stress` prints of the sample.
func printedStress(t *testing.T, arguments ...string) string {
	t.Helper()
	var printed, problems bytes.Buffer
	program := commandline.Program{Out: &printed, Errors: &problems}
	if code := program.Run(context.Background(), append([]string{"stress", commandline.Sample}, arguments...)); code != commandline.ExitDone {
		t.Fatalf("stress %v ends with %d: %s", arguments, code, problems.String())
	}
	return printed.String()
}
