package exchange

import (
	"fmt"
	"math"

	"roundtrip/internal/network"
)

// companies lists what each company pays and is paid and what is measured of it, never a nought where nobody says how
// much: "?" where nothing is disclosed, "disclosed" where a part is, and "up to", "at least" or "about" where
// the figures leave room.
func (t *measuresTable) companies() {
	t.title("COMPANIES")
	pays, paid := t.network.Sides()
	ranks, throughs := t.network.SurenessOfDebtRank(), t.network.SurenessOfThroughflow()
	clearing := &t.measures.Clearing
	var rows [][]string
	for i, name := range t.names {
		able := "cash not stated"
		if i < len(clearing.Pays) && i < len(clearing.Unstated) && !clearing.Unstated[i] {
			able = t.standing(t.whole(clearing.Pays[i]), t.standings.Pays[i], pays[i].Sureness())
		}
		rank := ""
		if i < len(t.measures.DebtRank) {
			rank = t.rank(i, ranks[i])
		}
		through := ""
		if i < len(t.measures.Throughflow) {
			through = t.standing(t.whole(t.measures.Throughflow[i]), t.standings.Throughflow[i], throughs[i])
		}
		rows = append(rows, []string{name, t.sum(pays[i]), t.sum(paid[i]), able,
			effective(t.measures.SupplierHHI, i, pays[i].Sureness(), t.standings.SupplierHHI[i]),
			effective(t.measures.CustomerHHI, i, paid[i].Sureness(), t.standings.CustomerHHI[i]), rank, through})
	}
	if len(rows) > 0 {
		t.table([]string{"company", "pays", "is paid", "can pay", "supplier HHI (number)", "customer HHI (number)", "DebtRank", "throughflow"}, rows)
	}
}

func (t *measuresTable) whole(cents float64) string { return t.money(int64(math.Round(cents))) }

// standing writes a number with its standing, "?" where nothing is disclosed that it could be computed of.
func (t *measuresTable) standing(text string, standing network.Standing, sure network.Sureness) string {
	if sure == network.Unknown {
		return "?"
	}
	return standingWords(standing) + text
}

// rank writes what a company's failure costs the others, with its interval where undisclosed legs can move it.
func (t *measuresTable) rank(i int, sure network.Sureness) string {
	text := t.standing(share(t.measures.DebtRank[i]), t.standings.DebtRank[i], sure)
	if r := t.measures.Ranges; r != nil && i < len(r.DebtRank) && r.DebtRank[i].Low < r.DebtRank[i].High {
		low, high := ends(r.DebtRank[i], share)
		return fmt.Sprintf("%s (%s to %s)", text, low, high)
	} else if sure == network.Disclosed {
		text += " disclosed"
	}
	return text
}

// effective writes a concentration as its index and the number of equal partners that would give the same.
func effective(hhi []float64, i int, sure network.Sureness, standing network.Standing) string {
	switch {
	case sure == network.Unknown:
		return "not known"
	case i >= len(hhi) || math.IsNaN(hhi[i]) || hhi[i] <= 0:
		return "-"
	}
	text := standingWords(standing) + fmt.Sprintf("%.0f (%.1f)", hhi[i], network.EffectiveNumber(hhi[i]))
	if sure == network.Disclosed {
		text += " disclosed"
	}
	return text
}
