package deal

// Edit is one change to a document: it happens as a whole or not at all, and one undo takes it back.
//
// What is put with a positive ID replaces the row of that ID; with an ID of zero it is new. A negative ID
// is new too, and the rest of the same Edit may refer to it: a deal to a company that is made with it, a leg
// to another leg that it is conditional on, a claim to its source. The document hands out the real IDs.
// A deal is put whole: legs and rights that it no longer lists are deleted, with the claims about them.
//
// Deleting a company that a leg, a right or a scenario still names is refused, with a sentence that says where.
type Edit struct {
	Label string // what undo and redo call it, such as "Add deal Amazon stake in OpenAI"

	// Seen is the Book that the author of the edit looked at. When a row that the edit replaces or deletes is
	// no longer as it was there, nothing is written and the error is ErrConflict. Nil checks nothing.
	Seen *Book

	Companies []Company
	Sources   []Source
	Deals     []Deal
	Claims    []Claim
	Rates     []Rate // by currency: a rate of 0 micros deletes
	Scenarios []Scenario

	DeleteDeals     []DealID
	DeleteCompanies []CompanyID
	DeleteSources   []SourceID // deletes the claims that cite the source
	DeleteClaims    []ClaimID
	DeleteScenarios []ScenarioID

	// Doubts is what whoever made the edit from a file would have somebody look at first, in sentences. It is not
	// stored, and does not keep the edit from being made.
	Doubts []string

	Title  *string   // nil leaves the document's title
	Base   *Currency // nil leaves the base currency
	Layout *Layout   // nil leaves the way in which companies are placed
}

// Applied is what an Edit has become: the new Book, and the IDs that new rows were given, in the order in
// which the Edit listed them (rows that had an ID keep it).
type Applied struct {
	Book      *Book
	Companies []CompanyID
	Sources   []SourceID
	Deals     []DealID
	Claims    []ClaimID
	Scenarios []ScenarioID
}
