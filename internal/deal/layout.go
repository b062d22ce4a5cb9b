package deal

// Layout is the way in which a document's companies are placed on the canvas.
type Layout string

// The layouts, in the order in which menus list them. The values are what documents and JSON hold.
const (
	LayoutStress Layout = ""       // near each other what deals join; the usual one
	LayoutLayers Layout = "layers" // by who finances whom: financiers first
	LayoutCircle Layout = "circle" // around a circle, so that loops run along it
)

// Layouts lists every layout in its fixed order.
var Layouts = []Layout{LayoutStress, LayoutLayers, LayoutCircle}
