package gui

import (
	"errors"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// smallStake is what was said of a small amount that is typed into the what-if panel without its unit. It is carried out
// once it is meant: written with a currency or cents, or confirmed by Return once more.
type smallStake struct {
	asked string // the text of which it was asked whether it is meant
	meant string // the text that is meant as it stands
}

// sized refuses an amount, read from the text, that has probably forgotten its unit, until it is confirmed.
func (p *whatIfPanel) sized(cents int64, text string) error {
	if text != p.small.meant {
		p.small.meant = ""
	}
	if text != p.small.asked {
		p.small.asked = ""
	}
	is := deal.Money{Cents: cents, Currency: p.currency()}
	if !is.ForgetsUnit(text) || text == p.small.meant {
		return nil
	}
	billions := "bn"
	if cents <= deal.MaxCents/1_000_000_000 {
		billions = deal.Money{Cents: cents * 1_000_000_000, Currency: p.currency()}.Exact()
	}
	return errors.New("that is " + is.Full() + ": write " + billions + " for billions, or press Return twice to try so little")
}

// confirm counts Return on a small amount: the second time it is meant.
func (p *whatIfPanel) confirm(entry *widgets.TextEntry) {
	money, err := deal.ParseSum(entry.Text, p.currency())
	if err != nil || !money.ForgetsUnit(entry.Text) {
		return
	}
	if p.small.asked != entry.Text {
		p.small.asked = entry.Text
		return
	}
	p.small.meant = entry.Text
	entry.OnChanged(entry.Text)
}
