package clipboard

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"roundtrip/internal/disk"
)

// ErrNoProgram means that nothing is installed that could take a picture to the clipboard.
var ErrNoProgram = errors.New("no program that takes pictures to the clipboard is installed: install wl-clipboard (Wayland) or xclip (X11)")

// patience is how long the system's program may take.
const patience = 15 * time.Second

// WritePNG puts the picture on the clipboard. It starts a program of the system and waits until that has taken the
// picture; without one it returns ErrNoProgram.
func WritePNG(ctx context.Context, picture []byte) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return here.write(ctx, picture)
}

// system is what this depends on.
type system struct {
	name   string // as runtime.GOOS
	getenv func(string) string
	look   func(program string) (path string, err error)
	run    func(ctx context.Context, call call) error
}

var here = system{name: runtime.GOOS, getenv: os.Getenv, look: exec.LookPath, run: run}

// call is a program to run. Nothing in it passes through a shell's reading of words.
type call struct {
	program     string
	arguments   []string
	environment []string // beside the process's own
	input       []byte
}

// The scripts are fixed texts: the path of the picture reaches them as an argument or in the environment.
var appleScript = []string{
	"-e", "on run argv",
	"-e", "set the clipboard to (read (POSIX file (item 1 of argv)) as «class PNGf»)",
	"-e", "end run",
}

const powerShellPath = "ROUNDTRIP_PICTURE"

const powerShellScript = `$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Windows.Forms
Add-Type -AssemblyName System.Drawing
$picture = [System.Drawing.Image]::FromFile($env:` + powerShellPath + `)
[System.Windows.Forms.Clipboard]::SetImage($picture)
$picture.Dispose()`

func (s system) write(ctx context.Context, picture []byte) error {
	switch s.name {
	case "darwin":
		return s.fromFile(ctx, picture, func(path string) call {
			return call{program: "osascript", arguments: append(appleScript[:len(appleScript):len(appleScript)], path)}
		})
	case "windows":
		return s.fromFile(ctx, picture, func(path string) call {
			return call{
				program: "powershell.exe", environment: []string{powerShellPath + "=" + path},
				arguments: []string{"-NoProfile", "-NonInteractive", "-STA", "-Command", powerShellScript},
			}
		})
	}
	for _, try := range []struct{ display, program, arguments string }{
		{"WAYLAND_DISPLAY", "wl-copy", "--type image/png"},
		{"DISPLAY", "xclip", "-selection clipboard -t image/png -i"},
	} {
		if s.getenv(try.display) == "" {
			continue
		}
		if path, err := s.look(try.program); err == nil {
			return s.run(ctx, call{program: path, arguments: strings.Fields(try.arguments), input: picture})
		}
	}
	return ErrNoProgram
}

// fromFile hands the picture over in a file that is gone afterwards.
func (s system) fromFile(ctx context.Context, picture []byte, with func(path string) call) (err error) {
	file, err := os.CreateTemp("", "roundtrip-*.png")
	if err != nil {
		return disk.Failed("put the picture for the clipboard into", os.TempDir(), err)
	}
	defer func() { err = errors.Join(err, os.Remove(file.Name())) }()
	_, err = file.Write(picture)
	if err = errors.Join(err, file.Close()); err != nil {
		return disk.Failed("put the picture for the clipboard into", os.TempDir(), err)
	}
	return s.run(ctx, with(file.Name()))
}

// run runs the program until it ends. Some go on in the background, to hand the picture out when it is pasted: its
// output is not waited for.
func run(ctx context.Context, call call) error {
	command := exec.CommandContext(ctx, call.program, call.arguments...)
	command.Env = append(os.Environ(), call.environment...)
	command.Stdin = bytes.NewReader(call.input)
	prepare(command)
	if err := command.Run(); err != nil {
		return fmt.Errorf("%s could not take the picture to the clipboard: try again, or export the picture to a file", call.program)
	}
	return nil
}
