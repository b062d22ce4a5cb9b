// Package chart lays the answers of the what-if studies out as charts, in the program's colours and font, and
// paints them: as an image at any scale, SVG and PDF, and their numbers as CSV. It computes no measure and opens
// no window.
//
// A Chart knows its numbers and its words; Scene lays it out for one size, with the places at which its values
// stand, so that a window can show them under the pointer. The package may import deal, network, whatif, picture
// (for its colours), cell, assets (for the fonts), gonum and gonum/plot, whose canvases paint the images.
package chart
