// Package graphview is the canvas: the companies, the legs between them and the loops, painted from one scene
// of package picture, with the hands to move about in it. The painted picture is moved and stretched under the hand and
// painted again beside the window; nothing runs while nothing moves. It knows nothing of documents or edits; it tells its
// owner what the analyst points at, opens and moves.
package graphview
