//go:build !cgo || !(darwin || (linux && !android && !wayland))

package pinch

// watch has nobody to ask.
func watch(any, func(movement)) {}
