package picture

import (
	"image"
	overlay "image/draw"
	"testing"
)

// furthest returns the greatest difference between two pictures in any channel of any pixel.
func furthest(a, b *image.RGBA) int {
	most := 0
	for i := range a.Pix {
		most = max(most, int(a.Pix[i])-int(b.Pix[i]), int(b.Pix[i])-int(a.Pix[i]))
	}
	return most
}

func TestLayersMakeUpThePicture(t *testing.T) {
	for _, size := range []struct{ companies, legs int }{{0, 0}, {20, 45}, {200, 500}} {
		in := randomInput(t, size.companies, size.legs)
		scene := Build(in)
		camera := Camera{Width: 700, Height: 500, Scale: 1.25}.Fit(scene)
		whole, layered := image.NewRGBA(image.Rect(0, 0, 700, 500)), image.NewRGBA(image.Rect(0, 0, 700, 500))
		for _, style := range []*Style{Light(), Dark()} {
			Paint(whole, scene, camera, style)
			PaintNetwork(layered, scene, camera, style)
			frame := PaintFrame(scene, camera, style, nil)
			overlay.Draw(layered, frame.Rect, frame, frame.Rect.Min, overlay.Over)
			// Laying a half covered pixel over another rounds once more.
			if most := furthest(whole, layered); most > 3 {
				t.Errorf("%d companies: network and frame differ from the picture by %d of 255", size.companies, most)
			}
			over := PaintOver(scene, camera, style, frame)
			PaintNetwork(layered, &Scene{placed: map[int][]Label{}, Discs: nil}, camera, style)
			overlay.Draw(layered, over.Rect, over, over.Rect.Min, overlay.Over)
			PaintNetwork(whole, scene, camera, style)
			if most := furthest(whole, layered); most > 6 {
				t.Errorf("%d companies: the network laid over nothing differs from itself by %d of 255", size.companies, most)
			}
		}
	}
}

// differing returns how many colour values differ by more than the tolerance.
func differing(a, b *image.RGBA, tolerance int) int {
	count := 0
	for i := range a.Pix {
		if d := int(a.Pix[i]) - int(b.Pix[i]); d > tolerance || d < -tolerance {
			count++
		}
	}
	return count
}

func TestAMovedPictureIsThePictureThere(t *testing.T) {
	scene := Build(randomInput(t, 200, 500))
	camera := Camera{Width: 600, Height: 400, Scale: 1}.Fit(scene)
	const margin = 90
	wide := camera
	wide.Width, wide.Height = camera.Width+2*margin, camera.Height+2*margin
	large := image.NewRGBA(image.Rect(0, 0, wide.Width, wide.Height))
	PaintNetwork(large, scene, wide, Light())
	for _, by := range []image.Point{{}, {X: 90, Y: -90}, {X: -33, Y: 61}} {
		there := camera
		there.Centre.X += float64(by.X) / camera.factor()
		there.Centre.Y += float64(by.Y) / camera.factor()
		small, part := image.NewRGBA(image.Rect(0, 0, 600, 400)), image.NewRGBA(image.Rect(0, 0, 600, 400))
		PaintNetwork(small, scene, there, Light())
		overlay.Draw(part, part.Rect, large, by.Add(image.Pt(margin, margin)), overlay.Src)
		// A letter that stands between two quarters of a pixel may be rounded the other way.
		if count := differing(small, part, 8); count > 40 || furthest(small, part) > 100 {
			t.Errorf("the picture moved by %v differs from the one painted there in %d places, by up to %d of 255",
				by, count, furthest(small, part))
		}
	}
}
