package picture

// Captions returns the amounts that stand so close under or over the name of a company which has no part in their leg that
// they read as a line of it: brute force.
func Captions(s *Scene, zoom float64) []string {
	var wrong []string
	labels := s.Labels(zoom)
	for _, amount := range labels {
		for _, name := range labels {
			arrow, ok := s.Arrow(amount.Leg)
			if !ok || amount.Led || name.Disc < 0 || name.Inside || name.Disc == arrow.payerDisc || name.Disc == arrow.payeeDisc {
				continue
			}
			text, middle := amount.text(), amount.text().Middle().X
			apart := max(name.Box.Low.Y-text.High.Y, text.Low.Y-name.Box.High.Y)
			if apart < text.Size().Height/2 && middle > name.Box.Low.X && middle < name.Box.High.X {
				wrong = append(wrong, amount.Lines[0]+" reads as a line of "+s.Discs[name.Disc].Name)
			}
		}
	}
	return wrong
}
