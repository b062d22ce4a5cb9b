package gui

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
)

// mostRowsLeft is how many rows that are left out are listed; a copied list has all of them.
const mostRowsLeft = 200

// offerRest lists the rows of a table that are wrong, and asks whether to import the others without them.
func (w *Window) offerRest(file fileRead, partly *exchange.PartlyWrong) {
	name := filepath.Base(file.path)
	listed, left := partly.Listed(), len(partly.Left)
	lines := strings.Split(listed, "\n")
	if left > mostRowsLeft {
		lines = append(lines[:mostRowsLeft:mostRowsLeft], "and "+deal.Count(left-mostRowsLeft)+" more")
	}
	of := counted(left+partly.Taken, "row")
	text := fmt.Sprintf("%s of %s cannot be imported as they are:\n\n%s", deal.Count(left), of, strings.Join(lines, "\n"))
	if left == 1 {
		text = fmt.Sprintf("1 of %s cannot be imported as it is:\n\n%s", of, lines[0])
	}
	rest := func() {
		file.left = left
		w.read(file, func(context.Context) (deal.Edit, error) { return partly.Rest, nil })
	}
	w.offer("Rows of "+name+" are wrong", text, "Import nothing",
		reply{fmt.Sprintf("Import %s, leave %s out", deal.Count(partly.Taken), deal.Count(left)), rest},
		reply{"The same, and save those…", func() { w.saveLeftOut(file.path, partly, rest) }},
		reply{"Copy the list", func() {
			w.app.Clipboard().SetContent(listed)
			w.status.say("Copied why " + counted(left, "row") + " cannot be imported")
			w.offerRest(file, partly)
		}})
}

// saveLeftOut asks for a file, writes the rows that are left out to it, and then imports the rest.
func (w *Window) saveLeftOut(from string, partly *exchange.PartlyWrong, rest func()) {
	name := filepath.Base(from)
	write := func(path string) {
		if err := exchange.ReplaceFile(path, partly.WriteCSV); err != nil {
			w.tell("Nothing was imported", err)
			return
		}
		rest()
	}
	w.askFor(pathQuestion{
		title: "Save the rows left out, each with why, to mend and import later", accept: "Save and import",
		suggestion: filepath.Join(w.exportFolder(), strings.TrimSuffix(name, filepath.Ext(name))+" left out.csv"),
		browse:     w.browseFolder,
		wrong: func(path string) string {
			switch {
			case !strings.EqualFold(filepath.Ext(path), ".csv"):
				return "The name of the file has to end in .csv."
			case path == from:
				return "That is the file that is being imported: name another one."
			}
			return ""
		},
		use: func(path string) { w.replacing(path, func() { write(path) }) },
	})
}
