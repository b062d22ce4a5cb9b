// Package disk says in words why the operating system could not read or write a file. It opens no files itself.
package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// Reasons why a file cannot be read or written, with what to do about it.
var (
	ErrMissing = errors.New("there is no such file or folder")
	ErrExists  = errors.New("a file of that name is there already: choose another name")
	ErrFolder  = errors.New("it is a folder: name a file in it")
	ErrRefused = errors.New("you have no right to: ask its owner, or choose a folder of your own")
	ErrLocked  = errors.New("the disk or folder can only be read: choose a folder of your own")
	ErrInUse   = errors.New("another program has the file open: close it there and try again")
	ErrFull    = errors.New("the disk is full: make room and try again")
	ErrName    = errors.New("the name is too long, or has a character that file names cannot have: choose another name")
	ErrBroken  = errors.New("the disk reported an error: try another disk or folder")
)

// Reason returns what an error of the operating system means, one of the errors above, or nil for an error of
// another kind. What the system itself said is not in it: its words and language are not the program's.
func Reason(err error) error {
	var number syscall.Errno
	isNumber := errors.As(err, &number)
	is := func(unix syscall.Errno, windows ...syscall.Errno) bool {
		if runtime.GOOS != "windows" {
			return isNumber && number == unix
		}
		for _, one := range windows {
			if isNumber && number == one {
				return true
			}
		}
		return false
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist), is(syscall.ENOTDIR, 267):
		return ErrMissing
	case errors.Is(err, fs.ErrExist):
		return ErrExists
	case is(syscall.EISDIR):
		return ErrFolder
	case is(syscall.EROFS, 19):
		return ErrLocked
	case is(syscall.ETXTBSY, 32, 33):
		return ErrInUse
	case errors.Is(err, fs.ErrPermission):
		return ErrRefused
	case is(syscall.ENOSPC, 39, 112), is(syscall.EDQUOT, 1295), is(syscall.EFBIG, 223):
		return ErrFull
	case is(syscall.ENAMETOOLONG, 123, 206), is(syscall.EINVAL):
		return ErrName
	}
	var path *fs.PathError
	if isNumber || errors.As(err, &path) {
		return ErrBroken
	}
	return nil
}

// Failed returns the sentence that something ("write") could not be done to a file, for an error of the operating
// system with its reason, for another with what it says itself. Both can be told by errors.Is.
func Failed(doing, path string, err error) error {
	if err == nil {
		return nil
	}
	reason := Reason(err)
	if reason == nil {
		reason = err
	}
	if folder := filepath.Dir(path); errors.Is(reason, ErrMissing) {
		if _, absent := os.Stat(folder); errors.Is(absent, fs.ErrNotExist) {
			reason = fmt.Errorf("%w: the folder “%s” is not there: make it first, or name another", ErrMissing, folder)
		}
	}
	return &failure{sentence: fmt.Sprintf("cannot %s “%s”: %v", doing, path, reason), causes: []error{reason, err}}
}

type failure struct {
	sentence string
	causes   []error
}

func (f *failure) Error() string   { return f.sentence }
func (f *failure) Unwrap() []error { return f.causes }
