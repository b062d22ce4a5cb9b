package assets

import _ "embed"

//go:generate cp ../docs/methods.md methods.md
//go:embed methods.md
var methods string

// Methods returns how every measure is computed, for an analyst to read, as Markdown: what it says in two
// sentences, its formula, its pitfalls and its source. It is the text of docs/methods.md.
func Methods() string { return methods }
