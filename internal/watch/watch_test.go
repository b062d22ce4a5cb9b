package watch

import (
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
)

// TestFileTellsWhatHappensToIt does to real files what other programs do.
func TestFileTellsWhatHappensToIt(t *testing.T) {
	write := func(path string) error { return os.WriteFile(path, []byte("written"), 0o600) }
	happenings := map[string]func(path string) error{
		"written to": write,
		"renamed":    func(path string) error { return os.Rename(path, path+".away") },
		"removed":    os.Remove,
		"cut off":    func(path string) error { return os.Truncate(path, 3) },
	}
	if path := filepath.Join("folder", "file"); watchedFor(path) != path {
		happenings["written to in WAL mode"] = func(path string) error { return write(path + "-wal") }
		happenings["an edit begun"] = func(path string) error { return write(path + "-journal") }
		happenings["replaced"] = func(path string) error { return os.Rename(filepath.Join(filepath.Dir(path), "other"), path) }
	}
	for name, happens := range happenings {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "a.roundtrip")
			for _, file := range []string{path, filepath.Join(folder, "other")} {
				if err := write(file); err != nil {
					t.Fatal(err)
				}
			}
			told := make(chan struct{}, 100)
			stop, err := File(path, func() { told <- struct{}{} })
			if err != nil {
				t.Fatal(err)
			}
			defer stop()
			if err := happens(path); err != nil {
				t.Fatal(err)
			}
			awaitTold(t, told)
		})
	}
}

// followed runs follow on what the test says happens. It tells when it was called.
func followed(t *testing.T) (watcher *fsnotify.Watcher, path string, told chan time.Time, end func()) {
	t.Helper()
	path, told = filepath.Join("folder", "a.roundtrip"), make(chan time.Time, 100)
	watcher = &fsnotify.Watcher{Events: make(chan fsnotify.Event), Errors: make(chan error)}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		follow(watcher, []string{path}, func() { told <- time.Now() })
	}()
	return watcher, path, told, func() {
		close(watcher.Events)
		<-ended
	}
}

// TestManyWritesAreToldOnce writes fewer times than last as long as it waits for quiet.
func TestManyWritesAreToldOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		watcher, path, told, end := followed(t)
		for range 50 {
			watcher.Events <- fsnotify.Event{Name: path, Op: fsnotify.Write}
			time.Sleep(quiet / 100)
		}
		time.Sleep(10 * latest)
		if len(told) != 1 {
			t.Errorf("told %d times", len(told))
		}
		end()
	})
}

// TestWritesThatGoOnAreTold tells of them while they go on, of those that the system has lost count of too.
func TestWritesThatGoOnAreTold(t *testing.T) {
	for name, happens := range map[string]func(*fsnotify.Watcher, string){
		"writes":              func(w *fsnotify.Watcher, path string) { w.Events <- fsnotify.Event{Name: path, Op: fsnotify.Write} },
		"too many to tell of": func(w *fsnotify.Watcher, _ string) { w.Errors <- fsnotify.ErrEventOverflow },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				watcher, path, told, end := followed(t)
				began := time.Now()
				for time.Since(began) < 3*latest+quiet {
					happens(watcher, path)
					time.Sleep(quiet / 2)
					synctest.Wait() // what is due now is told before more happens
				}
				if len(told) != 3 || (<-told).Sub(began) > latest {
					t.Errorf("told %d times", len(told))
				}
				end()
			})
		})
	}
}

// TestNothingIsToldAfterTheEnd ends it while something is not told yet.
func TestNothingIsToldAfterTheEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		watcher, path, told, end := followed(t)
		watcher.Events <- fsnotify.Event{Name: path, Op: fsnotify.Write}
		end()
		time.Sleep(10 * latest)
		if len(told) != 0 {
			t.Error("it was told")
		}
	})
}

// TestFileTellsThroughALink writes to the file that the path of the document leads to.
func TestFileTellsThroughALink(t *testing.T) {
	path, link := filepath.Join(t.TempDir(), "a.roundtrip"), filepath.Join(t.TempDir(), "link.roundtrip")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		return // a system or user without links
	}
	told := make(chan struct{}, 100)
	stop, err := File(link, func() { told <- struct{}{} })
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	if err := os.WriteFile(path, []byte("written"), 0o600); err != nil {
		t.Fatal(err)
	}
	awaitTold(t, told)
}

// awaitTold waits much longer than it takes to be told.
func awaitTold(t *testing.T, told <-chan struct{}) {
	t.Helper()
	select {
	case <-told:
	case <-time.After(20 * time.Second):
		t.Fatal("it was not told")
	}
}

func TestFileOfNoFolder(t *testing.T) {
	if _, err := File(filepath.Join(t.TempDir(), "none", "a.roundtrip"), func() {}); err == nil {
		t.Error("a folder that is not there is watched")
	}
}

func TestConcerns(t *testing.T) {
	folder := filepath.FromSlash("/home/ada")
	path := filepath.Join(folder, "a.roundtrip")
	for _, try := range []struct {
		name string
		op   fsnotify.Op
		want bool
	}{
		{path, fsnotify.Write, true},
		{path, fsnotify.Create, true},
		{path, fsnotify.Rename, true},
		{path, fsnotify.Write | fsnotify.Chmod, true},
		{path, fsnotify.Chmod, false},
		{path + "-wal", fsnotify.Write, true},
		{path + "-journal", fsnotify.Remove, true},
		{path + "-shm", fsnotify.Write, false},
		{path + ".txt", fsnotify.Write, false},
		{filepath.Join(folder, "b.roundtrip"), fsnotify.Write, false},
		{folder, fsnotify.Rename, true},
		{filepath.Dir(folder), fsnotify.Rename, false},
	} {
		if got := concerns(fsnotify.Event{Name: try.name, Op: try.op}, []string{path}); got != try.want {
			t.Errorf("%v of %s concerns it: %t", try.op, try.name, got)
		}
	}
}
