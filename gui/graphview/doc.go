// Package graphview is the canvas: the companies, the legs between them and the loops, painted from one scene
// of package picture, with the hands to move about in it. It knows nothing of documents or edits; it tells its
// owner what the analyst points at, opens and moves.
package graphview
