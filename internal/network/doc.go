// Package network turns a Book under a View into companies and the money that flows between them, and
// measures it. It is pure: the same Book and View give the same answer on every machine, and nothing here
// reads a file, draws, or changes a Book.
//
// What is where:
//   - view.go says what is counted and viewwords.go tells it; network.go builds a Network and rebuild.go builds one after the
//     other in the same memory. amounts.go and arrows.go are what the measures compute on, workspace.go lends memory.
//   - measure.go is what Measure is asked, measures.go what it answers, part.go a part of that; each measure is a file
//     that is named after it, from circulation.go to ownership.go, and cites its paper.
//   - Loops: loops.go is the way in, by components.go, johnson.go (any size), johnson64.go (to 64 companies) and
//     bounded.go (to a length); biggest.go and shortest.go find the first ones without listing all, category.go and sorting.go
//     sort them, forwarding.go, rounds.go and loopweights.go weigh them, loopround.go tells them in words.
//   - Intervals over the figures: interval.go, monotone.go and the *range.go files prove what can be proven, and sampling.go
//     searches for the rest over the amounts of levels.go; standing.go, standings.go, holdingstanding.go and presence.go
//     say how sure a number is, flagsure.go of a flag, returnsure.go of what comes back.
//   - For stress tests: unpaid.go leaves what is still to be paid, strain.go passes losses on.
//   - Under several measures: transport.go moves money at the least cost, elimination.go solves for money that wanders,
//     settlement.go finds clearing vectors.
package network
