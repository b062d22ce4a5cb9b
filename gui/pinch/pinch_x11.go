//go:build cgo && linux && !android && !wayland

package pinch

// #cgo LDFLAGS: -lxcb
// #include <stdlib.h>
// #include "pinch_x11.h"
import "C"

import "fyne.io/fyne/v2/driver"

// watch tells of the gestures above the window in a goroutine of their own, which sleeps while there are none and
// ends when the window is gone.
func watch(context any, tell func(movement)) {
	if window, ok := context.(driver.X11WindowContext); ok && window.WindowHandle != 0 {
		go listen(uint32(window.WindowHandle), tell)
	}
}

// listen returns when the window is gone, or at once when the X server knows no such gestures.
func listen(window uint32, tell func(movement)) {
	gestures := C.pinch_open(C.uint32_t(window))
	if gestures == nil {
		return
	}
	defer C.pinch_close(gestures)
	var state C.struct_pinch
	before := 1.0 // the distance between the fingers, as a multiple of that at the beginning
	for C.pinch_next(gestures, &state) {
		scale := float64(state.scale)
		switch {
		case bool(state.begins):
			before = 1
		case scale > 0:
			tell(movement{x: float64(state.x), y: float64(state.y), factor: scale / before})
			before = scale
		}
	}
}
