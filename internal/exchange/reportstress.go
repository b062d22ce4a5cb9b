package exchange

import (
	"context"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// reportStress is one stress test in a report, in words.
type reportStress struct {
	Title       string
	WhatIf      string // the what-if that it runs through, as a sentence; "" on the data
	Words, Rank []reportSentence
	Known, Ends string
	Notes       []string // on the rank
	Tables      []stressTable
}

// tellStresses runs the shocks that are looked at first in every document, nothing assumed, as the window and `roundtrip stress` do.
func tellStresses(ctx context.Context, book *deal.Book, view network.View) (told []*whatif.StressResult, err error) {
	for _, shock := range whatif.ShockPresets(book) {
		result, err := whatif.Stress(ctx, book, view, shock)
		if err != nil {
			return nil, err
		}
		told = append(told, result)
	}
	return told, nil
}

func stressWords(sources *reportSources, r *whatif.StressResult) reportStress {
	notes := r.RankNotes()
	if words := r.HoldingsWords(); words != "" {
		notes = append(notes, words)
	}
	return reportStress{
		Title: r.Shock.Words(r.Book), WhatIf: r.WhatIfWords(), Words: sources.sentences(r.Told()), Known: r.KnownWords(),
		Rank: sources.sentences(r.RankTold()), Notes: notes, Ends: r.SearchWords(), Tables: stressTables(r),
	}
}
