// Package picture builds the scene of a money network (shapes, labels and hit areas as plain data) and paints
// it: as an image for the screen and PNG, as SVG and as PDF. It also says when companies are placed anew and by what,
// and keeps where they stand; how they are placed is layout's. It decides nothing about money and opens no window.
//
// What is where:
//   - Where companies stand: places.go says what is to be placed, arrange.go asks layout for it, parting.go keeps
//     companies apart that are larger under another basis, between.go leads from one place to the next, rows.go and
//     pinmark.go show the rows of levels and the pins.
//   - The scene: input.go is what it is made of, build.go makes it, scene.go is what comes of it; hit.go and rim.go find
//     what is under a pointer. size.go and shape.go say how large and of what shape, style.go in which colours; curve.go
//     and geometry.go are its geometry, fanning.go leads legs apart at the rim of a company;
//     routes.go keeps how they are led around others.
//   - What stands out: emphasis.go lights what is selected and the loops, bound.go says what bounds or breaks one,
//     ringalone.go is a loop by itself, ring.go, uncross.go and balloon.go open a lit one until enclosed.go finds room
//     in it, ghost.go what a leg was before the what-if, later.go what is announced later, strain.go a stress test;
//     density.go, seen.go and overview.go let the rest of a large network step back, lift.go takes companies out of it
//     while they are moved.
//   - Words: label.go and text.go; place.go keeps them apart, drawn.go off what is drawn. amount.go says what stands
//     beside a leg, besideleg.go where, largest.go of the largest, litamount.go and note.go of a loop that is lit,
//     caption.go keeps amounts from names of others. nameroom.go says how many names there are, namelabel.go,
//     namelines.go, litname.go for what is lit, which litlines.go keeps words off, and, where there is little room,
//     cramped.go do for names, badge.go and badgeplace.go for marks, raise.go for the numbers of sources and cite.go which
//     they are; sources.go lists them. legend*.go explain it all, empty.go why there is nothing.
//   - Letters: glyph.go has the program's font, foreign.go those of the system, letters.go lends both out, isolate.go
//     sets texts of two directions, tracer.go follows outlines.
//   - The camera: camera.go, and fit.go that shows all.
//   - Painting: pen.go draws a scene with any pen, head.go its arrowheads; paint.go, layer.go, raster.go, stroke.go,
//     hairline.go and mask.go make pixels of it, svg.go, with the letters of svgfont.go, and pdf.go files, both with
//     dashing.go; pdfpage.go is the page of a PDF, a chart's too.
//   - A page for a file is page.go, with the words of frame.go around the picture.
package picture
