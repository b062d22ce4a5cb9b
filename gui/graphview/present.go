package graphview

// In a presentation letters, lines and the legend are larger than in the window, as if the screen had fewer and larger
// pixels: who sits at the back of a room must be able to read them.

// leastEnlargement is how many times as large as in the window they are at least, and readHeight how high a screen is, in
// units, on which they are as large as in the window for the same part of it to be a letter.
const leastEnlargement, readHeight = 1.4, 720

// Enlargement returns how many times as large as in the window letters are in a presentation on a screen of a height in
// units: at least 1.4, and 1.5 on one of 1080.
func Enlargement(height float32) float64 {
	return max(leastEnlargement, float64(height)/readHeight)
}
