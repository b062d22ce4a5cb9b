// Package widgets holds the small reusable parts of the window, one a file. They expose callbacks for what
// the analyst means and hold no business logic.
package widgets
