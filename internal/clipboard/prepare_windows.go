package clipboard

import (
	"os/exec"
	"syscall"
)

// prepare keeps the program from opening a window of its own.
func prepare(command *exec.Cmd) { command.SysProcAttr = &syscall.SysProcAttr{HideWindow: true} }
