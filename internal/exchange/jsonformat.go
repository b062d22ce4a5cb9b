package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"

	"roundtrip/internal/deal"
)

// The marks by which a file of ours is known. The version grows when an older program would misread a file.
const (
	jsonFormat  = "roundtrip"
	jsonVersion = 1
)

// bookObject is a whole Book as JSON. Companies are named by their names, sources, deals and legs by IDs,
// which only have meaning within the file. Claims stand with what they are about. Amounts are in units of
// their currency, shares in percent, terms in months; what is left out is not stated.
type bookObject struct {
	Format    string           `json:"format"`
	Version   int              `json:"version"`
	Title     string           `json:"title,omitempty"`
	Base      string           `json:"base,omitempty"`
	Layout    string           `json:"layout,omitempty"`
	Sources   []sourceObject   `json:"sources,omitempty"`
	Companies []companyObject  `json:"companies,omitempty"`
	Deals     []dealObject     `json:"deals,omitempty"`
	Rates     []rateObject     `json:"rates,omitempty"`
	Scenarios []scenarioObject `json:"scenarios,omitempty"`
}

type sourceObject struct {
	ID        int64  `json:"id,omitempty"`
	Title     string `json:"title"`
	Publisher string `json:"publisher,omitempty"`
	Date      string `json:"date,omitempty"`
	Link      string `json:"link,omitempty"`
	Note      string `json:"note,omitempty"`
}

type companyObject struct {
	ID      int64           `json:"id,omitempty"`
	Name    string          `json:"name"`
	Ticker  string          `json:"ticker,omitempty"`
	Role    string          `json:"role,omitempty"`
	Colour  string          `json:"colour,omitempty"`
	Pinned  *pinObject      `json:"pinned,omitempty"`
	Cash    *reportedObject `json:"cash,omitempty"`
	Revenue *reportedObject `json:"revenue,omitempty"`
	Note    string          `json:"note,omitempty"`
	Claims  []claimObject   `json:"claims,omitempty"`
}

// pinObject is where the analyst has put a company. On keeps a position that was pinned once and is not now.
type pinObject struct {
	X  float64 `json:"x"`
	Y  float64 `json:"y"`
	On *bool   `json:"on,omitempty"`
}

type reportedObject struct {
	Amount   money  `json:"amount"`
	Currency string `json:"currency,omitempty"`
	Source   int64  `json:"source,omitempty"`
}

type dealObject struct {
	ID        int64         `json:"id,omitempty"`
	Title     string        `json:"title"`
	Status    string        `json:"status"`
	Announced string        `json:"announced,omitempty"`
	Counting  string        `json:"counting,omitempty"`
	Total     *figureObject `json:"total,omitempty"`
	Currency  string        `json:"currency,omitempty"`
	Tags      []string      `json:"tags,omitempty"`
	Notes     string        `json:"notes,omitempty"`
	Legs      []legObject   `json:"legs"`
	Rights    []rightObject `json:"rights,omitempty"`
	Claims    []claimObject `json:"claims,omitempty"`
}

type legObject struct {
	ID             int64           `json:"id,omitempty"`
	Payer          string          `json:"payer"`
	Payee          string          `json:"payee"`
	Kind           string          `json:"kind,omitempty"`
	Basis          string          `json:"basis,omitempty"`
	Amount         *figureObject   `json:"amount,omitempty"`
	Currency       string          `json:"currency,omitempty"`
	Start          string          `json:"start,omitempty"`
	TermMonths     int             `json:"term_months,omitempty"`
	Drawn          *reportedObject `json:"drawn,omitempty"`
	StakePercent   percent         `json:"stake_percent,omitempty"`
	Valuation      *figureObject   `json:"valuation,omitempty"`
	ValuationMoney string          `json:"valuation_money,omitempty"`
	ConditionalOn  int64           `json:"conditional_on,omitempty"`
	CoversPercent  percent         `json:"covers_percent,omitempty"`
	Note           string          `json:"note,omitempty"`
	Claims         []claimObject   `json:"claims,omitempty"`
}

type rightObject struct {
	ID     int64  `json:"id,omitempty"`
	Kind   string `json:"kind"`
	Holder string `json:"holder"`
	Over   string `json:"over"`
	Until  string `json:"until,omitempty"`
	Source int64  `json:"source,omitempty"`
	Note   string `json:"note,omitempty"`
}

type claimObject struct {
	ID           int64         `json:"id,omitempty"`
	Source       int64         `json:"source"`
	Field        string        `json:"field"`
	Amount       *figureObject `json:"amount,omitempty"`
	Currency     string        `json:"currency,omitempty"`
	Status       string        `json:"status,omitempty"`
	StakePercent percent       `json:"stake_percent,omitempty"`
	Months       int           `json:"months,omitempty"`
	Date         string        `json:"date,omitempty"`
	Text         string        `json:"text,omitempty"`
	Chosen       bool          `json:"chosen,omitempty"`
}

type rateObject struct {
	Currency string `json:"currency"`
	Worth    rate   `json:"worth"` // units of the base currency for one unit
	Date     string `json:"date,omitempty"`
	Source   int64  `json:"source,omitempty"`
}

type scenarioObject struct {
	ID      int64          `json:"id,omitempty"`
	Name    string         `json:"name"`
	Note    string         `json:"note,omitempty"`
	Changes []changeObject `json:"changes,omitempty"`
}

// changeObject is one step of a scenario. What To and Was count follows from Field: units of money, percent,
// months, or 1 for yes.
type changeObject struct {
	Field    string      `json:"field"`
	Leg      int64       `json:"leg,omitempty"`
	Deal     int64       `json:"deal,omitempty"`
	Company  string      `json:"company,omitempty"`
	Supplier string      `json:"supplier,omitempty"`
	To       json.Number `json:"to,omitempty"`
	ToText   string      `json:"to_text,omitempty"`
	Was      json.Number `json:"was,omitempty"`
	WasText  string      `json:"was_text,omitempty"`
}

// figureObject is a figure: how the source says it, and only those numbers that do not follow from that.
// By hand it may also be written as a text such as "up to $22.4bn", with a currency or a term as in any
// amount field.
type figureObject struct {
	Said    string `json:"said"`
	Low     *money `json:"low,omitempty"`
	Best    *money `json:"best,omitempty"`
	High    *money `json:"high,omitempty"`
	Assumed bool   `json:"assumed,omitempty"`

	written *deal.Amount // of a figure that the file writes as a text
}

// UnmarshalJSON reads the object, or the text that stands for it.
func (f *figureObject) UnmarshalJSON(text []byte) error {
	if len(text) > 0 && text[0] == '"' {
		var amount string
		if err := json.Unmarshal(text, &amount); err != nil {
			return err
		}
		parsed, err := deal.ParseAmount(amount)
		if err != nil {
			return err
		}
		f.written = &parsed
		return nil
	}
	type plain figureObject // without this method
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	return decoder.Decode((*plain)(f))
}

// figureOf returns the object for the figure, or nil for one that is not set.
func figureOf(f deal.Figure) *figureObject {
	if !f.Set() {
		return nil
	}
	object := &figureObject{Said: string(f.Said), Assumed: f.Assumed}
	low, best, high := money(f.Low), money(f.Best), money(f.High)
	switch {
	case f == deal.Undisclosed():
	case f == deal.Exactly(f.Best) || f == deal.About(f.Best) || f == deal.UpTo(f.Best) || f == deal.AtLeast(f.Best):
		object.Best = &best
	case f == deal.Between(f.Low, f.High):
		object.Low, object.High = &low, &high
	default:
		object.Low, object.Best, object.High = &low, &best, &high
	}
	return object
}

// figure returns what the object says. The numbers that it leaves out follow from the word.
func (f *figureObject) figure() (deal.Figure, error) {
	switch {
	case f == nil:
		return deal.Figure{}, nil
	case f.written != nil:
		return f.written.Figure, nil
	}
	said, ok := matching(f.Said, deal.Saids)
	if !ok {
		return deal.Figure{}, fmt.Errorf("%q is no way of stating an amount: choose %s", deal.Clipped(f.Said), deal.OneOf(deal.Saids))
	}
	var figure deal.Figure
	switch {
	case f.Low != nil && f.Best != nil && f.High != nil:
		figure = deal.Figure{Said: said, Low: int64(*f.Low), Best: int64(*f.Best), High: int64(*f.High)}
	case said == deal.SaidUndisclosed && f.Low == nil && f.Best == nil && f.High == nil && !f.Assumed:
		return deal.Undisclosed(), nil
	case said == deal.SaidRange && f.Low != nil && f.Best == nil && f.High != nil:
		figure = deal.Between(int64(*f.Low), int64(*f.High))
	case f.Low == nil && f.Best != nil && f.High == nil && said != deal.SaidRange && said != deal.SaidUndisclosed:
		best := int64(*f.Best)
		figure = map[deal.Said]deal.Figure{
			deal.SaidExact: deal.Exactly(best), deal.SaidAbout: deal.About(best),
			deal.SaidUpTo: deal.UpTo(best), deal.SaidAtLeast: deal.AtLeast(best),
		}[said]
	default:
		return deal.Figure{}, fmt.Errorf("an amount that is %q has %s", said, numbersOf(said))
	}
	figure.Assumed = f.Assumed
	return figure, nil
}

// numbersOf says which numbers belong to the way of stating an amount.
func numbersOf(said deal.Said) string {
	switch said {
	case deal.SaidRange:
		return `"low" and "high", and may have "best" between them`
	case deal.SaidUndisclosed:
		return `no number, or all of "low", "best" and "high" with "assumed": true`
	}
	return `"best", or all of "low", "best" and "high"`
}
