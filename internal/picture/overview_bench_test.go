package picture

import (
	"image"
	"testing"
)

func BenchmarkOverview2000(b *testing.B) {
	scene := Build(randomInput(b, 2000, 5000))
	camera := Overview(scene, 190, 140, 1)
	dst := image.NewRGBA(image.Rect(0, 0, camera.Width, camera.Height))
	b.ReportAllocs()
	for b.Loop() {
		PaintOverview(dst, scene, camera, Light())
	}
}
