// Package clipboard puts a picture on the system's clipboard, by the system's own programs: the toolkit of the window
// can only put text there. It reads nothing from the clipboard.
package clipboard
