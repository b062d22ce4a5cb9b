package gui

import (
	"context"
	"fmt"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
	"roundtrip/internal/chart"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// work computes an answer. It runs beside the window: show may be called with what is known so far.
type work func(ctx context.Context, tell whatif.Progress, show func(answer)) (answer, error)

// answer is what a tool has found.
type answer struct {
	chart   *chart.Chart
	take    *deal.Change       // what can be taken over into the what-if panel
	words   string             // of the button that does so
	samples *whatif.MonteCarlo // what can be written as samples
}

// compute asks the tool's question beside the window. Until there is an answer the old one is shown as what it is:
// out of date.
func (p *toolsPanel) compute() {
	s := p.studied()
	if s == nil {
		p.refresh(false)
		return
	}
	todo, err := p.tool().ask(s)
	if err != nil {
		p.outdated("Out of date: " + lower(sentence(err)))
		return
	}
	p.runs++
	run, settle := p.runs, p.settle
	if p.tool().waits() {
		settle = 0
	}
	p.partial = false
	p.chart.setFaded(true)
	p.showButtons(true)
	p.bar.SetValue(0)
	if p.found.chart != nil {
		p.say("Out of date: computing again…", theme.ColorNameWarning)
	}
	type result struct {
		answer answer
		err    error
	}
	start(&p.working, func(ctx context.Context) result {
		if settle > 0 {
			select {
			case <-ctx.Done():
			case <-time.After(settle):
			}
		}
		found, err := todo(ctx, p.teller(run), func(part answer) {
			fyne.Do(func() {
				if p.runs == run {
					p.showPart(part)
				}
			})
		})
		return result{found, err}
	}, func(r result) { p.answered(r.answer, r.err) })
}

// showPart shows what is known so far of the answer that is being computed. Its title says how much that is.
func (p *toolsPanel) showPart(part answer) {
	p.found, p.partial = part, true
	p.chart.show(part.chart)
	p.chart.setFaded(false)
}

// betweenTells is how often the window is told of progress at most.
const betweenTells = 100 * time.Millisecond

// slowFrom is from when on a computation says what it does: what ends sooner would only flicker.
const slowFrom = 300 * time.Millisecond

// teller returns what is told of the progress.
func (p *toolsPanel) teller(run int) whatif.Progress {
	began, told, counts := time.Now(), time.Time{}, p.tool().counts()
	return func(done, of int) {
		now := time.Now()
		if now.Sub(told) < betweenTells {
			return
		}
		told = now
		fyne.Do(func() {
			if p.runs != run || !p.bar.Visible() {
				return
			}
			p.bar.SetValue(float64(done) / float64(max(1, of)))
			if passed := now.Sub(began); passed >= slowFrom {
				p.say(progressWords(counts, done, of, passed), widgets.ColourMuted)
			}
		})
	}
}

// progressWords says how much is done and about how long the rest takes: "Computing: 3,200 of 10,000 samples, about 8
// seconds left".
func progressWords(counts string, done, of int, passed time.Duration) string {
	words := fmt.Sprintf("Computing: %s of %s", deal.Count(done), counted(of, counts))
	if done == 0 || done >= of {
		return words
	}
	left := time.Duration(float64(passed) * float64(of-done) / float64(done))
	switch seconds := int(math.Ceil(left.Seconds())); {
	case seconds <= 1:
		return words + ", about a second left"
	case seconds < 90:
		return fmt.Sprintf("%s, about %d seconds left", words, seconds)
	default:
		return fmt.Sprintf("%s, about %d minutes left", words, (seconds+30)/60)
	}
}

func (p *toolsPanel) answered(found answer, err error) {
	p.showButtons(false)
	p.partial = false
	if err != nil {
		p.chart.setFaded(true)
		p.say("Not computed: "+lower(sentence(err)), theme.ColorNameError)
		return
	}
	p.found = found
	p.chart.show(found.chart)
	p.chart.setFaded(false)
	p.say("", widgets.ColourMuted)
	p.showButtons(false)
}

// halt ends what is computed, as the analyst asks for: what is known by then stays and says how much it is.
func (p *toolsPanel) halt() {
	partial := p.partial
	p.stop()
	if !partial {
		return
	}
	p.chart.setFaded(false)
	p.say("Stopped: this is what was known by then. Compute it again for the whole answer", theme.ColorNameWarning)
	p.showButtons(false)
}

// stop ends what is computed; what is shown stays, as out of date.
func (p *toolsPanel) stop() {
	if p.bar.Visible() {
		p.say("Stopped. Compute it again for the whole answer", theme.ColorNameWarning)
	}
	if p.partial {
		p.chart.setFaded(true)
	}
	p.partial = false
	p.runs++
	p.working.stop()
	p.showButtons(false)
}
