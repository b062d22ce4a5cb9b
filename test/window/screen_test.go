//go:build window

// Package window runs the real program in a real window on a virtual screen, drives it by keyboard, and looks at
// the screen and into the file. It needs Xvfb, openbox, xdotool and ImageMagick, and the build tag "window".
package window

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const screenSize = "1440x900"

// patience is how long a condition may take: far above what it needs on a slow machine.
const patience = 90 * time.Second

// openboxConfig has no window borders, and one key: Alt+F4 closes, as everywhere.
const openboxConfig = `<openbox_config xmlns="http://openbox.org/3.4/rc">
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <applications><application class="*"><decor>no</decor><maximized>yes</maximized></application></applications>
</openbox_config>`

// screen is a virtual screen with a window manager on it.
type screen struct {
	t       *testing.T
	display string
}

func startScreen(t *testing.T) *screen {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", screenSize+"x24", "-nolisten", "tcp", "-noreset")
	server.ExtraFiles = []*os.File{write}
	startBeside(t, server)
	if err := write.Close(); err != nil {
		t.Fatal(err)
	}
	number := make([]byte, 16)
	length, err := read.Read(number)
	if err != nil {
		t.Fatalf("no virtual screen: %v", err)
	}
	s := &screen{t: t, display: ":" + strings.TrimSpace(string(number[:length]))}

	config := filepath.Join(t.TempDir(), "rc.xml")
	if err := os.WriteFile(config, []byte(openboxConfig), 0o666); err != nil {
		t.Fatal(err)
	}
	manager := exec.Command("openbox", "--config-file", config)
	manager.Env = s.environment(t.TempDir())
	startBeside(t, manager)
	// Away from the middle, where the pointer would bring up what the program says of a company.
	s.must("xdotool", "mousemove", "1439", "899")
	return s
}

// startBeside starts a process that ends with the test.
func startBeside(t *testing.T, command *exec.Cmd) {
	t.Helper()
	if err := command.Start(); err != nil {
		t.Fatalf("start %s: %v", command.Path, err)
	}
	t.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
	})
}

// environment is that of a user who has their home in the folder and looks at the screen.
func (s *screen) environment(home string) []string {
	return append(os.Environ(),
		"DISPLAY="+s.display, "LIBGL_ALWAYS_SOFTWARE=1", "FYNE_THEME=light", "HOME="+home,
		"XDG_CONFIG_HOME="+filepath.Join(home, "config"), "XDG_DATA_HOME="+filepath.Join(home, "data"),
		"XDG_CACHE_HOME="+filepath.Join(home, "cache"))
}

// tool runs one of the programs that act on the screen and returns what it prints.
func (s *screen) tool(name string, arguments ...string) ([]byte, error) {
	command := exec.Command(name, arguments...)
	command.Env = append(os.Environ(), "DISPLAY="+s.display)
	var complaints bytes.Buffer
	command.Stderr = &complaints
	printed, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w %s", name, strings.Join(arguments, " "), err, complaints.String())
	}
	return printed, nil
}

// must is tool for what has to work.
func (s *screen) must(name string, arguments ...string) {
	s.t.Helper()
	if _, err := s.tool(name, arguments...); err != nil {
		s.t.Fatal(err)
	}
}

// press presses keys as xdotool names them.
func (s *screen) press(keys ...string) {
	s.t.Helper()
	s.must("xdotool", append([]string{"key", "--clearmodifiers", "--delay", "30"}, keys...)...)
}

// write types the text into what has the keyboard.
func (s *screen) write(text string) {
	s.t.Helper()
	s.must("xdotool", "type", "--clearmodifiers", "--delay", "20", "--", text)
}

// look takes a picture of the whole screen.
func (s *screen) look() *image.RGBA {
	s.t.Helper()
	encoded, err := s.tool("import", "-window", "root", "png:-")
	if err != nil {
		s.t.Fatal(err)
	}
	decoded, err := png.Decode(bytes.NewReader(encoded))
	if err != nil {
		s.t.Fatal(err)
	}
	picture := image.NewRGBA(decoded.Bounds())
	draw.Draw(picture, picture.Bounds(), decoded, decoded.Bounds().Min, draw.Src)
	return picture
}

// keepPictureOfFailure saves what the screen shows when the test has failed.
func (s *screen) keepPictureOfFailure() {
	if !s.t.Failed() {
		return
	}
	path := filepath.Join(root, "build", s.t.Name()+".png")
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		s.t.Log(err)
		return
	}
	if _, err := s.tool("import", "-window", "root", path); err != nil {
		s.t.Log(err)
		return
	}
	s.t.Logf("the screen at the moment of failure: build/%s.png", s.t.Name())
}

// await waits until the condition holds.
func await(t *testing.T, what string, holds func() bool) {
	t.Helper()
	late := time.After(patience)
	again := time.NewTicker(50 * time.Millisecond)
	defer again.Stop()
	for !holds() {
		select {
		case <-late:
			t.Fatalf("waited %v for this in vain: %s", patience, what)
		case <-again.C:
		}
	}
}
