// Package pinch tells of two fingers that spread or close on a touchpad above a window, which Fyne does not hand on. It
// asks the desktop beside Fyne, which goes on hearing everything else. Where the desktop cannot tell (Wayland without
// X11, an X server before XInput 2.4) nothing happens; Windows needs nothing, for there such a gesture is the wheel with
// Ctrl.
package pinch

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// movement is one movement of the two fingers.
type movement struct {
	x, y   float64 // where in the window, in its own pixels (on macOS points) from the top left corner
	factor float64 // the distance between the fingers now, as a multiple of that at the movement before; above 0
}

// Watch calls pinched on the window's goroutine for every movement of two fingers above the window, until that closes:
// at is the place in the window that they are about, factor the distance between them as a multiple of that at the call
// before. It is for a window that is on the screen.
func Watch(window fyne.Window, pinched func(at fyne.Position, factor float64)) {
	native, ok := window.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		watch(context, func(m movement) {
			fyne.Do(func() {
				scale := float64(window.Canvas().Scale())
				pinched(fyne.NewPos(float32(m.x/scale), float32(m.y/scale)), m.factor)
			})
		})
	})
}
