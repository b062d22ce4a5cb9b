// Package layout decides where companies stand and how the legs between them run. It is pure geometry, the
// same for the same input and seed on every run; it knows no money, no names and no colours, and draws nothing.
package layout
