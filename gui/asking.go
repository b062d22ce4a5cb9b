package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
)

// present shows the dialog in place of any other. Escape closes it; Return does too, and answers with confirm
// where that is not nil, as Ctrl+Return does.
func (w *Window) present(shown dialog.Dialog, confirm func()) {
	if w.asked != nil {
		w.asked.Hide()
	}
	w.asked, w.confirm, w.accept = shown, confirm, confirm
	before := w.window.Canvas().Focused()
	shown.SetOnClosed(func() {
		if w.asked == shown {
			w.asked, w.confirm, w.accept, w.page = nil, nil, nil, nil
		}
		if before == nil && w.form != nil {
			before = w.form.First()
		}
		w.giveBack(before)
		w.sayNext()
	})
	w.window.Canvas().Unfocus()
	shown.Show()
}

// refuse leaves what is asked. Work that is waited for is called off, and its question stays until it has ended.
func (w *Window) refuse() {
	if question := w.lasting.question; question.isOpen() {
		question.callOff()
		return
	}
	w.asked.Hide()
}

// sayNext says the first of what had to wait for work, once nothing else is asked.
func (w *Window) sayNext() {
	if w.asked != nil || w.lasting.cancel != nil || len(w.unsaid) == 0 {
		return
	}
	next := w.unsaid[0]
	w.unsaid = w.unsaid[1:]
	next()
}

// ask shows a question. Yes has to be chosen: Return and Escape say no, which loses nothing.
func (w *Window) ask(title, text, yes, no string, confirm func()) {
	w.offer(title, text, no, reply{yes, confirm})
}

// reply is what a question can be answered with, and what is done then.
type reply struct {
	label string
	do    func()
}

// offer shows a question with several replies. Return and Escape refuse.
func (w *Window) offer(title, text, no string, replies ...reply) {
	w.say(title, text, no, replies...)
}

// tell shows what went wrong as a sentence that stays until it is read. Of a document that cannot be written where it is,
// it offers to go on in a copy.
func (w *Window) tell(title string, err error) {
	if copyHelps(err) && w.session.document != nil {
		w.offer(title, sentence(err)+".", "Close", reply{"Save a copy…", func() { w.goOnInCopy(func() {}) }})
		return
	}
	w.say(title, sentence(err)+".", "Close")
}

// say shows a text, which scrolls when the window has no room for all of it. While work is waited for, it is shown after that.
func (w *Window) say(title, text, leave string, replies ...reply) {
	if w.lasting.question.isOpen() {
		w.unsaid = append(w.unsaid, func() { w.say(title, text, leave, replies...) })
		return
	}
	content := paragraph(text)
	height, most := content.MinSize().Height, w.window.Canvas().Size().Height*0.6
	if height <= most {
		w.pose(title, content, leave, replies...)
		return
	}
	scroll := container.NewVScroll(content)
	scroll.SetMinSize(fyne.NewSize(content.MinSize().Width, most))
	w.pose(title, scroll, leave, replies...)
	w.page = scroll
	w.window.Canvas().Unfocus() // the keys scroll it
}

// pose shows the content with a button for each reply and one to leave, which Return and Escape choose as well.
func (w *Window) pose(title string, content fyne.CanvasObject, leave string, replies ...reply) *dialog.CustomDialog {
	first := ""
	if len(replies) > 0 {
		first = leave
	}
	return w.poseFor(first, title, content, leave, replies...)
}

// poseFor is pose with the button that stands out, as what one has come for, named by its label.
func (w *Window) poseFor(first, title string, content fyne.CanvasObject, leave string, replies ...reply) *dialog.CustomDialog {
	shown := dialog.NewCustomWithoutButtons(title, content, w.window)
	var buttons []fyne.CanvasObject
	for _, one := range append(replies, reply{leave, func() {}}) {
		button := dialogButton(shown, one.label, func() {
			shown.Hide()
			one.do()
		})
		if one.label == first {
			button.Importance = widget.HighImportance
		}
		buttons = append(buttons, button)
	}
	shown.SetButtons(buttons)
	w.present(shown, nil)
	if refusal, ok := buttons[len(buttons)-1].(fyne.Focusable); ok && len(replies) > 0 {
		w.window.Canvas().Focus(refusal) // Tab and the arrows go on from there to the other answers
	}
	return shown
}

// dialogButton is a button of a dialog, from which Escape closes the dialog too.
func dialogButton(of *dialog.CustomDialog, label string, tapped func()) *widgets.FormButton {
	return widgets.NewFormButton(label, tapped, of.Hide)
}

// messageWidth is the width of a message; long sentences wrap.
const messageWidth = 460

func paragraph(text string) fyne.CanvasObject {
	words := widgets.NewParagraph(text, "")
	words.Resize(fyne.NewSize(messageWidth, 0))
	return widgets.Wide(messageWidth, widgets.Inset(words, 6, 6))
}
