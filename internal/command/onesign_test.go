package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roundtrip/internal/network"
)

// TestOneMeasureStandsOneWay compares how sure the table of the measures and the comparison say that each measure is, in words
// there and by a sign here, for documents of which the figures leave room in different ways.
func TestOneMeasureStandsOneWay(t *testing.T) {
	called := map[string]string{
		"gross": "gross", "circular money": "circular_money", "circular share": "circular_share", "Finn cycling index": "finn",
		"multiplier": "multiplier", "net obligations": "net_debt", "after compression": "compressed", "LOOPS:": "loops", "FLAGS:": "flags",
		"MONEY IN WEIGHED LOOPS:": "bff_volume",
	}
	for name, deals := range map[string]string{
		"exact":              "Falcon,Nova,equity,12bn,signed\nNova,Falcon,chips,30bn,signed\n",
		"a ceiling":          "Falcon,Nova,equity,up to 12bn,signed\nNova,Falcon,chips,30bn,signed\n",
		"undisclosed beside": "Falcon,Nova,equity,12bn,signed\nNova,Falcon,chips,30bn,signed\nNova,Falcon,cloud,,signed\n",
		"of everything":      "Falcon,Nova,equity,up to 12bn,signed\nNova,Falcon,chips,at least 30bn,signed\nNova,Falcon,cloud,,signed\nNova,Harbor,chips,about 3bn,active\n",
	} {
		folder := t.TempDir()
		source, file := filepath.Join(folder, "deals.csv"), filepath.Join(folder, "deals.roundtrip")
		if err := os.WriteFile(source, []byte("payer,payee,kind,amount,status\n"+deals), 0o600); err != nil {
			t.Fatal(err)
		}
		must(t, "import", file, source)
		var compared struct {
			Measures []struct {
				Key   string
				Base  *float64
				Bound network.Standing `json:"base_bound"`
			}
		}
		if err := json.Unmarshal([]byte(must(t, "whatif", "--json", file)), &compared); err != nil {
			t.Fatal(err)
		}
		seen := 0
		table, _, _ := strings.Cut(must(t, "measures", file), "\nRANGES")
		for _, line := range strings.Split(table, "\n") {
			for words, key := range called {
				said, found := strings.CutPrefix(line, words)
				for _, measure := range compared.Measures {
					if !found || measure.Key != key || measure.Base == nil {
						continue
					}
					seen++
					if stands := standingIn(strings.TrimSpace(said)); stands != measure.Bound {
						t.Errorf("%s: the table says %q, and the comparison %q", name, line, measure.Bound)
					}
				}
			}
		}
		if seen < 8 {
			t.Errorf("%s: only %d measures stand in both", name, seen)
		}
	}
}

// standingIn returns the standing whose words begin the text.
func standingIn(text string) network.Standing {
	for _, stands := range []network.Standing{network.AtMost, network.AtLeast, network.Between} {
		if strings.HasPrefix(text, stands.Words()) {
			return stands
		}
	}
	return network.Exact
}
