// Package assets holds what is embedded in the program: the icon, the fonts and the sample document.
package assets
