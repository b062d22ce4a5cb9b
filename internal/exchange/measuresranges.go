package exchange

import (
	"encoding/json"
	"fmt"
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// rangesObject is the interval of each measure, in the measure's unit and in its order.
type rangesObject struct {
	CircularShare rangeObject   `json:"circular_share"`
	Finn          rangeObject   `json:"finn"`
	Gross         rangeObject   `json:"gross"`
	Circulation   rangeObject   `json:"circulation"`
	Multiplier    rangeObject   `json:"multiplier"`
	GammaThr      rangeObject   `json:"gamma_thr"`
	Volume        rangeObject   `json:"bff_volume"`
	NetDebt       rangeObject   `json:"net_debt"`
	Compressed    rangeObject   `json:"compressed"`
	Shortfall     rangeObject   `json:"shortfall"`
	LoopCount     rangeObject   `json:"loop_count"`
	ByCategory    namedRanges   `json:"loops_by_category"` // null when they are too many to sort
	LargestLoop   rangeObject   `json:"largest_loop"`
	Loops         []rangeObject `json:"loops_top"`
	Flags         rangeObject   `json:"flag_count"`
	ByRule        namedRanges   `json:"flags_by_rule"`
	SureFlags     []bool        `json:"flags_whatever_the_figures"`
	LookThrough   []rangeObject `json:"look_through"`
	Throughflow   []rangeObject `json:"throughflow"`
	ReturnShare   []rangeObject `json:"return_share"`
	Earmarked     []rangeObject `json:"earmarked_return_share"`
	Clearing      []rangeObject `json:"clearing"`
	DebtRank      []rangeObject `json:"debtrank"`
	SupplierHHI   []rangeObject `json:"supplier_hhi"`
	CustomerHHI   []rangeObject `json:"customer_hhi"`
	Combinations  int           `json:"combinations_tried"`
	OpenAsHighAs  money         `json:"open_figures_tried_up_to"`
}

// rangeObject is an interval. An end without bound, or without a value, is null; the driver is the leg that
// moves the measure most, null when none does; sampled says that the ends were searched for rather than proven, but for
// one that is proven all the same.
type rangeObject struct {
	Low     number `json:"low"`
	High    number `json:"high"`
	Driver  *int64 `json:"driver"`
	Leg     string `json:"leg,omitempty"`
	Sampled bool   `json:"sampled"`

	LowProven  bool `json:"low_proven,omitempty"`
	HighProven bool `json:"high_proven,omitempty"`
}

// namesOfLegs describes legs by their companies and kinds.
type namesOfLegs struct{ book *deal.Book }

func (names namesOfLegs) name(id deal.LegID) string {
	leg, _, ok := names.book.Leg(id)
	if !ok {
		return ""
	}
	return fmt.Sprintf("%s to %s, %s", names.book.CompanyName(leg.Payer), names.book.CompanyName(leg.Payee), leg.Kind)
}

// shortfall is the range of what is not paid in clearing, without ends while no company's cash is stated.
func (names namesOfLegs) shortfall(m *network.Measures) rangeObject {
	if !m.Clearing.Stated() {
		return rangeObject{Low: number(math.NaN()), High: number(math.NaN())}
	}
	return names.money(m.Ranges.Shortfall)
}

func rangesOf(m *network.Measures, names namesOfLegs) *rangesObject {
	r := m.Ranges
	return &rangesObject{
		CircularShare: names.share(m.CircularRange), Finn: names.share(m.FinnRange),
		Gross: names.money(r.Gross), Circulation: names.money(r.Circulation),
		Multiplier: names.share(r.Multiplier), GammaThr: names.share(r.GammaThr), Volume: names.money(r.Volume),
		NetDebt: names.money(r.NetDebt), Compressed: names.money(r.Compressed), Shortfall: names.shortfall(m),
		LoopCount: names.share(r.LoopCount), ByCategory: named(network.Categories, each(r.ByCategory, names.share)),
		LargestLoop: names.money(r.LargestLoop), Flags: names.share(r.Flags),
		ByRule: named(network.Rules, each(r.ByRule, names.share)), SureFlags: r.SureFlags,
		Loops: each(r.Loops, names.money), LookThrough: each(r.LookThrough, names.share),
		Throughflow: each(r.Throughflow, names.money),
		ReturnShare: each(r.ReturnShare, names.share), Earmarked: each(r.Earmarked, names.share),
		Clearing: each(r.Pays, names.money), DebtRank: each(r.DebtRank, names.share),
		SupplierHHI: each(r.SupplierHHI, names.share), CustomerHHI: each(r.CustomerHHI, names.share),
		Combinations: r.Corners, OpenAsHighAs: money(r.OpenAsHighAs),
	}
}

// share is an interval of anything that is not money.
func (names namesOfLegs) share(r network.Range) rangeObject {
	object := rangeObject{Low: number(r.Low), High: number(r.High), Sampled: r.Sampled,
		LowProven: r.LowProven, HighProven: r.HighProven}
	if r.Driver != 0 {
		driver := int64(r.Driver)
		object.Driver, object.Leg = &driver, names.name(r.Driver)
	}
	return object
}

func (names namesOfLegs) money(r network.Range) rangeObject {
	r.Low, r.High = r.Low/100, r.High/100
	return names.share(r)
}

func each(ranges []network.Range, object func(network.Range) rangeObject) []rangeObject {
	objects := make([]rangeObject, len(ranges))
	for i, r := range ranges {
		objects[i] = object(r)
	}
	return objects
}

// namedRanges is an object of intervals whose keys stand in a fixed order.
type namedRanges []namedRange

type namedRange struct {
	name string
	rangeObject
}

func named[T ~string](names []T, ranges []rangeObject) namedRanges {
	var objects namedRanges
	for i := range ranges {
		objects = append(objects, namedRange{string(names[i]), ranges[i]})
	}
	return objects
}

// MarshalJSON writes {"vendor financing": {...}, ...}, or null without any.
func (n namedRanges) MarshalJSON() ([]byte, error) {
	if n == nil {
		return []byte("null"), nil
	}
	text := []byte{'{'}
	for i, entry := range n {
		if i > 0 {
			text = append(text, ',')
		}
		object, err := json.Marshal(entry.rangeObject)
		if err != nil {
			return nil, err
		}
		text = append(fmt.Appendf(text, "%q:", entry.name), object...)
	}
	return append(text, '}'), nil
}
