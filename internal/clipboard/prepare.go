//go:build !windows

package clipboard

import "os/exec"

// prepare has nothing to do here: programs open no window of their own.
func prepare(*exec.Cmd) {}
