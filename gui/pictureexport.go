package gui

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"roundtrip/internal/exchange"
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
	return exchange.ReplaceFile(path, func(file io.Writer) error {
		return write(file, scene, camera, w.pictureStyle())
	})
}
