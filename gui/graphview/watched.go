package graphview

import "time"

// A desktop does not tell every program that its window is covered, minimised or on another desktop, and may leave it the
// focus all the while. So money stands still where nobody has touched the canvas for a while, and goes on from there.

// watchedFor is how long money moves on without a sign of somebody who looks: of the pointer, a key, the focus, or another
// picture. An audience looks for longer.
const watchedFor, presentedFor = 20 * time.Second, 10 * time.Minute

// watched notes such a sign, and lets money that stands go on.
func (v *View) watched() {
	m := &v.money
	m.seen = time.Now()
	if m.moving == nil && len(m.ways) > 0 {
		v.startMoney()
	}
}

// unwatched reports whether there was none for so long that nothing need move.
func (v *View) unwatched() bool {
	most := watchedFor
	if v.Presented {
		most = presentedFor
	}
	return time.Since(v.money.seen) > most
}
