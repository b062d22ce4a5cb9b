package gui

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"roundtrip/internal/picture"
)

// exportPicture writes what the canvas shows, as .png or .svg. The file is only replaced when all of it is
// written.
func (w *Window) exportPicture(path string) error {
	scene, camera := w.canvas.Scene()
	if scene == nil {
		return fmt.Errorf("there is nothing on the canvas yet")
	}
	write := picture.WritePNG
	if strings.EqualFold(filepath.Ext(path), ".svg") {
		write = picture.WriteSVG
	}
	return replaceFile(path, func(file io.Writer) error {
		return write(file, scene, camera, w.pictureStyle())
	})
}

// replaceFile writes beside the path and renames, so that a failure leaves the old file as it was.
func replaceFile(path string, write func(io.Writer) error) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), ".roundtrip-*")
	if err != nil {
		return fmt.Errorf("make a file beside %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(file.Name())
		}
	}()
	if err = write(file); err != nil {
		_ = file.Close()
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err = file.Close(); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return os.Rename(file.Name(), path)
}
