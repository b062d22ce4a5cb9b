package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"roundtrip/internal/progress"
)

// followed is the context of the reading of a source. It says on the terminal every second how far that has come.
func (i importing) followed(ctx context.Context, source string) context.Context {
	if i.terminal == nil {
		return ctx
	}
	return progress.With(ctx, time.Second, func(report progress.Report) {
		_, _ = fmt.Fprintf(i.terminal, "roundtrip: %s: %s\n", filepath.Base(source), report) // the import does not fail for it
	})
}

// terminal is where somebody looks on, or nil.
func (p Program) terminal() io.Writer {
	if !p.Watched {
		return nil
	}
	return p.Errors
}

// stopped says of an import that was called off what became of the document.
func stopped(err error, target, left string) error {
	if errors.Is(err, context.Canceled) && !errors.As(err, new(stoppedError)) {
		return stoppedError{target, left}
	}
	return err
}

// stoppedError is the error of an import that was called off.
type stoppedError struct{ target, left string }

func (e stoppedError) Error() string {
	return fmt.Sprintf("stopped: nothing was imported, and “%s” %s", e.target, e.left)
}

// Unwrap lets it be told from a failure.
func (stoppedError) Unwrap() error { return context.Canceled }
