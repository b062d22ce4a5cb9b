package picture

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// sourced returns the input with so many sources: every leg follows one of them, and the next one where there is one.
func sourced(in Input, sources int) Input {
	book := *in.Book
	book.Sources, book.Claims = nil, nil
	claim := func(leg deal.LegID, source int) {
		book.Claims = append(book.Claims, deal.Claim{
			ID: deal.ClaimID(len(book.Claims) + 1), Source: deal.SourceID(source), About: deal.Subject{Leg: leg}, Field: deal.ClaimOther, Chosen: true,
		})
	}
	for i := range sources {
		book.Sources = append(book.Sources, deal.Source{ID: deal.SourceID(i + 1), Title: "A report"})
	}
	for i := range in.Network.Flows {
		for _, leg := range in.Network.Flows[i].Legs {
			first := 1 + int(leg.ID)%sources
			claim(leg.ID, first)
			if first < sources {
				claim(leg.ID, first+1)
			}
		}
	}
	in.Book = deal.NewBook(book)
	return in
}

// citedPage is a page of the input, with the sources of its book listed.
func citedPage(in Input) Page {
	page := Page{Scene: Build(in), Camera: Camera{Width: 900, Height: 760, Scale: 1}, Style: Light(), Frame: testFrame(len(in.Book.Sources))}
	page.Frame.Cited = make(map[deal.LegID][]int)
	for i := range page.Scene.Arrows {
		leg := page.Scene.Arrows[i].Leg
		_, of, _ := in.Book.Leg(leg)
		for _, source := range in.Book.Follows(deal.Subject{Deal: of.ID}, deal.Subject{Leg: leg}) {
			page.Frame.Cited[leg] = append(page.Frame.Cited[leg], int(source))
		}
		slices.Sort(page.Frame.Cited[leg])
	}
	for i := range page.Frame.Sources {
		page.Frame.Sources[i] += fmt.Sprintf(" (%d)", i+1)
	}
	return page
}

func footOf(page Page) string {
	lines := page.Frame.sourceLines(frameRoom(float64(page.Camera.Width)))
	return strings.ReplaceAll(strings.Join(lines, " "), "\u00a0", " ")
}

// Every amount bears the numbers of its sources, which stand in the list below, and nothing covers anything.
func TestAmountsBearTheNumbersOfTheirSources(t *testing.T) {
	page := citedPage(sourced(dealInput(t, network.View{}), 3)).Fitted()
	for _, wrong := range CitedWrongly(page) {
		t.Error(wrong)
	}
	numbered := 0
	for _, label := range page.Scene.Labels(page.Camera.Zoom) {
		if page.Scene.raisedBehind(&label) != "" {
			numbered++
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
	if strings.Contains(file.String(), "has none") {
		t.Error("the file speaks of amounts that are not shown")
	}
}

// The sources of legs that are faded, and so without amounts, stand below those whose numbers are in the picture, without
// numbers. Where no number is in the picture, none is in the list.
func TestSourcesOfFadedLegsAreNotNumbered(t *testing.T) {
	in := sourced(dealInput(t, network.View{}), 6)
	in.Selection = Selection{Legs: []deal.LegID{1, 7}} // of sources 2 and 3
	page := citedPage(in).Fitted()
	for _, wrong := range CitedWrongly(page) {
		t.Error(wrong)
	}
	want := regexp.MustCompile(`^Sources, by the raised numbers: 1 [^;]* \(2\); 2 [^;]* \(3\) Of faded legs: [^;]* \(1\); [^;]* \(4\); .*\(5\); .*\(6\)$`)
	if foot := footOf(page); !want.MatchString(foot) {
		t.Errorf("the foot says %q", foot)
	}
	for sources, want := range map[int]string{1: "Source: A report", 3: "Sources: A report"} {
		in := sourced(dealInput(t, network.View{}), sources)
		lit := Build(in).Arrows[0].Leg
		in.Selection = Selection{Legs: []deal.LegID{lit}}
		page := citedPage(in)
		delete(page.Frame.Cited, lit)
		if page = page.Fitted(); len(page.Scene.raised) > 0 || !strings.HasPrefix(footOf(page), want) {
			t.Errorf("%d numbers although only one leg is lit, and the foot says %q", len(page.Scene.raised), footOf(page))
		}
	}
}

// CitedWrongly returns what is wrong with the numbers in a picture: not of the leg's sources as the list below has them, or
// in the list and nowhere in the picture, or not counted from 1.
func CitedWrongly(page Page) []string {
	var wrong []string
	listed := page.Frame.citing.numbered
	seen := make(map[string]bool)
	for _, label := range page.Scene.Labels(page.Camera.Zoom) {
		numbers := page.Scene.raisedBehind(&label)
		if numbers == "" || !page.Camera.sees(label.Box) {
			continue
		}
		var want []int
		for _, cited := range page.Frame.Cited[label.Leg] {
			if at := slices.Index(listed, cited-1); at >= 0 {
				want = append(want, at+1)
			}
		}
		if got := raisedNumbers(want[:min(len(want), label.numbers)], len(page.Frame.Cited[label.Leg])); got != numbers {
			wrong = append(wrong, fmt.Sprintf("%q bears %q, want %q", label.Lines, numbers, got))
		}
		for _, number := range strings.FieldsFunc(numbers, func(r rune) bool { return r == ',' || r == '+' }) {
			seen[number] = true
		}
	}
	foot := footOf(page)
	for i, position := range listed {
		number := fmt.Sprint(i + 1)
		if !seen[number] {
			wrong = append(wrong, fmt.Sprintf("the list has number %s, the picture has not", number))
		}
		if !strings.Contains(foot, number+" "+page.Frame.Sources[position]) {
			wrong = append(wrong, fmt.Sprintf("%s %s is not in the list: %s", number, page.Frame.Sources[position], foot))
		}
	}
	return wrong
}

// Where amounts are thinned out the list says that their legs have no numbers. Numbers of sources that the list has no
// room for are not written.
func TestMissingNumbersAreSaid(t *testing.T) {
	page := citedPage(sourced(arranged(hubInput(t, 60, 120, 3), deal.LayoutStress), 200)).Fitted()
	foot := footOf(page)
	if listed := len(page.Frame.citing.numbered); listed == 0 || listed >= 120 || !strings.Contains(foot, "a leg without room for its amount or number has none") ||
		!strings.Contains(foot, "Without a number here: ") || !strings.HasSuffix(foot, " more") {
		t.Errorf("%d sources listed: %s", listed, foot)
	}
	for _, wrong := range CitedWrongly(page) {
		t.Error(wrong)
	}
}

// The list has the numbers of the picture also where the camera sees only a part of it.
func TestNumbersOfWhatIsInSight(t *testing.T) {
	in := arranged(sourced(hubInput(t, 30, 60, 1), 20), deal.LayoutStress)
	for _, zoom := range []float64{1, 2, 4} {
		page := citedPage(in)
		page.Camera = page.Camera.Fit(page.Scene)
		page.Camera.Zoom *= zoom
		page = page.Cite()
		for _, wrong := range CitedWrongly(page) {
			t.Errorf("zoom %g: %s", zoom, wrong)
		}
		if again := page.Cite(); footOf(again) != footOf(page) {
			t.Errorf("cited twice the foot says %q, before %q", footOf(again), footOf(page))
		}
	}
}

func TestRaisedNumbers(t *testing.T) {
	for _, test := range []struct {
		numbers []int
		sources int
		want    string
	}{
		{nil, 2, ""}, {[]int{2}, 1, "2"}, {[]int{1, 4}, 2, "1,4"}, {[]int{1, 4}, 3, "1,4+"}, {[]int{1, 2, 12}, 9, "1,2,12+"},
	} {
		if got := raisedNumbers(test.numbers, test.sources); got != test.want {
			t.Errorf("%v of %d sources: %q, want %q", test.numbers, test.sources, got, test.want)
		}
	}
}

// TestNumbersMoveNothing: every name and amount stands where it stands on the screen, and its numbers behind it.
func TestNumbersMoveNothing(t *testing.T) {
	for name, in := range map[string]Input{
		"deals": sourced(dealInput(t, network.View{}), 4), "hubs": arranged(sourced(hubInput(t, 40, 80, 3), 12), deal.LayoutStress),
	} {
		page := citedPage(in)
		page.Camera = page.Camera.Fit(page.Scene)
		plain := page.Scene.Labels(page.Camera.Zoom)
		page = page.Cite()
		cited := page.Scene.Labels(page.Camera.Zoom)
		if !slices.EqualFunc(plain, cited, func(a, b Label) bool { return a.Box == b.Box && slices.Equal(a.Lines, b.Lines) }) {
			t.Errorf("%s: labels moved", name)
		}
		numbered, amounts := 0, 0
		for i := range cited {
			if cited[i].Leg == 0 {
				continue
			}
			amounts++
			numbers := page.Scene.raisedBehind(&cited[i])
			if numbers == "" {
				continue
			}
			numbered++
			if box := cited[i].raisedBox(numbers); box.Low.X < cited[i].text().High.X || box.High.X > cited[i].Box.High.X+1e-9 {
				t.Errorf("%s: the numbers of %q stand at %v, not in %v behind it", name, cited[i].Lines, box, cited[i].Box)
			}
		}
		if 20*numbered < 11*amounts {
			t.Errorf("%s: %d of %d amounts bear a number", name, numbered, amounts)
		}
	}
}
