package picture

import (
	"image/color"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// nothing says why the picture is empty, in its middle.
func (d *drawing) nothing() {
	y := float64(d.camera.Height) / 2
	words := [2]string{"Nothing to draw", "Add a deal to begin, or let the view count more of them."}
	if placing := d.scene.placing; placing > 0 {
		words = [2]string{"Placing " + deal.Count(placing) + " companies…", "Everything else can be used meanwhile."}
	}
	for i, text := range words {
		size := []float64{15, 12}[i] * d.camera.Scale
		colour := []color.RGBA{d.style.Text, d.style.TextFaded}[i]
		x := (float64(d.camera.Width) - textWidth(text, i == 0, size)) / 2
		d.pen.write(writing{At: layout.Point{X: x, Y: y}, Text: text, Size: size, Bold: i == 0, Colour: colour})
		y += 1.6 * size
	}
}
