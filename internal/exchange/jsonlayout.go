package exchange

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// lineWidth is how long a line of JSON may be before its lists and objects are opened up.
const lineWidth = 118

// laidOut indents compact JSON for people: an object or list that fits on a line stays on it, so that a
// figure reads {"said": "up to", "best": 22400000000} and a path of names is one line. The text is valid JSON
// without any white space between its tokens, as encoding/json writes it.
func laidOut(compact []byte) []byte {
	writer := layoutWriter{text: bytes.TrimSpace(compact)}
	writer.value(0, 0)
	writer.out.WriteByte('\n')
	return writer.out.Bytes()
}

type layoutWriter struct {
	text []byte
	at   int
	out  bytes.Buffer
}

// value copies the value at the position. used is how many characters its line holds already.
func (w *layoutWriter) value(depth, used int) {
	end, width := w.extent()
	opener := w.text[w.at]
	if opener != '{' && opener != '[' || used+width < lineWidth {
		w.flat(end)
		return
	}
	w.copyByte()
	indent := "\n" + strings.Repeat("  ", depth+1)
	for closer := opener + 2; w.text[w.at] != closer; {
		if w.text[w.at] == ',' {
			w.copyByte()
		}
		w.out.WriteString(indent)
		used := len(indent)
		if opener == '{' {
			key := w.stringEnd(w.at)
			used += utf8.RuneCount(w.text[w.at:key]) + 2
			w.out.Write(w.text[w.at:key])
			w.out.WriteString(": ")
			w.at = key + 1
		}
		w.value(depth+1, used)
	}
	w.out.WriteString("\n" + strings.Repeat("  ", depth))
	w.copyByte()
}

func (w *layoutWriter) copyByte() {
	w.out.WriteByte(w.text[w.at])
	w.at++
}

// flat copies up to end on one line, with a blank after each colon and comma.
func (w *layoutWriter) flat(end int) {
	for w.at < end {
		switch w.text[w.at] {
		case '"':
			stop := w.stringEnd(w.at)
			w.out.Write(w.text[w.at:stop])
			w.at = stop
		case ',', ':':
			w.copyByte()
			w.out.WriteByte(' ')
		default:
			w.copyByte()
		}
	}
}

// extent returns where the value at the position ends, and how wide it is on one line. It stops early once
// the value is too wide for any line: the end is then of no use to the caller, which opens the value up.
func (w *layoutWriter) extent() (end, width int) {
	depth := 0
	for at := w.at; at < len(w.text); {
		switch w.text[at] {
		case '"':
			stop := w.stringEnd(at)
			width += utf8.RuneCount(w.text[at:stop])
			at = stop
		case '{', '[':
			depth++
			width++
			at++
		case '}', ']':
			if depth == 0 {
				return at, width
			}
			depth--
			width++
			at++
		case ',', ':':
			if depth == 0 {
				return at, width
			}
			width += 2
			at++
		default:
			width++
			at++
		}
		if depth == 0 && (w.text[w.at] == '{' || w.text[w.at] == '[' || w.text[w.at] == '"') {
			return at, width
		}
		if depth > 0 && width > lineWidth {
			return at, width
		}
	}
	return len(w.text), width
}

// stringEnd returns the position after the string that begins at the position.
func (w *layoutWriter) stringEnd(at int) int {
	for at++; w.text[at] != '"'; at++ {
		if w.text[at] == '\\' {
			at++
		}
	}
	return at + 1
}
