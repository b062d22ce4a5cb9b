// Icons packs the pictures that packaging/icons.sh has drawn into the icon files of Windows and macOS.
//
//	icons FOLDER NAME...
//
// For each name it reads FOLDER/NAME-SIZE.png and writes FOLDER/NAME.ico and FOLDER/NAME.icns. The same pictures
// give the same bytes.
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"github.com/tc-hib/winres"
)

// windowsSizes go into the .ico: what Explorer, the task bar and the title bar take at 100% to 200%.
var windowsSizes = []int{16, 20, 24, 32, 40, 48, 64, 96, 128, 256}

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "icons FOLDER NAME...")
		os.Exit(2)
	}
	for _, name := range os.Args[2:] {
		if err := pack(filepath.Join(os.Args[1], name)); err != nil {
			fmt.Fprintln(os.Stderr, "icons:", err)
			os.Exit(1)
		}
	}
}

// pack makes both icon files of the pictures whose paths begin with the given one.
func pack(path string) error {
	read := func(size int) ([]byte, error) { return os.ReadFile(fmt.Sprintf("%s-%d.png", path, size)) }
	apple, err := icns(read)
	if err != nil {
		return err
	}
	windows, err := ico(read)
	if err != nil {
		return err
	}
	if err := os.WriteFile(path+".icns", apple, 0o666); err != nil {
		return err
	}
	return os.WriteFile(path+".ico", windows, 0o666)
}

func ico(read func(size int) ([]byte, error)) ([]byte, error) {
	pictures := make([]image.Image, len(windowsSizes))
	for n, size := range windowsSizes {
		data, err := read(size)
		if err != nil {
			return nil, err
		}
		if pictures[n], err = png.Decode(bytes.NewReader(data)); err != nil {
			return nil, fmt.Errorf("the picture of %d pixels: %w", size, err)
		}
	}
	icon, err := winres.NewIconFromImages(pictures)
	if err != nil {
		return nil, err
	}
	var file bytes.Buffer
	err = icon.SaveICO(&file)
	return file.Bytes(), err
}
