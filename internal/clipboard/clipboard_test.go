package clipboard

import (
	"bytes"
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestWritePNG(t *testing.T) {
	picture := []byte("\x89PNG picture")
	for name, c := range map[string]struct {
		system      string
		environment map[string]string
		installed   []string
		program     string // "" when none can be used
		says        string // part of its arguments
	}{
		"Wayland":              {"linux", map[string]string{"WAYLAND_DISPLAY": "wayland-0"}, []string{"wl-copy"}, "/bin/wl-copy", "--type image/png"},
		"X11":                  {"linux", map[string]string{"DISPLAY": ":0"}, []string{"wl-copy", "xclip"}, "/bin/xclip", "-t image/png"},
		"X11 under Wayland":    {"linux", map[string]string{"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, []string{"xclip"}, "/bin/xclip", "-selection clipboard"},
		"FreeBSD":              {"freebsd", map[string]string{"DISPLAY": ":0"}, []string{"xclip"}, "/bin/xclip", "-t image/png"},
		"nothing installed":    {"linux", map[string]string{"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, nil, "", ""},
		"without a display":    {"linux", nil, []string{"wl-copy", "xclip"}, "", ""},
		"macOS":                {"darwin", nil, nil, "osascript", "«class PNGf»"},
		"Windows":              {"windows", nil, nil, "powershell.exe", "SetImage"},
		"only the wrong one":   {"linux", map[string]string{"WAYLAND_DISPLAY": "w"}, []string{"xclip"}, "", ""},
		"only the other wrong": {"linux", map[string]string{"DISPLAY": ":0"}, []string{"wl-copy"}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var called *call
			var handed []byte
			s := system{
				name:   c.system,
				getenv: func(key string) string { return c.environment[key] },
				look: func(program string) (string, error) {
					if slices.Contains(c.installed, program) {
						return "/bin/" + program, nil
					}
					return "", os.ErrNotExist
				},
				run: func(_ context.Context, made call) error {
					called, handed = &made, made.input
					for _, word := range append(made.environment, made.arguments...) {
						if file, err := os.ReadFile(strings.TrimPrefix(word, powerShellPath+"=")); err == nil {
							handed = file
						}
					}
					return nil
				},
			}
			err := s.write(t.Context(), picture)
			if c.program == "" {
				if !errors.Is(err, ErrNoProgram) || called != nil {
					t.Errorf("%v, ran %v", err, called)
				}
				return
			}
			if err != nil || called == nil || called.program != c.program {
				t.Fatalf("%v, ran %+v", err, called)
			}
			if !strings.Contains(strings.Join(called.arguments, " "), c.says) {
				t.Errorf("arguments %q", called.arguments)
			}
			if !bytes.Equal(handed, picture) {
				t.Errorf("the program gets %q", handed)
			}
		})
	}
}

func TestFailureLeavesNoFile(t *testing.T) {
	failed := errors.New("no clipboard")
	var path string
	s := system{name: "darwin", run: func(_ context.Context, made call) error {
		path = made.arguments[len(made.arguments)-1]
		return failed
	}}
	if err := s.write(t.Context(), []byte("x")); !errors.Is(err, failed) {
		t.Errorf("the failure is %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the file is still there: %v", err)
	}
}

func TestRunSaysWhichProgramFailed(t *testing.T) {
	err := run(t.Context(), call{program: "there is no such program"})
	if err == nil || !strings.Contains(err.Error(), "there is no such program") {
		t.Errorf("%v", err)
	}
}
