package picture

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Where there is no room for a name its last words are left out, as long as no other company's name begins alike; otherwise its
// first words are written by their first letters; and at last it is told by a sign of a few letters. No two companies have the
// same short form, so that what stands in a picture means one of them.

// mostSignLetters is up to how many letters of one word a sign has that would otherwise be another company's too.
const mostSignLetters = 5

// mostInitials is of up to how many words a sign has the first letters.
const mostInitials = 4

// signs gives each company its short forms, and as its sign the shortest text by which it is known: its ticker, the first word
// of its name where no other company's begins with it, or the first letters of its words and the number at its end.
func (b *builder) signs() {
	words := make([][]string, len(b.Network.Companies))
	count := make(map[string]int, 4*len(words))
	for i := range b.Network.Companies {
		company := &b.Network.Companies[i]
		words[i] = strings.Fields(company.Name)
		for kept := range len(words[i]) {
			count[strings.Join(words[i][:kept+1], " ")]++
		}
		for abbreviated := 1; abbreviated < len(words[i]); abbreviated++ {
			count[abbreviate(words[i], abbreviated)]++
		}
		if company.Ticker != "" {
			count[company.Ticker]++
		}
	}
	letters := lettersFor(words, count)
	for i := range b.scene.Discs {
		disc := &b.scene.Discs[i]
		ticker, of := b.Network.Companies[disc.Index].Ticker, words[disc.Index]
		disc.shorts, disc.letters = shortForms(of, count), letters[disc.Index]
		switch {
		case ticker != "":
			disc.sign = ticker
		case knownBy(of, disc.shorts) && textWidth(of[0], true, nameSize) <= nameWidth/2:
			disc.sign = of[0]
		case disc.letters == "":
			disc.sign = disc.Name
		default:
			disc.sign = disc.letters
		}
	}
}

// shortForms returns the short forms of a name that no other company has, the longest first: without its last words, and where
// another company's name begins with the same word, by the first letters of its first words.
func shortForms(words []string, count map[string]int) []string {
	var forms []string
	for kept := len(words) - 1; kept >= 1; kept-- {
		form := strings.Join(words[:kept], " ")
		switch {
		case count[form] > 1:
		case kept == 1:
			return append(forms, form)
		default:
			forms = append(forms, strings.TrimRight(form, " ,.-–&")+"…")
		}
	}
	for abbreviated := 1; abbreviated < len(words); abbreviated++ {
		if form := abbreviate(words, abbreviated); form != "" && count[form] == 1 {
			forms = append(forms, form)
		}
	}
	return forms
}

// knownBy reports whether a company is known by the first word of its name.
func knownBy(words, shorts []string) bool {
	return len(words) == 1 || len(shorts) > 0 && shorts[len(shorts)-1] == words[0]
}

// abbreviate returns a name with so many of its first words written by their first letters, such as “C. Micro”; "" where one of
// them begins with none.
func abbreviate(words []string, count int) string {
	parts := make([]string, 0, len(words))
	for _, word := range words[:count] {
		letter, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsLetter(letter) {
			return ""
		}
		parts = append(parts, string(unicode.ToUpper(letter))+".")
	}
	return strings.Join(append(parts, words[count:]...), " ")
}

// lettersFor returns for each name the first letters of its words; where those are another one's too, with more letters of its
// first or its last word; "" where that tells it from the others no better. No sign is any of the texts that are counted.
func lettersFor(names [][]string, taken map[string]int) []string {
	signs := make([]string, len(names))
	missing := len(names)
	for letters := 1; letters <= mostSignLetters && missing > 0; letters++ {
		for _, last := range [...]bool{false, true} {
			count, tries := make(map[string]int), make([]string, len(names))
			for i, words := range names {
				if signs[i] == "" && len(words) > 0 {
					tries[i] = initials(words, letters, last)
					count[tries[i]]++
				}
			}
			for i, try := range tries {
				if try != "" && count[try] == 1 && taken[try] == 0 {
					signs[i] = try
					taken[try]++
					missing--
				}
			}
		}
	}
	return signs
}

// initials returns the first letters of a name's words, of its first or its last word so many, and the number at its end.
func initials(words []string, count int, last bool) string {
	var letters []rune
	number, at, known := "", 0, 0
	if last {
		at = len(words) - 1
	}
	for i, word := range words {
		begins := []rune(word)
		switch {
		case unicode.IsDigit(begins[0]):
			number = string(begins[:min(len(begins), 4)])
		case unicode.IsLetter(begins[0]) && known < mostInitials:
			known++
			letters = append(letters, unicode.ToUpper(begins[0]))
			if i == at {
				letters = append(letters, begins[1:min(len(begins), count)]...)
			}
		}
	}
	if len(letters) == 0 && number == "" {
		letters = []rune(words[0])[:1]
	}
	return string(letters) + number
}

// short returns the longest form of the company's name that fits into the width in one line: all of it where it does, and where
// no form does, the name cut in its middle.
func (d *Disc) short(most float64) string {
	for _, form := range append([]string{strings.Join(strings.Fields(d.Name), " ")}, d.shorts...) {
		if textWidth(form, true, nameSize) <= most {
			return form
		}
	}
	return cutMiddle(d.Name, most)
}

// inTwo returns the name in one line, or in up to two without its last words; where another company's name begins with the same
// ones, as much of its beginning as fits and its last words.
func (d *Disc) inTwo() []string {
	for _, form := range append([]string{d.Name}, d.shorts...) {
		for lines := range 2 {
			if way, width := splitName(strings.Join(strings.Fields(form), " "), lines+1); way != nil && width <= nameWidth && (lines == 0 || form != d.Name) {
				return way
			}
		}
	}
	return cutName(d.Name)
}

// cutMiddle returns a name of at most the width, with its last letters, by which names differ that begin alike.
func cutMiddle(name string, most float64) string {
	letters := []rune(strings.Join(strings.Fields(name), " "))
	last := string(letters[len(letters)-min(len(letters), 6):])
	for kept := len(letters) - min(len(letters), 6); kept > 0; kept-- {
		cut := strings.TrimRight(string(letters[:kept]), " ,.-–&") + "…" + last
		if textWidth(cut, true, nameSize) <= most {
			return cut
		}
	}
	return shorten(name, true, nameSize, most)
}
