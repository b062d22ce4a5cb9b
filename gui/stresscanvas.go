package gui

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// strain returns what the canvas shows of the stress test, or nil: there is none, or it is not of what is shown.
func (p *stressPanel) strain(shown *network.Network) *picture.Strain {
	if !p.on || p.result == nil || p.of != shown {
		return nil
	}
	r := p.result
	strain := &picture.Strain{
		Words: "Stress: " + r.Shock.Words(r.Book) + p.onWhatIf() + p.waveWords(),
		Waves: map[deal.CompanyID]int{}, Lost: map[deal.LegID]picture.LegLoss{}, Holders: p.holders(),
	}
	for _, company := range r.Companies {
		if company.Fell() && company.Wave <= p.wave {
			strain.Waves[company.Company] = company.Wave
		}
	}
	for _, leg := range r.Legs {
		if leg.Wave < 0 || leg.Wave > p.wave || leg.Share.Best <= 0 {
			continue
		}
		loss := picture.LegLoss{Part: leg.OfAll, Amount: "−?"}
		if leg.Known {
			loss.Amount = leg.Lost.About() + "−" + moneyText(leg.Lost.Best, r.Book.Base)
		}
		strain.Lost[leg.Leg] = loss
	}
	return strain
}

// holders returns whose stakes lose value. What they lose is that of all waves together, so it is shown with the last one.
func (p *stressPanel) holders() map[deal.CompanyID]picture.HolderLoss {
	if p.wave < p.result.Waves {
		return nil
	}
	holders := map[deal.CompanyID]picture.HolderLoss{}
	for _, investor := range p.result.Holders() {
		loss := picture.HolderLoss{Amount: "stakes −?", Legs: investor.Legs}
		if investor.Known {
			loss.Amount = "stakes " + investor.Lost.About() + "−" + moneyText(investor.Lost.Best, p.result.Book.Base)
		}
		holders[investor.Company] = loss
	}
	return holders
}

// onWhatIf says that the shock runs through what is tried, which the title of a picture names.
func (p *stressPanel) onWhatIf() string {
	if p.result.WhatIf == "" {
		return ""
	}
	return ", on the what-if"
}

// waveWords says up to which wave the canvas shows what happens, where there are several.
func (p *stressPanel) waveWords() string {
	if p.result.Waves == 0 {
		return ""
	}
	return fmt.Sprintf(", to wave %d of %d", p.wave, p.result.Waves)
}

// step shows another wave on the canvas.
func (p *stressPanel) step(by int) {
	p.pause()
	p.goTo(p.wave + by)
}

// goTo shows the canvas up to a wave.
func (p *stressPanel) goTo(wave int) {
	if p.result == nil {
		return
	}
	if wave := min(max(wave, 0), p.result.Waves); wave != p.wave {
		p.wave = wave
		p.shown.showWave()
		p.window.draw()
	}
}

// waveEvery is how long a wave stays before the next one.
const waveEvery = 1500 * time.Millisecond

// togglePlay plays wave after wave, from the shock on when the last one is shown, or stops.
func (p *stressPanel) togglePlay() {
	if p.playing {
		p.pause()
		return
	}
	if p.result == nil || p.result.Waves == 0 {
		return
	}
	p.playing = true
	if p.wave >= p.result.Waves {
		p.goTo(0)
	}
	p.shown.showWave()
	p.wait()
}

// wait lets the wave stay for a while.
func (p *stressPanel) wait() {
	p.stopPlay = later(waveEvery, func() {
		if !p.playing {
			return
		}
		p.goTo(p.wave + 1)
		if p.wave < p.result.Waves {
			p.wait()
			return
		}
		p.pause()
	})
}

// pause stays at the wave.
func (p *stressPanel) pause() {
	if p.stopPlay != nil {
		p.stopPlay()
		p.stopPlay = nil
	}
	if p.playing {
		p.playing = false
		if p.result != nil {
			p.shown.showWave()
		}
	}
}

// stressCommands are those of the stress test.
func (w *Window) stressCommands(free func() bool) []*command {
	on := func() bool { return w.stress.on && free() }
	return []*command{
		{menu: "What-if", under: "Stress", label: "Stress test", key: fyne.Key8, divider: true, beside: true, enabled: free, run: w.focusStress},
		{menu: "What-if", under: "Stress", label: "Next wave", key: fyne.KeyN, alt: true, enabled: on, run: func() { w.stress.step(1) }},
		{menu: "What-if", under: "Stress", label: "Wave before", key: fyne.KeyB, alt: true, enabled: on, run: func() { w.stress.step(-1) }},
		{menu: "What-if", under: "Stress", label: "Play the waves, or stop", key: fyne.KeyV, alt: true, enabled: on, run: func() { w.stress.togglePlay() }},
		{menu: "What-if", under: "Stress", label: "Try the shock as a what-if", key: fyne.KeyW, alt: true, enabled: on, run: w.stress.tryAsWhatIf},
		{menu: "What-if", under: "Stress", label: "Back from the stress test", key: fyne.Key8, alt: true, enabled: on, run: w.stress.finish},
	}
}

// focusStress shows the stress test with the keyboard on what happens.
func (w *Window) focusStress() {
	w.sides.SelectIndex(stressTab)
	w.stress.scroll.ScrollToTop()
	w.window.Canvas().Focus(w.stress.kind)
}
