package deal

import (
	"errors"
	"fmt"
	"strings"
)

// Errors that callers tell apart with errors.Is. Each is wrapped with what was being done.
var (
	// ErrNotFound means that the row is not in the document (any more).
	ErrNotFound = errors.New("it is no longer in the document")
	// ErrConflict means that the row has changed since it was read; nothing was written.
	ErrConflict = errors.New("it was changed in the meantime, and nothing was written")
	// ErrNothingToUndo and ErrNothingToRedo mean that the history ends here.
	ErrNothingToUndo = errors.New("there is nothing to undo")
	ErrNothingToRedo = errors.New("there is nothing to redo")
)

// Problem is one thing wrong with an entry: the field it is about, in the form's words, and a sentence that
// says what to do.
type Problem struct {
	Field   Field
	Message string
}

// Field names what a Problem is about. Leg fields carry the leg's position as well, in Problem.Field.Leg.
type Field struct {
	Name string // one of the Field* constants
	Leg  int    // position of the leg in the deal, from 0; -1 when the field is the deal's or company's own
}

// Names of the fields that validation reports.
const (
	FieldName      = "name"
	FieldTicker    = "ticker"
	FieldRole      = "role"
	FieldColour    = "colour"
	FieldCash      = "cash"
	FieldRevenue   = "revenue"
	FieldTitle     = "title"
	FieldLayout    = "layout"
	FieldStatus    = "status"
	FieldAnnounced = "announced"
	FieldCounting  = "counting"
	FieldTotal     = "total"
	FieldTags      = "tags"
	FieldLegs      = "legs"
	FieldPayer     = "payer"
	FieldPayee     = "payee"
	FieldKind      = "kind"
	FieldAmount    = "amount"
	FieldCurrency  = "currency"
	FieldBasis     = "basis"
	FieldStart     = "start"
	FieldTerm      = "term"
	FieldDrawn     = "drawn"
	FieldStake     = "stake"
	FieldValuation = "valuation"
	FieldTiming    = "timing"
	FieldCondition = "conditional_on"
	FieldRight     = "right"
	FieldPublisher = "publisher"
	FieldLink      = "link"
	FieldPassage   = "passage"
	FieldDate      = "date"
	FieldSource    = "source"
	FieldClaim     = "claim"
	FieldRate      = "rate"
	FieldChange    = "change"
)

// noLeg is the Leg of a Field that belongs to the deal, the company or the source itself.
const noLeg = -1

// The longest texts that the document takes, in characters.
const (
	maxCompanyName = 120
	maxTextLength  = 500
	maxLinkLength  = 2_000
)

// Problems is every Problem of one entry, as an error.
type Problems []Problem

// Error lists the sentences, one after the other.
func (p Problems) Error() string {
	sentences := make([]string, len(p))
	for i, problem := range p {
		if problem.Field.Leg >= 0 {
			sentences[i] = fmt.Sprintf("%s (leg %d): %s", problem.Field.Name, problem.Field.Leg+1, problem.Message)
		} else {
			sentences[i] = fmt.Sprintf("%s: %s", problem.Field.Name, problem.Message)
		}
	}
	return strings.Join(sentences, "; ")
}

// For returns the first sentence about the field, or "".
func (p Problems) For(field Field) string {
	for _, problem := range p {
		if problem.Field == field {
			return problem.Message
		}
	}
	return ""
}

func (p *Problems) add(field, format string, arguments ...any) {
	p.addLeg(field, noLeg, format, arguments...)
}

func (p *Problems) addLeg(field string, leg int, format string, arguments ...any) {
	*p = append(*p, Problem{Field: Field{Name: field, Leg: leg}, Message: fmt.Sprintf(format, arguments...)})
}

// asError returns nil for no problems, so that a nil interface comes out.
func (p Problems) asError() error {
	if len(p) == 0 {
		return nil
	}
	return p
}
