package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// TextEntry is an entry that tells when the keyboard leaves it and hands Escape and the arrow keys on.
type TextEntry struct {
	widget.Entry
	Width     float32 // least width; 0 leaves Fyne's
	OnEscape  func()
	OnLeave   func()
	OnFocus   func()
	OnArrow   func(down bool) bool // true: the key is used up
	OnConfirm func() bool          // Return; true: the key is used up
	typed     bool                 // since it has had the keyboard, or since what was typed was taken
	fresh     bool                 // it has the keyboard, and no key has been pressed since
}

// NewTextEntry returns an entry of one line.
func NewTextEntry(hint string) *TextEntry {
	e := &TextEntry{}
	e.PlaceHolder = hint
	e.ExtendBaseWidget(e)
	return e
}

// NewNotesEntry returns an entry of several lines.
func NewNotesEntry(hint string) *TextEntry {
	e := &TextEntry{}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.PlaceHolder = hint
	e.SetMinRowsVisible(3)
	e.ExtendBaseWidget(e)
	return e
}

// Settle says that what is typed was taken: undo is then no longer of the typing.
func (e *TextEntry) Settle() { e.typed = false }

// Settled reports whether nothing was typed since the entry got the keyboard, or since what was typed was taken.
func (e *TextEntry) Settled() bool { return !e.typed }

// Content returns what is typed.
func (e *TextEntry) Content() string { return e.Text }

// MinSize implements fyne.Widget.
func (e *TextEntry) MinSize() fyne.Size {
	size := e.Entry.MinSize()
	if e.Width > 0 {
		size.Width = e.Width
	}
	return size
}

// AcceptsTab keeps Tab for going to the next field, in entries of several lines too.
func (e *TextEntry) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (e *TextEntry) TypedKey(key *fyne.KeyEvent) {
	e.fresh = false
	switch {
	case key.Name == fyne.KeyEscape && e.OnEscape != nil:
		e.OnEscape()
		return
	case OfTheWindow(key.Name):
		handOn(e, key)
		return
	}
	switch key.Name {
	case fyne.KeyUp, fyne.KeyDown:
		if e.OnArrow != nil && e.OnArrow(key.Name == fyne.KeyDown) {
			return
		}
	case fyne.KeyBackspace, fyne.KeyDelete: // Ctrl by itself comes here too, and is no typing
		e.typed = true
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.OnConfirm != nil && e.OnConfirm() {
			return
		}
		e.typed = e.typed || e.MultiLine
	}
	e.Entry.TypedKey(key)
}

// KeyUp implements desktop.Keyable. A Tab that ends here has brought the keyboard: what is typed next takes the place
// of what stands in the entry.
func (e *TextEntry) KeyUp(key *fyne.KeyEvent) {
	e.Entry.KeyUp(key)
	if key.Name == fyne.KeyTab && !e.typed && !e.MultiLine {
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// TypedRune implements fyne.Focusable. A Space that pressed the button which gave the entry the keyboard comes as a rune
// without its key, and is no text.
func (e *TextEntry) TypedRune(r rune) {
	pressed := e.fresh && r == ' '
	e.fresh = false
	if pressed {
		return
	}
	e.typed = true
	e.Entry.TypedRune(r)
}

// TypedShortcut hands Return with Ctrl on to the window, which saves with it: without a menu bar, as in a presentation, the
// entry sees it first. It implements fyne.Shortcutable.
func (e *TextEntry) TypedShortcut(shortcut fyne.Shortcut) {
	switch shortcut := shortcut.(type) {
	case *fyne.ShortcutPaste, *fyne.ShortcutCut:
		e.typed = true
	case *desktop.CustomShortcut:
		canvas, ok := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable)
		if ok && (shortcut.KeyName == fyne.KeyReturn || shortcut.KeyName == fyne.KeyEnter) {
			canvas.TypedShortcut(shortcut)
			return
		}
	}
	e.Entry.TypedShortcut(shortcut)
}

// FocusGained implements fyne.Focusable.
func (e *TextEntry) FocusGained() {
	e.typed, e.fresh = false, true
	e.Entry.FocusGained()
	if e.OnFocus != nil {
		e.OnFocus()
	}
}

// FocusLost implements fyne.Focusable.
func (e *TextEntry) FocusLost() {
	e.Entry.FocusLost()
	if e.OnLeave != nil {
		e.OnLeave()
	}
}
