package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// measuresObject is the object that `roundtrip measures --json` prints: money in units of the base currency,
// shares as fractions of one, companies by name or by their position in Companies.
type measuresObject struct {
	Companies     []string       `json:"companies"`
	Gross         *money         `json:"gross"` // null, as the circulation, where no leg has a number
	Circulation   *money         `json:"circulation"`
	CircularShare number         `json:"circular_share"`
	CircularRange [2]number      `json:"circular_share_range"`
	Finn          number         `json:"finn"`
	Loops         loopsObject    `json:"loops"`
	BFF           *bffObject     `json:"bff"`
	ReturnShare   []returnObject `json:"return_share"`
	Clearing      []number       `json:"clearing"`
	SupplierHHI   []number       `json:"supplier_hhi"`
	CustomerHHI   []number       `json:"customer_hhi"`
	Flags         []flagObject   `json:"flags"`
	View          string         `json:"view"`
	furtherObject
}

type loopsObject struct {
	Count      int          `json:"count"`
	MaxLen     int          `json:"max_len"`
	Truncated  bool         `json:"truncated"`
	ByLength   byLength     `json:"by_length"`
	ByCategory byCategory   `json:"by_category"` // null when they are too many to sort
	Top        []loopObject `json:"top"`
}

type loopObject struct {
	Money    money    `json:"money"`
	Path     []string `json:"path"`
	Category string   `json:"category"`
	Known    bool     `json:"known"` // false: an undisclosed leg leaves the money open, up to UpTo
	UpTo     *money   `json:"up_to"` // the most that can go round; null where nothing bounds it
}

type bffObject struct {
	Volume   number           `json:"volume"`
	GammaThr number           `json:"gamma_thr"`
	Top      []weightedObject `json:"top"`
}

type weightedObject struct {
	Weight number   `json:"weight"`
	Path   []string `json:"path"`
}

type returnObject struct {
	Payer string `json:"payer"`
	Payee string `json:"payee"`
	Share number `json:"share"`
}

type flagObject struct {
	Rule      string   `json:"rule"`
	Text      string   `json:"text"`
	Companies []string `json:"companies"`
	Legs      []int64  `json:"legs"`
}

// byLength counts loops by their length; the keys of its object stand in the order of the numbers.
type byLength []int

// MarshalJSON writes {"2":4,"3":1}, without the lengths that no loop has.
func (b byLength) MarshalJSON() ([]byte, error) {
	text := []byte{'{'}
	for length, count := range b {
		if count == 0 {
			continue
		}
		if len(text) > 1 {
			text = append(text, ',')
		}
		text = fmt.Appendf(text, `"%d":%d`, length, count)
	}
	return append(text, '}'), nil
}

// byCategory counts loops by their category, in the order of network.Categories.
type byCategory []int

// MarshalJSON writes {"vendor financing":3,"mixed":1}, without the categories that no loop has.
func (b byCategory) MarshalJSON() ([]byte, error) {
	if b == nil {
		return []byte("null"), nil
	}
	text := []byte{'{'}
	for i, count := range b {
		if count == 0 {
			continue
		}
		if len(text) > 1 {
			text = append(text, ',')
		}
		text = fmt.Appendf(text, `%q:%d`, network.Categories[i], count)
	}
	return append(text, '}'), nil
}

// WriteMeasuresJSON writes the measures of the network as the one object that the command line prints. Money
// is in units of the book's base currency to 15 significant digits, shares are fractions of one, and what is not
// defined is null, as are sums, shares and balances when no leg has a number that they could be computed of; "bff" is null
// then and when there are too many loops to weigh. The same measures always give the same bytes.
func WriteMeasuresJSON(w io.Writer, book *deal.Book, n *network.Network, m *network.Measures) error {
	names := companyNames(n)
	further := furtherOf(book, n, m, names)
	object := measuresObject{
		Companies:     names,
		Gross:         knownMoney(n, m.Gross),
		Circulation:   knownMoney(n, m.Circulation),
		CircularShare: ifDisclosed(n, m.CircularShare),
		CircularRange: [2]number{number(m.CircularRange.Low), number(m.CircularRange.High)},
		Finn:          ifDisclosed(n, m.Finn),
		Loops:         loopsOf(&m.Loops, names),
		BFF:           forwardingOf(n, &m.BFF, names),
		Clearing:      unitsWhere(m.Clearing.Pays, further.Sureness.Pays),
		SupplierHHI:   shares(m.SupplierHHI),
		CustomerHHI:   shares(m.CustomerHHI),
		Flags:         make([]flagObject, len(m.Flags)),
		View:          n.Words(book),
		furtherObject: further,
	}
	object.ReturnShare = returnsOf(m.ReturnShare, n, names)
	for i, flag := range m.Flags {
		object.Flags[i] = flagOf(flag, book)
	}
	text, err := indented(object)
	if err != nil {
		return fmt.Errorf("write measures: %w", err)
	}
	if _, err := w.Write(text); err != nil {
		return fmt.Errorf("write measures: %w", err)
	}
	return nil
}

// indented encodes the value for a person to read: indented, with short lists and objects on one line.
func indented(value any) ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return laidOut(text.Bytes()), nil
}

func companyNames(n *network.Network) []string {
	names := make([]string, len(n.Companies))
	for i := range n.Companies {
		names[i] = n.Companies[i].Name
	}
	return names
}

func pathNames(path []int, names []string) []string {
	named := make([]string, len(path))
	for i, company := range path {
		named[i] = names[company]
	}
	return named
}

func loopsOf(report *network.LoopReport, names []string) loopsObject {
	return loopsObject{
		Count: report.Count, MaxLen: report.MaxLen, Truncated: report.Truncated, ByLength: report.ByLength,
		ByCategory: report.ByCategory, Top: loopObjects(report.Top, names),
	}
}

func loopObjects(loops []network.Loop, names []string) []loopObject {
	objects := make([]loopObject, len(loops))
	for i, loop := range loops {
		objects[i] = loopObject{
			Money: money(loop.Money), Path: pathNames(loop.Path, names), Category: string(loop.Category),
			Known: loop.Known,
		}
		if most := money(loop.UpTo); !loop.Open {
			objects[i].UpTo = &most
		}
	}
	return objects
}

// knownMoney is a sum of the network, nil where no leg has a number.
func knownMoney(n *network.Network, cents int64) *money {
	if n.Undisclosed() {
		return nil
	}
	sum := money(cents)
	return &sum
}

func forwardingOf(n *network.Network, forwarding *network.Forwarding, names []string) *bffObject {
	if forwarding.Skipped || n.Undisclosed() {
		return nil
	}
	object := &bffObject{
		Volume: units(forwarding.Volume), GammaThr: ifDisclosed(n, forwarding.GammaThr),
		Top: make([]weightedObject, len(forwarding.Top)),
	}
	for i, loop := range forwarding.Top {
		object.Top[i] = weightedObject{Weight: units(loop.Weight), Path: pathNames(loop.Path, names)}
	}
	return object
}

func flagOf(flag network.Flag, book *deal.Book) flagObject {
	object := flagObject{
		Rule: flag.Rule, Text: flag.Text,
		Companies: make([]string, len(flag.Companies)), Legs: make([]int64, len(flag.Legs)),
	}
	for i, company := range flag.Companies {
		object.Companies[i] = book.CompanyName(company)
	}
	for i, leg := range flag.Legs {
		object.Legs[i] = int64(leg)
	}
	return object
}
