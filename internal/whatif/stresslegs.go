package whatif

import (
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// legs sets what becomes of every leg, and adds it up by company.
func (s *stressing) legs() {
	for i, flow := range s.owed.Flows {
		payer, payee := &s.Companies[flow.Payer], &s.Companies[flow.Payee]
		before, after := paidOf(s.before, flow.Payer), paidOf(s.after, flow.Payer)
		for j, leg := range flow.Legs {
			counted := s.Network.Flows[i].Legs[j]
			if s.pays(counted, leg); leg.PaidUp() {
				continue
			}
			kept := s.Shock.keeps(s.Book, leg.ID)
			due := float64(leg.Money)
			paid := float64(s.due.Flows[i].Legs[j].Money) * after
			left := float64(s.left.Flows[i].Legs[j].Money)
			row := StressedLeg{
				Leg: leg.ID, Payer: payer.Company, Payee: payee.Company, Kind: leg.Kind, Wave: payer.Wave, Known: leg.Known,
			}
			got := after
			if payer.Wave == 0 {
				got = float64(s.Shock.Recovery) / float64(deal.Whole)
			}
			row.Share.add(1 - float64(kept)/float64(deal.Whole)*got)
			if row.OfAll = row.Share.Best; counted.Money > 0 {
				row.OfAll *= due / float64(counted.Money)
			}
			if kept < deal.Whole {
				row.Wave = 0
			}
			s.LegsAll++
			if !leg.Known && row.Share.Best > leastShare {
				payee.Unknown++
			}
			if leg.Known {
				s.LegsKnown++
				payee.Numbers++
			}
			row.Due.add(due)
			row.Cut.add(due - left)
			row.Lost.add(max(0, due-paid))
			row.LostBefore.add(due * (1 - before))
			row.Due.Open, row.Cut.Open = leg.HighOpen, leg.HighOpen && kept < deal.Whole
			row.Lost.Open, row.LostBefore.Open = leg.HighOpen && row.Share.Best > leastShare, leg.HighOpen && 1-before > leastShare
			if !leg.Known {
				row.Due.lacks, row.Cut.lacks = true, kept < deal.Whole
				row.Lost.lacks, row.LostBefore.lacks = row.Share.Best > leastShare, 1-before > leastShare
			}
			s.account(row, payer, payee, kept)
			s.Legs = append(s.Legs, row)
		}
	}
	for i := range s.Companies {
		company := &s.Companies[i]
		company.PaysBefore.add(s.before.Pays[i])
		if got := company.DueIn.Best - company.LostIn.Best; company.Owes.Best > got {
			company.Needs = company.Owes.Best - got
		}
		s.Waves = max(s.Waves, company.Wave)
	}
}

// pays counts what has been paid of a leg, as far as the view counts that, and the legs of signed and active deals of which nobody says so.
func (s *stressing) pays(counted, owed network.FlowLeg) {
	cents, known := s.Network.Paid(s.Book, counted, owed)
	s.Paid.add(float64(cents))
	leg, owner, _ := s.Book.Leg(counted.ID)
	s.Paid.lacks = s.Paid.lacks || !known
	switch {
	case owed.PaidUp():
		s.PaidUp++
		s.Paid.Open = s.Paid.Open || counted.HighOpen && !leg.Drawn.Stated
	case cents > 0 || !known || owed.High < counted.High:
		s.PaidPart++
	case !leg.Drawn.Stated && (owner.Status == deal.StatusSigned || owner.Status == deal.StatusActive):
		s.PaidUnknown++
	}
}

// account adds a leg up, of which the shock keeps a part.
func (s *stressing) account(leg StressedLeg, payer, payee *StressedCompany, kept deal.Share) {
	left, unpaid := leg.Due, leg.Lost
	left.add(-leg.Cut.Best)
	left.Open, left.lacks = leg.Due.Open && kept > 0, leg.Due.lacks && kept > 0
	unpaid.add(-leg.Cut.Best)
	// A company whose cash is known pays no more than it has and gets; one that fails pays a part of whatever it owes.
	pays := left
	pays.add(-unpaid.Best)
	if pays.Open = left.Open && !payer.Cash.Known; payer.Wave == 0 {
		pays.Open = left.Open && s.Shock.Recovery > 0
		pays.lacks = left.lacks && s.Shock.Recovery > 0
	}
	part := float64(kept) / float64(deal.Whole)
	unpaid.Open = left.Open && part-(1-leg.Share.Best) > leastShare
	unpaid.lacks = left.lacks && part-(1-leg.Share.Best) > leastShare
	for _, sum := range []struct {
		to  *Estimate
		add Estimate
	}{
		{&payer.Owes, left}, {&payer.Pays, pays}, {&payee.DueIn, leg.Due}, {&payee.LostIn, leg.Lost}, {&s.Due, leg.Due}, {&s.Cut, leg.Cut},
		{&s.Left, left}, {&s.Unpaid, unpaid}, {&s.Lost, leg.Lost}, {&s.LostBefore, leg.LostBefore},
	} {
		sum.to.add(sum.add.Best)
		sum.to.Open, sum.to.lacks = sum.to.Open || sum.add.Open, sum.to.lacks || sum.add.lacks
	}
}
