// Package assets holds what is embedded in the program: the icon, the fonts, the sample document and the
// description of the methods.
package assets
