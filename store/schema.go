package store

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// applicationID marks an SQLite file as a Roundtrip document: "RTRP" in ASCII, at offset 68 of the file.
const applicationID = 0x52545250

//go:embed migrations/*.sql
var embedded embed.FS

// migration takes a document from version-1 to version.
type migration struct {
	version int
	name    string
	script  string
}

// migrations returns the migrations 0001_*.sql, 0002_*.sql ... of the folder, in order and without gaps.
func migrations(folder fs.FS) ([]migration, error) {
	names, err := fs.Glob(folder, "*.sql")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	found := make([]migration, len(names))
	for i, name := range names {
		number, _, _ := strings.Cut(name, "_")
		version, err := strconv.Atoi(number)
		if err != nil || version != i+1 {
			return nil, fmt.Errorf("migration %s is not number %d", name, i+1)
		}
		script, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		found[i] = migration{version, name, string(script)}
	}
	return found, nil
}

// ownMigrations are the migrations that this program was built with; the last one's number is the newest
// version that it can open.
func ownMigrations() ([]migration, error) {
	folder, err := fs.Sub(embedded, "migrations")
	if err != nil {
		return nil, err
	}
	return migrations(folder)
}

// migrate runs the migrations beyond the version that the file has, and then what else belongs to the same
// transaction; nil is nothing else.
func (c *connection) migrate(steps []migration, then func() error) error {
	return c.transaction("BEGIN IMMEDIATE", func() error {
		version, err := c.number("PRAGMA user_version")
		if err != nil {
			return err
		}
		for _, step := range steps {
			if int64(step.version) <= version {
				continue
			}
			if err := c.run(step.script); err != nil {
				return fmt.Errorf("migration %s: %w", step.name, err)
			}
		}
		if then != nil {
			if err := then(); err != nil {
				return err
			}
		}
		return c.run(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d",
			applicationID, len(steps)))
	})
}

// inspect refuses a file with code in its schema or without our tables. It comes before anything else is
// read: a view or a virtual table in the place of a table would run when it is read.
func (c *connection) inspect() error {
	if err := c.refuseCode(); err != nil {
		return err
	}
	for _, t := range append(slices.Clone(tables), places, placedPairs) {
		if err := c.inspectTable(t); err != nil {
			return err
		}
	}
	for _, name := range []string{"history", "history_rows"} {
		if err := c.inspectStrict(name); err != nil {
			return err
		}
	}
	found, err := c.number("SELECT count(*) FROM meta WHERE id = 1")
	if err == nil && found == 0 {
		err = because(ErrDamaged, "the row of the table meta is missing")
	}
	return err
}

// refuseCode refuses a file with triggers, views or virtual tables: a document has none.
func (c *connection) refuseCode() error {
	code, err := c.texts(`SELECT type || ' ' || name FROM sqlite_schema WHERE type IN ('trigger', 'view')
		OR type = 'table' AND sql LIKE 'CREATE VIRTUAL%' ORDER BY name`)
	if err != nil {
		return err
	}
	if len(code) > 0 {
		return because(ErrForeign, "%s", strings.Join(code, ", "))
	}
	return nil
}

// inspectStrict refuses a file without the table, or with one that does not hold values to their types.
func (c *connection) inspectStrict(name string) error {
	strict, err := c.number("SELECT strict FROM pragma_table_list WHERE schema = 'main' AND name = ?", name)
	if err == nil && strict == 0 {
		err = because(ErrNotDocument, "the table %s is missing or not STRICT", name)
	}
	return err
}

// inspectTable refuses a table that lacks one of our columns or computes one of them.
func (c *connection) inspectTable(t *table) error {
	if err := c.inspectStrict(t.name); err != nil {
		return err
	}
	names, err := c.texts("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", t.name)
	if err != nil {
		return err
	}
	for _, column := range t.columns {
		if !slices.Contains(names, column.name) {
			return because(ErrNotDocument, "the column %s.%s is missing", t.name, column.name)
		}
	}
	return nil
}

// quickCheck lets SQLite look through every page; it finds flipped bits that reading would not notice.
func (c *connection) quickCheck() ([]string, error) {
	findings, err := c.texts("PRAGMA quick_check(20)")
	if err == nil && len(findings) == 1 && findings[0] == "ok" {
		return nil, nil
	}
	return findings, err
}
