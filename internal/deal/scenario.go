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
	BaseText string // Text when the scenario was made; the name of the target once it is deleted
}
