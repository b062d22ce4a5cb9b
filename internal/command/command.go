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
}

const usage = `Roundtrip shows who pays whom, and which of the money comes round again.

  roundtrip [FILE]                   opens the window
  roundtrip import FILE SOURCE... [--only-new|--again]
                                     takes CSV or JSON files into FILE, which is made when it is new. When FILE, or a
                                     SOURCE before, has some of the deals already, nothing is taken and they are
                                     listed: --only-new leaves those out, --again takes them again
  roundtrip export FILE OUT          writes OUT: .json everything, .csv the deals (companies when OUT's name
                                     says so), .html a report of everything, .png, .svg and .pdf the picture, with
      [--view KEY=VALUE,...] [--set WHAT=VALUE]... [--scenario NAME] [--loop N] [--size WIDTHxHEIGHT]
      [--scale N] [--theme light|dark] [--no-legend] [--no-frame]
  roundtrip measures FILE [--json] [--view KEY=VALUE,...] [--set WHAT=VALUE]...
                                     prints the measures
  roundtrip whatif FILE [--scenario NAME] [--set WHAT=VALUE]... [--leg LEG] [--view KEY=VALUE,...] [--json|--csv]
                                     prints what the changes do: every measure of the base beside the scenario,
                                     or one study of it, printed or written to --out FILE.svg, .png, .pdf or .csv:
      --sweep INPUT[=FROM..TO] [--steps N] [--measure KEY]...
      --table INPUT[=FROM..TO] --table INPUT[=FROM..TO] [--steps N] [--measure KEY]
      --tornado [--spread PERCENT] [--measure KEY]
      --seek VALUE [--by INPUT[=FROM..TO]] [--measure KEY]
      --simulate SAMPLES [--seed N] [--spread PERCENT] [--chance STATUS=PERCENT]... [--target VALUE] [--measure KEY]
                 [--samples FILE.csv]
      --waterfall [--measure KEY]
  roundtrip whatif FILE --list       lists the scenarios that FILE keeps
  roundtrip stress FILE SHOCK [--recovery PERCENT] [--cost-cash PERCENT] [--cost-income PERCENT]
                                     [--assume-cash AMOUNT] [--scenario NAME] [--set WHAT=VALUE]...
                                     [--view KEY=VALUE,...] [--json|--csv]
                                     prints what a shock does: who cannot pay, wave by wave, and who loses what
  roundtrip check FILE               looks for what is wrong with FILE
  roundtrip --version                prints the program's version and build, and the schema of its documents
  roundtrip --help

:sample: in place of FILE is the built-in sample; it cannot be imported into.

KEY in --view: basis (headline, year, drawn), year, figure (low, best, high), statuses and kinds (names joined
by +), as_of (a date), undated (no: without deals that have no date), min_amount (of a leg: 1bn), undisclosed (no:
without legs that have no number), companies (only these), hide (all but these), near (only companies within so many steps of these), steps (1 unless given),
only_loops (yes: only what lies on a loop), max_len (longest loop in companies; unless given, 6 in a document of
more than 60 companies).
--loop lights the loop of that number in the list of loops, 1 the one with the most money. --size is in pixels at
scale 1 (1360x1080); a .png has N times as many each way (2). The frame is the title, what is counted, and the
sources.
WHAT in --set: a LEG, whose amount is then set (20bn, $350m), or FIELD:TARGET. FIELD of a leg: amount, low, high,
spent (of a stake, back with the investor: 80%), valuation, timing (pre, post), stake (5%), term (7 years; of a stake
that is spent back, over which it is), drawn; of a deal: status; of a status: weight (weight:in talks=50%); of a
company: margin, cash, fails, suspends (12 months), cut off (cut off:BUYER=SUPPLIER). Of two of one thing the last
holds.
LEG: PAYER>PAYEE, PAYER>PAYEE:KIND, a deal's title, or the number of a leg; names may hold those signs themselves.
A share is sought and aimed at in percent: --seek 20%. --leg is the stake that whatif is about. INPUT: as WHAT, or
amount, spent, term, valuation or margin alone, which are then those of that leg, as they are in --set of whatif. KEY of a measure: as whatif prints it (circular_share).

SHOCK: --fails COMPANY, --cash COMPANY=AMOUNT, --valuations PERCENT (that they fall), --cut KIND=PERCENT, --collapse
STATUS, or --cut-off BUYER=SUPPLIER. --recovery is what is paid of a failed company's debts, the costs are what others
lose that cannot pay in full; all are 0% unless given. Cash that nobody states is unknown, and its company taken to pay
in full, unless --assume-cash gives everybody such an amount.

A CSV file of deals has one leg a row, and above them a header with some of these columns, in any order:
  title, payer, payee, kind, amount, currency, status, announced, start, term_years, stake_percent, valuation,
  conditional_on, source, publisher, url, note, counting, basis, drawn, timing, covers_percent, low, best, high, total,
  tags, deal_note
Payer and payee are needed. Rows that share title, status, date and counting are one deal; an empty amount is
undisclosed, and so is a dash. Amounts are written as people write them: 10bn, up to $22.4bn, 38 billion over 7 years;
what could be two amounts, as 1,50 or 1.500, is refused. A CSV file of companies has some of: name, ticker, role, cash,
revenue. What export writes, import reads.

Exit codes: 0 done, 1 failed or check found something, 2 wrong arguments: options and values that cannot be read, or
that name what FILE does not have.
`

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
		fmt.Fprintf(p.Errors, "roundtrip: %v\nroundtrip --help lists the commands.\n", err)
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
	case isHelp(name) || name == "help" || actions[name] != nil && slices.ContainsFunc(rest, isHelp):
		_, err := io.WriteString(p.Out, usage)
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
