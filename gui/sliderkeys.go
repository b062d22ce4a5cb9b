package gui

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// The steps by which the keys move the slider of an amount, of which it has sliderSteps: a hundredth of its range with an
// arrow, a tenth with Page Up and Page Down, and the least step with Shift and an arrow.
const arrowStep, pageStep, fineStep = sliderSteps / 100, sliderSteps / 10, 1

// typeSlider moves the slider by a key. Steps lead to their own multiples, so that the amounts are round.
func (p *whatIfPanel) typeSlider(event *fyne.KeyEvent) bool {
	step := float64(arrowStep)
	if keys, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && keys.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
		step = fineStep
	}
	now, to := p.slider.Value, 0.0
	switch event.Name {
	case fyne.KeyLeft:
		to = stepDown(now, step)
	case fyne.KeyRight:
		to = stepUp(now, step)
	case fyne.KeyPageDown:
		to = stepDown(now, pageStep)
	case fyne.KeyPageUp:
		to = stepUp(now, pageStep)
	case fyne.KeyHome:
		to = p.slider.Min
	case fyne.KeyEnd:
		to = p.slider.Max
	default:
		return false
	}
	p.slider.SetValue(min(max(to, p.slider.Min), p.slider.Max))
	return true
}

// stepUp and stepDown return the next multiple of the step above and below the value.
func stepUp(value, step float64) float64   { return (math.Floor(value/step) + 1) * step }
func stepDown(value, step float64) float64 { return (math.Ceil(value/step) - 1) * step }
