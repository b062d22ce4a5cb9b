package exchange

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/disk"
)

// maxFile is the largest file that is read: far above any document that a person can follow, and small
// enough not to exhaust a machine.
const maxFile = 256 << 20

// ReadJSON reads a file that WriteJSON wrote, or a person, as an Edit that makes its whole content anew: every
// ID in it is negative, base currency and title, where it has one, are those of the file. It fits an empty document as it is;
// Into fits it to one that already has companies. What a hand-written file leaves out gets the default of a
// form: role other, status announced, kind other, basis cash, the file's base currency. name is what errors
// call the file. Unknown keys, references to what the file does not hold and entries that Validate refuses
// are errors, of type EntryProblems where the file can be read as JSON at all.
func ReadJSON(r io.Reader, name string) (deal.Edit, error) {
	return ReadJSONContext(context.Background(), r, name)
}

// ReadJSONContext is ReadJSON that says through the context how many deals are read, see package progress, and ends with the
// context's error once that is done.
func ReadJSONContext(ctx context.Context, r io.Reader, name string) (deal.Edit, error) {
	text, err := readAll(r, name)
	if err != nil {
		return deal.Edit{}, err
	}
	var object bookObject
	if err := decodeBook(text, &object); err != nil {
		return deal.Edit{}, fmt.Errorf("%s: %w", name, err)
	}
	reader := newJSONReader(name, &object)
	reader.readSources(object.Sources)
	reader.readCompanies(object.Companies)
	if err := reader.readDeals(ctx, object.Deals); err != nil {
		return deal.Edit{}, err
	}
	reader.readRates(object.Rates)
	reader.readScenarios(object.Scenarios)
	if len(reader.problems) > 0 {
		return deal.Edit{}, reader.problems
	}
	return reader.edit, nil
}

func readAll(r io.Reader, name string) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, disk.Failed("read", name, err)
	}
	if len(text) > maxFile {
		return nil, fmt.Errorf("%s is larger than %d MB: split it", name, maxFile>>20)
	}
	return bytes.TrimPrefix(text, []byte("\ufeff")), nil
}

// decodeBook decodes the text and says where it cannot.
func decodeBook(text []byte, object *bookObject) error {
	if problem, found := foreignEncoding(text, "UTF-8"); found {
		return errors.New(problem)
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(object); err != nil {
		return faultOf(text, err, object)
	}
	if decoder.More() {
		return fmt.Errorf("line %d: there is more after the end of the document", lineAt(text, decoder.InputOffset()))
	}
	if object.Format != jsonFormat {
		return fmt.Errorf("it is not a document of Roundtrip: it does not begin with \"format\": %q", jsonFormat)
	}
	if object.Version < 1 || object.Version > jsonVersion {
		return fmt.Errorf("it has version %d of the format and this program reads version %d: use a newer program",
			object.Version, jsonVersion)
	}
	return nil
}

// jsonReader builds the Edit. An entry's ID in the Edit is the negative of its ID in the file.
type jsonReader struct {
	name      string
	edit      deal.Edit
	problems  EntryProblems
	base      deal.Currency
	companyOf map[string]deal.CompanyID // by NameKey
	sources   idSpace
	deals     idSpace
	legs      idSpace
	claims    idSpace
	rights    idSpace
	scenarios idSpace
}

// idSpace hands out the negative IDs of one sort of entry.
type idSpace struct {
	taken map[int64]bool
	last  int64 // the largest ID in the file, and then those given to entries without one
}

func newIDSpace(ids []int64) idSpace {
	space := idSpace{taken: make(map[int64]bool, len(ids))}
	for _, id := range ids {
		space.last = max(space.last, id)
	}
	return space
}

// give returns the ID for the entry whose ID in the file is id, 0 for none. It reports false for an ID that
// is negative, too large or taken.
func (s *idSpace) give(id int64) (int64, bool) {
	if id == 0 {
		s.last++
		id = s.last
	}
	if id < 0 || id > 1<<53 || s.taken[id] {
		return 0, false
	}
	s.taken[id] = true
	return -id, true
}

// refer returns the ID for a reference, 0 for none, and false when the file holds no such entry.
func (s *idSpace) refer(id int64) (int64, bool) { return -id, id == 0 || s.taken[id] }

func newJSONReader(name string, object *bookObject) *jsonReader {
	base := deal.Currency(object.Base)
	if base == "" {
		base = deal.USD
	}
	reader := &jsonReader{name: name, base: base, companyOf: make(map[string]deal.CompanyID)}
	reader.edit.Label = "Import " + name
	reader.edit.Base = &base
	if object.Title != "" {
		reader.edit.Title = &object.Title
	}
	reader.readLayout(deal.Layout(object.Layout))
	if !deal.KnownCurrency(base) {
		reader.problem("", "base", "%q is no ISO 4217 currency: write a code such as USD or EUR", deal.Clipped(object.Base))
	}
	var legs, claims, rights []int64
	addClaims := func(list []claimObject) {
		for i := range list {
			claims = append(claims, list[i].ID)
		}
	}
	for i := range object.Companies {
		addClaims(object.Companies[i].Claims)
	}
	for i := range object.Deals {
		addClaims(object.Deals[i].Claims)
		for j := range object.Deals[i].Legs {
			legs = append(legs, object.Deals[i].Legs[j].ID)
			addClaims(object.Deals[i].Legs[j].Claims)
		}
		for j := range object.Deals[i].Rights {
			rights = append(rights, object.Deals[i].Rights[j].ID)
		}
	}
	reader.sources = newIDSpace(idsOf(object.Sources, func(s sourceObject) int64 { return s.ID }))
	reader.deals = newIDSpace(idsOf(object.Deals, func(d dealObject) int64 { return d.ID }))
	reader.scenarios = newIDSpace(idsOf(object.Scenarios, func(s scenarioObject) int64 { return s.ID }))
	reader.legs, reader.claims, reader.rights = newIDSpace(legs), newIDSpace(claims), newIDSpace(rights)
	return reader
}

func idsOf[T any](entries []T, id func(T) int64) []int64 {
	ids := make([]int64, len(entries))
	for i, entry := range entries {
		ids[i] = id(entry)
	}
	return ids
}

// inOrder sorts the entries by their IDs in the file, so that the document hands out new ones in the same
// order; an entry's ID in the Edit is the negative of that.
func inOrder[T any, ID ~int64](entries []T, id func(T) ID) {
	slices.SortStableFunc(entries, func(a, b T) int { return cmp.Compare(-id(a), -id(b)) })
}

// readLayout takes over how companies are placed.
func (r *jsonReader) readLayout(layout deal.Layout) {
	r.edit.Layout = &layout
	if !slices.Contains(deal.Layouts, layout) {
		r.problem("", "layout", "%q is no way to place companies: write layers or circle, or leave it out", deal.Clipped(string(layout)))
	}
}

func (r *jsonReader) problem(entry, field, format string, arguments ...any) {
	r.problems = append(r.problems, EntryProblem{
		File: r.name, Entry: entry, Field: field, Message: fmt.Sprintf(format, arguments...),
	})
}

// check adds what Validate says of the entry.
func (r *jsonReader) check(entry string, err error) {
	for _, problem := range validation(err) {
		where := entry
		if problem.Field.Leg >= 0 {
			where = fmt.Sprintf("%s, leg %d", entry, problem.Field.Leg+1)
		}
		r.problem(where, problem.Field.Name, "%s", problem.Message)
	}
}
