package picture

import (
	"image"
	"math"
	"sync"
)

// mask is the coverage of one letter at one size, 0 to 255 a pixel.
type mask struct {
	left, top     int // of its upper left pixel, from the letter's origin
	width, height int
	cover         []uint8
}

// maskKey is what a letter's mask depends on. Sizes and halos are in eighths and quarters of a pixel, and
// letters stand on quarters of one: finer than that nobody sees.
type maskKey struct {
	from  outliner
	glyph glyphIndex
	size  int // eighths of a pixel
	shift int // quarters of a pixel, 0 to 3
	halo  int // radius in quarters of a pixel; 0: the letter itself
}

// maxMasks bounds the memory that remembered letters take: about 10 MB.
const maxMasks = 16_384

var masks = struct {
	sync.Mutex
	known map[maskKey]*mask
}{known: make(map[maskKey]*mask)}

// maskOf returns the letter's mask from memory, or makes it.
func maskOf(key maskKey) *mask {
	masks.Lock()
	known, ok := masks.known[key]
	masks.Unlock()
	if ok {
		return known
	}
	made := key.mask()
	masks.Lock()
	defer masks.Unlock()
	if len(masks.known) >= maxMasks {
		clear(masks.known)
	}
	masks.known[key] = made
	return made
}

func (k maskKey) mask() *mask {
	if k.halo > 0 {
		plain := k
		plain.halo = 0
		return maskOf(plain).widened(float64(k.halo) / 4)
	}
	outline := k.from.outline(k.glyph)
	size, shift := float32(k.size)/8, float32(k.shift)/4
	bounds := nowhere()
	for _, e := range outline {
		bounds.Low.X, bounds.High.X = min(bounds.Low.X, float64(e.x0)), max(bounds.High.X, float64(e.x0))
		bounds.Low.Y, bounds.High.Y = min(bounds.Low.Y, float64(e.y0)), max(bounds.High.Y, float64(e.y0))
	}
	if bounds.Empty() {
		return &mask{}
	}
	m := &mask{left: int(math.Floor(bounds.Low.X*float64(size))) - 1, top: int(math.Floor(bounds.Low.Y*float64(size))) - 1}
	m.width = int(math.Ceil(bounds.High.X*float64(size))) + 2 - m.left
	m.height = int(math.Ceil(bounds.High.Y*float64(size))) + 1 - m.top
	m.cover = make([]uint8, m.width*m.height)
	r := newRaster(m.width, 0, m.height)
	x, y := shift-float32(m.left), -float32(m.top)
	for _, e := range outline {
		r.add(edge{e.x0*size + x, e.y0*size + y, e.x1*size + x, e.y1*size + y})
	}
	for row := range m.height {
		sum := float32(0)
		for i := range m.width {
			sum += r.sums[row*(m.width+2)+i]
			m.cover[row*m.width+i] = uint8(min(max(sum, -sum), 1)*255 + 0.5)
		}
	}
	return m
}

// widened returns the mask with everything within the radius of the letter covered too.
func (m *mask) widened(radius float64) *mask {
	if m.width == 0 {
		return m
	}
	reach := int(math.Ceil(radius))
	w := &mask{left: m.left - reach, top: m.top - reach, width: m.width + 2*reach, height: m.height + 2*reach}
	w.cover = make([]uint8, w.width*w.height)
	for dy := -reach; dy <= reach; dy++ {
		for dx := -reach; dx <= reach; dx++ {
			part := min(max(radius+0.5-math.Hypot(float64(dx), float64(dy)), 0), 1)
			if part > 0 {
				w.most(m, reach+dx, reach+dy, uint32(part*256))
			}
		}
	}
	return w
}

// most raises the mask to a part of another one that is moved by x and y.
func (w *mask) most(m *mask, x, y int, part uint32) {
	for row := range m.height {
		from := m.cover[row*m.width : (row+1)*m.width]
		to := w.cover[(row+y)*w.width+x:]
		for i, cover := range from {
			to[i] = max(to[i], uint8(uint32(cover)*part>>8))
		}
	}
}

// paint blends the rows of the letter that lie in a band.
func (m *mask) paint(dst *image.RGBA, s *step, top, end int) {
	first, last := max(top-s.y, 0), min(end-s.y, m.height)
	left, right := max(-s.x, 0), min(dst.Rect.Dx()-s.x, m.width)
	if left >= right {
		return
	}
	colour := opaque(s.colour)
	for row := first; row < last; row++ {
		pixels := dst.Pix[(s.y+row)*dst.Stride+4*(s.x+left):]
		for i, cover := range m.cover[row*m.width+left : row*m.width+right] {
			if cover != 0 {
				blend(pixels[4*i:4*i+4:4*i+4], colour, (uint32(cover)*257+128)>>8)
			}
		}
	}
}

// write adds a line of text: first the halos of all its letters, then the letters. Baselines stand on whole
// pixels, which keeps small letters crisp.
func (p *imagePen) write(w writing) {
	size := int(math.Round(w.Size * 8))
	if size < 8 {
		return
	}
	set := shaped(w.Text, w.Bold)
	baseline := int(math.Round(w.At.Y))
	if baseline < -2*size/8 || baseline > p.camera.Height+2*size/8 {
		return
	}
	if w.Halo.A != 0 {
		p.letters(w, set, maskKey{size: size, halo: int(math.Round((1.4 + 0.11*w.Size) * 4))}, baseline)
	}
	p.letters(w, set, maskKey{size: size}, baseline)
}

func (p *imagePen) letters(w writing, set *line, key maskKey, baseline int) {
	colour := w.Colour
	if key.halo > 0 {
		colour = w.Halo
	}
	for _, g := range set.glyphs {
		quarters := int(math.Round((w.At.X + g.x*w.Size) * 4))
		key.from, key.glyph, key.shift = g.from, g.index, quarters&3
		m := maskOf(key)
		if m.width == 0 {
			continue
		}
		y := baseline + m.top + int(math.Round(g.y*w.Size))
		p.steps = append(p.steps, step{
			colour: colour, mask: m, x: quarters>>2 + m.left, y: y, top: float32(y), end: float32(y + m.height),
		})
	}
}
