package exchange

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// stressedBook has one company that is to pay another $10bn, and a third an undisclosed amount; nobody states cash.
func stressedBook() *deal.Book {
	leg := func(id deal.LegID, payee deal.CompanyID, figure deal.Figure) deal.Leg {
		return deal.Leg{ID: id, Deal: 1, Payer: 1, Payee: payee, Kind: deal.KindCloud, Basis: deal.BasisCash, Currency: deal.USD, Figure: figure}
	}
	return deal.NewBook(deal.Book{
		Companies: []deal.Company{{ID: 1, Name: "=Payer"}, {ID: 2, Name: "Paid"}, {ID: 3, Name: "Unknown"}},
		Deals: []deal.Deal{{ID: 1, Title: "Deal", Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{
			leg(1, 2, deal.UpTo(10_000_000_000_00)), leg(2, 3, deal.Undisclosed())}}},
	})
}

// TestStressIsWritten reads back what is written: what is unknown is unknown in every form.
func TestStressIsWritten(t *testing.T) {
	result, err := whatif.Stress(context.Background(), stressedBook(), network.View{}, whatif.Shock{Kind: whatif.ShockFails, Company: 1, Recovery: 250_000})
	if err != nil {
		t.Fatal(err)
	}
	var table, rows, object bytes.Buffer
	if err := WriteStressTable(&table, result); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"known: 1 of 2 legs has a number: what the others lose is unknown, and in no sum. The cash of both other companies is unknown: they are taken to pay in full", "of it lost by the shock itself: 50% (~0% to ~50%)\nof it lost passed on (DebtRank): 37.5% (~0% to ~37.5%)\nof it lost in all: 87.5% (~0% to ~87.5%)", "not paid: $7.5bn (~$0 or more)", "Paid      $7.5bn (~$0 to ~$7.5bn)    $10bn ($0 to $10bn)  75%", "Unknown  unknown",
		"searched for, not proven"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table does not say %q:\n%s", want, table.String())
		}
	}
	if err := WriteStressCSV(&rows, result); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&rows).ReadAll()
	if err != nil || len(records) != 3 {
		t.Fatalf("%d rows, error %v", len(records), err)
	}
	if records[1][2] != "'=Payer" || records[1][6] != "7500000000" || records[2][6] != "" || records[2][10] != "0.75" || records[1][12] != "true" {
		t.Errorf("the rows are %q", records)
	}
	if err := WriteStressJSON(&object, result); err != nil {
		t.Fatal(err)
	}
	var read struct {
		Legs []struct {
			Due, Lost struct {
				Best, High    *float64
				Open, Sampled bool
			}
		}
		CashUnknown int                    `json:"cash_unknown"`
		First       struct{ Best float64 } `json:"value_lost_at_first"`
		DebtRank    struct{ Best float64 }
		All         struct{ Best float64 } `json:"value_lost"`
		Companies   []struct {
			Wave *int
			Cash *float64
		}
	}
	if err := json.Unmarshal(object.Bytes(), &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Legs) != 2 || read.Legs[0].Lost.Best == nil || *read.Legs[0].Lost.Best != 7.5e9 || read.Legs[1].Lost.Best != nil {
		t.Errorf("legs: %+v", read.Legs)
	}
	if leg := read.Legs[0]; !leg.Lost.Sampled || leg.Due.Sampled || leg.Lost.Open || leg.Lost.High == nil || *leg.Lost.High != 7.5e9 || !read.Legs[1].Lost.Open {
		t.Errorf("how sure the ends are: %+v", read.Legs)
	}
	if read.First.Best != 0.5 || read.DebtRank.Best != 0.375 || read.All.Best != 0.875 {
		t.Errorf("value lost at first %v, beyond %v, in all %v", read.First, read.DebtRank, read.All)
	}
	if read.CashUnknown != 2 || read.Companies[0].Wave == nil || *read.Companies[0].Wave != 0 || read.Companies[1].Wave != nil || read.Companies[1].Cash != nil {
		t.Errorf("companies: %+v", read.Companies)
	}
}
