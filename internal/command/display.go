package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// CanShow says why a window cannot be opened on the file: it is not there, or there is no display. The empty
// file and the sample are always there.
func CanShow(file string) error {
	if file != "" && file != Sample {
		if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
			return missing(file)
		}
	}
	switch runtime.GOOS {
	case "windows", "darwin":
		return nil
	}
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return errors.New("there is no display to open a window on: the commands work without one, roundtrip --help lists them")
	}
	return nil
}

// missing says of a file that is not there how to make one.
func missing(file string) error {
	if filepath.Ext(file) == "" {
		return fmt.Errorf("there is no file “%s”, and no command of that name: roundtrip --help lists the commands", file)
	}
	return fmt.Errorf("there is no file “%s”: File, New document in the window makes one, and so does “roundtrip import %s SOURCE…” from a table", file, file)
}
