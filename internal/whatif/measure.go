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

func measure(ctx context.Context, _ *deal.Book, n *network.Network, options Options) (*network.Measures, error) {
	m := &network.Measures{Gross: n.Gross(), Finn: n.Finn(), Multiplier: n.Multiplier(), Netting: n.Netting(),
		Throughflow: n.Throughflow(), ReturnShare: n.ReturnShare(), Loops: network.FindLoops(ctx, n, options.Limits)}
	m.Circulation, m.Circular = n.Circulation()
	m.SupplierHHI, m.CustomerHHI = n.Concentration()
	if m.Gross > 0 {
		m.CircularShare = float64(m.Circulation) / float64(m.Gross)
	}
	return m, ctx.Err()
}
