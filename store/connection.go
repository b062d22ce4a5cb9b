package store

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// access is what a connection may do to the file.
type access string

const (
	readWrite access = "rw" // never makes a file: that is Create's, with O_EXCL
	readOnly  access = "ro"
)

// busyMilliseconds is how long a statement waits for another program's lock.
const busyMilliseconds = 5000

// connection is the one connection of a Document. There is no pool: PRAGMA data_version and the settings
// below belong to a connection, and a document has one writer.
type connection struct {
	*sqlite3.SQLiteConn
}

// connect opens the file, which must exist, with every setting that a document relies on.
func connect(path string, access access) (*connection, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	return connectTo(dsn(absolute, access))
}

// connectMemory makes an empty database in memory, which is gone when it is closed.
func connectMemory() (*connection, error) { return connectTo(":memory:?_foreign_keys=on") }

func connectTo(name string) (*connection, error) {
	opened, err := (&sqlite3.SQLiteDriver{ConnectHook: harden}).Open(name)
	if err != nil {
		return nil, err
	}
	return &connection{opened.(*sqlite3.SQLiteConn)}, nil
}

// dsn returns the driver's name for the file. The path is escaped as in a URI, or SQLite would open another
// file for a path with %, # or ?.
func dsn(absolute string, access access) string {
	slashed := filepath.ToSlash(absolute)
	if runtime.GOOS == "windows" && !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // file:///C:/...
	}
	settings := url.Values{
		"mode":             {string(access)},
		"_busy_timeout":    {fmt.Sprint(busyMilliseconds)},
		"_foreign_keys":    {"on"},
		"_synchronous":     {"full"},
		"_txlock":          {"immediate"},
		"_stmt_cache_size": {"100"},
		"_cache_size":      {"-65536"}, // 64 MB, used by large imports only
	}
	if access == readWrite {
		settings.Set("_journal_mode", "delete")
	} else {
		settings.Set("_query_only", "on")
	}
	return "file:" + (&url.URL{Path: slashed}).EscapedPath() + "?" + settings.Encode()
}

// harden applies the settings that the driver's DSN has no names for: a file from elsewhere may call no
// function of ours, cells are checked when read, and the file is not mapped into memory.
func harden(conn *sqlite3.SQLiteConn) error {
	const settings = `PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
		PRAGMA temp_store = MEMORY`
	if _, err := conn.Exec(settings, nil); err != nil {
		return err
	}
	conn.RegisterAuthorizer(func(action int, _, _, _ string) int {
		if action == sqlite3.SQLITE_ATTACH || action == sqlite3.SQLITE_DETACH {
			return sqlite3.SQLITE_DENY
		}
		return sqlite3.SQLITE_OK
	})
	return nil
}

// each runs the query and calls take with every row; the row is only valid during the call.
func (c *connection) each(query string, arguments []driver.Value, take func(row) error) (err error) {
	rows, err := c.Query(query, arguments)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	values := make(row, len(rows.Columns()))
	for {
		switch err := rows.Next(values); {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		if err := take(values); err != nil {
			return err
		}
	}
}

// run executes statements without a result.
func (c *connection) run(query string, arguments ...driver.Value) error {
	_, err := c.Exec(query, arguments)
	return err
}

// number returns the first value of the first row as an integer, 0 for NULL or no row.
func (c *connection) number(query string, arguments ...driver.Value) (int64, error) {
	var result int64
	err := c.each(query, arguments, func(values row) error {
		result, _ = values[0].(int64)
		return nil
	})
	return result, err
}

// texts returns the first value of every row.
func (c *connection) texts(query string, arguments ...driver.Value) ([]string, error) {
	var result []string
	err := c.each(query, arguments, func(values row) error {
		text, _ := values[0].(string)
		result = append(result, text)
		return nil
	})
	return result, err
}

// transaction runs work between begin ("BEGIN" or "BEGIN IMMEDIATE") and a commit, or takes everything back
// when work or the commit fails.
func (c *connection) transaction(begin string, work func() error) error {
	if err := c.run(begin); err != nil {
		return err
	}
	err := work()
	if err == nil {
		err = c.run("COMMIT")
	}
	// A full disk or a damaged page makes SQLite roll back by itself; a second ROLLBACK would be an error.
	if err != nil && !c.AutoCommit() {
		return errors.Join(err, c.run("ROLLBACK"))
	}
	return err
}
