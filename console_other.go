//go:build !windows

package main

// attachConsole does nothing where every program has the streams that it was started with.
func attachConsole() {}
