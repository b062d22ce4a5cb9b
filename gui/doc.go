// Package gui is the window: what the analyst sees and does. It reaches the document through the interfaces
// it declares, hands every edit to it as one deal.Edit, and computes nothing that internal/network,
// internal/whatif or internal/layout can compute.
//
// What is where:
//   - The window: window.go puts it together, middle.go and presentation.go the canvas in it, theme.go colours it. commands.go
//     is the one table of commands, of which the *commands.go are parts; toolbar.go and statusbar.go.
//   - What it shows: document.go is what it needs of a document, session*.go what is shown and selected, sessionloop.go
//     a loop as long as it is shown, lateness.go how old numbers may be. steps.go undoes and redoes, editing.go edits, background.go runs what takes long, opening.go and readonly.go
//     open.
//   - Tables on the left: dealstable.go, companiestable.go, loopstable.go, sourcestable.go and scenarios.go.
//   - The inspector on the right: inspector.go, inspectleg.go, inspectgroup.go; choosing.go follows another source.
//   - The canvas: canvas*.go are its menu, commands and help, hovering.go, selecting.go and arranging.go its hands,
//     layoutmodes.go and keptplaces.go where companies stand, loopview.go one loop alone, timeline.go the days; earlier.go
//     says that it is behind the panel, motion.go keeps it still, pinching.go zooms it with two fingers.
//   - What counts: filter*.go, with companyticks.go; nothing.go and leftoutline.go say what is left out.
//   - Forms: the *form.go with the *entry.go that hold what is typed, entryreading.go reads it and statedby.go says what a source states of it; legcard.go, rightrow.go and
//     formsummary.go are parts of one. asking.go and askpath.go ask.
//   - The what-if: whatif*.go is the panel with legpicker.go, comparison*.go its table, trial*.go what is tried, change*.go
//     its chips and form; tool*.go and chartview.go the tools. Scenarios: scenario*.go, and side by side side*.go.
//   - Stress tests: stress*.go.
//   - Files: exporting.go writes one after the other, *export.go and picturedialog.go say what, importing.go reads.
//   - Words: help.go, sentence.go, loopnames.go, shortnames.go and countranges.go.
package gui
