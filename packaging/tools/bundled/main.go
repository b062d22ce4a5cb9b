// Bundled says what is inside a built program: it writes the licences of everything that was linked into it, and a
// software bill of materials in CycloneDX's JSON, which it checks against CycloneDX's schema.
//
//	bundled [-also NAME=LICENCE-FILE]... PROGRAM VERSION LICENCES BILL
//
// It reads the list of modules that Go puts into PROGRAM and finds their licences in Go's module cache, where the
// build has put them. -also names what the list does not know, such as a C run-time library. It runs in the root
// of the project's sources; SOURCE_DATE_EPOCH, in seconds, is the date of the bill.
package main

import (
	"debug/buildinfo"
	"flag"
	"fmt"
	"os"
	"strings"
)

func main() {
	var also []string
	flag.Func("also", "NAME=LICENCE-FILE of a part that is no Go module", func(value string) error {
		also = append(also, value)
		return nil
	})
	flag.Parse()
	if flag.NArg() != 4 {
		fmt.Fprintln(os.Stderr, "bundled [-also NAME=LICENCE-FILE]... PROGRAM VERSION LICENCES BILL")
		os.Exit(2)
	}
	if err := run(flag.Args(), also); err != nil {
		fmt.Fprintln(os.Stderr, "bundled:", err)
		os.Exit(1)
	}
}

func run(arguments, also []string) error {
	program, version, licences, bill := arguments[0], arguments[1], arguments[2], arguments[3]
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return err
	}
	parts, err := partsOf(info, also)
	if err != nil {
		return err
	}
	if err := os.WriteFile(licences, text(parts), 0o666); err != nil {
		return err
	}
	made, err := billOf(info, version, parts)
	if err != nil {
		return err
	}
	if err := validate(made); err != nil {
		return err
	}
	return os.WriteFile(bill, made, 0o666)
}

// text is what is installed beside the program: each licence once, under the names of the parts that it covers.
func text(parts []part) []byte {
	var order []string
	covers := map[string][]string{}
	for _, part := range parts {
		for _, licence := range part.licences {
			if covers[licence.text] == nil {
				order = append(order, licence.text)
			}
			covers[licence.text] = append(covers[licence.text], strings.TrimSpace(part.name+" "+part.version)+licence.where())
		}
	}
	line := strings.Repeat("=", 78)
	var out strings.Builder
	out.WriteString("Roundtrip contains the work of others, under the licences below.\n")
	for _, licence := range order {
		fmt.Fprintf(&out, "\n%s\n%s\n%s\n\n%s\n", line, strings.Join(covers[licence], "\n"), line, strings.TrimSpace(licence))
	}
	return []byte(out.String())
}
