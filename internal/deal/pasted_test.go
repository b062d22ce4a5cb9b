package deal

import "testing"

// TestPastedNames are names as they come out of spreadsheets, pages and documents: each is the name that one sees.
func TestPastedNames(t *testing.T) {
	tests := map[string]struct{ pasted, kept string }{
		"several lines":          {"Open\r\nAI\n", "Open AI"},
		"cells":                  {"OpenAI\tAI lab", "OpenAI AI lab"},
		"non-breaking blanks":    {"Société\u00a0Générale\u202fSA", "Société Générale SA"},
		"a wide blank":           {"ソフト\u3000バンク", "ソフト バンク"},
		"zero width":             {"\ufeffOpen\u200bAI\u2060", "OpenAI"},
		"a soft hyphen":          {"Micro\u00adsoft", "Microsoft"},
		"marks of direction":     {"\u202bشركة النفط\u202c Ltd\u200f", "شركة النفط Ltd"},
		"isolated directions":    {"\u2068Oracle\u2069", "Oracle"},
		"emoji":                  {"🚀 Rocket 👩‍🚀", "🚀 Rocket 👩‍🚀"},
		"Persian with a joiner":  {"می\u200cخواهم", "می\u200cخواهم"},
		"nothing that one sees":  {"\u200b\u2060 \ufeff", ""},
		"as it should always be": {"Nvidia", "Nvidia"},
	}
	for name, test := range tests {
		if got := OneLine(test.pasted); got != test.kept {
			t.Errorf("%s: kept as %q, want %q", name, got, test.kept)
		}
		if got, want := NameKey(test.pasted), NameKey(test.kept); got != want {
			t.Errorf("%s: found by %q, want %q", name, got, want)
		}
	}
	if NameKey("👩\u200d🚀") != NameKey("👩🚀") || NameKey("❤\ufe0f Health") != NameKey("❤ health") {
		t.Error("a joiner or a variant makes another name")
	}
}
