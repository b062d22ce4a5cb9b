package deal

// ChangeField is what a change sets.
type ChangeField string

// The fields of a change. changeFields says of each what it is of and in which unit it is.
const (
	ChangeAmount    ChangeField = "amount"    // the best figure; low and high follow
	ChangeLow       ChangeField = "low"       // the low figure
	ChangeHigh      ChangeField = "high"      // the high figure
	ChangeSpentBack ChangeField = "spent"     // the part of the leg that its condition covers
	ChangeValuation ChangeField = "valuation" // the payee's valuation
	ChangeTiming    ChangeField = "timing"    // whether that is pre-money or post-money: Text is a Timing
	ChangeStake     ChangeField = "stake"     // the part of its payee's equity that the leg buys
	ChangeTerm      ChangeField = "term"      // the length of the schedule
	ChangeDrawn     ChangeField = "drawn"     // what is paid so far
	ChangeStatus    ChangeField = "status"    // Text is a Status
	ChangeWeight    ChangeField = "weight"    // Text is a Status: the part of its deals that counts
	ChangeMargin    ChangeField = "margin"    // gross margin on what the company sells
	ChangeCash      ChangeField = "cash"      // the company's cash
	ChangeFails     ChangeField = "fails"     // it pays nothing any more and is paid nothing; Text is the part of what it owes that is recovered, such as "40%"
	ChangeSuspends  ChangeField = "suspends"  // it pays nothing in the first months of each leg's term
	ChangeCutOff    ChangeField = "cut off"   // it buys nothing from the supplier Other
)

// ChangeTarget is what the Target of a change identifies.
type ChangeTarget int

// The targets of changes.
const (
	TargetNothing ChangeTarget = iota // the change is of no field that there is
	TargetLeg                         // a LegID
	TargetDeal                        // a DealID
	TargetCompany                     // a CompanyID
	TargetStatus                      // 0: Text is the Status that the change is of
)

// ChangeUnit says what a change sets its target to.
type ChangeUnit int

// The units of changes.
const (
	UnitMoney    ChangeUnit = iota // Value in cents, of the leg's currency or the company's
	UnitShare                      // Value in parts per million
	UnitMonths                     // Value in months
	UnitWord                       // Text, a word of the vocabulary
	UnitYes                        // Value 1, or 0 for no
	UnitSupplier                   // Other, the CompanyID of a supplier
)

// changeFields says of every field what it is of, in which unit, and whether only an equity leg has it, in the fixed
// order in which changes are made.
var changeFields = []struct {
	field  ChangeField
	target ChangeTarget
	unit   ChangeUnit
	equity bool
}{
	{ChangeAmount, TargetLeg, UnitMoney, false},
	{ChangeLow, TargetLeg, UnitMoney, false},
	{ChangeHigh, TargetLeg, UnitMoney, false},
	{ChangeSpentBack, TargetLeg, UnitShare, false},
	{ChangeValuation, TargetLeg, UnitMoney, true},
	{ChangeTiming, TargetLeg, UnitWord, true},
	{ChangeStake, TargetLeg, UnitShare, true},
	{ChangeTerm, TargetLeg, UnitMonths, false},
	{ChangeDrawn, TargetLeg, UnitMoney, false},
	{ChangeStatus, TargetDeal, UnitWord, false},
	{ChangeWeight, TargetStatus, UnitShare, false},
	{ChangeMargin, TargetCompany, UnitShare, false},
	{ChangeCash, TargetCompany, UnitMoney, false},
	{ChangeFails, TargetCompany, UnitYes, false},
	{ChangeSuspends, TargetCompany, UnitMonths, false},
	{ChangeCutOff, TargetCompany, UnitSupplier, false},
}

// ChangeFields lists every field in its fixed order.
var ChangeFields = func() []ChangeField {
	fields := make([]ChangeField, len(changeFields))
	for i, line := range changeFields {
		fields[i] = line.field
	}
	return fields
}()

// Order returns the field's position in ChangeFields, or -1 for what no change can set.
func (f ChangeField) Order() int {
	for i := range changeFields {
		if changeFields[i].field == f {
			return i
		}
	}
	return -1
}

// Target returns what a change of the field is of.
func (f ChangeField) Target() ChangeTarget {
	if at := f.Order(); at >= 0 {
		return changeFields[at].target
	}
	return TargetNothing
}

// Unit returns in which unit the field is.
func (f ChangeField) Unit() ChangeUnit {
	if at := f.Order(); at >= 0 {
		return changeFields[at].unit
	}
	return UnitMoney
}

// Vocabulary returns the words that a field of UnitWord can be set to, in their fixed order; other fields have none.
func (f ChangeField) Vocabulary() []string {
	switch f {
	case ChangeStatus:
		return texts(Statuses)
	case ChangeTiming:
		return texts(Timings)
	}
	return nil
}

func texts[T ~string](words []T) []string {
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = string(word)
	}
	return list
}

// OnlyEquity reports whether only an equity leg has the field.
func (f ChangeField) OnlyEquity() bool {
	at := f.Order()
	return at >= 0 && changeFields[at].equity
}

// ChangeSlot is what a change sets: of two changes of one slot the later one holds.
type ChangeSlot struct {
	Field         ChangeField
	Target, Other int64
	Status        Status // of a status weight
}

// Slot returns what the change sets.
func (c Change) Slot() ChangeSlot {
	slot := ChangeSlot{Field: c.Field, Target: c.Target, Other: c.Other}
	if c.Field == ChangeWeight {
		slot.Status = Status(c.Text)
	}
	return slot
}
