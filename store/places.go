package store

import (
	"cmp"
	"maps"
	"slices"

	"roundtrip/internal/deal"
)

// The tables of where companies stand. They are no entries of the document: edits and history know nothing of them.
var (
	places = &table{name: "places", columns: []column{
		named("layout"), named("company"), {name: "x", real: true}, {name: "y", real: true},
	}}
	placedPairs = &table{name: "placed_pairs", columns: []column{named("layout"), named("payer"), named("payee")}}
)

// layoutNames are what the tables call the layouts.
var layoutNames = map[deal.Layout]string{
	deal.LayoutStress: "stress", deal.LayoutLayers: string(deal.LayoutLayers), deal.LayoutCircle: string(deal.LayoutCircle),
}

// KeepPlaces remembers where a layout has put the companies, in the place of what was remembered of it. It is no edit:
// the revision stays, there is nothing to undo, and Changed does not report it.
func (d *Document) KeepPlaces(layout deal.Layout, placement deal.Placement) error {
	return d.writing(func(conn *connection) error {
		if err := conn.putPlaces(layoutNames[layout], placement); err != nil {
			return err
		}
		if d.last.book == nil {
			return nil
		}
		book := *d.last.book
		if book.Placed = maps.Clone(book.Placed); book.Placed == nil {
			book.Placed = make(map[deal.Layout]deal.Placement)
		}
		if delete(book.Placed, layout); len(placement.At) > 0 {
			book.Placed[layout] = placement
		}
		if len(book.Placed) == 0 {
			book.Placed = nil // as a Book that is loaded has it
		}
		d.next = &glance{&book, d.last.version}
		return nil
	})
}

// putPlaces writes the rows of a layout.
func (c *connection) putPlaces(layout string, placement deal.Placement) error {
	for _, t := range []*table{places, placedPairs} {
		if err := c.run("DELETE FROM "+t.name+" WHERE layout = ?", layout); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(placement.At)) {
		at := placement.At[id]
		err := c.run("INSERT INTO places (layout, company, x, y) VALUES (?, ?, ?, ?)", layout, int64(id), at.X+0, at.Y+0)
		if err != nil {
			return err
		}
	}
	if len(placement.At) == 0 {
		return nil
	}
	pairs := slices.SortedFunc(maps.Keys(placement.Pairs), func(a, b deal.Pair) int {
		return cmp.Or(cmp.Compare(a.Payer, b.Payer), cmp.Compare(a.Payee, b.Payee))
	})
	for _, pair := range pairs {
		err := c.run("INSERT INTO placed_pairs (layout, payer, payee) VALUES (?, ?, ?)",
			layout, int64(pair.Payer), int64(pair.Payee))
		if err != nil {
			return err
		}
	}
	return nil
}

// loadPlaces reads where companies stand, in one query a table.
func (c *connection) loadPlaces(parts *deal.Book) error {
	placed := make(map[deal.Layout]deal.Placement)
	of := func(name any) deal.Placement {
		layout := layoutNamed(name)
		if _, ok := placed[layout]; !ok {
			placed[layout] = deal.Placement{At: map[deal.CompanyID]deal.Place{}, Pairs: map[deal.Pair]bool{}}
		}
		return placed[layout]
	}
	err := c.each("SELECT layout, company, x, y FROM places", nil, func(values row) error {
		company, _ := values[1].(int64)
		x, _ := values[2].(float64)
		y, _ := values[3].(float64)
		of(values[0]).At[deal.CompanyID(company)] = deal.Place{X: x, Y: y}
		return nil
	})
	if err != nil {
		return err
	}
	err = c.each("SELECT layout, payer, payee FROM placed_pairs", nil, func(values row) error {
		payer, _ := values[1].(int64)
		payee, _ := values[2].(int64)
		of(values[0]).Pairs[deal.Pair{Payer: deal.CompanyID(payer), Payee: deal.CompanyID(payee)}] = true
		return nil
	})
	if len(placed) > 0 {
		parts.Placed = placed
	}
	return err
}

// layoutNamed is the layout that the tables call so.
func layoutNamed(name any) deal.Layout {
	for layout, written := range layoutNames {
		if written == name {
			return layout
		}
	}
	return deal.LayoutStress
}
