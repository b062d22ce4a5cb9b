package main

import "encoding/binary"

// entries are the pictures of an .icns file: Apple's code and the pixels of each. The codes from ic11 on are
// for screens with twice the pixels, such as ic11 for 16 points.
var entries = []struct {
	code string
	size int
}{
	{"icp4", 16}, {"icp5", 32}, {"ic07", 128}, {"ic08", 256}, {"ic09", 512}, {"ic10", 1024},
	{"ic11", 32}, {"ic12", 64}, {"ic13", 256}, {"ic14", 512},
}

// icns puts PNGs into Apple's icon format: the word icns and the length of the file, then each picture behind its
// code and length.
func icns(read func(size int) ([]byte, error)) ([]byte, error) {
	var body []byte
	for _, entry := range entries {
		picture, err := read(entry.size)
		if err != nil {
			return nil, err
		}
		body = append(body, entry.code...)
		body = binary.BigEndian.AppendUint32(body, uint32(8+len(picture)))
		body = append(body, picture...)
	}
	file := binary.BigEndian.AppendUint32([]byte("icns"), uint32(8+len(body)))
	return append(file, body...), nil
}
