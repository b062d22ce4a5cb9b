package whatif

import (
	"fmt"

	"roundtrip/internal/deal"
)

// Overdrawn returns why what the changes say has been paid so far of a leg cannot be: it is more than the leg's whole
// amount once the changes are made. Apply makes such changes all the same, as a sweep over the number needs it.
func Overdrawn(book *deal.Book, changes []deal.Change) error {
	for _, change := range changes {
		if change.Field != deal.ChangeDrawn {
			continue
		}
		moved, err := Apply(book, changes)
		if err != nil {
			return err
		}
		leg, _, _ := moved.Leg(deal.LegID(change.Target))
		if err := leg.Overdrawn(); err != nil {
			return fmt.Errorf("paid so far of %s: %w", LegName(book, leg), err)
		}
	}
	return nil
}
