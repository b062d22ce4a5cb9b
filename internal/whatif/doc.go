// Package whatif says what changes to a Book do to its measures: the stake that the analyst moves, the changes
// of a scenario, where an answer stops moving and why. It is pure: it never changes a Book that it is given,
// keeps nothing in a file and draws nothing.
//
// What is where:
//   - What a change is: its target and unit stand in the table of deal/changefield.go, what it reads, takes and sets in
//     that of fields.go. check.go lets it through, draft.go and apply.go make it, describe.go and base.go tell it,
//     events.go holds what happens to a company, spending.go how a stake is spent back.
//   - A new kind of change is a line in each of these two tables and in that of the window's form (gui/changeentry.go), a
//     migration of the document, whose table scenario_changes lists the fields, and words in store/SCHEMA.md and in the
//     help of --set (internal/command/command.go). One whose value is a word needs its vocabulary in deal/changefield.go;
//     an event that happens to a company its sentence in describe.go and its effect in events.go; one whose Text says
//     more than its unit what reads it; a number that a chart is to run through its place in input.go, and the range at
//     which it looks first in inputreach.go. What opens a panel or a chart by itself names the field that it is about.
//   - One scenario: stake.go is the workbench's own leg, latest.go says which of several changes holds, base.go what they
//     were made on, overdrawn.go what cannot be; compare.go puts base and scenario on a Workbench, with loops.go and
//     sidebyside.go several scenarios. edit.go applies one to the data, consequences.go says what that does, excerpt.go
//     is a Book of one alone.
//   - What it says: the rows*.go define the measures beside each other and their ends, rows_about.go what is not exact though it has none, words.go, explain.go and agreed.go the
//     sentences, absence.go and gone.go why something is not there.
//   - What moves: an Input (input*.go) over a Span (spans.go), asked of a Study (study.go): sweep.go, twoway.go,
//     tornado.go, extremes.go, goalseek.go with goalnearest.go, simulate.go with drivers.go, which montecarlo.go asks and
//     simulation.go answers, waterfall.go; firstquestions.go is what each asks at first. prober.go and variations.go
//     measure one variation after the other in the same memory, parallel.go on all processors.
//   - Where it stops: saturation*.go says from which amount on a leg adds nothing, with kinks.go, residual.go and full.go.
//   - Stress tests: shock.go is the question, stress.go and the other stress*.go the answer, its estimates and words.
package whatif
