package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
)

// present shows the dialog in place of any other. Escape closes it; Return does too, and answers with confirm
// where that is not nil.
func (w *Window) present(shown dialog.Dialog, confirm func()) {
	if w.asked != nil {
		w.asked.Hide()
	}
	w.asked, w.confirm = shown, confirm
	shown.SetOnClosed(func() {
		if w.asked == shown {
			w.asked, w.confirm, w.page = nil, nil, nil
		}
		if w.form != nil {
			w.window.Canvas().Focus(w.form.First())
		}
	})
	w.window.Canvas().Unfocus()
	shown.Show()
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
	var question *dialog.CustomDialog
	var buttons []fyne.CanvasObject
	for _, one := range replies {
		buttons = append(buttons, widget.NewButton(one.label, func() {
			question.Hide()
			one.do()
		}))
	}
	refuse := widget.NewButton(no, func() { question.Hide() })
	refuse.Importance = widget.HighImportance
	question = dialog.NewCustomWithoutButtons(title, paragraph(text), w.window)
	question.SetButtons(append(buttons, refuse))
	w.present(question, nil)
}

// tell shows what went wrong as a sentence that stays until it is read.
func (w *Window) tell(title string, err error) {
	w.present(dialog.NewCustom(title, "Close", paragraph(sentence(err)+"."), w.window), nil)
}

// messageWidth is the width of a message; long sentences wrap.
const messageWidth = 460

func paragraph(text string) fyne.CanvasObject {
	words := widgets.NewParagraph(text, "")
	words.Resize(fyne.NewSize(messageWidth, 0))
	return widgets.Wide(messageWidth, widgets.Inset(words, 6, 6))
}
