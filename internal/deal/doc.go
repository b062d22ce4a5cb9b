// Package deal is Roundtrip's vocabulary: companies, the deals between them, what each source says of a
// figure, and the rules that every entry must keep. It knows no database, no window and no file format.
package deal
