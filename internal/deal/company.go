package deal

import "strings"

// CompanyID identifies a company in one document. Zero is no company.
type CompanyID int64

// Company is anyone who pays or is paid.
type Company struct {
	ID     CompanyID
	Name   string
	Ticker string // as the exchange writes it, "" when not listed
	Role   Role
	Colour string // "#rrggbb", or "" for the colour of the role

	Pinned bool    // the analyst has put the company at X, Y on the canvas
	X, Y   float64 // canvas units, meaningful only when Pinned

	Cash    Reported // means at hand, for clearing
	Revenue Reported // a year's revenue
	Note    string
}

// Reported is an amount that may have been stated, and by whom.
type Reported struct {
	Stated bool
	Money  Money
	Source SourceID // zero: the analyst's own entry
}

// Role is what a company mainly does in the network.
type Role string

// The roles, in the order in which forms and legends list them.
const (
	RoleLab        Role = "AI lab"
	RoleCloud      Role = "cloud"
	RoleChips      Role = "chip maker"
	RoleInvestor   Role = "investor"
	RoleDataCentre Role = "data-centre operator"
	RoleOther      Role = "other"
)

// Roles lists every role in its fixed order.
var Roles = []Role{RoleLab, RoleCloud, RoleChips, RoleInvestor, RoleDataCentre, RoleOther}

// NameKey folds case and spaces, so that "open ai " and "Open AI" are one company's name, and leaves out what nobody sees.
func NameKey(name string) string {
	return strings.ToLower(OneLine(strings.Map(func(character rune) rune {
		if joiner(character) {
			return -1
		}
		return character
	}, name)))
}
