package command

import (
	"flag"
	"strings"
)

// positional reads the options, which may stand anywhere, and returns the other arguments. Everything behind
// "--" is no option. What is wrong is said in the program's words: those of package flag are about flags of a Go
// program.
func positional(options *flag.FlagSet, arguments []string) (files []string, err error) {
	for len(arguments) > 0 {
		argument := arguments[0]
		arguments = arguments[1:]
		switch {
		case argument == "--":
			return append(files, arguments...), nil
		case len(argument) < 2 || argument[0] != '-':
			files = append(files, argument)
			continue
		}
		name, value, given := strings.Cut(strings.TrimPrefix(argument[1:], "-"), "=")
		option := options.Lookup(name)
		if option == nil {
			return nil, misused("%s", noOption(options, argument))
		}
		switch {
		case isSwitch(option) && given:
			return nil, misused("--%s is given or left out, and has no value: write --%s alone", name, name)
		case isSwitch(option):
			value = "true"
		case !given && len(arguments) == 0:
			return nil, misused("--%s needs a value behind it", name)
		case !given:
			value, arguments = arguments[0], arguments[1:]
		}
		if options.Set(name, value) != nil {
			return nil, misused("--%s: %q is no %s", name, value, sortOf(option))
		}
	}
	return files, nil
}

// noOption says that a command does not have the option, and which it has.
func noOption(options *flag.FlagSet, argument string) string {
	var has []string
	options.VisitAll(func(option *flag.Flag) { has = append(has, "--"+option.Name) })
	argument, _, _ = strings.Cut(argument, "=")
	if len(has) == 0 {
		return options.Name() + " has no options, and was given " + argument
	}
	return options.Name() + " has no option " + argument + ": it has " + strings.Join(has, ", ")
}

// isSwitch reports whether an option is given without a value.
func isSwitch(option *flag.Flag) bool {
	value, ok := option.Value.(interface{ IsBoolFlag() bool })
	return ok && value.IsBoolFlag()
}

// sortOf says what the value of an option has to be.
func sortOf(option *flag.Flag) string {
	if value, ok := option.Value.(flag.Getter); ok {
		switch value.Get().(type) {
		case int:
			return "whole number"
		case uint64:
			return "whole number of 0 or more"
		case float64:
			return "number"
		}
	}
	return "value for it"
}

// withoutOptions returns the arguments of a command that has no options.
func withoutOptions(name string, arguments []string) ([]string, error) {
	return positional(flag.NewFlagSet(name, flag.ContinueOnError), arguments)
}
