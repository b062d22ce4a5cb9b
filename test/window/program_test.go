//go:build window

package window

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// root is the top of the repository.
const root = "../.."

// build compiles the program as a user gets it and returns its path.
func build(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "roundtrip")
	command := exec.Command("go", "build", "-o", path, ".")
	command.Dir = root
	if printed, err := command.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, printed)
	}
	return path
}

// run runs a command of the program that needs no window, in the locale of a bare server and without a display,
// and returns what it prints. A word on standard error is a failure.
func run(t *testing.T, program string, arguments ...string) string {
	t.Helper()
	command := exec.Command(program, arguments...)
	command.Env = append(withoutDisplay(os.Environ()), "LC_ALL=C.UTF-8", "LANGUAGE=")
	var complaints bytes.Buffer
	command.Stderr = &complaints
	printed, err := command.Output()
	if err != nil || complaints.Len() > 0 {
		t.Fatalf("roundtrip %s: %v\n%s", strings.Join(arguments, " "), err, complaints.String())
	}
	return string(printed)
}

func withoutDisplay(environment []string) []string {
	var kept []string
	for _, entry := range environment {
		if !strings.HasPrefix(entry, "DISPLAY=") && !strings.HasPrefix(entry, "WAYLAND_DISPLAY=") {
			kept = append(kept, entry)
		}
	}
	return kept
}

// window is the program with its window on the screen.
type window struct {
	t      *testing.T
	screen *screen
	log    bytes.Buffer
	ended  chan struct{} // closed when the program has ended
	result error         // how it ended, once it has
}

// open starts the program on the document and waits until its window has the keyboard.
func open(s *screen, program, home, document string) *window {
	s.t.Helper()
	w := &window{t: s.t, screen: s, ended: make(chan struct{})}
	command := exec.Command(program, document)
	command.Env = s.environment(home)
	command.Stdout, command.Stderr = &w.log, &w.log
	if err := command.Start(); err != nil {
		s.t.Fatal(err)
	}
	go func() {
		w.result = command.Wait()
		close(w.ended)
	}()
	s.t.Cleanup(func() {
		s.keepPictureOfFailure()
		_ = command.Process.Kill()
		<-w.ended
		if s.t.Failed() {
			s.t.Logf("the program printed:\n%s", w.log.String())
		}
	})
	w.await("the window is on the screen and has the keyboard", func() bool {
		found, err := s.tool("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(command.Process.Pid))
		if err != nil {
			return false
		}
		_, err = s.tool("xdotool", "windowfocus", "--sync", strings.Fields(string(found))[0])
		return err == nil
	})
	return w
}

// await waits until the condition holds, as long as the program runs.
func (w *window) await(what string, holds func() bool) {
	w.t.Helper()
	await(w.t, what, func() bool {
		select {
		case <-w.ended:
			w.t.Fatalf("the program ended (%v) before this: %s\n%s", w.result, what, w.log.String())
		default:
		}
		return holds()
	})
}

// close closes the window by keyboard and waits for the program to end well.
func (w *window) close() {
	w.t.Helper()
	w.screen.press("alt+F4")
	await(w.t, "the program ends when its window is closed", func() bool {
		select {
		case <-w.ended:
			return true
		default:
			return false
		}
	})
	if w.result != nil {
		w.t.Fatalf("the program ended with %v\n%s", w.result, w.log.String())
	}
}
