// Package picture builds the scene of a money network (shapes, labels and hit areas as plain data) and paints
// it: as an image for the screen and PNG, as SVG and as PDF. It decides nothing about money and opens no window.
package picture
