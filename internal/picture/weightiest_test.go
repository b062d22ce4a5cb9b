package picture

import "testing"

// The largest amount among thousands of companies is told in some of the pictures where its leg is short, its companies have
// names at leaders, and small companies stand all around: in none were it placed after the names, its leader on no company.
func TestTheLargestAmountOfThousandsIsTold(t *testing.T) {
	told := 0
	for _, at := range []int{40, 700, 1300, 2100, 2900, 3600} {
		in := randomInput(t, 2000, 5000)
		for i := range in.Places {
			in.Places[i] = times(in.Places[i], 0.3)
		}
		flow := &in.Network.Flows[at]
		flow.Legs[0].Money, flow.Legs[0].Known = 500_000_000_000_000, true
		flow.Money = flow.Legs[0].Money
		in.Places[flow.Payee] = in.Places[flow.Payer]
		in.Places[flow.Payee].Y += 60
		scene := Build(in)
		for _, size := range [][2]int{{800, 600}, {1280, 800}} {
			camera := Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
			for _, label := range scene.Labels(camera.Zoom) {
				if label.Leg == flow.Legs[0].ID {
					told++
				}
			}
		}
	}
	if told < 5 {
		t.Errorf("the largest amount is told in %d of 12 pictures", told)
	}
}
