// Package layout decides where companies stand and how the legs between them run. It is pure geometry, the
// same for the same input and seed on every run; it knows no money, no names and no colours, and draws nothing.
//
// What is where:
//   - graph.go is what is placed, and distances.go how far apart in hops; boxes.go keeps companies and names from
//     overlapping.
//   - By distance: stress.go is the way in. parts.go draws a connected part as often as it takes, sparse.go one that is
//     too large for that, both by the descent of sgd.go; judge.go says how good a drawing is, sketch.go quickly of a changed
//     one, improve.go moves companies while it gets better; hubs.go finds one or two with whom most
//     deal, and spokes.go sets their partners around them. pack.go puts parts beside each other.
//   - By level: layered.go, with the levels of levels.go; sideways.go untangles rows of many, and shaping.go fills the
//     wanted shape. On a circle: circular.go, in the order of sifting.go.
//   - What stays: pins.go fits a drawing onto what is pinned, before.go turns it like the one before; settle.go,
//     keptlevels.go and keptcircle.go let new companies in and leave the others where they are, in the rows that rowsat.go
//     finds; onlevels.go says whether they stand on their levels; parting.go moves apart what would overlap.
//   - By hand, for what is selected: item.go, align.go, onring.go and stepaside.go.
//   - Legs: route.go bends them, around the companies that discs.go finds, and stepover.go to the other side of one;
//     bowed.go bends those of one fan as is asked for, and balloon.go leads them far around. atonce.go has all processors
//     at it.
package layout
