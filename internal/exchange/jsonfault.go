package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	"roundtrip/internal/deal"
)

// faultOf says in words, and with the line, why the text could not be decoded into an object. The decoder's own
// error tells of Go's types, and for a key that it does not know or a value that it refuses no place.
func faultOf(text []byte, err error, into any) error {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF):
		return errors.New("the file is empty")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("the file ends in the middle: it was cut short")
	case errors.As(err, &syntax):
		from := text[min(max(syntax.Offset-1, 0), int64(len(text))):]
		line, _, _ := bytes.Cut(from, []byte{'\n'})
		if len(bytes.TrimSpace(line)) == 0 {
			return fmt.Errorf("line %d: a text breaks off at the end of the line: write a line break in it as \\n", lineAt(text, syntax.Offset-1))
		}
		return fmt.Errorf("line %d is not JSON from %q on: look there for a comma, a bracket or a quotation mark that is missing or too many",
			lineAt(text, syntax.Offset-1), deal.Clipped(string(line)))
	}
	finder := faultFinder{text}
	if fault := finder.find(text, 0, reflect.TypeOf(into), ""); fault != nil {
		return fault
	}
	return err
}

func lineAt(text []byte, offset int64) int {
	return 1 + bytes.Count(text[:min(max(offset, 0), int64(len(text)))], []byte{'\n'})
}

// faultFinder looks through a text that is JSON for the first value that does not fit.
type faultFinder struct{ text []byte }

// find compares the value, which begins at the offset and is reached by the path, with the type.
func (f faultFinder) find(value []byte, offset int64, fits reflect.Type, path string) error {
	for fits.Kind() == reflect.Pointer {
		fits = fits.Elem()
	}
	value, offset = bytes.TrimLeft(value, " \t\r\n"), offset+int64(len(value)-len(bytes.TrimLeft(value, " \t\r\n")))
	inside := value[0] == '{' && fits.Kind() == reflect.Struct || value[0] == '[' && fits.Kind() == reflect.Slice
	if !inside {
		err := json.Unmarshal(value, reflect.New(fits).Interface())
		var kind *json.UnmarshalTypeError
		switch {
		case err == nil:
			return nil
		case errors.As(err, &kind):
			err = fmt.Errorf("%s stands where %s belongs", sortOfValue(value), sortOfType(fits))
		}
		if path != "" {
			err = fmt.Errorf("%s: %w", path, err)
		}
		return fmt.Errorf("line %d: %w", lineAt(f.text, offset), err)
	}
	decoder := json.NewDecoder(bytes.NewReader(value))
	if _, err := decoder.Token(); err != nil {
		return err
	}
	for entry := 1; decoder.More(); entry++ {
		part, step := reflect.Type(nil), fmt.Sprintf("%s %d", path, entry)
		if fits.Kind() == reflect.Slice {
			part = fits.Elem()
		} else {
			name, err := decoder.Token()
			if err != nil {
				return err
			}
			key, keys := name.(string), []string(nil)
			if part, keys = keyOf(fits, key); part == nil {
				return fmt.Errorf("line %d: there is no key %q here: the keys are %s",
					lineAt(f.text, offset+decoder.InputOffset()), deal.Clipped(key), strings.Join(keys, ", "))
			}
			if step = key; path != "" {
				step = path + ", " + key
			}
		}
		var raw json.RawMessage
		if err := decoder.Decode(&raw); err != nil {
			return err
		}
		if err := f.find(raw, offset+decoder.InputOffset()-int64(len(raw)), part, step); err != nil {
			return err
		}
	}
	return nil
}

// keyOf returns the type of the key's value in an object, or nil and the keys that there are.
func keyOf(object reflect.Type, key string) (value reflect.Type, keys []string) {
	for i := range object.NumField() {
		name, _, _ := strings.Cut(object.Field(i).Tag.Get("json"), ",")
		if name == "" {
			continue
		}
		if strings.EqualFold(name, key) {
			return object.Field(i).Type, nil
		}
		keys = append(keys, name)
	}
	return nil, keys
}

// sortOfValue says what a JSON value is.
func sortOfValue(value []byte) string {
	switch value[0] {
	case '"':
		return "a text"
	case '{':
		return "an object, in braces,"
	case '[':
		return "a list, in brackets,"
	case 't', 'f':
		return "true or false"
	}
	return "the number " + deal.Clipped(string(value))
}

// sortOfType says what JSON value a type is read from.
func sortOfType(fits reflect.Type) string {
	switch fits.Kind() {
	case reflect.Slice:
		return "a list, in brackets,"
	case reflect.Struct:
		return "an object, in braces,"
	case reflect.Bool:
		return "true or false"
	case reflect.Int, reflect.Int64:
		return "a whole number"
	case reflect.Float64:
		return "a number"
	}
	if fits == reflect.TypeFor[json.Number]() {
		return "a number"
	}
	return "a text"
}
