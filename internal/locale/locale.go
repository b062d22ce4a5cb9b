// Package locale keeps Fyne quiet in the C.UTF-8 locale, which containers and servers have. Fyne looks the
// language up while the program initialises, and complains on standard error about "C", also when a command
// runs that needs no window.
//
// It works by being imported. Packages are initialised in the order of their paths as far as their imports
// allow; this one imports little and stands before text/template, which Fyne's languages need.
package locale

import "os"

func init() {
	if language() == "C" && os.Getenv("LANGUAGE") == "" {
		// A failure leaves everything as it was.
		_ = os.Setenv("LANGUAGE", "en")
	}
}

// language returns the language part of the locale of messages when it has an encoding, such as C in C.UTF-8.
func language() string {
	for _, name := range [...]string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := os.Getenv(name)
		for at := range value {
			if value[at] == '.' {
				return value[:at]
			}
		}
		if value != "" {
			break
		}
	}
	return ""
}
