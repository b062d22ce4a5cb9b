// Package store keeps a document: the companies, deals, sources, claims and scenarios of one analysis in one
// SQLite file, every edit of which can be undone. It reads and writes; it computes no measure and shows nothing.
package store
