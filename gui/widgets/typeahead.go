package widgets

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// typedTogether is the pause after which a letter begins a word anew.
const typedTogether = time.Second

// typeAhead finds an option of a drop-down by its first letters, as a browser does: letters typed one soon after the
// other are one word, the same letter again goes on to the next option that begins with it, and a word that no option
// begins with changes nothing.
type typeAhead struct {
	word string
	last time.Time
	now  func() time.Time // nil: the clock
}

func (t *typeAhead) clock() time.Time {
	if t.now != nil {
		return t.now()
	}
	return time.Now()
}

// typing reports whether a letter typed now goes on with a word.
func (t *typeAhead) typing() bool { return t.word != "" && t.clock().Sub(t.last) <= typedTogether }

// find returns the option that is meant once the letter is typed while the option at the place is chosen, or -1.
func (t *typeAhead) find(options []string, chosen int, letter rune) int {
	if !t.typing() {
		t.word = ""
	}
	if t.word == "" && letter == ' ' {
		return -1 // Space opens the list
	}
	t.word, t.last = t.word+strings.ToLower(string(letter)), t.clock()
	first := string([]rune(t.word)[:1])
	from := chosen // a longer word may still mean what is chosen
	if t.word == first {
		from++
	}
	if at := beginsWith(options, from, t.word); at >= 0 {
		return at
	}
	if strings.Trim(t.word, first) == "" {
		return beginsWith(options, chosen+1, first)
	}
	return -1
}

// beginsWith returns the first option from the place on, round the end, that begins with the word, or -1.
func beginsWith(options []string, from int, word string) int {
	for step := range options {
		at := (max(from, 0) + step) % len(options)
		if strings.HasPrefix(strings.ToLower(options[at]), word) {
			return at
		}
	}
	return -1
}

// typedInto chooses what a letter means among the drop-down's options.
func (t *typeAhead) typedInto(list *widget.Select, letter rune) {
	if list.Disabled() {
		return
	}
	if at := t.find(list.Options, list.SelectedIndex(), letter); at >= 0 && at != list.SelectedIndex() {
		list.SetSelectedIndex(at)
	}
}

// takes reports whether the key is a letter of a word that is being typed, which the drop-down must not act on.
func (t *typeAhead) takes(key *fyne.KeyEvent) bool { return key.Name == fyne.KeySpace && t.typing() }
