// Package exchange turns a Book and its measures into the files that other programs read, and such files
// into an Edit that the document can take. It knows no document and no window: what it reads comes from an
// io.Reader, what it writes goes to an io.Writer, and nothing is taken of a file that is not sound.
package exchange
