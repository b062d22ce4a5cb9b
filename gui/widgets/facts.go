package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Fact is one line of Facts: a caption and what it is; a tap on it goes there when it leads somewhere.
type Fact struct {
	Caption string
	Value   string
	Colour  fyne.ThemeColorName // of the value; "" is the foreground
	Tapped  func()
}

// Facts lists captions with values, the values in one column and wrapped.
func Facts(facts []Fact) fyne.CanvasObject {
	rows := container.New(&factsLayout{})
	for _, fact := range facts {
		caption := NewCaption(fact.Caption)
		var value fyne.CanvasObject
		if fact.Tapped != nil {
			value = NewLink(fact.Value, fact.Tapped)
		} else {
			value = NewParagraph(fact.Value, fact.Colour)
		}
		rows.Add(caption)
		rows.Add(value)
	}
	return rows
}

// captionShare is the part of the width that captions take.
const captionShare = 0.36

// factsLayout puts captions left and values right of them, each row as high as its value needs.
type factsLayout struct{}

func (l *factsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := size.Width * captionShare
	top := float32(0)
	for i := 0; i+1 < len(objects); i += 2 {
		caption, value := objects[i], objects[i+1]
		value.Resize(fyne.NewSize(size.Width-left, value.MinSize().Height))
		height := max(caption.MinSize().Height, value.MinSize().Height)
		caption.Move(fyne.NewPos(0, top+1))
		caption.Resize(fyne.NewSize(left-6, caption.MinSize().Height))
		value.Move(fyne.NewPos(left, top))
		value.Resize(fyne.NewSize(size.Width-left, height))
		top += height + 2
	}
}

func (l *factsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for i := 0; i+1 < len(objects); i += 2 {
		height += max(objects[i].MinSize().Height, objects[i+1].MinSize().Height) + 2
	}
	return fyne.NewSize(160, height)
}
