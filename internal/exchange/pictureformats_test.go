package exchange

import "testing"

func TestPictureWriter(t *testing.T) {
	for extension, want := range map[string]bool{".png": true, ".SVG": true, ".Pdf": true, ".gif": false, "": false} {
		if write, ok := PictureWriter(extension); ok != want || (write != nil) != want {
			t.Errorf("%q: %t", extension, ok)
		}
	}
}
