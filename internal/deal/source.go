package deal

// SourceID identifies a source in one document. Zero is the analyst's own entry.
type SourceID int64

// Source is a publication that states something about a deal.
type Source struct {
	ID        SourceID
	Title     string
	Publisher string
	Date      Date
	Link      string
	Note      string
}

// Citation returns title, publisher and date as a reader expects them, as far as they are known.
func (s Source) Citation() string {
	text := s.Title
	for _, part := range []string{s.Publisher, s.Date.String()} {
		if part != "" && text != "" {
			text += ", "
		}
		text += part
	}
	return text
}

// ClaimID identifies a claim in one document.
type ClaimID int64

// Claim is what one source says of one thing. Claims that disagree stand side by side; at most one claim of
// a subject and field is Chosen, and the subject then holds its value.
type Claim struct {
	ID     ClaimID
	Source SourceID
	About  Subject
	Field  ClaimField

	Figure   Figure   // of ClaimFigure, ClaimTotal, ClaimValuation, ClaimDrawn, ClaimCash, ClaimRevenue
	Currency Currency // of Figure
	Status   Status   // of ClaimStatus
	Stake    Share    // of ClaimStake
	Months   int      // of ClaimTerm
	Date     Date     // of ClaimAnnounced
	Text     string   // the passage in the analyst's own words
	Chosen   bool
}

// Subject is the one thing that a claim is about: a leg, a deal or a company; the others are zero.
type Subject struct {
	Company CompanyID
	Deal    DealID
	Leg     LegID
}

// ClaimField is what a claim states.
type ClaimField string

// The fields, each with the subject it belongs to.
const (
	ClaimFigure    ClaimField = "figure"    // of a leg
	ClaimStake     ClaimField = "stake"     // of a leg
	ClaimValuation ClaimField = "valuation" // of a leg: its payee's
	ClaimTerm      ClaimField = "term"      // of a leg
	ClaimDrawn     ClaimField = "drawn"     // of a leg
	ClaimStatus    ClaimField = "status"    // of a deal
	ClaimAnnounced ClaimField = "announced" // of a deal
	ClaimTotal     ClaimField = "total"     // of a deal
	ClaimCash      ClaimField = "cash"      // of a company
	ClaimRevenue   ClaimField = "revenue"   // of a company
	ClaimOther     ClaimField = "other"     // of anything: only Text speaks
)

// ClaimFields lists every field in its fixed order.
var ClaimFields = []ClaimField{
	ClaimFigure, ClaimStake, ClaimValuation, ClaimTerm, ClaimDrawn,
	ClaimStatus, ClaimAnnounced, ClaimTotal, ClaimCash, ClaimRevenue, ClaimOther,
}
