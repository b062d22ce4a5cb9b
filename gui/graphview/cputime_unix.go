//go:build unix

package graphview

import (
	"syscall"
	"time"
)

// processorTime returns how long the program has kept processors busy since it began; 0 where nobody knows.
func processorTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
