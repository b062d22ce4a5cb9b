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
			w.asked, w.confirm = nil, nil
		}
		if w.form != nil {
			w.window.Canvas().Focus(w.form.First())
		}
	})
	w.window.Canvas().Unfocus()
	shown.Show()
}

// ask shows a question; Return and the first answer say yes, Escape and the other say no.
func (w *Window) ask(title, text, yes, no string, confirm func()) {
	var question *dialog.CustomDialog
	agree := widget.NewButton(yes, func() {
		question.Hide()
		confirm()
	})
	agree.Importance = widget.HighImportance
	refuse := widget.NewButton(no, func() { question.Hide() })
	question = dialog.NewCustomWithoutButtons(title, paragraph(text), w.window)
	question.SetButtons([]fyne.CanvasObject{refuse, agree})
	w.present(question, confirm)
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
