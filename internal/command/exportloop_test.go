package command

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestExportTakesEveryLoopOfTheWindowsList takes a document with more loops than measures print: four companies that all pay
// each other. The window lists what is measured under the same limits, in that order.
func TestExportTakesEveryLoopOfTheWindowsList(t *testing.T) {
	const loops = 20 // 6 of two companies, 8 of three and 6 of four
	rows := "payer,payee,kind,amount\n"
	for i := range 4 {
		for j := range 4 {
			if i != j {
				rows += fmt.Sprintf("C%d,C%d,cloud,%dbn\n", i, j, 1+i+4*j)
			}
		}
	}
	document := filepath.Join(t.TempDir(), "four.roundtrip")
	must(t, "import", document, write(t, "four.csv", rows))
	book, err := readBook(document)
	if err != nil {
		t.Fatal(err)
	}
	in, err := drawn(context.Background(), book, network.View{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	listed, err := network.Measure(context.Background(), book, in.Network, network.Options{Limits: network.Limits{Top: network.ListedLoops}})
	if err != nil || len(listed.Loops.Top) != loops {
		t.Fatalf("%d loops are listed: %v", len(listed.Loops.Top), err)
	}
	for i, loop := range listed.Loops.Top {
		var want []deal.CompanyID
		for _, at := range loop.Path {
			want = append(want, in.Network.Companies[at].ID)
		}
		got, err := pictureOptions{loop: i + 1, given: map[string]bool{"loop": true}}.selection(in)
		if err != nil || !slices.Equal(got.Loop, want) {
			t.Errorf("--loop %d lights %v, the list has %v: %v", i+1, got.Loop, want, err)
		}
	}
	if svg := words(exported(t, document, "last.svg", "--loop", fmt.Sprint(loops))); !strings.Contains(svg, fmt.Sprintf("Loop %d: ", loops)) {
		t.Errorf("the picture of the last loop says %s", svg)
	}
	if help := must(t, "export", "--help"); !strings.Contains(help, fmt.Sprintf("at most %d:", network.ListedLoops)) {
		t.Error("the help does not say how many loops there are at most")
	}
	if got := run("export", document, "none.svg", "--loop", fmt.Sprint(loops+1)); got.code != ExitMisuse || !strings.Contains(got.errors, "the list has 20 loops") {
		t.Errorf("one loop too many: %+v", got)
	}
}
