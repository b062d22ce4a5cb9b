package whatif

import (
	"context"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Options says how much is measured.
type Options struct {
	Limits network.Limits
	Ranges bool
}

func measure(ctx context.Context, _ *deal.Book, n *network.Network, _ Options) (*network.Measures, error) {
	return &network.Measures{Gross: n.Gross(), Circular: make([]int64, len(n.Flows))}, ctx.Err()
}
