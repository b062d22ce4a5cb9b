// Package watch tells when the file of a document, or what SQLite keeps beside it, is written to, moved or taken away,
// by this program or another. The operating system reports it, so that nothing runs while nothing happens; network
// drives may report nothing of what happens on another computer. It does not read the file.
package watch

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	// quiet is how long nothing must have happened to the file before it is told: a transaction writes many times.
	quiet = 100 * time.Millisecond
	// latest is how long after it began it is told at the latest.
	latest = time.Second
)

// File calls changed, in a goroutine of its own, soon after something has happened to the file of the path, until stop is
// called. When stop returns no call is under way. The error says why the operating system tells nothing.
func File(path string, changed func()) (stop func(), err error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("watch %s: %w", path, err)
	}
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch %s: %w", path, err)
	}
	names := []string{absolute}
	if real, err := filepath.EvalSymlinks(absolute); err == nil && real != absolute {
		names = append(names, real) // the link and the file it leads to
	}
	for _, name := range names {
		if err := watcher.Add(watchedFor(name)); err != nil {
			return nil, fmt.Errorf("watch %s: %w", path, errors.Join(err, watcher.Close()))
		}
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		follow(watcher, names, changed)
	}()
	return func() {
		_ = watcher.Close() // it has nothing to write
		<-ended
	}, nil
}

// watchedFor returns what to watch for a file: its folder, where a journal comes and goes beside it and another file may
// take its place. On macOS every file of a folder that is watched is held open, so there it is the file alone.
func watchedFor(file string) string {
	if runtime.GOOS == "darwin" {
		return file
	}
	return filepath.Dir(file)
}

// follow calls changed after what happens to the files of the names, until the watcher is closed.
func follow(watcher *fsnotify.Watcher, names []string, changed func()) {
	timer := time.NewTimer(quiet)
	timer.Stop()
	var began time.Time // of what is not told yet; zero: all is told
	tellSoon := func() {
		if began.IsZero() {
			began = time.Now()
		}
		timer.Reset(min(quiet, max(time.Until(began.Add(latest)), 0)))
	}
	for {
		select {
		case event, open := <-watcher.Events:
			if !open {
				return
			}
			if concerns(event, names) {
				tellSoon()
			}
		case _, open := <-watcher.Errors:
			if !open {
				return
			}
			tellSoon() // more happened at once than the system could tell of: perhaps to the file
		case <-timer.C:
			began = time.Time{}
			changed()
		}
	}
}

// concerns reports whether something happened to one of the files, to its folder, or to what SQLite keeps beside it.
func concerns(event fsnotify.Event, names []string) bool {
	if event.Op == fsnotify.Chmod {
		return false
	}
	for _, name := range names {
		beside, ok := strings.CutPrefix(event.Name, name)
		if ok && (beside == "" || beside == "-wal" || beside == "-journal") || event.Name == filepath.Dir(name) {
			return true
		}
	}
	return false
}
