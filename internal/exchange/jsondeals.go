package exchange

import (
	"context"

	"roundtrip/internal/deal"
	"roundtrip/internal/progress"
)

// readDeals gives every leg its ID before it reads the first one, because a leg may be conditional on one that
// comes later.
func (r *jsonReader) readDeals(ctx context.Context, objects []dealObject) error {
	legIDs := make([][]deal.LegID, len(objects))
	for i, object := range objects {
		entry := place("deal", i, object.Title)
		legIDs[i] = make([]deal.LegID, len(object.Legs))
		for j, leg := range object.Legs {
			legIDs[i][j] = deal.LegID(r.id(&r.legs, leg.ID, entry+", "+place("leg", j, "")))
		}
	}
	for i, object := range objects {
		if err := progress.Step(ctx, i, len(objects), "deals read"); err != nil {
			return err
		}
		entry := place("deal", i, object.Title)
		made := deal.Deal{
			ID: deal.DealID(r.id(&r.deals, object.ID, entry)), Title: object.Title,
			Status:    wordOr(object.Status, deal.Statuses, deal.StatusAnnounced),
			Announced: deal.Date(object.Announced),
			Counting:  wordOr(object.Counting, deal.Countings, deal.Counted),
			Total:     r.figure(object.Total, entry, "total"),
			Currency:  r.currency(object.Currency, object.Total, entry),
			Tags:      object.Tags, Notes: object.Notes,
		}
		for j, leg := range object.Legs {
			made.Legs = append(made.Legs, r.leg(leg, made.ID, legIDs[i][j], entry+", "+place("leg", j, "")))
		}
		for j, right := range object.Rights {
			made.Rights = append(made.Rights, r.right(right, entry+", "+place("right", j, "")))
		}
		r.check(entry, made.Validate())
		r.edit.Deals = append(r.edit.Deals, made)
		r.readClaims(object.Claims, deal.Subject{Deal: made.ID}, entry)
	}
	inOrder(r.edit.Deals, func(d deal.Deal) deal.DealID { return d.ID })
	return ctx.Err()
}

func (r *jsonReader) leg(object legObject, of deal.DealID, id deal.LegID, entry string) deal.Leg {
	condition, known := r.legs.refer(object.ConditionalOn)
	if !known {
		r.problem(entry, "conditional_on", "the file holds no leg with the id %d", object.ConditionalOn)
	}
	leg := deal.Leg{
		ID: id, Deal: of,
		Payer:  r.company(object.Payer, entry, "payer"),
		Payee:  r.company(object.Payee, entry, "payee"),
		Kind:   wordOr(object.Kind, deal.Kinds, deal.KindOther),
		Figure: deal.Undisclosed(), Currency: r.currency(object.Currency, object.Amount, entry),
		Start: deal.Date(object.Start), TermMonths: object.TermMonths, Drawn: r.reported(object.Drawn, entry),
		Stake: deal.Share(object.StakePercent), Valuation: r.figure(object.Valuation, entry, "valuation"),
		ValuationMoney: deal.TimingOf(object.ValuationMoney), ConditionalOn: deal.LegID(condition),
		Covers: deal.Share(object.CoversPercent), Note: object.Note,
	}
	leg.Basis = wordOr(object.Basis, deal.Bases, leg.Kind.UsualBasis())
	if leg.Currency == "" {
		leg.Currency = r.base
	}
	r.readLegAmount(object, &leg, entry)
	if valuation := object.Valuation; valuation != nil && valuation.written != nil &&
		valuation.written.Currency != "" && valuation.written.Currency != leg.Currency {
		r.problem(entry, "valuation", "the valuation is in %s and the leg in %s: use one currency", valuation.written.Currency, leg.Currency)
	}
	r.readClaims(object.Claims, deal.Subject{Leg: id}, entry)
	return leg
}

// readLegAmount sets figure and term, which an amount written as "38 billion over 7 years" holds both.
func (r *jsonReader) readLegAmount(object legObject, leg *deal.Leg, entry string) {
	switch {
	case object.Amount == nil:
	case object.Amount.written == nil:
		leg.Figure = r.figure(object.Amount, entry, "amount")
	default:
		written := object.Amount.written
		leg.Figure = written.Figure
		if written.TermMonths == 0 {
			return
		}
		if leg.TermMonths != 0 && leg.TermMonths != written.TermMonths {
			r.problem(entry, "term_months", "the amount says %d months and the term %d: keep one of them",
				written.TermMonths, leg.TermMonths)
		}
		leg.TermMonths = written.TermMonths
	}
}

func (r *jsonReader) right(object rightObject, entry string) deal.Right {
	return deal.Right{
		ID:     deal.RightID(r.id(&r.rights, object.ID, entry)),
		Kind:   wordOr(object.Kind, deal.RightKinds, ""),
		Holder: r.company(object.Holder, entry, "holder"),
		Over:   r.company(object.Over, entry, "over"),
		Until:  deal.Date(object.Until), Source: r.source(object.Source, entry), Note: object.Note,
	}
}
