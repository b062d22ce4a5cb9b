package gui

import (
	"fmt"
	"io"
	"path/filepath"

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
	write, ok := exchange.PictureWriter(filepath.Ext(path))
	if !ok {
		return fmt.Errorf("%q is no picture: its name ends in none of .png, .svg and .pdf", path)
	}
	page := picture.Page{Scene: scene, Camera: camera, Style: w.pictureStyle()}
	return exchange.ReplaceFile(path, func(file io.Writer) error { return write(file, page) })
}
