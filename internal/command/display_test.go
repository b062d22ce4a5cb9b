package command

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestCanShow(t *testing.T) {
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	for file, want := range map[string]string{
		"": "no display", Sample: "no display", filepath.Join(t.TempDir(), "mesures"): "no command of that name",
		filepath.Join(t.TempDir(), "new.roundtrip"): "File, New document in the window makes one",
	} {
		if err := CanShow(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", file, err)
		}
	}
	t.Setenv("DISPLAY", ":1")
	if err := CanShow(""); err != nil {
		t.Errorf("with a display: %v", err)
	}
}
