package packaging

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// parsePropertyList reads Apple's XML property list whose root is a dictionary: strings, booleans, arrays and
// dictionaries. Anything else is refused.
func parsePropertyList(text string) (map[string]any, error) {
	var list struct {
		Root element `xml:"dict"`
	}
	if err := xml.Unmarshal([]byte(text), &list); err != nil {
		return nil, err
	}
	return list.Root.dictionary()
}

// element is any element of the list.
type element struct {
	XMLName  xml.Name
	Text     string    `xml:",chardata"`
	Children []element `xml:",any"`
}

func (e element) value() (any, error) {
	switch e.XMLName.Local {
	case "string":
		return e.Text, nil
	case "true", "false":
		return e.XMLName.Local == "true", nil
	case "array":
		values := make([]any, len(e.Children))
		for n, child := range e.Children {
			var err error
			if values[n], err = child.value(); err != nil {
				return nil, err
			}
		}
		return values, nil
	case "dict":
		return e.dictionary()
	}
	return nil, fmt.Errorf("a property list does not have <%s>", e.XMLName.Local)
}

// dictionary pairs keys with the values behind them.
func (e element) dictionary() (map[string]any, error) {
	if len(e.Children)%2 != 0 {
		return nil, fmt.Errorf("a dictionary has %d elements: one of them lacks its value", len(e.Children))
	}
	values := map[string]any{}
	for n := 0; n < len(e.Children); n += 2 {
		key := e.Children[n]
		if key.XMLName.Local != "key" || strings.TrimSpace(key.Text) == "" {
			return nil, fmt.Errorf("<%s> stands where a key belongs", key.XMLName.Local)
		}
		if _, twice := values[key.Text]; twice {
			return nil, fmt.Errorf("the key %s is there twice", key.Text)
		}
		value, err := e.Children[n+1].value()
		if err != nil {
			return nil, err
		}
		values[key.Text] = value
	}
	return values, nil
}
