package gui

import (
	"fmt"
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// ofLoops and ofFlags pick which count countRange is about.
func ofLoops(r *network.Ranges) network.Range { return r.LoopCount }
func ofFlags(r *network.Ranges) network.Range { return r.Flags }

// loopsCounted says how many loops there are, with the sign of how that stands.
func loopsCounted(report network.LoopReport, stands network.Standings) string {
	if report.Truncated {
		return "at least " + counted(report.Count, "loop")
	}
	return string(stands.Loops) + counted(report.Count, "loop")
}

// countRange says how many there could be, given every figure's low and high: " (2 to 6)". It is ""
// where the number is certain, and while the ranges are computed.
func (s *session) countRange(of func(*network.Ranges) network.Range) string {
	_, shown, _ := s.shown()
	if shown == nil || s.rangedOf != shown || s.ranged.Ranges == nil {
		return ""
	}
	switch r := of(s.ranged.Ranges); {
	case r.Low == r.High:
		return ""
	case math.IsInf(r.High, 1):
		return fmt.Sprintf(" (%s or more)", whole(r.Low))
	case r.Sampled: // searched for, not proven
		return fmt.Sprintf(" (~%s to ~%s)", whole(r.Low), whole(r.High))
	default:
		return fmt.Sprintf(" (%s to %s)", whole(r.Low), whole(r.High))
	}
}

// whole writes the end of a range of a count: "11,111".
func whole(end float64) string { return deal.Count(int(math.Round(end))) }
