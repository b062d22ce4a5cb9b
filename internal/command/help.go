package command

import "fmt"

// usage is what roundtrip --help prints.
const usage = `Roundtrip shows who pays whom, and which of the money comes round again.

  roundtrip [FILE]                opens the window
  roundtrip import FILE SOURCE... takes CSV or JSON files into FILE, which is made when it is new
  roundtrip export FILE OUT       writes everything, the deals, a report or the picture: OUT's name says which
  roundtrip measures FILE         prints the measures
  roundtrip whatif FILE           prints what changes do, or one study of them: a sweep, a goal, a simulation...
  roundtrip stress FILE SHOCK     prints what a shock does: who cannot pay, wave by wave, and who loses what
  roundtrip check FILE            looks for what is wrong with FILE
  roundtrip --version             prints the program's version and build, and the schema of its documents
  roundtrip --help

roundtrip COMMAND --help tells of a command's options, with examples. :sample: in place of FILE is the built-in sample;
it cannot be imported into.

Exit codes: 0 done, 1 failed or check found something, 2 wrong arguments: options and values that cannot be read, or
that name what FILE does not have.
`

// helpView says what --view takes, helpSet what --set takes.
const (
	helpView = `KEY in --view: basis (headline, year, drawn), year, figure (low, best, high), statuses and kinds (names joined
by +), as_of (a date), undated (no: without deals that have no date), min_amount (of a leg: 1bn), undisclosed (no:
without legs of undisclosed amounts), companies (only these), hide (all but these), near (only companies within so
many steps of these), steps (1 unless given), only_loops (yes: only what lies on a loop), max_len (longest loop in
companies; unless given, 6 in a document of more than 60 companies).
`
	helpSet = `WHAT in --set: a LEG, whose amount is then set (20bn, $350m), or FIELD:TARGET. FIELD of a leg: amount, low, high,
spent (of a stake, back with the investor: 80%), valuation, timing (pre, post), stake (5%), term (7 years; of a stake
that is spent back, over which it is), drawn; of a deal: status; of a status: weight (weight:in talks=50%); of a
company: margin, cash, fails, suspends (12 months), cut off (cut off:BUYER=SUPPLIER). Of two of one thing the last
holds. LEG: PAYER>PAYEE, PAYER>PAYEE:KIND, a deal's title, or the number of a leg; names may hold those signs
themselves.
`
	helpScenario = `  --scenario NAME            with the changes of this scenario of FILE; --set comes on top of them
`
	helpChanged = `  --set WHAT=VALUE           with this changed; may be given several times
  --view KEY=VALUE,...       of this part of FILE only, or counted in this way
`
)

// helps are what roundtrip COMMAND --help prints.
var helps = map[string]string{
	"import": `roundtrip import FILE SOURCE... [--only-new|--again] [--left-out REST.csv]

Takes CSV or JSON files into FILE, which is made when it is new: all of them or none. When FILE, or a SOURCE before, has
some of the deals already, nothing is taken and they are listed.

  --only-new                 leaves out what FILE has already
  --again                    takes it again
  --left-out REST.csv        of a table with rows that are wrong takes the others, and writes those to REST.csv, each
                             with why; mended, they can be imported from there. A deal is taken whole or not at all.
                             Otherwise nothing is taken of such a table

A CSV file of deals has one leg a row, and above them a header with some of these columns, in any order:
  title, payer, payee, kind, amount, currency, status, announced, start, term_years, stake_percent, valuation,
  conditional_on, source, publisher, url, note, counting, basis, drawn, timing, covers_percent, low, best, high, total,
  tags, deal_note
Payer and payee are needed. Rows that share title, status, date and counting are one deal; an empty amount is
undisclosed, and so is a dash. Amounts are written as people write them: 10bn, up to $22.4bn, 38 billion over 7 years;
what could be two amounts, as 1,50 or 1.500, is refused. A CSV file of companies has some of: name, ticker, role, cash,
revenue. What export writes, import reads.

Examples:
  roundtrip import deals.roundtrip deals.csv --left-out rest.csv
  roundtrip import deals.roundtrip more.csv companies.csv --only-new
`,
	"export": `roundtrip export FILE OUT [OPTION]...

Writes OUT: .json everything, .csv the deals (companies when OUT's name says so), .html a report of everything, .png,
.svg and .pdf the picture. The options are for pictures; a report takes --view, --loop, --layout, --size and --no-legend.

` + helpScenario + helpChanged + `  --loop N                   lights the loop of that number in the window's list, at most 200: 1 is the one with the most money
  --size WIDTHxHEIGHT        in pixels at scale 1 (1360x1080)
  --scale N                  a .png has N times as many pixels each way (2)
  --theme light|dark         its colours
  --layout NAME              with companies placed by stress, layers or circle, and not as in FILE
  --no-legend, --no-frame    without the legend; without title, what is counted, and sources

` + helpView + "\n" + helpSet + `
Examples:
  roundtrip export deals.roundtrip report.html
  roundtrip export :sample: loop.png --loop 1 --theme dark --set "Amazon>OpenAI=20bn"
`,
	"measures": `roundtrip measures FILE [--json] [--view KEY=VALUE,...] [--set WHAT=VALUE]...

Prints the measures of FILE, each with its range where a figure has one.

  --json                     as one JSON object: money in units of the base currency, shares as fractions of one,
                             null for what is not known or what nothing bounds, such as the "up_to" of an open loop
` + helpChanged + "\n" + helpView + "\n" + helpSet + `
Examples:
  roundtrip measures deals.roundtrip
  roundtrip measures :sample: --json --view "basis=year,year=2026,kinds=equity+cloud"
`,
	"whatif": `roundtrip whatif FILE [OPTION]... [STUDY]
roundtrip whatif FILE --list

Prints what the changes do: every measure of the base beside the scenario, or one study of it.

` + helpScenario + helpChanged + `  --leg LEG                  the stake that it is about
  --list                     only lists the scenarios that FILE keeps
  --json, --csv              for programs: money in units of its currency, shares as fractions of one

STUDY is one of
  --sweep INPUT[=FROM..TO] [--steps N] [--measure KEY]...
                             measures while one input moves
  --table INPUT[=FROM..TO] --table INPUT[=FROM..TO] [--steps N] [--measure KEY]
                             a measure at every pair of two inputs' values
  --tornado [--spread PERCENT] [--measure KEY]
                             which input moves a measure most; exact amounts move by PERCENT
  --seek VALUE [--by INPUT[=FROM..TO]] [--measure KEY]
                             where an input takes a measure to VALUE (20%, $100bn)
  --simulate SAMPLES [--seed N] [--spread PERCENT] [--chance STATUS=PERCENT]... [--target VALUE] [--measure KEY]
             [--samples FILE.csv]
                             how a measure comes out at random
  --waterfall [--measure KEY]
                             what each change adds to a measure
and goes to --out FILE.svg, .png, .pdf or .csv [--size WIDTHxHEIGHT] [--theme light|dark] instead of being printed.
A share is sought and aimed at in percent: --seek 20%. INPUT: as WHAT, or amount, spent, term, valuation or margin alone,
which are then those of that leg, as they are in --set. N stands for the number of a company in KEY.

KEY of --measure (circular_share unless given; the beginning is enough where it is one alone):
` + measureKeys + "\n" + helpView + "\n" + helpSet + `
Examples:
  roundtrip whatif :sample: --set "Amazon>OpenAI=20bn"
  roundtrip whatif :sample: --sweep amount=0..50bn --measure circular_money --out sweep.svg
`,
	"stress": `roundtrip stress FILE SHOCK [OPTION]...

Prints what a shock does: who cannot pay, wave by wave, and who loses what. What has been paid is not due again.

SHOCK is one of
  --fails COMPANY            it pays nothing more
  --cash COMPANY=AMOUNT      its cash is only so much
  --valuations PERCENT       they fall by so much
  --cut KIND=PERCENT         contracts of a kind are cut by so much
  --collapse STATUS          deals of that status do not come about
  --cut-off BUYER=SUPPLIER   it buys nothing from there any more
and the options are
  --recovery PERCENT         what is paid of a failed company's debts (0%)
  --cost-cash PERCENT        what others lose of their cash that cannot pay in full (0%)
  --cost-income PERCENT      and of what they are paid (0%)
  --assume-cash AMOUNT       gives everybody so much whose cash nobody states; without it they are taken to pay in full
` + helpScenario + helpChanged + `  --json, --csv              for programs

` + helpView + "\n" + helpSet + `
Examples:
  roundtrip stress :sample: --fails OpenAI --recovery 40%
  roundtrip stress :sample: --collapse "in talks" --set "Amazon>OpenAI=20bn" --json
`,
	"check": `roundtrip check FILE

Looks for what is wrong with FILE, and prints it; the exit code is 1 then.

Examples:
  roundtrip check deals.roundtrip
  roundtrip check :sample:
`,
}

// measureKeys are those of every measure of a what-if.
const measureKeys = `  ownership, owned_by_N, look_through, post_money,
  stake, back_direct, back_per_year, back_share, back_network, back_earmarked, left_in, effective_price, own_revenue,
  gross, circular_money, circular_share, loops, bff_volume, bff_gamma, finn, multiplier, net_debt, compressed,
  throughflow_payee, supplier_hhi_payee, customer_hhi_payer, debtrank_payee, shortfall, flags
`

// helpOf returns the help of a command, or that of the program where there is no such command.
func helpOf(name string) string {
	if help, ok := helps[name]; ok {
		return help
	}
	return usage
}

// helpHint says where the help stands that the arguments have missed.
func helpHint(arguments []string) string {
	if len(arguments) > 0 && helps[arguments[0]] != "" {
		return fmt.Sprintf("roundtrip %s --help tells of its options.", arguments[0])
	}
	return "roundtrip --help lists the commands."
}
