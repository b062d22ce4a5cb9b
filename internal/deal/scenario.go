package deal

// ScenarioID identifies a scenario in one document.
type ScenarioID int64

// Scenario is a named list of changes to a Book. It never touches the data until it is applied.
type Scenario struct {
	ID      ScenarioID
	Name    string
	Note    string
	Changes []Change
}

// Change is one step of a scenario: one field of one target set to a value. Which of Value and Text speaks,
// and Value's unit, follow from Field.
type Change struct {
	Field    ChangeField
	Target   int64  // a LegID, DealID or CompanyID, as Field says; 0 for a status weight
	Other    int64  // the supplier, for ChangeCutOff
	Value    int64  // cents, parts per million or months
	Text     string // a Status or Timing; for ChangeSpentBack the term of a leg made up for it, or ""
	Base     int64  // Value when the scenario was made, to notice that the base has moved
	BaseText string // Text when the scenario was made
}

// ChangeField is what a change sets.
type ChangeField string

// The fields of a change, with target and unit.
const (
	ChangeAmount    ChangeField = "amount"    // leg: best figure in cents; low and high follow
	ChangeLow       ChangeField = "low"       // leg: low figure in cents
	ChangeHigh      ChangeField = "high"      // leg: high figure in cents
	ChangeSpentBack ChangeField = "spent"     // leg: parts per million of it that the condition covers
	ChangeValuation ChangeField = "valuation" // leg: its payee's valuation in cents
	ChangeTiming    ChangeField = "timing"    // leg: Text is a Timing
	ChangeStake     ChangeField = "stake"     // leg: parts per million of its payee's equity
	ChangeTerm      ChangeField = "term"      // leg: months
	ChangeDrawn     ChangeField = "drawn"     // leg: cents
	ChangeStatus    ChangeField = "status"    // deal: Text is a Status
	ChangeWeight    ChangeField = "weight"    // Text is a Status: parts per million of its deals that count
	ChangeMargin    ChangeField = "margin"    // company: gross margin on what it sells, parts per million
	ChangeCash      ChangeField = "cash"      // company: cents
	ChangeFails     ChangeField = "fails"     // company: Value 1, it pays nothing any more and is paid nothing
	ChangeSuspends  ChangeField = "suspends"  // company: pays nothing in the first Value months of each leg's term
	ChangeCutOff    ChangeField = "cut off"   // company: buys nothing from the supplier Other
)

// ChangeFields lists every field in its fixed order.
var ChangeFields = []ChangeField{
	ChangeAmount, ChangeLow, ChangeHigh, ChangeSpentBack, ChangeValuation, ChangeTiming, ChangeStake,
	ChangeTerm, ChangeDrawn, ChangeStatus, ChangeWeight, ChangeMargin, ChangeCash, ChangeFails,
	ChangeSuspends, ChangeCutOff,
}
