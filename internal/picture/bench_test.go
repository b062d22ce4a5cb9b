package picture

import (
	"fmt"
	"image"
	"math"
	"math/rand/v2"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// randomInput returns a network of n companies and m legs, of which the first few companies have the most, in
// places on a jittered grid: a shape that every layout comes near to, and the same on every run.
func randomInput(t testing.TB, n, m int) Input {
	t.Helper()
	random := rand.New(rand.NewPCG(uint64(n), uint64(m)))
	book := deal.Book{}
	for i := range n {
		book.Companies = append(book.Companies, deal.Company{
			ID: deal.CompanyID(i + 1), Name: fmt.Sprintf("Company %d", i+1), Role: deal.Roles[random.IntN(len(deal.Roles))],
		})
	}
	columns := int(math.Ceil(math.Sqrt(1.4 * float64(n))))
	for i := range m {
		payer := int(float64(n) * random.Float64() * random.Float64())
		payee := payer + 1 + random.IntN(3)
		switch {
		case random.IntN(2) == 0:
			payee = payer + columns - 1 + random.IntN(3)
		case random.IntN(5) == 0:
			payee = random.IntN(n)
		}
		payee %= n
		if payer == payee {
			payee = (payer + 1) % n
		}
		if random.IntN(2) == 0 {
			payer, payee = payee, payer
		}
		figure := deal.Exactly(int64(random.ExpFloat64() * 1e12))
		if random.IntN(8) == 0 {
			figure = deal.Undisclosed()
		}
		status := deal.StatusSigned
		if random.IntN(4) == 0 {
			status = deal.StatusAnnounced
		}
		book.Deals = append(book.Deals, deal.Deal{
			ID: deal.DealID(i + 1), Title: "Deal", Status: status, Counting: deal.Counted,
			Legs: []deal.Leg{{
				ID: deal.LegID(i + 1), Deal: deal.DealID(i + 1), Payer: deal.CompanyID(payer + 1), Payee: deal.CompanyID(payee + 1),
				Kind: deal.Kinds[random.IntN(len(deal.Kinds))], Figure: figure, Currency: deal.USD, Basis: deal.BasisCash,
			}},
		})
	}
	in := Input{Book: deal.NewBook(book), ShowLegend: true}
	built, err := network.Build(in.Book, in.View)
	if err != nil {
		t.Fatal(err)
	}
	in.Network = built
	for i := range n {
		in.Places = append(in.Places, layout.Point{
			X: 190*float64(i%columns) + 60*random.Float64(), Y: 170*float64(i/columns) + 60*random.Float64(),
		})
	}
	return in
}

var sizes = []struct{ companies, legs int }{{20, 45}, {200, 500}, {2000, 5000}}

func BenchmarkPaint(b *testing.B) {
	for _, size := range sizes {
		b.Run(fmt.Sprintf("%dx%d", size.companies, size.legs), func(b *testing.B) {
			scene := Build(randomInput(b, size.companies, size.legs))
			camera := Camera{Width: 1120, Height: 800, Scale: 1}.Fit(scene)
			img := image.NewRGBA(image.Rect(0, 0, camera.Width, camera.Height))
			Paint(img, scene, camera, Light())
			b.ResetTimer()
			for b.Loop() {
				Paint(img, scene, camera, Light())
			}
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	for _, size := range sizes {
		b.Run(fmt.Sprintf("%dx%d", size.companies, size.legs), func(b *testing.B) {
			in := randomInput(b, size.companies, size.legs)
			for b.Loop() {
				Build(in)
			}
		})
	}
}

func BenchmarkLabels(b *testing.B) {
	for _, size := range sizes {
		b.Run(fmt.Sprintf("%dx%d", size.companies, size.legs), func(b *testing.B) {
			scene := Build(randomInput(b, size.companies, size.legs))
			camera := Camera{Width: 1120, Height: 800, Scale: 1}.Fit(scene)
			factor := math.Pow(2, float64(scene.level(camera.Zoom))/levelsEach)
			for b.Loop() {
				scene.place(factor)
			}
		})
	}
}

// BenchmarkSeen makes and paints what is seen of a large network from near: new names and amounts each time.
func BenchmarkSeen(b *testing.B) {
	scene := Build(randomInput(b, 2000, 5000))
	camera := Camera{Width: 1632, Height: 1312, Scale: 1, Zoom: 1, Centre: scene.Bounds.Middle()}
	img := image.NewRGBA(image.Rect(0, 0, camera.Width, camera.Height))
	for b.Loop() {
		PaintNetwork(img, scene.Seen(camera, camera), camera, Light())
	}
}
