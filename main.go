// Roundtrip draws who pays whom in circular deals, and shows at once what changes when a deal changes.
package main

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"strconv"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"roundtrip/assets"
	"roundtrip/gui"
	"roundtrip/internal/command"
	_ "roundtrip/internal/locale"
	"roundtrip/store"
)

// metadata is the one place where name, identity, version and build number stand.
//
//go:embed FyneApp.toml
var metadata string

func main() {
	attachConsole()
	if file, asked := command.Window(os.Args[1:]); asked {
		err := command.CanShow(file)
		if err == nil {
			err = showWindow(file)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "roundtrip:", err)
			os.Exit(command.ExitFailed)
		}
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	context.AfterFunc(ctx, func() { endSoon(stop) })
	program := command.Program{Version: detail("Version"), Build: detail("Build"), Out: os.Stdout, Errors: os.Stderr, Watched: isTerminal(os.Stderr)}
	code := program.Run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// showWindow opens the file, or without one the last document, in the window until it is closed.
func showWindow(file string) error {
	documents, err := command.UserDocuments()
	if err != nil {
		return err
	}
	schema, err := store.SchemaVersion()
	if err != nil {
		return err
	}
	build, err := strconv.Atoi(detail("Build"))
	if err != nil {
		return fmt.Errorf("read FyneApp.toml: %w", err)
	}
	icon := fyne.NewStaticResource("icon.png", assets.Icon)
	app.SetMetadata(fyne.AppMetadata{
		ID: detail("ID"), Name: detail("Name"), Version: detail("Version"), Build: build, Icon: icon,
		Migrations: map[string]bool{"fyneDo": true},
	})
	program := app.NewWithID(detail("ID"))
	program.SetIcon(icon)
	window, err := openWindow(func() *gui.Window {
		return gui.New(program, gui.Files{
			Open:   asDocument(documents.Open),
			Create: asDocument(documents.Create),
			Sample: asDocument(documents.OpenSample),
			Import: command.ReadFile,
			Export: command.WriteFile,
		}, gui.About{Version: detail("Version"), Build: detail("Build"), Schema: schema})
	})
	if err != nil {
		return err
	}
	if absolute, err := filepath.Abs(file); err == nil && file != "" && file != command.Sample {
		file = absolute // messages and the status bar say where it is
	}
	window.OpenAtStart(file, documents.SamplePath())
	window.ShowAndRun()
	return nil
}

// openWindow makes the window. Where the display is named but cannot be reached, the library that draws does not
// return an error but panics with one.
func openWindow(make func() *gui.Window) (window *gui.Window, err error) {
	defer func() {
		if failed := recover(); failed != nil {
			err = fmt.Errorf("the window cannot be opened on this display (%v): the commands work without one, roundtrip --help lists them", failed)
		}
	}()
	return make(), nil
}

// asDocument lets the window see a document of the store as one of its own kind. A failure is a nil document,
// not an interface that holds a nil pointer.
func asDocument(open func(string) (*store.Document, error)) func(string) (gui.Document, error) {
	return func(path string) (gui.Document, error) {
		document, err := open(path)
		if err != nil {
			return nil, err
		}
		return document, nil
	}
}

// endings are the signals that tell a command to stop. Where the program was told to outlive its terminal, as nohup does,
// the end of that is none.
func endings() []os.Signal {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	return signals
}

// patience is how long a command that was told to stop may take to leave everything as it was.
const patience = 10 * time.Second

// endSoon ends the program when it does not stop by itself, as one that waits for a file that nobody writes, and lets a second
// signal end it at once. A document survives that: an edit that is cut off is taken back when it is opened.
func endSoon(listening context.CancelFunc) {
	listening()
	time.AfterFunc(patience, func() { os.Exit(command.ExitFailed) })
}

// isTerminal reports whether somebody reads there what is written, rather than a file or another program.
func isTerminal(file *os.File) bool {
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// detail returns a value of FyneApp.toml, "" when it is not there.
func detail(key string) string {
	line := regexp.MustCompile(`(?m)^` + key + ` = "?([^"\n]*)"?$`).FindStringSubmatch(metadata)
	if line == nil {
		return ""
	}
	return line[1]
}
