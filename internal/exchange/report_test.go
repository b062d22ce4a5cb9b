package exchange

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"roundtrip/internal/chart"
	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
	"roundtrip/internal/whatif"
)

// reported writes the report of a book, with an empty picture.
func reported(t *testing.T, book *deal.Book) string {
	t.Helper()
	report, err := NewReport(context.Background(), book, network.View{}, smallPage(t, book), nil)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := WriteReport(&text, report); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// smallPage returns a page with the book's picture.
func smallPage(t *testing.T, book *deal.Book) picture.Page {
	t.Helper()
	built, err := network.Build(book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	places := make([]layout.Point, len(built.Companies))
	for i := range places {
		places[i] = layout.Point{X: float64(i)}
	}
	return picture.Page{
		Scene: picture.Build(picture.Input{Book: book, Network: built, Places: places}), Style: picture.Light(),
		Camera: picture.Camera{Width: 400, Height: 300, Zoom: 1, Scale: 1},
	}
}

// wellFormed checks that every tag of a page is closed in its turn.
func wellFormed(t *testing.T, page string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(page))
	decoder.Strict, decoder.AutoClose, decoder.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestReportOfTheSample(t *testing.T) {
	book := applied(t, nil, sample(t))
	parts := *book
	parts.Scenarios = []deal.Scenario{
		{ID: 1, Name: "A big stake", Note: "twice and a half", Changes: []deal.Change{
			{Field: deal.ChangeAmount, Target: 1, Value: 25_000_000_000_00, Base: 10_000_000_000_00},
			{Field: deal.ChangeMargin, Target: int64(book.Deals[0].Legs[0].Payer), Value: 600_000},
		}},
		{ID: 2, Name: "Of a leg that is gone", Changes: []deal.Change{{Field: deal.ChangeAmount, Target: 999, Value: 1}}},
	}
	page := reported(t, deal.NewBook(parts))
	wellFormed(t, page)
	for _, want := range []string{
		"<h1>" + book.Title + "</h1>", "~$741.75bn &#43; ? in", "). Not certain: it depends on the figures.", "6.2%", "0% to 43.75%", "Oracle to Nvidia, chips",
		"Amazon → OpenAI → Amazon", "vendor financing", "A big stake", "twice and a half", "10.04%", "after a gross margin of 60%",
		"Of a leg that is gone", "It cannot be measured", "OpenAI&#39;s cloud contract with Amazon Web Services", `href="#source-1"`, `id="source-1"`,
		"rises from ~3.55%", "up to $10bn",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	if again := reported(t, deal.NewBook(parts)); again != page {
		t.Error("two reports of one document differ")
	}
}

// TestReportHoldsTheStudies looks for the charts of the studies in the report: those that window and command line show.
func TestReportHoldsTheStudies(t *testing.T) {
	book := applied(t, nil, sample(t))
	page := reported(t, book)
	ctx := context.Background()
	workbench, err := whatif.NewWorkbench(ctx, book, network.View{}, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	stake, _ := whatif.DefaultStake(book)
	study := workbench.Study(stake.Leg, nil)
	span, err := study.Reach(whatif.Input{Field: deal.ChangeAmount, Target: int64(stake.Leg)})
	if err != nil {
		t.Fatal(err)
	}
	sweep, err := study.Sweep(ctx, whatif.SweepQuestion{Span: span, Keys: []string{"circular_share"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	storm, err := study.Tornado(ctx, whatif.TornadoQuestion{Key: "circular_share", Spread: whatif.FirstSpread}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	table, err := study.Table(ctx, whatif.TableQuestion{Key: "circular_share", Across: span,
		Down: whatif.Span{Input: whatif.Input{Field: deal.ChangeSpentBack, Target: int64(stake.Leg)}, High: int64(deal.Whole)}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	target := 0.25
	drawn, err := study.MonteCarlo(ctx, whatif.MonteCarloQuestion{Key: "circular_share", Target: &target, Spread: whatif.FirstSpread,
		Chances: whatif.FirstChances, Samples: 10_000, Seed: 1}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	samples, err := chart.Simulation(drawn)
	if err != nil {
		t.Fatal(err)
	}
	for name, of := range map[string]*chart.Chart{"sweep": chart.Sweep(sweep), "tornado": chart.Tornado(storm), "table": chart.Table(table), "simulation": samples} {
		want, err := chartInline(of)
		if err != nil || !strings.Contains(page, string(want)) {
			t.Errorf("the %s is another one: %v", name, err)
		}
	}
}

// TestReportSentencesLeadToTheirSources looks behind each sentence for the sources of what it says.
func TestReportSentencesLeadToTheirSources(t *testing.T) {
	book := applied(t, nil, sample(t))
	parts := *book
	parts.Scenarios = []deal.Scenario{{ID: 1, Name: "One change", Changes: []deal.Change{
		{Field: deal.ChangeAmount, Target: 1, Value: 25_000_000_000_00, Base: 10_000_000_000_00}}}}
	page := reported(t, deal.NewBook(parts))
	before, _, _ := strings.Cut(page, "<h2>Measures")
	if got := strings.Count(before, `href="#source-1"`); got < 2 {
		t.Errorf("the sentences about the stake lead to its source %d times:\n%s", got, before[strings.Index(before, "</svg>"):])
	}
	_, scenario, _ := strings.Cut(page, "<h3>One change")
	scenario, _, _ = strings.Cut(scenario, "<h2>Stress tests of every report")
	if !strings.Contains(scenario, `href="#source-1"`) || !strings.Contains(scenario, "goes from ~6.2% to ~") {
		t.Errorf("the scenario has no sources or no waterfall:\n%s", scenario)
	}
	for number := 1; strings.Contains(page, fmt.Sprintf(`href="#source-%d"`, number)); number++ {
		if strings.Count(page, fmt.Sprintf(`<li id="source-%d">`, number)) != 1 {
			t.Errorf("source %d is cited and not listed", number)
		}
	}
}

// TestReportTellsWhoAskedForAStressTest keeps the shocks of every report apart from the one that somebody ran, each with the
// sources of its sentences.
func TestReportTellsWhoAskedForAStressTest(t *testing.T) {
	book := applied(t, nil, sample(t))
	report, err := NewReport(context.Background(), book, network.View{}, smallPage(t, book), nil)
	if err != nil {
		t.Fatal(err)
	}
	preset := whatif.ShockPresets(book)[0]
	for _, shock := range []whatif.Shock{{Kind: whatif.ShockCut, Cut: deal.KindChips, Part: deal.Whole / 4}, preset} {
		result, err := whatif.Stress(context.Background(), book, network.View{}, shock)
		if err != nil {
			t.Fatal(err)
		}
		report.TellStress(result)
		var text bytes.Buffer
		if err := WriteReport(&text, report); err != nil {
			t.Fatal(err)
		}
		_, told, _ := strings.Cut(text.String(), "<h2>The stress test that was run")
		asked, presets, found := strings.Cut(told, "<h2>Stress tests of every report")
		title := "<h3>" + shock.Words(book) + "</h3>"
		if !found || !strings.Contains(asked, title) || strings.Contains(presets, title) || !strings.Contains(presets, "nobody chose them") {
			t.Errorf("%s does not stand by itself", shock.Words(book))
		}
		if first, _, _ := strings.Cut(asked, "<table>"); !strings.Contains(first, `href="#source-`) {
			t.Errorf("no sentence leads to a source:\n%s", first)
		}
	}
}

func TestReportRunsNothing(t *testing.T) {
	book := readBook(t, "title,payer,payee,amount,source,url,note\n"+
		`"<script>alert(1)</script>","A<b>","C & D",5bn,"<img src=x onerror=alert(2)>",https://example.org/?a=1&b=2,</body>`+"\n"+
		"back,C & D,A<b>,2bn,,,\n")
	page := reported(t, book)
	wellFormed(t, page)
	for _, bad := range []string{"<script", "<img", "A<b>", "</body>\n</body>"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	if !strings.Contains(page, "A&lt;b&gt;") || strings.Count(page, "</body>") != 1 {
		t.Error("the names are not there as text")
	}
}

func TestReportOfNothing(t *testing.T) {
	page := reported(t, deal.NewBook(deal.Book{Base: deal.USD}))
	wellFormed(t, page)
	if !strings.Contains(page, "No money can come back") {
		t.Errorf("an empty document's report:\n%s", page)
	}
}

func TestReportStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := NewReport(ctx, applied(t, nil, sample(t)), network.View{}, picture.Page{}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a report that is not wanted any more: %v", err)
	}
}
