package whatif

import (
	"context"
	"fmt"
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// rounding is how many cents the circular money may be off a straight line because shares of a leg are
// rounded to whole cents.
const rounding = 64

// moving finds the last kink where other flows move with the leg, as a spending leg does that is assumed to be
// a share of it. The circular money then has a last straight piece, which may rise for ever; the kink is the
// smallest amount on that piece, to the dollar.
func (s *saturationSearch) moving(ctx context.Context, greatest, half *network.Network) (Saturation, error) {
	last, part := greatest.Circulation()
	before, _ := half.Circulation()
	line := lastPiece{search: s, last: last, rise: last - before}
	kink, err := line.kink(ctx)
	if err != nil {
		return Saturation{}, err
	}
	if line.rise <= rounding {
		residual := newResidual(greatest, part, flowOf(greatest, s.leg))
		residual.spare()
		return s.stops(greatest, residual, kink), nil
	}
	return Saturation{Cents: kink, Unbounded: true, Sentence: s.movingSentence(kink, line.rise)}, nil
}

// lastPiece is the straight line on which the circular money ends.
type lastPiece struct {
	search *saturationSearch
	last   int64 // circular money with the leg at deal.MaxCents
	rise   int64 // by how much it rises over the upper half of the way there
}

// gap returns how far the circular money lies below the line with the leg at so many cents. It never rises,
// is convex, and is 0 from the kink on, but for rounding.
func (l *lastPiece) gap(cents int64) (int64, error) {
	probe, err := l.search.probe(cents)
	if err != nil {
		return 0, err
	}
	around := probe.network.CircularMoney()
	fall, ok := deal.MulDiv(deal.MaxCents-cents, l.rise, deal.MaxCents-deal.MaxCents/2)
	if !ok {
		return 0, fmt.Errorf("the circular money at %d cents is beyond what can be counted", cents)
	}
	return l.last - fall - around, nil
}

// kink returns where the line begins. Newton's method takes one step for each straight piece before it; a step
// that rounding makes too long is made good by halving.
func (l *lastPiece) kink(ctx context.Context) (int64, error) {
	const step = 1_000_000_00 // a million: two kinks are further apart, or nobody would tell them apart
	low, high := int64(-1), int64(0)
	for {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		gap, err := l.gap(high)
		if err != nil {
			return 0, err
		}
		if gap <= rounding || high == deal.MaxCents {
			break
		}
		ahead, err := l.gap(min(high+step, deal.MaxCents))
		if err != nil {
			return 0, err
		}
		forward, ok := deal.MulDiv(gap, step, max(1, gap-ahead))
		if !ok {
			forward = deal.MaxCents
		}
		low, high = high, min(deal.MaxCents, high+max(step, forward+forward/1_000_000))
	}
	if low < 0 {
		return 0, nil
	}
	return l.refined(ctx, low, high)
}

// refined returns where the line begins between two amounts, the first of which lies before it and the second
// of which was estimated from too short a distance to be exact. The secant through two points near the second
// is exact when no other kink lies between them and it; halving helps otherwise.
func (l *lastPiece) refined(ctx context.Context, low, high int64) (int64, error) {
	for high-low > 1<<12 {
		near, nearer := high-(high-low)/512, high-(high-low)/1024
		far, err := l.gap(near)
		if err != nil {
			return 0, err
		}
		close, err := l.gap(nearer)
		if err != nil {
			return 0, err
		}
		if close <= rounding || far <= close {
			break
		}
		forward, ok := deal.MulDiv(close, nearer-near, far-close)
		if !ok || nearer+forward > high {
			break
		}
		gap, err := l.gap(nearer + forward)
		if err != nil {
			return 0, err
		}
		if gap <= rounding {
			return dollars(nearer + forward), nil
		}
		low = nearer + forward
	}
	for high-low > 100 {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		middle := low + (high-low)/2
		gap, err := l.gap(middle)
		if err != nil {
			return 0, err
		}
		if gap <= rounding {
			high = middle
		} else {
			low = middle
		}
	}
	return dollars(high), nil
}

// dollars rounds to whole units of the currency.
func dollars(cents int64) int64 { return (cents + 50) / 100 * 100 }

// movingSentence says what each further dollar adds on the last piece, whatever the leg's own currency.
func (s *saturationSearch) movingSentence(kink, rise int64) string {
	slope := float64(rise) / float64(deal.MaxCents-deal.MaxCents/2)
	leg, _, _ := s.book.Leg(s.leg)
	if worth, ok := s.book.InBase(1_000_000_000_00, leg.Currency); ok && worth > 0 {
		slope *= 1_000_000_000_00 / float64(worth)
	}
	each := deal.Money{Cents: int64(math.Round(slope * 100)), Currency: s.w.book.Base}.Exact()
	share := leg.CoveredShare().Percent()
	if kink <= rounding {
		return fmt.Sprintf("%s never stops adding: %s of it is spent back, so each further dollar adds %s to the circular money.",
			deal.Capital(s.what()), share, each)
	}
	return fmt.Sprintf("%s never stops adding, because %s of it is spent back: above %s each further dollar adds only %s to the circular money.",
		deal.Capital(s.what()), share, s.money(kink), each)
}
