package picture

import "fmt"

// NotesAstray returns the notes that cover a company, or stand off their leg without a leader to it.
func NotesAstray(s *Scene, zoom float64) []string {
	var wrong []string
	for _, label := range s.Labels(zoom) {
		if label.Ink != InkMark {
			continue
		}
		for i := range s.Discs {
			if disc := &s.Discs[i]; label.Box.near(disc.Centre) < shapeOf(disc.Role).inside*disc.Radius {
				wrong = append(wrong, fmt.Sprintf("%q covers %s", label.Lines, disc.Name))
			}
		}
		arrow, ok := s.Arrow(label.Leg)
		if !ok {
			continue
		}
		if gap := arrow.gap(label.Box); !label.Led && gap > attached*label.Size/amountSize {
			wrong = append(wrong, fmt.Sprintf("%q stands %.1f off its leg without a leader", label.Lines, gap))
		}
	}
	return wrong
}
