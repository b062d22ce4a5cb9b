package store

import (
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// Check looks through the whole document and returns a sentence for everything that is wrong with it, none
// when all is well. It writes nothing. The error is for a file that cannot be read as a document at all.
func Check(path string) ([]string, error) {
	steps, err := ownMigrations()
	if err != nil {
		return nil, err
	}
	conn, err := openChecked(path, readOnly, steps)
	if err != nil {
		return nil, failed("check", path, err)
	}
	document, err := newDocument(path, conn, readOnly)
	if err != nil {
		return nil, err
	}
	defer document.Close()
	var findings []string
	err = document.reading(func(conn *connection) error {
		for _, look := range []func() ([]string, error){
			conn.quickCheck, conn.danglingReferences, conn.wrongNameKeys, conn.wrongEntries, conn.wrongHistory,
		} {
			found, err := look()
			if err != nil {
				return err
			}
			findings = append(findings, found...)
		}
		return nil
	})
	return findings, err
}

// danglingReferences lists rows that refer to rows that are not there.
func (c *connection) danglingReferences() ([]string, error) {
	var findings []string
	err := c.each("PRAGMA foreign_key_check", nil, func(values row) error {
		findings = append(findings, fmt.Sprintf("Row %v of %v refers to a row of %v that is not there.",
			values[1], values[0], values[2]))
		return nil
	})
	return findings, err
}

// wrongNameKeys lists companies whose name_key another program did not keep in step with the name, and those that have the
// name of another, which only documents of versions that folded names otherwise can hold.
func (c *connection) wrongNameKeys() ([]string, error) {
	var findings []string
	first := map[string]driver.Value{}
	err := c.each("SELECT id, name, name_key FROM companies ORDER BY id", nil, func(values row) error {
		name, _ := values[1].(string)
		key, _ := values[2].(string)
		right := deal.NameKey(name)
		if key != right && !slices.Contains(olderNameKeys(name), key) {
			findings = append(findings, fmt.Sprintf("Company %v “%s” has the name_key “%v”, which should be “%s”.",
				values[0], name, key, right))
		}
		if other, taken := first[right]; taken {
			findings = append(findings, fmt.Sprintf("Company %v “%s” has the name of company %v: give one of them another name, or "+
				"its deals to the other and delete it.", values[0], name, other))
		} else {
			first[right] = values[0]
		}
		return nil
	})
	return findings, err
}

// olderNameKeys returns the keys that earlier versions made of a name: with the characters in it that nobody sees. They are
// right until the company is saved anew: rows of the past are compared with them.
func olderNameKeys(name string) []string {
	return []string{strings.ToLower(strings.Join(strings.Fields(name), " ")), strings.ToLower(deal.OneLine(name))}
}

// wrongEntries validates every entry.
func (c *connection) wrongEntries() ([]string, error) {
	book, err := c.load()
	if err != nil {
		return nil, err
	}
	var findings []string
	note := func(what string, name any, err error) {
		if err != nil {
			findings = append(findings, fmt.Sprintf("%s “%v”: %v.", what, name, err))
		}
	}
	for i := range book.Companies {
		note("Company", book.Companies[i].Name, book.Companies[i].Validate())
	}
	for i := range book.Sources {
		note("Source", book.Sources[i].Title, book.Sources[i].Validate())
	}
	for i := range book.Deals {
		note("Deal", book.Deals[i].Title, book.Deals[i].Validate())
	}
	for i := range book.Claims {
		note("Claim", book.Claims[i].ID, book.Claims[i].Validate())
	}
	for _, rate := range book.Rates {
		note("Rate", rate.Currency, rate.Validate())
	}
	for i := range book.Scenarios {
		note("Scenario", book.Scenarios[i].Name, book.Scenarios[i].Validate())
		findings = append(findings, lostTargets(book, &book.Scenarios[i])...)
	}
	return findings, nil
}

// lostTargets lists changes of the scenario whose leg, deal or company is not in the Book.
func lostTargets(book *deal.Book, s *deal.Scenario) []string {
	var findings []string
	for _, change := range s.Changes {
		there := true
		switch change.Field.Target() {
		case deal.TargetCompany:
			_, there = book.Company(deal.CompanyID(change.Target))
		case deal.TargetDeal:
			_, there = book.Deal(deal.DealID(change.Target))
		case deal.TargetLeg:
			_, _, there = book.Leg(deal.LegID(change.Target))
		}
		if !there {
			findings = append(findings, fmt.Sprintf(
				"Scenario “%s”: its change of %s has no effect, because entry %d that it changes was deleted.",
				s.Name, change.Field, change.Target))
		}
	}
	return findings
}

// wrongHistory lists steps of the history that cannot be undone or redone because they cannot be read.
func (c *connection) wrongHistory() ([]string, error) {
	var ids []int64
	err := c.each("SELECT id FROM history ORDER BY id", nil, func(values row) error {
		id, _ := values[0].(int64)
		ids = append(ids, id)
		return nil
	})
	if err != nil {
		return nil, err
	}
	var findings []string
	for _, id := range ids {
		if err := c.readable(id); err != nil {
			findings = append(findings, fmt.Sprintf("Step %d of the history cannot be read: %v.", id, err))
		}
	}
	return findings, nil
}

// readable reports why the step of the history cannot be read.
func (c *connection) readable(step int64) error {
	remembered, err := c.recall(step)
	if err != nil {
		return err
	}
	for _, row := range remembered {
		for _, image := range []string{row.before, row.after} {
			if _, err := row.table.parseImage(row.id, image); err != nil {
				return err
			}
		}
	}
	return nil
}
