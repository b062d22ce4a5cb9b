// Package whatif says what changes to a Book do to its measures: the stake that the analyst moves, the changes
// of a scenario, where an answer stops moving and why. It is pure: it never changes a Book that it is given,
// keeps nothing in a file and draws nothing.
package whatif
