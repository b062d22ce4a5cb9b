package graphview

import (
	"syscall"
	"time"
)

// processorTime returns how long the program has kept processors busy since it began; 0 where nobody knows.
func processorTime() time.Duration {
	process, err := syscall.GetCurrentProcess()
	if err != nil {
		return 0
	}
	var created, ended, kernel, user syscall.Filetime
	if err := syscall.GetProcessTimes(process, &created, &ended, &kernel, &user); err != nil {
		return 0
	}
	return hundredNanoseconds(kernel) + hundredNanoseconds(user)
}

// hundredNanoseconds reads a span of time in the unit of Windows.
func hundredNanoseconds(span syscall.Filetime) time.Duration {
	return 100 * time.Duration(int64(span.HighDateTime)<<32|int64(span.LowDateTime))
}
