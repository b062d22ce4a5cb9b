//go:build cgo

package pinch

// #cgo LDFLAGS: -framework AppKit
// #include <stdint.h>
// void pinch_watch(uintptr_t window, uintptr_t listener);
import "C"

import (
	"runtime/cgo"

	"fyne.io/fyne/v2/driver"
)

// watch has AppKit call pinchMoved for every magnifying gesture above the window, on the main thread. It goes on as
// long as the program, which ends with its window.
func watch(context any, tell func(movement)) {
	if window, ok := context.(driver.MacWindowContext); ok && window.NSWindow != 0 {
		C.pinch_watch(C.uintptr_t(window.NSWindow), C.uintptr_t(cgo.NewHandle(tell)))
	}
}

//export pinchMoved
func pinchMoved(listener C.uintptr_t, x, y, factor C.double) {
	if factor > 0 {
		cgo.Handle(listener).Value().(func(movement))(movement{x: float64(x), y: float64(y), factor: float64(factor)})
	}
}
