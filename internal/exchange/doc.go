// Package exchange turns a Book and its measures into the files that other programs read, and such files
// into an Edit that the document can take. It knows no document and no window: what it reads comes from an
// io.Reader, what it writes goes to an io.Writer, and nothing is taken of a file that is not sound.
//
// What is where:
//   - Deals as a table: csvtable.go reads any, csvread.go says with which columns, csvdeals.go, csvlegs.go and csvreference.go
//     make deals of it; csvwrite.go writes one.
//   - A whole document as JSON: jsonformat.go is its form, jsonread.go, jsondeals.go and jsonentries.go read it, jsonwrite.go
//     and jsonlayout.go write it, numbers.go holds its numbers.
//   - What is read: problems.go and jsonfault.go say what is wrong with a file, into.go fits it to a document, repeats.go
//     finds what that has already. view.go reads a view.
//   - Measures: the measurestable*.go write them for people, measuresjson.go, measuresfurther.go and measuresranges.go for
//     programs; comparison.go and sidebyside.go do for scenarios, stress.go and stresstables.go for stress tests;
//     aligned.go sets the numbers of a column below one another.
//   - The report: report.go is what it tells, reporthtml.go writes it by report.html, reportcharts.go, reportsources.go and
//     reportstress.go make its parts.
//   - Pictures: pictureframe.go has the words around one, pictureformats.go the formats.
//   - replace.go puts a file in its place once it is whole.
package exchange
