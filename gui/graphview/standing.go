package graphview

import (
	"maps"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// Standing is where companies stand in every layout that was shown.
type Standing map[deal.Layout]picture.Places

// Standing returns where companies stand now, for StandAgain.
func (v *View) Standing() Standing {
	if v.places.returning != nil {
		return maps.Clone(v.places.returning)
	}
	standing := make(Standing)
	for mode, kept := range v.places.kept {
		standing[mode] = kept.Standing()
	}
	standing[v.places.layout] = v.places.found.Standing()
	return standing
}

// StandAgain has companies stand where they stood, and returns where they stood until now. The picture shows it once
// Return is called: what it shows now is of another state of the document.
func (v *View) StandAgain(stood Standing) (until Standing) {
	if until = v.Standing(); v.places.opened {
		v.places.returning = maps.Clone(stood)
	}
	return until
}

// Return has what is drawn next show what StandAgain has asked for. What is still being found for other places is given up.
func (v *View) Return() {
	p := &v.places
	stood := p.returning
	if p.returning = nil; stood == nil {
		return
	}
	p.generation++
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
	p.kept = make(map[deal.Layout]*picture.Places, len(stood))
	for mode, places := range stood {
		p.kept[mode] = &places
	}
	before, back := p.found, p.kept[p.layout]
	if delete(p.kept, p.layout); back == nil {
		back = &picture.Places{}
	}
	p.found = back
	if !back.None() && !back.Same(before) {
		v.arrived()
	}
}
