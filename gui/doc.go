// Package gui is the window: what the analyst sees and does. It reaches the document through the interfaces
// it declares, hands every edit to it as one deal.Edit, and computes nothing that internal/network,
// internal/whatif or internal/layout can compute.
package gui
