// Package command is Roundtrip without a window: it reads the command line, opens documents and files, and
// writes what was asked for. It needs no display, and it never leaves a file half written.
package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"unicode"

	"roundtrip/internal/disk"
	"roundtrip/store"
)

// Exit codes.
const (
	ExitDone   = 0 // everything was done
	ExitFailed = 1 // it could not be done, or check found something wrong
	ExitMisuse = 2 // the arguments make no sense
)

// Program is the running program as its commands see it.
type Program struct {
	Version string
	Build   string    // a number that every released build has for itself
	Out     io.Writer // results
	Errors  io.Writer // sentences about what went wrong
	Watched bool      // Errors is a terminal: long work says there how far it has come
}

type action func(p Program, ctx context.Context, arguments []string) error

// actions are the commands by name.
var actions = map[string]action{
	"import":   Program.importFiles,
	"export":   Program.exportFile,
	"measures": Program.measures,
	"whatif":   Program.whatIf,
	"stress":   Program.stress,
	"check":    Program.check,
}

// Window reports whether the arguments ask for the window rather than for a command, and for which file; ""
// leaves the choice to the window.
func Window(arguments []string) (file string, asked bool) {
	switch {
	case len(arguments) == 0:
		return "", true
	case len(arguments) > 1 || actions[arguments[0]] != nil || arguments[0] == "help" || strings.HasPrefix(arguments[0], "-"):
		return "", false
	}
	return arguments[0], true
}

// Run runs the command that the arguments name and returns the exit code. Results go to Out, a failure becomes
// a sentence on Errors.
func (p Program) Run(ctx context.Context, arguments []string) int {
	p.Out, p.Errors = results{p.Out}, results{p.Errors}
	err := p.run(ctx, arguments)
	var misuse *misuseError
	switch {
	case err == nil:
		return ExitDone
	case errors.As(err, &misuse):
		fmt.Fprintf(p.Errors, "roundtrip: %v\n%s\n", err, helpHint(arguments))
		return ExitMisuse
	case !errors.Is(err, errFound):
		fmt.Fprintf(p.Errors, "roundtrip: %v\n", err)
	}
	return ExitFailed
}

func (p Program) run(ctx context.Context, arguments []string) error {
	if len(arguments) == 0 {
		return misused("say what to do")
	}
	name, rest := arguments[0], arguments[1:]
	isHelp := func(argument string) bool { return slices.Contains([]string{"-h", "-help", "--help"}, argument) }
	switch {
	case isHelp(name) || name == "help":
		of := append(slices.Clone(rest), "")[0] // roundtrip help whatif asks what roundtrip whatif --help does
		_, err := io.WriteString(p.Out, helpOf(of))
		return err
	case actions[name] != nil && slices.ContainsFunc(rest, isHelp):
		_, err := io.WriteString(p.Out, helpOf(name))
		return err
	case name == "--version" || name == "-version":
		return p.version()
	case actions[name] != nil:
		return actions[name](p, ctx, rest)
	case strings.HasPrefix(name, "-"):
		return misused("there is no option %s", name)
	}
	return misused("%q is no command, and the window opens one file only", name)
}

// version prints what the program says of itself in one line: what to send along with a report of something wrong.
func (p Program) version() error {
	schema, err := store.SchemaVersion()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.Out, "Roundtrip %s, build %s, document schema %d (%s/%s, %s)\n",
		p.Version, p.Build, schema, runtime.GOOS, runtime.GOARCH, runtime.Version())
	return err
}

// results is where a command prints. A document from elsewhere cannot steer the terminal: what controls it stays out
// of the text. Why something could not be written is said in words.
type results struct{ to io.Writer }

func (r results) Write(text []byte) (int, error) {
	_, err := r.to.Write(bytes.Map(func(character rune) rune {
		if unicode.IsControl(character) && !strings.ContainsRune("\n\r\t", character) {
			return unicode.ReplacementChar
		}
		return character
	}, text))
	if err != nil {
		return 0, disk.Failed("write to", "standard output", err)
	}
	return len(text), nil
}

// misuseError means that the arguments make no sense.
type misuseError struct{ sentence string }

func (e *misuseError) Error() string { return e.sentence }

// wrong makes an error one of the arguments: they name what the document does not have, or cannot be read.
func wrong(err error) error {
	if err == nil {
		return nil
	}
	return &misuseError{err.Error()}
}

func misused(format string, arguments ...any) error {
	return &misuseError{fmt.Sprintf(format, arguments...)}
}
