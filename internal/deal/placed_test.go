package deal

import "testing"

// TestSameButPlaces tells edits of places from those of anything else.
func TestSameButPlaces(t *testing.T) {
	parts := func(company Company, title string) *Book {
		return NewBook(Book{Title: title, Companies: []Company{company}})
	}
	book := parts(Company{ID: 1, Name: "A"}, "one")
	for name, c := range map[string]struct {
		other *Book
		same  bool
	}{
		"pinned":        {parts(Company{ID: 1, Name: "A", Pinned: true, X: 3}, "one"), true},
		"renamed":       {parts(Company{ID: 1, Name: "B"}, "one"), false},
		"another title": {parts(Company{ID: 1, Name: "A"}, "two"), false},
		"no company":    {NewBook(Book{Title: "one"}), false},
	} {
		if same := book.SameButPlaces(c.other); same != c.same {
			t.Errorf("%s: the same but places: %v", name, same)
		}
	}
	pinned := parts(Company{ID: 1, Name: "A", Pinned: true, X: 3}, "one")
	if placed := book.PlacedAs(pinned); !placed.Companies[0].Pinned || book.Companies[0].Pinned {
		t.Errorf("placed %v, of %v", placed.Companies, book.Companies)
	}
}
