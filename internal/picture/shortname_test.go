package picture

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// shortened returns companies of these names with their short forms.
func shortened(names ...string) []Disc {
	b := &builder{scene: &Scene{}}
	b.Network = &network.Network{}
	for i, name := range names {
		company := deal.Company{Name: name}
		b.Network.Companies = append(b.Network.Companies, company)
		b.scene.Discs = append(b.scene.Discs, Disc{Index: i, Name: name})
	}
	b.signs()
	return b.scene.Discs
}

func TestShortForms(t *testing.T) {
	discs := shortened("Vesper Data Centres", "Vesper Systems", "Penrose", "Tamar Data Centres", "Corvus Micro", "Corvus Cloud", "Dunmore Minds",
		"Dunmore Micro", "3i Group", "3i Infrastructure", "Elara Software 14", "Elara Software 15", "Donaudampfschifffahrtsgesellschaft")
	for at, want := range []struct{ forms, sign string }{
		{"Vesper Data…|V. Data Centres|V. D. Centres", "VDC"}, {"V. Systems", "VS"}, {"", "Penrose"}, {"Tamar Data…|Tamar", "Tamar"},
		{"C. Micro", "CM"}, {"C. Cloud", "CC"}, {"D. Minds", "DMin"}, {"D. Micro", "DMic"}, {"", "G3i"}, {"", "I3i"},
		{"E. Software 14|E. S. 14", "ES14"}, {"E. Software 15|E. S. 15", "ES15"}, {"", "D"},
	} {
		if got := strings.Join(discs[at].shorts, "|"); got != want.forms || discs[at].sign != want.sign {
			t.Errorf("%s: got %q and %q, want %q and %q", discs[at].Name, got, discs[at].sign, want.forms, want.sign)
		}
	}
	if got, want := discs[12].short(nameWidth), "Donaudam…schaft"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// No two companies have the same short form, nor one that is another's name.
func TestShortFormsAreTheirOwn(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		word := rapid.SampledFrom([]string{"Dunmore", "Delphin", "Micro", "Minds", "Data", "Centres", "D.", "DM", "14", "é", "of", "x"})
		names := rapid.SliceOfNDistinct(rapid.SliceOfN(word, 1, 4), 1, 60, func(words []string) string { return strings.Join(words, " ") }).Draw(r, "names")
		texts := make([]string, len(names))
		for i := range names {
			texts[i] = strings.Join(names[i], " ")
		}
		of := make(map[string]int)
		for at, disc := range shortened(texts...) {
			forms := append(slices.Clone(disc.shorts), disc.sign, disc.Name)
			slices.Sort(forms)
			for _, form := range slices.Compact(forms) {
				if other, twice := of[form]; twice {
					r.Errorf("%q stands for %q and %q", form, texts[other], disc.Name)
				}
				of[form] = at
			}
		}
	})
}
