package store

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// documented reads the tables and columns that SCHEMA.md describes.
func documented(t *testing.T) map[string][]string {
	t.Helper()
	text, err := os.ReadFile("SCHEMA.md")
	if err != nil {
		t.Fatal(err)
	}
	heading := regexp.MustCompile(`^## ([a-z_]+)$`)
	name := regexp.MustCompile("`([a-z_]+)`")
	found := map[string][]string{}
	table := ""
	for _, line := range strings.Split(string(text), "\n") {
		switch {
		case strings.HasPrefix(line, "## "):
			table = ""
			if match := heading.FindStringSubmatch(line); match != nil {
				table = match[1]
				found[table] = nil
			}
		case table != "" && strings.HasPrefix(line, "| `"):
			first, _, _ := strings.Cut(strings.TrimPrefix(line, "|"), "|")
			for _, match := range name.FindAllStringSubmatch(first, -1) {
				found[table] = append(found[table], match[1])
			}
		}
	}
	return found
}

func TestSchemaIsDocumented(t *testing.T) {
	document := newTestDocument(t)
	described := documented(t)
	names, err := document.conn.texts("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		columns, err := document.conn.texts("SELECT name FROM pragma_table_info(?)", name)
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(columns)
		got := slices.Sorted(slices.Values(described[name]))
		if !slices.Equal(got, columns) {
			t.Errorf("%s: SCHEMA.md describes %q, the table has %q", name, got, columns)
		}
		delete(described, name)
	}
	if len(described) > 0 {
		t.Errorf("SCHEMA.md describes tables that are not there: %v", described)
	}
}

func TestEveryTableIsStrict(t *testing.T) {
	document := newTestDocument(t)
	loose, err := document.conn.texts(`SELECT name FROM pragma_table_list
		WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND (strict = 0 OR type <> 'table')`)
	if err != nil || loose != nil {
		t.Errorf("not strict: %q, %v", loose, err)
	}
}

// TestRowsNameEveryColumn keeps the tables' columns in Go in step with the schema.
func TestRowsNameEveryColumn(t *testing.T) {
	document := newTestDocument(t)
	for _, table := range tables {
		want, err := document.conn.texts("SELECT name FROM pragma_table_info(?)", table.name)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, column := range table.columns {
			got = append(got, column.name)
			if column.parent != "" && tableNamed(column.parent) == nil {
				t.Errorf("%s.%s refers to no table", table.name, column.name)
			}
		}
		if table == headings.table {
			want = slices.DeleteFunc(want, func(name string) bool { return name == "revision" }) // not part of any edit
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: the rows have %q, the table has %q", table.name, got, want)
		}
	}
}

// TestForeignKeysAreKnown compares the references that the rows declare with the schema's foreign keys, and
// asks for an index that serves each of them.
func TestForeignKeysAreKnown(t *testing.T) {
	document := newTestDocument(t)
	for _, table := range tables {
		want, err := document.conn.texts(`SELECT "from" || '>' || "table" FROM pragma_foreign_key_list(?)`, table.name)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, column := range table.columns {
			if column.parent == "" {
				continue
			}
			got = append(got, column.name+">"+column.parent)
			plan, err := plan(document, "SELECT 1 FROM "+table.name+" WHERE "+column.name+" = 1")
			if err != nil || !strings.Contains(plan, "USING") {
				t.Errorf("%s.%s has no index: %s, %v", table.name, column.name, plan, err)
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: the rows refer to %q, the schema to %q", table.name, got, want)
		}
	}
}

// plan returns how SQLite would run the query.
func plan(document *Document, query string) (string, error) {
	var steps []string
	err := document.conn.each("EXPLAIN QUERY PLAN "+query, nil, func(values row) error {
		text, _ := values[3].(string)
		steps = append(steps, text)
		return nil
	})
	return strings.Join(steps, "; "), err
}

func TestExamplesOfTheDocumentationRun(t *testing.T) {
	document := newTestDocument(t)
	apply(t, document, amazonEdit())
	text, err := os.ReadFile("SCHEMA.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := regexp.MustCompile("(?s)```sql\n(.*?)```").FindAllStringSubmatch(string(text), -1)
	if len(examples) < 4 {
		t.Fatalf("%d examples", len(examples))
	}
	for i, example := range examples {
		rows := 0
		err := document.conn.each(example[1], nil, func(row) error { rows++; return nil })
		if err != nil || rows == 0 && i != 2 {
			t.Errorf("example %d: %d rows, %v", i+1, rows, err)
		}
	}
}
