package deal

import (
	"errors"
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
)

// Amount is what people write in an amount field: a figure, its currency when they say one, and the length
// of the schedule when they add "over 7 years".
type Amount struct {
	Figure     Figure
	Currency   Currency // "" when the text names none
	TermMonths int      // 0 when the text names none
}

// ParseAmount reads an amount as people write it: 10b, $350m, 1.4tn, 38 billion over 7 years, up to 22.4bn,
// at least 13bn, about 10bn, 10-15bn, undisclosed. An empty text and a dash alone, a spreadsheet's empty cell, are
// undisclosed. What could be read in two ways is refused with a sentence; nothing is guessed.
func ParseAmount(text string) (Amount, error) {
	rest := strings.ToLower(strings.Join(strings.Fields(plainSigns.Replace(text)), " "))
	text = Clipped(strings.TrimSpace(text)) // from here on it is only quoted
	var amount Amount
	if before, term, found := cutTerm(rest); found {
		months, err := ParseTerm(term)
		if err != nil {
			return Amount{}, err
		}
		rest, amount.TermMonths = before, months
	}
	switch rest {
	case "", "?", "-", "undisclosed", "not disclosed", "unknown", "n/a":
		amount.Figure = Undisclosed()
		return amount, nil
	}
	said, rest := cutSaid(rest)
	parts := splitRange(rest)
	if len(parts) == 2 && said != SaidExact && said != SaidAbout {
		return Amount{}, fmt.Errorf("%q says both %q and a range: use one of them", text, said)
	}
	numbers := make([]number, len(parts))
	for i, part := range parts {
		parsed, err := parseNumber(part, text)
		if err != nil {
			return Amount{}, err
		}
		numbers[i] = parsed
	}
	if len(numbers) == 2 {
		if err := shareUnit(&numbers[0], &numbers[1]); err != nil {
			return Amount{}, err
		}
	}
	cents := make([]int64, len(numbers))
	for i, number := range numbers {
		var err error
		if cents[i], err = number.cents(text); err != nil {
			return Amount{}, err
		}
		amount.Currency = number.currency
	}
	switch {
	case len(cents) == 2 && cents[0] > cents[1]:
		return Amount{}, fmt.Errorf("the range in %q runs downwards: write the smaller amount first", text)
	case len(cents) == 2:
		amount.Figure = Between(cents[0], cents[1])
	case said == SaidUpTo:
		amount.Figure = UpTo(cents[0])
	case said == SaidAtLeast:
		amount.Figure = AtLeast(cents[0])
	case said == SaidAbout:
		amount.Figure = About(cents[0])
	default:
		amount.Figure = Exactly(cents[0])
	}
	return amount, nil
}

// ParseLegAmount reads the amount of a leg, as ParseAmount does, and says of one below zero how money that runs the
// other way is entered.
func ParseLegAmount(text string) (Amount, error) {
	amount, err := ParseAmount(text)
	var negative *negativeError
	if errors.As(err, &negative) {
		err = fmt.Errorf("%q is negative: money that runs the other way is a leg with payer and payee swapped", negative.text)
	}
	return amount, err
}

// ParseMoney reads a plain amount such as a company's cash: one number, no range and no words before it.
func ParseMoney(text string, currency Currency) (Money, error) {
	amount, err := ParseAmount(text)
	if err != nil {
		return Money{}, err
	}
	if amount.Figure.Said != SaidExact || amount.TermMonths != 0 {
		return Money{}, fmt.Errorf("%q is not one plain amount: write a number such as 12.5bn", Clipped(text))
	}
	if amount.Currency != "" {
		currency = amount.Currency
	}
	return Money{Cents: amount.Figure.Best, Currency: currency}, nil
}

// ParseTerm reads the length of a schedule: "7 years", "7", "7y", "18 months", "a decade". Years may have
// halves and quarters. The answer is in months, 1 to 1,200.
func ParseTerm(text string) (months int, err error) {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	switch text {
	case "":
		return 0, nil
	case "a year", "one year":
		return 12, nil
	case "a decade", "the next decade", "one decade":
		return 120, nil
	}
	match := termPattern.FindStringSubmatch(text)
	text = Clipped(text)
	if match == nil {
		return 0, fmt.Errorf("%q is not a length of time: write 7 years or 18 months", text)
	}
	count, err := strconv.ParseFloat(match[1], 64)
	if err != nil {
		return 0, fmt.Errorf("%q is not a length of time: write 7 years or 18 months", text)
	}
	if !strings.HasPrefix(match[2], "m") {
		count *= 12
	}
	months = int(count)
	if float64(months) != count {
		return 0, fmt.Errorf("%q is not a whole number of months: write 18 months, or years with .25, .5 or .75", text)
	}
	if months < 1 || months > 1200 {
		return 0, fmt.Errorf("%q is outside one month to a hundred years", text)
	}
	return months, nil
}

// ParsePercent reads a share written as a percentage: "27", "27%", "0.35 %", to four decimals.
func ParsePercent(text string) (Share, error) {
	digits := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	text = Clipped(text)
	if digits == "" {
		return 0, nil
	}
	if strings.Contains(digits, ",") {
		return 0, fmt.Errorf("%q has a comma: write the decimals after a point, as in 2.5%%", text)
	}
	value, ok := new(big.Rat).SetString(digits)
	if !ok || !percentPattern.MatchString(digits) {
		return 0, fmt.Errorf("%q is not a percentage: write a number such as 27 or 0.35%%", text)
	}
	value.Mul(value, big.NewRat(10_000, 1))
	switch {
	case !value.IsInt():
		return 0, fmt.Errorf("%q has more than four decimals", text)
	case value.Sign() < 0 || value.Cmp(big.NewRat(int64(Whole), 1)) > 0:
		return 0, fmt.Errorf("%q is outside 0%% to 100%%", text)
	}
	return Share(value.Num().Int64()), nil
}

// plainSigns are what typists and web pages write instead of the plain signs.
var plainSigns = strings.NewReplacer(
	"\u00a0", " ", "\u202f", " ", "−", "-", "–", "-", "—", "-", "≈", "~", "≥", ">=", "≤", "<=")

var (
	termPattern    = regexp.MustCompile(`^(\d{1,15}(?:\.\d{1,2})?) ?(y|yr|yrs|year|years|m|mo|mos|month|months|)\.?$`)
	percentPattern = regexp.MustCompile(`^-?\d{1,9}(\.\d{1,9})?$|^-?\.\d{1,9}$`)
	numberPattern  = regexp.MustCompile(`^(\d[\d,. ']*|\.\d+) ?([\p{L}.]*)$`)
	groupPattern   = regexp.MustCompile(`^\d{1,3}([, ']\d{3})+(\.\d+)?$`)
	plainPattern   = regexp.MustCompile(`^(\d+(\.\d*)?|\.\d+)$`)
	// thousandsPattern is a number whose point could part thousands, as in much of Europe.
	thousandsPattern = regexp.MustCompile(`^[1-9]\d{0,2}\.\d{3}$`)

	codePattern = regexp.MustCompile(`^[a-z]{3}$`)
)

// cutTerm splits "38bn over 7 years" and "5bn for 18 months" before the length of the schedule.
func cutTerm(text string) (before, term string, found bool) {
	for _, word := range []string{" over ", " for "} {
		if at := strings.LastIndex(text, word); at > 0 {
			return text[:at], text[at+len(word):], true
		}
	}
	return text, "", false
}

func cutSaid(text string) (Said, string) {
	for _, word := range []struct {
		prefix string
		said   Said
	}{
		{"up to ", SaidUpTo}, {"at most ", SaidUpTo}, {"<=", SaidUpTo}, {"max ", SaidUpTo},
		{"at least ", SaidAtLeast}, {"more than ", SaidAtLeast}, {"over ", SaidAtLeast}, {"above ", SaidAtLeast},
		{">=", SaidAtLeast}, {">", SaidAtLeast}, {"min ", SaidAtLeast},
		{"about ", SaidAbout}, {"around ", SaidAbout}, {"approximately ", SaidAbout}, {"approx. ", SaidAbout},
		{"approx ", SaidAbout}, {"roughly ", SaidAbout}, {"some ", SaidAbout}, {"circa ", SaidAbout},
		{"ca. ", SaidAbout}, {"c. ", SaidAbout}, {"~", SaidAbout},
	} {
		if rest, found := strings.CutPrefix(text, word.prefix); found {
			return word.said, strings.TrimSpace(rest)
		}
	}
	if rest, found := strings.CutSuffix(text, "+"); found {
		return SaidAtLeast, strings.TrimSpace(rest)
	}
	return SaidExact, text
}

// splitRange splits "10-15bn", "10bn to 15bn" and "between 10 and 15bn"; a minus before the first digit is no range.
func splitRange(text string) []string {
	if rest, found := strings.CutPrefix(text, "between "); found {
		if low, high, found := strings.Cut(rest, " and "); found {
			return []string{strings.TrimSpace(low), strings.TrimSpace(high)}
		}
	}
	for _, word := range []string{" to ", "-"} {
		if low, high, found := strings.Cut(text, word); found && strings.ContainsAny(low, "0123456789") {
			return []string{strings.TrimSpace(low), strings.TrimSpace(high)}
		}
	}
	return []string{text}
}

// negativeError is an amount below zero.
type negativeError struct{ text string }

func (e *negativeError) Error() string {
	return fmt.Sprintf("%q is negative: an amount is zero or more", e.text)
}

type number struct {
	digits   string // plain decimal: 1234.5
	scale    int64  // cents per unit; 0 when the text names no unit
	currency Currency
}

func parseNumber(text, original string) (number, error) {
	negative := func(text string) bool { return strings.HasPrefix(text, "-") || strings.HasPrefix(text, "(") }
	if negative(text) {
		return number{}, &negativeError{original}
	}
	currency, text := cutCurrency(text)
	if negative(text) {
		return number{}, &negativeError{original}
	}
	match := numberPattern.FindStringSubmatch(text)
	if code := joinedCode(text); code != "" && currency == "" {
		return number{}, fmt.Errorf("%q has the currency joined to the number: write it apart, as in 20bn %s", original, code)
	}
	if match == nil {
		if !strings.ContainsAny(text, "0123456789") {
			return number{}, fmt.Errorf("%q is not an amount: leave it empty where none is known, or write it as 10bn, $350m, 1.4tn or 12,500,000", original)
		}
		return number{}, fmt.Errorf("%q is not an amount: write it as 10bn, $350m, 1.4tn or 12,500,000", original)
	}
	digits, err := plainDigits(strings.TrimSpace(match[1]), original)
	if err != nil {
		return number{}, err
	}
	scale, known := scales[strings.TrimSuffix(match[2], ".")]
	if !known {
		return number{}, unknownUnit(original, Clipped(match[2]))
	}
	return number{digits: digits, scale: scale, currency: currency}, nil
}

// cutCurrency takes a sign or code off either end: "$10bn", "usd 10bn", "10bn eur", "€2.5bn", "us$5m".
func cutCurrency(text string) (Currency, string) {
	if rest, found := strings.CutPrefix(text, "us$"); found {
		return USD, strings.TrimSpace(rest)
	}
	for currency, symbol := range symbols {
		if rest, found := strings.CutPrefix(text, symbol); found {
			return currency, strings.TrimSpace(rest)
		}
		if rest, found := strings.CutSuffix(text, symbol); found {
			return currency, strings.TrimSpace(rest)
		}
	}
	if words := strings.Split(text, " "); len(words) > 1 {
		first, last := words[0], words[len(words)-1]
		if codePattern.MatchString(first) && KnownCurrency(Currency(strings.ToUpper(first))) {
			return Currency(strings.ToUpper(first)), strings.Join(words[1:], " ")
		}
		if last == "dollars" || last == "euros" {
			return map[string]Currency{"dollars": USD, "euros": "EUR"}[last], strings.Join(words[:len(words)-1], " ")
		}
		if codePattern.MatchString(last) && KnownCurrency(Currency(strings.ToUpper(last))) {
			return Currency(strings.ToUpper(last)), strings.Join(words[:len(words)-1], " ")
		}
	}
	return "", text
}

// joinedPattern is a number with letters before or behind it that may end or begin with a currency's code.
var joinedPattern = regexp.MustCompile(`^(?:([a-z]{3})[\d.].*|.*\d ?([a-z]*?)([a-z]{3}))$`)

// joinedCode returns the currency that is written without a blank before or after the number, or "".
func joinedCode(text string) Currency {
	match := joinedPattern.FindStringSubmatch(text)
	if match == nil {
		return ""
	}
	code := Currency(strings.ToUpper(match[1] + match[3]))
	_, unit := scales[match[2]]
	_, whole := scales[match[2]+match[3]]
	if !unit || whole && match[1] == "" || !KnownCurrency(code) {
		return ""
	}
	return code
}

var scales = map[string]int64{
	"":  0,
	"k": 1_000_00, "thousand": 1_000_00,
	"m": 1_000_000_00, "mn": 1_000_000_00, "mm": 1_000_000_00, "mln": 1_000_000_00, "million": 1_000_000_00, "millions": 1_000_000_00,
	"b": 1_000_000_000_00, "bn": 1_000_000_000_00, "bln": 1_000_000_000_00, "billion": 1_000_000_000_00, "billions": 1_000_000_000_00,
	"t": 1_000_000_000_000_00, "tn": 1_000_000_000_000_00, "trn": 1_000_000_000_000_00, "trillion": 1_000_000_000_000_00, "trillions": 1_000_000_000_000_00,
}

func unknownUnit(text, unit string) error {
	switch strings.TrimSuffix(unit, ".") {
	case "mrd", "md", "milliard", "milliarde", "milliarden", "milliards":
		return fmt.Errorf("%q uses %q: write it in English, a milliard is bn (2.5bn)", text, unit)
	case "mio", "bio", "bill":
		return fmt.Errorf("%q uses %q, which means different amounts in different languages: write m, bn or tn", text, unit)
	}
	return fmt.Errorf("%q ends in %q, which is no unit: use k, m, bn or tn", text, unit)
}

// plainDigits takes thousands separators out, and refuses what could be a decimal comma.
func plainDigits(digits, original string) (string, error) {
	switch {
	case plainPattern.MatchString(digits):
		return digits, nil
	case groupPattern.MatchString(digits):
		return strings.NewReplacer(",", "", " ", "", "'", "").Replace(digits), nil
	case strings.Contains(digits, ","):
		return "", fmt.Errorf("%q has a comma that is no thousands separator: write the decimals after a point, as in 2.5bn", original)
	case strings.Count(digits, ".") > 1:
		return "", fmt.Errorf("%q has more than one point: write thousands with commas, as in 1,234,567", original)
	}
	return "", fmt.Errorf("%q is not a number: write it as 12,500,000 or 12.5m", original)
}

// shareUnit lets "10-15bn" mean 10bn to 15bn, and refuses two currencies.
func shareUnit(low, high *number) error {
	if low.scale == 0 {
		low.scale = high.scale
	}
	if low.currency != "" && high.currency != "" && low.currency != high.currency {
		return errors.New("a range cannot run from one currency to another")
	}
	if low.currency == "" {
		low.currency = high.currency
	}
	high.currency = low.currency
	return nil
}

func (n number) cents(text string) (int64, error) {
	value, ok := new(big.Rat).SetString(n.digits)
	if !ok {
		return 0, fmt.Errorf("%q is not a number: write it as 12,500,000 or 12.5m", text)
	}
	scale := n.scale
	if scale == 0 {
		if thousandsPattern.MatchString(n.digits) {
			whole := strings.Replace(n.digits, ".", ",", 1)
			return 0, fmt.Errorf("%q could be thousands or decimals: write %s, or %s with two decimals", text, whole, n.digits[:len(n.digits)-1])
		}
		scale = 100
	}
	value.Mul(value, big.NewRat(scale, 1))
	switch {
	case !value.IsInt():
		return 0, fmt.Errorf("%q is not a whole number of cents: write at most two decimals", text)
	case value.Cmp(big.NewRat(MaxCents, 1)) > 0:
		return 0, fmt.Errorf("%q is above 100 trillion, the most that an amount can be", text)
	}
	return value.Num().Int64(), nil
}

// TermText returns a length of time as ParseTerm reads it: "7 years", "18 months", or "" for 0.
func TermText(months int) string {
	switch {
	case months == 0:
		return ""
	case months == 12:
		return "1 year"
	case months%12 == 0:
		return fmt.Sprintf("%d years", months/12)
	case months == 1:
		return "1 month"
	}
	return fmt.Sprintf("%d months", months)
}
