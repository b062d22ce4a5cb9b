package gui

import (
	"fmt"

	"roundtrip/gui/widgets"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// backText says whether the money that must be spent back is counted.
func (p *whatIfPanel) backText() string {
	stake := p.session.stake
	leg, _, _ := p.session.book.Leg(stake.Leg)
	back, _, ok := p.session.book.Leg(leg.ConditionalOn)
	switch {
	case !ok || back.Figure.Known():
		return ""
	case stake.Assume:
		return fmt.Sprintf("Spent back: your assumption, counted in the scenario as new money from %s to %s.",
			p.session.book.CompanyName(back.Payer), p.session.book.CompanyName(back.Payee))
	}
	return fmt.Sprintf("Spent back: %s by the sources, by a contract of undisclosed size. What comes back directly counts it; "+
		"the circular money leaves it out until you type a share.", leg.CoveredShare().Percent())
}

func (p *whatIfPanel) showLoops(compared *whatif.Comparison) {
	if len(p.loops.Objects) == 0 && len(compared.Loops.Gained)+len(compared.Loops.Lost) == 0 {
		return
	}
	p.loops.RemoveAll()
	list := func(title string, loops []network.Loop, built *network.Network) {
		if len(loops) == 0 {
			return
		}
		p.loops.Add(section(title))
		for _, loop := range loops {
			names := make([]string, len(loop.Path))
			for i, at := range loop.Path {
				names[i] = built.Companies[at].Name
			}
			p.loops.Add(widgets.NewParagraph(loopWords(names)+", "+loopMoney(loop, p.session.book.Base), ""))
		}
	}
	list("Loops gained", compared.Loops.Gained, compared.ScenarioNetwork)
	list("Loops lost", compared.Loops.Lost, compared.BaseNetwork)
}
