package picture

import "roundtrip/internal/layout"

// Camera says which part of the canvas a picture shows, and how large.
type Camera struct {
	Centre        layout.Point // of the canvas, in the middle of the picture
	Zoom          float64      // 1 is natural size
	Width, Height int          // of the picture, in pixels
	Scale         float64      // device pixels per canvas unit at zoom 1; 2 on a fine screen
}

// factor returns the device pixels of one canvas unit.
func (c Camera) factor() float64 {
	factor := c.Zoom * c.Scale
	if !(factor > 0) {
		return 1
	}
	return factor
}

// ToScreen returns the pixel at which a point of the canvas is shown.
func (c Camera) ToScreen(p layout.Point) layout.Point {
	f := c.factor()
	return layout.Point{
		X: (p.X-c.Centre.X)*f + float64(c.Width)/2,
		Y: (p.Y-c.Centre.Y)*f + float64(c.Height)/2,
	}
}

// ToWorld returns the point of the canvas that is shown at a pixel.
func (c Camera) ToWorld(p layout.Point) layout.Point {
	f := c.factor()
	return layout.Point{
		X: (p.X-float64(c.Width)/2)/f + c.Centre.X,
		Y: (p.Y-float64(c.Height)/2)/f + c.Centre.Y,
	}
}

// ZoomedAt returns the camera with another zoom that keeps the pixel over the same point of the canvas.
func (c Camera) ZoomedAt(pixel layout.Point, zoom float64) Camera {
	at := c.ToWorld(pixel)
	c.Zoom = zoom
	moved := c.ToWorld(pixel)
	c.Centre.X += at.X - moved.X
	c.Centre.Y += at.Y - moved.Y
	return c
}

// sees reports whether any of a canvas rectangle is in the picture.
func (c Camera) sees(r Rect) bool {
	low, high := c.ToScreen(r.Low), c.ToScreen(r.High)
	return high.X >= 0 && high.Y >= 0 && low.X <= float64(c.Width) && low.Y <= float64(c.Height)
}
