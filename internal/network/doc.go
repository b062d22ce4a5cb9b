// Package network turns a Book under a View into companies and the money that flows between them, and
// measures it. It is pure: the same Book and View give the same answer on every machine, and nothing here
// reads a file, draws, or changes a Book.
package network
