package deal

import "strings"

// ScenarioID identifies a scenario in one document.
type ScenarioID int64

// Scenario is a named list of changes to a Book. It never touches the data until it is applied.
type Scenario struct {
	ID      ScenarioID
	Name    string
	Note    string
	Changes []Change
}

// Change is one step of a scenario: one field of one target set to a value. What speaks, Value, Text or Other, and the
// unit of Value follow from the unit of Field.
type Change struct {
	Field    ChangeField
	Target   int64  // a LegID, DealID or CompanyID, as Field says; 0 for a status weight
	Other    int64  // the CompanyID of the supplier, for ChangeCutOff
	Value    int64  // cents, parts per million or months; 1 or 0 for an event that happens or does not; 0 where only Text or Other speaks
	Text     string // a Status or a Timing; the Status for ChangeWeight; the term of a leg made up for ChangeSpentBack and the part that is recovered for ChangeFails, or ""
	Base     int64  // the document's number when the scenario was made, to notice that it has moved since; 0 where it held none
	BaseText string // the document's word then, of a field that is one; of an amount its words with the currency, or "" where they were not kept; of a deleted target its name, marked by KeepName
}

// nameMark stands before the name of a deleted target. No word of a field begins so.
const nameMark = "was: "

// KeepName returns the change with the name of its target, which is deleted, in the place of the word that the document
// held of it, which says nothing any more.
func (c Change) KeepName(name string) Change {
	c.BaseText = nameMark + name
	return c
}

// KeptName returns the name that KeepName has kept, and false where there is none.
func (c Change) KeptName() (name string, kept bool) { return strings.CutPrefix(c.BaseText, nameMark) }
