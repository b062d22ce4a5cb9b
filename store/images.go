package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
)

// image writes the row as a JSON object of column names and values, in the order of the columns, without the
// ID and without what is NULL. Names keep the history readable, also after a migration has added columns. No
// row is "".
func (t *table) image(values row) (string, error) {
	if values == nil {
		return "", nil
	}
	text := make([]byte, 0, 256)
	text = append(text, '{')
	for i, value := range values {
		if i == 0 || value == nil {
			continue
		}
		if len(text) > 1 {
			text = append(text, ',')
		}
		text = strconv.AppendQuote(text, t.columns[i].name)
		text = append(text, ':')
		switch value := value.(type) {
		case int64:
			text = strconv.AppendInt(text, value, 10)
		case float64:
			text = strconv.AppendFloat(text, value, 'g', -1, 64)
		default:
			encoded, err := json.Marshal(value)
			if err != nil {
				return "", err
			}
			text = append(text, encoded...)
		}
	}
	return string(append(text, '}')), nil
}

// parseImage reads the row of the ID from its image. Numbers are not read as floating-point numbers: cents
// would lose their last digits.
func (t *table) parseImage(id int64, text string) (row, error) {
	if text == "" {
		return nil, nil
	}
	decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
	decoder.UseNumber()
	var image map[string]any
	if err := decoder.Decode(&image); err != nil {
		return nil, fmt.Errorf("history of %s %d: %w", t.name, id, err)
	}
	values := make(row, len(t.columns))
	values[0] = id
	for i, column := range t.columns {
		switch value := image[column.name].(type) {
		case string:
			values[i] = value
		case json.Number:
			number, err := parseNumber(value, column.real)
			if err != nil {
				return nil, fmt.Errorf("history of %s %d: %w", t.name, id, err)
			}
			values[i] = number
		}
	}
	return values, nil
}

func parseNumber(number json.Number, real bool) (any, error) {
	if real {
		return number.Float64()
	}
	return number.Int64()
}
