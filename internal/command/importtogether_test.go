package command

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// asProgram names the variable under which the test binary is the program: locks of one file work between
// programs, not within one.
const asProgram = "ROUNDTRIP_TEST_ARGUMENTS"

func TestMain(m *testing.M) {
	if arguments, asked := os.LookupEnv(asProgram); asked {
		got := run(strings.Split(arguments, "\n")...)
		fmt.Fprint(os.Stdout, got.out)
		fmt.Fprint(os.Stderr, got.errors)
		os.Exit(got.code)
	}
	os.Exit(m.Run())
}

// TestImportsAtTheSameTimeLoseNothing has several programs take a file each into the same new document.
func TestImportsAtTheSameTimeLoseNothing(t *testing.T) {
	const programs, rows = 6, 20
	document := filepath.Join(t.TempDir(), "together.roundtrip")
	var started [programs]*exec.Cmd
	var said [programs]bytes.Buffer
	for i := range started {
		var csv strings.Builder
		csv.WriteString("title,payer,payee,amount\n")
		for row := range rows {
			fmt.Fprintf(&csv, "Deal %d of %d,Aurora,Company %d,5bn\n", row, i, row)
		}
		source := write(t, fmt.Sprintf("%d.csv", i), csv.String())
		started[i] = exec.Command(os.Args[0])
		started[i].Env = append(os.Environ(), asProgram+"="+strings.Join([]string{"import", document, source}, "\n"))
		started[i].Stderr = &said[i]
		if err := started[i].Start(); err != nil {
			t.Fatal(err)
		}
	}
	for i, program := range started {
		if err := program.Wait(); err != nil {
			t.Errorf("%d: %v, %s", i, err, &said[i])
		}
	}
	book, err := readBook(document)
	if err != nil {
		t.Fatal(err)
	}
	if len(book.Deals) != programs*rows || len(book.Companies) != rows+1 {
		t.Errorf("%d deals between %d companies, want %d and %d", len(book.Deals), len(book.Companies), programs*rows, rows+1)
	}
	if left, err := os.ReadDir(filepath.Dir(document)); err != nil || len(left) != 1 {
		t.Errorf("left beside the document: %v (%v)", left, err)
	}
}

func TestAFileIsMovedOnlyWhereNoneIs(t *testing.T) {
	from, to := write(t, "from", "new"), write(t, "to", "old")
	if err := moveNew(from, to); !os.IsExist(err) || string(read(t, to)) != "old" {
		t.Errorf("moved over a file: %v", err)
	}
	free := filepath.Join(t.TempDir(), "free")
	if err := moveNew(from, free); err != nil || string(read(t, free)) != "new" {
		t.Errorf("not moved to a free path: %v", err)
	}
}
