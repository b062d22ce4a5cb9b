package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/disk"
	"roundtrip/internal/exchange"
	"roundtrip/store"
)

// importFiles takes the sources into the document, all of them or none.
func (p Program) importFiles(ctx context.Context, arguments []string) error {
	options := flag.NewFlagSet("import", flag.ContinueOnError)
	onlyNew, again, leftOut := options.Bool("only-new", false, ""), options.Bool("again", false, ""), options.String("left-out", "", "")
	files, err := positional(options, arguments)
	switch {
	case err != nil:
		return err
	case *onlyNew && *again:
		return misused("--only-new and --again: give one of them")
	}
	if len(files) < 2 {
		return misused("import needs a document and what to take into it: roundtrip import FILE SOURCE...")
	}
	target, sources := files[0], importing{files[0], files[1:], *onlyNew, *again, *leftOut, p.terminal()}
	if err := sources.checkLeftOut(); err != nil {
		return err
	}
	if target == Sample {
		return misused("the built-in sample cannot be changed: name a file of your own")
	}
	_, err = os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist) && otherFormat(target):
		return misused("“%s” is the document to import into, and is not there: a new document's name cannot end in %s, as that of another file. "+
			"Name the document first, such as deals.roundtrip, and then what to take into it", target, filepath.Ext(target))
	case errors.Is(err, fs.ErrNotExist):
		return stopped(p.importNew(ctx, target, sources), target, "was not made")
	case err != nil:
		return disk.Failed("open", target, err)
	}
	return p.importExisting(ctx, target, sources)
}

// otherFormat reports whether a file of that name would be taken for one of those that are imported or exported.
func otherFormat(path string) bool {
	formats := []string{".csv", ".tsv", ".txt", ".json", ".html", ".png", ".svg", ".pdf"}
	return slices.Contains(formats, strings.ToLower(filepath.Ext(path)))
}

// importNew fills a new document beside its place and moves it there when it is complete. When another program
// has made a document of that name meanwhile, the sources go into that one.
func (p Program) importNew(ctx context.Context, target string, sources importing) (err error) {
	scratch, err := os.MkdirTemp(filepath.Dir(target), ".roundtrip-*")
	if err != nil {
		return disk.Failed("make", target, err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(scratch)) }()
	complete := filepath.Join(scratch, filepath.Base(target))
	document, err := store.Create(complete)
	if err != nil {
		return about(target, err)
	}
	taken, err := sources.takeAll(ctx, document)
	if err = errors.Join(err, document.Close()); err != nil {
		return err
	}
	switch err := moveNew(complete, target); {
	case errors.Is(err, fs.ErrExist):
		return p.importExisting(ctx, target, sources)
	case err != nil:
		return disk.Failed("make", target, err)
	}
	return p.report(taken, sources.onlyNew)
}

// about lets an error tell of the file that was named rather than of the one that is filled in its place.
func about(target string, err error) error {
	var failure *store.FileError
	if errors.As(err, &failure) {
		failure.Path = target
	}
	return err
}

// moveNew moves a file to a path where none may be: of several programs that do it at once, one succeeds, and the
// others get fs.ErrExist. Where a file cannot have two names for a moment, an empty one keeps the path free.
func moveNew(from, to string) error {
	err := os.Link(from, to)
	if err == nil {
		return os.Remove(from)
	}
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	place, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	if err = errors.Join(place.Close(), os.Rename(from, to)); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	return nil
}

// importExisting tries the sources on a copy before it touches the document, unless there is one source, which happens
// as a whole or not at all. A document of an older version is brought up to date only when they can be taken. When it is called
// off, its error says what became of the document.
func (p Program) importExisting(ctx context.Context, target string, sources importing) (err error) {
	left := "is as it was"
	defer func() { err = stopped(err, target, left) }()
	version, newest, older := olderVersion(target)
	if older || len(sources.files) > 1 {
		if err := rehearse(ctx, target, sources); err != nil {
			return err
		}
	}
	if len(sources.files) > 1 {
		ctx = context.WithoutCancel(ctx) // all of them or none: what was tried is not stopped between two of them
	}
	document, err := store.Open(target)
	if err != nil {
		return tableInPlace(target, err)
	}
	if older {
		left = "holds what it did, brought up to date"
		p.sayOlder(target, version, newest, "it was brought up to date, and a copy of it as it was lies beside it")
	}
	defer func() { err = errors.Join(err, document.Close()) }()
	taken, err := sources.takeAll(ctx, document)
	if err != nil {
		return err
	}
	return p.report(taken, sources.onlyNew)
}

// rehearse takes the sources into a copy of the document, which is gone afterwards.
func rehearse(ctx context.Context, target string, sources importing) (err error) {
	scratch, err := os.MkdirTemp("", "roundtrip-import-*")
	if err != nil {
		return disk.Failed("make", os.TempDir(), err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(scratch)) }()
	path := filepath.Join(scratch, filepath.Base(target))
	if err := copyOf(target, path); err != nil {
		return err
	}
	copied, err := store.Open(path)
	if err != nil {
		return about(target, err)
	}
	defer func() { err = errors.Join(err, copied.Close()) }()
	_, err = sources.takeAll(ctx, copied)
	return err
}

// copyOf writes a copy of the document to the path, of an older one as it is brought up to date. An edit of it that was
// cut off is taken back first, which only opening it for writing can do.
func copyOf(target, path string) (err error) {
	document, err := store.OpenReadOnly(target)
	if errors.Is(err, store.ErrUnfinished) {
		document, err = store.Open(target)
	}
	if err != nil {
		return tableInPlace(target, err)
	}
	defer func() { err = errors.Join(err, document.Close()) }()
	return document.Backup(path)
}

// importing is what is to be taken into a document.
type importing struct {
	target  string // the document, as it was named
	files   []string
	onlyNew bool   // what the document has already stays out
	again   bool   // what the document has already is taken again
	leftOut string // where rows that are wrong are written, so that the others are taken; "" takes nothing then

	terminal io.Writer // where it is said how far it has come, or nil
}

// taken is what a source has brought.
type taken struct {
	source  string
	edit    deal.Edit
	repeats exchange.Repeats
	partly  *exchange.PartlyWrong // rows that are left out; nil where none are
}

// takeAll applies one edit for each source, and stops at the first that cannot be taken.
func (i importing) takeAll(ctx context.Context, document *store.Document) ([]taken, error) {
	var all []taken
	for _, source := range i.files {
		one, err := i.take(ctx, document, source)
		if err != nil {
			return nil, fmt.Errorf("nothing was imported: %w", about(i.target, err))
		}
		all = append(all, one)
	}
	return all, nil
}

// mostTries is how often a source is read anew because another program has written to the document meanwhile.
const mostTries = 100

// take applies a source to what the document holds now.
func (i importing) take(ctx context.Context, document *store.Document, source string) (taken, error) {
	ctx = i.followed(ctx, source)
	for try := 1; ; try++ {
		book, err := document.Book()
		if err != nil {
			return taken{}, err
		}
		edit, err := ReadFile(ctx, source, book)
		partly, err := i.leavingOut(&edit, err)
		if err != nil {
			return taken{}, err
		}
		repeats, err := exchange.FindRepeats(ctx, edit, book)
		if err != nil {
			return taken{}, err
		}
		one := taken{source, edit, repeats, partly}
		switch {
		case i.onlyNew:
			one.edit = one.repeats.Rest
		case len(one.repeats.Alike) > 0 && !i.again:
			return taken{}, fmt.Errorf("%s: %s", source, i.already(one.repeats))
		}
		if _, err = document.ApplyContext(ctx, one.edit); !errors.Is(err, deal.ErrConflict) || try == mostTries {
			return one, err
		}
	}
}

// checkLeftOut refuses files for the rows left out that could not hold them or would take the place of another.
func (i importing) checkLeftOut() error {
	switch {
	case i.leftOut == "":
		return nil
	case len(i.files) > 1:
		return misused("--left-out: import one table at a time")
	case !strings.EqualFold(filepath.Ext(i.leftOut), ".csv"):
		return misused("--left-out %q: the rows are written as .csv", i.leftOut)
	case sameFile(i.leftOut, i.files[0]) || sameFile(i.leftOut, i.target):
		return misused("--left-out would be written to “%s”: name another file", i.leftOut)
	}
	return nil
}

// leavingOut puts into the edit what the rows of a table say that are right, and writes the others to the file that is asked
// for. Without one, and of what cannot be parted, it returns the error that there was.
func (i importing) leavingOut(edit *deal.Edit, err error) (*exchange.PartlyWrong, error) {
	var partly *exchange.PartlyWrong
	switch {
	case !errors.As(err, &partly):
		return nil, err
	case i.leftOut == "":
		return nil, fmt.Errorf("%w\nAdd --left-out REST.csv to import what is right (%s) and write the rest there", err, deal.CountOf(partly.Taken, "row"))
	}
	*edit = partly.Rest
	return partly, exchange.ReplaceFile(i.leftOut, partly.WriteCSV)
}

// already says which deals are there already, and what can be done about it.
func (i importing) already(repeats exchange.Repeats) string {
	const most = 20
	of := deal.CountOf(repeats.Count(), "deal")
	where := "in the document"
	if len(i.files) > 1 {
		where = "in the document or in a file named before this one"
	}
	text := fmt.Sprintf("%d of %s would be taken a second time: the same title, date, companies, kinds and amounts stand %s already",
		len(repeats.Alike), of, where)
	for at, title := range repeats.Alike {
		if at == most {
			text += fmt.Sprintf("\n  and %d more", len(repeats.Alike)-most)
			break
		}
		text += "\n  “" + deal.Clipped(title) + "”"
	}
	return text + "\nAdd --only-new to leave these out, or --again to take them again; their money then counts twice."
}

// report prints what each source has brought, and on Errors what there is to look at in it.
func (p Program) report(all []taken, onlyNew bool) error {
	for _, one := range all {
		doubts := one.edit.Doubts
		if alike := one.repeats.AlikeSentence(); alike != "" && !onlyNew {
			doubts = append(slices.Clip(doubts), alike)
		}
		if rivals := one.repeats.RivalsSentence(); rivals != "" {
			doubts = append(slices.Clip(doubts), rivals)
		}
		if one.partly != nil {
			doubts = append(slices.Clip(doubts), fmt.Sprintf("%s left out:\n%s", deal.CountOf(len(one.partly.Left), "row"), one.partly.Listed()))
		}
		for _, doubt := range doubts {
			fmt.Fprintf(p.Errors, "roundtrip: %s: %s\n", one.source, doubt)
		}
		parts := []string{
			deal.CountOf(len(one.edit.Deals), "deal"),
			deal.CountOf(len(one.edit.Companies), "company"),
			deal.CountOf(len(one.edit.Sources), "source"),
		}
		if one.partly != nil {
			parts = append(parts, deal.CountOf(len(one.partly.Left), "row")+" left out")
		}
		if left := len(one.repeats.Alike); onlyNew && left > 0 {
			parts = append(parts, fmt.Sprintf("without %s that the document has already", deal.CountOf(left, "deal")))
		}
		if _, err := fmt.Fprintf(p.Out, "%s: %s\n", one.source, strings.Join(parts, ", ")); err != nil {
			return err
		}
	}
	return nil
}
