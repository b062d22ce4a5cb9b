package widgets

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

func day(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// Whatever days there are: they stand in order, inside the track, as far apart as there is room, and a press on
// each of them picks it.
func TestDaysStandInOrder(t *testing.T) {
	test.NewTempApp(t)
	track := NewTimeTrack()
	rapid.Check(t, func(t *rapid.T) {
		track.Resize(fyne.NewSize(float32(rapid.IntRange(120, 900).Draw(t, "width")), 36))
		offsets := rapid.SliceOfNDistinct(rapid.IntRange(0, 4_000), 1, 120, rapid.ID[int]).Draw(t, "days")
		slices.Sort(offsets)
		var stops []TimeStop
		for _, offset := range offsets {
			stops = append(stops, TimeStop{Day: day(2015, 1, 1).AddDate(0, 0, offset), Count: 1})
		}
		track.SetStops(stops, len(stops))
		places := track.places()
		room := track.end() - trackOpen - trackMargin
		gap := min(trackGap, room/float32(max(1, len(stops)-1)))
		for i, place := range places {
			if place < trackMargin-0.01 || place > trackMargin+room+0.01 {
				t.Fatalf("day %d stands at %v, outside the track", i, place)
			}
			if i > 0 && place-places[i-1] < gap-0.01 {
				t.Fatalf("days %d and %d stand %v apart, not %v", i-1, i, place-places[i-1], gap)
			}
			if nearest := track.nearest(place); nearest != i {
				t.Fatalf("at the place of day %d the nearest is %d", i, nearest)
			}
		}
		if nearest := track.nearest(track.end()); nearest != len(stops) {
			t.Fatalf("at the open end the nearest is %d", nearest)
		}
	})
}

func TestDaysStandInProportion(t *testing.T) {
	test.NewTempApp(t)
	track := NewTimeTrack()
	track.Resize(fyne.NewSize(2*trackMargin+trackOpen+300, 36))
	track.SetStops([]TimeStop{{day(2022, 1, 1), 1}, {day(2023, 1, 1), 2}, {day(2025, 1, 1), 1}, {day(2025, 1, 2), 1}}, 4)
	places := track.places()
	for i, want := range []float32{0, 100, 293, 300} {
		if got := places[i] - trackMargin; got < want-0.7 || got > want+0.7 {
			t.Errorf("day %d stands at %v, not %v", i, got, want)
		}
	}
	years := track.years()
	for year, want := range map[int]float32{2022: 0, 2023: 100, 2024: 196, 2025: 293} {
		if got, ok := years[year]; !ok || got-trackMargin < want-1 || got-trackMargin > want+1 {
			t.Errorf("%d stands at %v, not %v", year, got-trackMargin, want)
		}
	}
}

// TestAWiderTrackNamesMoreYears as soon as it has the room, without being asked to draw anew.
func TestAWiderTrackNamesMoreYears(t *testing.T) {
	test.NewTempApp(t)
	track := NewTimeTrack()
	track.Resize(fyne.NewSize(120, 36))
	track.SetStops([]TimeStop{{day(2018, 1, 1), 1}, {day(2025, 1, 1), 1}}, 2)
	named := func() (years []string) {
		for _, object := range test.WidgetRenderer(track).Objects() {
			if text, ok := object.(*canvas.Text); ok && text.Visible() {
				years = append(years, text.Text)
			}
		}
		return years
	}
	narrow := len(named())
	track.Resize(fyne.NewSize(900, 36))
	if got, all := named(), len(track.years()); len(got) != all || all <= narrow {
		t.Errorf("a wide track names %q, %d of %d years; a narrow one %d", got, len(got), all, narrow)
	}
}

func TestTrackWithoutDays(t *testing.T) {
	test.NewTempApp(t)
	track := NewTimeTrack()
	picked := false
	track.OnPicked = func(int) { picked = true }
	track.Resize(fyne.NewSize(200, 36))
	test.WidgetRenderer(track).Refresh()
	track.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	track.Dragged(&fyne.DragEvent{})
	if picked || track.At() != 0 {
		t.Error("a track without days picks one")
	}
}

func TestFlowMakesRows(t *testing.T) {
	test.NewTempApp(t)
	flow := &Flow{Gap: 4}
	var chips []fyne.CanvasObject
	for range 3 {
		chips = append(chips, NewFilterChip("at least $1bn", nil))
	}
	size := chips[0].MinSize()
	for width, want := range map[float32]float32{
		3*size.Width + 8: size.Height, 2*size.Width + 4: 2*size.Height + 4, size.Width / 2: 3*size.Height + 8,
	} {
		if got := flow.Height(chips, width); got != want {
			t.Errorf("in %v they are %v high, not %v", width, got, want)
		}
	}
}

// TestTheRightButtonPicksNoDay as it changes nothing anywhere else.
func TestTheRightButtonPicksNoDay(t *testing.T) {
	test.NewTempApp(t)
	track := NewTimeTrack()
	track.Resize(fyne.NewSize(2*trackMargin+trackOpen+300, 36))
	for button, want := range map[desktop.MouseButton]int{desktop.MouseButtonSecondary: 2, desktop.MouseButtonPrimary: 0} {
		track.SetStops([]TimeStop{{day(2022, 1, 1), 1}, {day(2023, 1, 1), 2}}, 2)
		event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(trackMargin, 5)}, Button: button}
		track.MouseDown(event)
		track.MouseUp(event)
		if track.at != want {
			t.Errorf("button %d leads to stop %d, not %d", button, track.at, want)
		}
	}
}
