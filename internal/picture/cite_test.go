package picture

import (
	"bytes"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// citedPage is a page on which every leg comes from sources.
func citedPage(in Input, sources int) Page {
	page := Page{Scene: Build(in), Camera: Camera{Width: 900, Height: 760, Scale: 1}, Style: Light(), Frame: testFrame(sources)}
	page.Frame.Cited = make(map[deal.LegID][]int)
	for i := range page.Scene.Arrows {
		leg := page.Scene.Arrows[i].Leg
		first := 1 + int(leg)%sources
		page.Frame.Cited[leg] = []int{first}
		if first+1 <= sources {
			page.Frame.Cited[leg] = append(page.Frame.Cited[leg], first+1)
		}
	}
	return page
}

// Every amount bears the numbers of its sources, which stand in the list below, and nothing covers anything.
func TestAmountsBearTheNumbersOfTheirSources(t *testing.T) {
	page := citedPage(dealInput(t, network.View{}), 3).Fitted()
	numbered := 0
	for _, label := range page.Scene.Labels(page.Camera.Zoom) {
		if label.Leg == 0 {
			continue
		}
		numbered++
		if want := raisedNumbers(page.Frame.Cited[label.Leg], 3); label.Raised != want {
			t.Errorf("%q bears %q, want %q", label.Lines, label.Raised, want)
		}
	}
	if numbered != len(page.Scene.Arrows) {
		t.Errorf("%d of %d legs bear numbers", numbered, len(page.Scene.Arrows))
	}
	for _, wrong := range overlaps(page.Scene, page.Camera.Zoom, true) {
		t.Error(wrong)
	}
	if _, height := page.Size(); height > 760 {
		t.Errorf("the page is %d high, wanted at most 760", height)
	}
	var file bytes.Buffer
	if err := WriteSVG(&file, page); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{">1,2</text>", ">3</text>", "Sources, by the raised numbers: 1"} {
		if !strings.Contains(strings.ReplaceAll(file.String(), "\u00a0", " "), want) {
			t.Errorf("the file does not hold %q", want)
		}
	}
	if strings.Contains(file.String(), "is not shown") {
		t.Error("the file speaks of amounts that are not shown")
	}
}

// A picture whose amounts are not in it, as while their legs are dimmed, speaks of no raised numbers.
func TestSourcesOfWhatIsNotInThePictureAreNotNumbered(t *testing.T) {
	for sources, want := range map[int]string{1: "Source: ", 3: "Sources: "} {
		in := dealInput(t, network.View{})
		lit := Build(in).Arrows[0].Leg
		in.Selection = Selection{Legs: []deal.LegID{lit}}
		page := citedPage(in, sources)
		delete(page.Frame.Cited, lit)
		page = page.Fitted()
		for _, label := range page.Scene.Labels(page.Camera.Zoom) {
			if label.Raised != "" {
				t.Fatalf("%q bears a number although only one leg is lit", label.Lines)
			}
		}
		lines, _ := page.Frame.sourceLines(frameRoom(900))
		text := strings.ReplaceAll(strings.Join(lines, " "), "\u00a0", " ")
		if !strings.HasPrefix(text, want+page.Frame.Sources[0]) {
			t.Errorf("the foot says %q", text)
		}
	}
}

// Where amounts are thinned out the list says that their legs have no numbers. Numbers of sources that the list has no
// room for are not written.
func TestMissingNumbersAreSaid(t *testing.T) {
	page := citedPage(arranged(hubInput(t, 60, 120, 3), deal.LayoutStress), 200).Fitted()
	lines, listed := page.Frame.sourceLines(frameRoom(900))
	if text := strings.Join(lines, " "); listed >= 200 || !strings.Contains(text, "a leg without room for its amount or number has none") {
		t.Errorf("%d sources listed: %s", listed, text)
	}
	for _, label := range page.Scene.Labels(page.Camera.Zoom) {
		for _, number := range strings.FieldsFunc(label.Raised, func(r rune) bool { return r == ',' || r == '+' }) {
			if raisedNumbers([]int{len(number)}, listed) == "" || !strings.Contains(strings.Join(lines, " "), number+"\u00a0") {
				t.Errorf("%q bears the number %s, which is not listed", label.Lines, number)
			}
		}
	}
}

func TestRaisedNumbers(t *testing.T) {
	for _, test := range []struct {
		numbers []int
		listed  int
		want    string
	}{
		{nil, 5, ""}, {[]int{2}, 5, "2"}, {[]int{1, 4}, 5, "1,4"}, {[]int{1, 4, 6}, 5, "1,4"}, {[]int{6, 7}, 5, ""},
		{[]int{1, 2, 3, 4}, 5, "1,2,3+"}, {[]int{1, 2, 3, 9}, 5, "1,2,3"},
	} {
		if got := raisedNumbers(test.numbers, test.listed); got != test.want {
			t.Errorf("%v of %d listed: %q, want %q", test.numbers, test.listed, got, test.want)
		}
	}
}

// TestNumbersMoveNothing: every name and amount stands where it stands without the numbers of sources, and the numbers
// cover none of them.
func TestNumbersMoveNothing(t *testing.T) {
	for name, in := range map[string]Input{
		"deals": dealInput(t, network.View{}), "hubs": arranged(hubInput(t, 40, 80, 3), deal.LayoutStress),
	} {
		page := citedPage(in, 4)
		page.Camera = page.Camera.Fit(page.Scene)
		plain, cited := page.Scene.Labels(page.Camera.Zoom), page.Cite().Scene.Labels(page.Camera.Zoom)
		if len(plain) != len(cited) {
			t.Fatalf("%s: %d labels, with numbers %d", name, len(plain), len(cited))
		}
		numbered, amounts := 0, 0
		for i := range plain {
			if plain[i].Box != cited[i].Box {
				t.Errorf("%s: %q moved", name, plain[i].Lines)
			}
			if plain[i].Leg == 0 {
				continue
			}
			amounts++
			if cited[i].Raised == "" {
				continue
			}
			numbered++
			for j := range cited {
				if i != j && cited[i].raisedBox().Overlaps(cited[j].Box) {
					t.Errorf("%s: the number of %q covers %q", name, cited[i].Lines, cited[j].Lines)
				}
			}
		}
		if 10*numbered < 9*amounts {
			t.Errorf("%s: %d of %d amounts bear a number", name, numbered, amounts)
		}
	}
}
