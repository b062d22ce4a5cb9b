package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/png"
	"testing"
)

// blank returns an empty picture of so many pixels as a PNG.
func blank(size int) ([]byte, error) {
	var data bytes.Buffer
	err := png.Encode(&data, image.NewGray(image.Rect(0, 0, size, size)))
	return data.Bytes(), err
}

func TestICNSHoldsEverySize(t *testing.T) {
	file, err := icns(blank)
	if err != nil {
		t.Fatal(err)
	}
	if string(file[:4]) != "icns" || int(binary.BigEndian.Uint32(file[4:])) != len(file) {
		t.Fatalf("the file begins with %q", file[:8])
	}
	rest := file[8:]
	for _, entry := range entries {
		length := int(binary.BigEndian.Uint32(rest[4:]))
		picture, err := png.DecodeConfig(bytes.NewReader(rest[8:length]))
		if err != nil {
			t.Fatalf("%s: %v", entry.code, err)
		}
		if string(rest[:4]) != entry.code || picture.Width != entry.size || picture.Height != entry.size {
			t.Errorf("%s of %dx%d stands where %s of %d pixels belongs", rest[:4], picture.Width, picture.Height, entry.code, entry.size)
		}
		rest = rest[length:]
	}
	if len(rest) != 0 {
		t.Errorf("%d bytes more than the pictures", len(rest))
	}
}

func TestIconsNeedEverySize(t *testing.T) {
	missing := func(size int) ([]byte, error) { return nil, fmt.Errorf("no picture of %d pixels", size) }
	if _, err := icns(missing); err == nil {
		t.Error("an .icns without pictures")
	}
	if _, err := ico(missing); err == nil {
		t.Error("an .ico without pictures")
	}
}
