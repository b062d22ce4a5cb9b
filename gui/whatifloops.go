package gui

import (
	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// showLoops lists the loops that the scenario gains and loses.
func (p *whatIfPanel) showLoops(compared *whatif.Comparison, late bool) {
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
			p.loops.Add(widgets.NewParagraph(deal.Ring(names...)+", "+loopMoney(loop, p.session.book.Base), whenLate(late, "")))
		}
	}
	list("Loops gained", compared.Loops.Gained, compared.ScenarioNetwork)
	list("Loops lost", compared.Loops.Lost, compared.BaseNetwork)
}
