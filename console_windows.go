package main

import (
	"os"
	"syscall"
)

// attachConsole lets a command write to the console that it was started from: Windows gives a program with a window
// none. Streams that lead to a file or a pipe stay as they are.
func attachConsole() {
	const parent = ^uintptr(0)
	attached, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("AttachConsole").Call(parent)
	if attached == 0 {
		return
	}
	for _, stream := range []**os.File{&os.Stdout, &os.Stderr} {
		kind, err := syscall.GetFileType(syscall.Handle((*stream).Fd()))
		if err == nil && (kind == syscall.FILE_TYPE_DISK || kind == syscall.FILE_TYPE_PIPE) {
			continue
		}
		if console, err := os.OpenFile("CONOUT$", os.O_RDWR, 0); err == nil {
			*stream = console
		}
	}
}
