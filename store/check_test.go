package store

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestCheckFindings(t *testing.T) {
	for _, test := range []struct {
		write string
		want  []string
	}{
		{"UPDATE companies SET name = 'Amazon.com' WHERE id = 1",
			[]string{"Company 1 “Amazon.com” has the name_key “amazon”, which should be “amazon.com”."}},
		{"UPDATE companies SET name = 'Amazon' || char(0x200b), name_key = 'amazon' || char(0x200b) WHERE id = 1", nil},
		{"INSERT INTO companies (id, name, name_key, role) VALUES (90, 'Ama' || char(0x200b) || 'zon', 'ama' || char(0x200b) || 'zon', 'other')",
			[]string{"Company 90 “Ama\u200bzon” has the name of company 1: give one of them another name, or its deals to the other and delete it."}},
		{"UPDATE legs SET payer = 7, stake_ppm = 5, kind = 'debt' WHERE id = 2", []string{
			"Row 2 of legs refers to a row of companies that is not there.",
			"Deal “Amazon stake in OpenAI”: stake (leg 2): only an equity leg buys a stake: take the stake out or make the kind equity.",
		}},
		{"UPDATE sources SET link = 'javascript:x', date = '2025-13'", []string{
			"Source “Report”: date: \"2025-13\" is not a date: write 2025-11-03, 2025-11 or 2025; " +
				"link: \"javascript:x\" is no link: it starts with https:// or http://.",
		}},
		{"UPDATE scenario_changes SET target = 77 WHERE position = 1",
			[]string{"Scenario “No stake”: its change of amount has no effect, because entry 77 that it changes was deleted."}},
		{"UPDATE history_rows SET after = '{' WHERE id = 1",
			[]string{"Step 1 of the history cannot be read: history of sources 1: unexpected EOF."}},
		{"UPDATE rates SET currency = 'ZZZ'", []string{
			"Rate “ZZZ”: rate: \"ZZZ\" is no ISO 4217 currency: write a code such as USD or EUR."}},
	} {
		t.Run(test.write, func(t *testing.T) {
			path, _ := written(t)
			conn, err := connect(path, readWrite)
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(conn.run("PRAGMA foreign_keys = OFF; "+test.write), conn.Close()); err != nil {
				t.Fatal(err)
			}
			got, err := Check(path)
			if err != nil || !slices.Equal(got, test.want) {
				t.Errorf("got  %q, %v\nwant %q", got, err, test.want)
			}
			document, err := Open(path)
			if errors.Is(err, ErrDamaged) && strings.Contains(strings.Join(got, " "), "that is not there") {
				return // numbers of such a document would be wrong without a word
			}
			if err != nil {
				t.Fatal(err)
			}
			defer document.Close()
			if _, err := document.Book(); err != nil {
				t.Errorf("the document cannot be read any more: %v", err)
			}
		})
	}
}
