package deal

import "fmt"

// Overdrawn returns why what has been paid so far cannot be: it is more than the whole amount, where the leg states
// how much that is at most. An amount that is only about so much, is at least so much or is undisclosed bounds
// nothing, unless the analyst assumes a range for it.
func (l Leg) Overdrawn() error {
	bounded := l.Figure.Known() && !l.Figure.HighOpen() && (l.Figure.Said != SaidAbout || l.Figure.Assumed)
	paid := l.Drawn.Money
	if !l.Drawn.Stated || !bounded || paid.Currency != l.Currency || paid.Cents <= l.Figure.High {
		return nil
	}
	return fmt.Errorf("%s is more than the whole amount, which is at most %s: correct one of the two",
		paid.Exact(), Money{l.Figure.High, l.Currency}.Exact())
}
