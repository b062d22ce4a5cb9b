//go:build cgo && linux && !android && !wayland

package pinch

import (
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"path/filepath"
	"slices"
	"testing"
)

// What the X server of these tests calls itself and its parts.
const (
	ourWindow   = 0x200003
	otherWindow = 0x200004
	extension   = 131
)

// Numbers of the protocols, from X11/Xproto.h and X11/extensions/XI2proto.h.
const (
	changeAttributes, inputFocus, queryExtension = 2, 43, 98
	selectEvents, queryVersion                   = 46, 47
	generic, destroyNotify                       = 35, 17
	motion, pinchBegin, pinchUpdate, pinchEnd    = 6, 27, 28, 29
)

// server is an X server that knows only what the package asks.
type server struct {
	lacks   bool     // it has no XInput
	minor   uint16   // of the version of XInput
	refuses byte     // the request, of XInput's or of the core, that it answers with an error
	events  [][]byte // what it tells when it has been asked; nil: it ends there
}

// words are 16-bit numbers in the machine's own order, which is the one that XCB asks for.
func words(numbers ...uint16) []byte {
	var all []byte
	for _, number := range numbers {
		all = binary.NativeEndian.AppendUint16(all, number)
	}
	return all
}

func longs(numbers ...uint32) []byte {
	var all []byte
	for _, number := range numbers {
		all = binary.NativeEndian.AppendUint32(all, number)
	}
	return all
}

// padded fills up with zeros to what every answer and event has at least.
func padded(answer []byte) []byte { return append(answer, make([]byte, max(0, 32-len(answer)))...) }

// gesture is an event of XInput about our window.
func gesture(kind uint16, x, y, scale float64) []byte {
	fixed := func(number float64) uint32 { return uint32(int32(number * 65536)) }
	event := append([]byte{generic, extension}, words(0)...)
	event = append(append(event, longs(17)...), words(kind, 2)...)
	event = append(event, longs(1000, 2, 1, ourWindow, 0)...)
	event = append(event, longs(fixed(x+7), fixed(y+9), fixed(x), fixed(y), 0, 0, 0, 0, fixed(scale), 0)...)
	return append(event, make([]byte, 100-len(event))...)
}

func destroyed(window uint32) []byte {
	return padded(append([]byte{destroyNotify, 0, 0, 0}, longs(window, window)...))
}

// serve greets a client, answers its requests and sends the events when it has selected them, until it goes away.
func (s *server) serve(connection net.Conn) {
	defer connection.Close()
	greeting := make([]byte, 12)
	if _, err := io.ReadFull(connection, greeting); err != nil {
		return
	}
	even := func(at int) int64 { return int64(binary.NativeEndian.Uint16(greeting[at:])+3) &^ 3 }
	if _, err := io.CopyN(io.Discard, connection, even(6)+even(8)); err != nil {
		return
	}
	// One screen, about which nothing is said.
	welcome := append(append([]byte{1, 0}, words(11, 0, (32+40)/4)...), longs(0, 0x400000, 0x1fffff, 0)...)
	welcome = append(welcome, words(0, 0xffff)...)
	connection.Write(append(append(welcome, 1, 0, 0, 0, 32, 32, 8, 255), make([]byte, 4+40)...))

	head := make([]byte, 4)
	for number := uint16(1); ; number++ {
		if _, err := io.ReadFull(connection, head); err != nil {
			return
		}
		if _, err := io.CopyN(io.Discard, connection, int64(binary.NativeEndian.Uint16(head[2:]))*4-4); err != nil {
			return
		}
		kind := head[0]
		if kind == extension {
			kind = head[1]
		}
		connection.Write(s.answer(kind, number))
		if kind == inputFocus {
			for _, event := range s.events {
				if event == nil {
					return
				}
				connection.Write(slices.Concat(event[:2], words(number), event[4:]))
			}
			s.events = nil
		}
	}
}

// answer is what the server says to a request, if anything.
func (s *server) answer(kind byte, number uint16) []byte {
	reply := append(append([]byte{1, 0}, words(number)...), longs(0)...)
	switch {
	case kind == s.refuses:
		return padded(append([]byte{0, 10}, words(number)...))
	case kind == queryExtension && !s.lacks:
		return padded(append(reply, 1, extension))
	case kind == queryVersion:
		return padded(append(reply, words(2, s.minor)...))
	case kind == queryExtension || kind == inputFocus:
		return padded(reply)
	}
	return nil
}

func TestGesturesOfTheXServer(t *testing.T) {
	pinches := [][]byte{
		gesture(pinchUpdate, 30, 40, 0), gesture(pinchBegin, 30, 40, 1),
		gesture(pinchUpdate, 30, 40, 1.25), gesture(motion, 1, 2, 3), gesture(pinchUpdate, 31.5, 40, 2), gesture(pinchEnd, 31.5, 40, 2),
		destroyed(otherWindow),
		gesture(pinchBegin, 600, 5, 1), gesture(pinchUpdate, 600, 5, 0.5),
		destroyed(ourWindow), gesture(pinchUpdate, 600, 5, 4),
	}
	told := []movement{{30, 40, 1.25}, {31.5, 40, 1.6}, {600, 5, 0.5}}
	for name, try := range map[string]struct {
		server server
		want   []movement
	}{
		"XInput 2.4":                   {server{minor: 4, events: pinches}, told},
		"a later XInput":               {server{minor: 5, events: pinches}, told},
		"a server that ends meanwhile": {server{minor: 4, events: slices.Concat(pinches[:3], [][]byte{nil})}, told[:1]},
		"XInput 2.3":                   {server{minor: 3, events: pinches}, nil},
		"no XInput":                    {server{lacks: true, events: pinches}, nil},
		"gestures that another has":    {server{minor: 4, refuses: selectEvents}, nil},
		"a window that is gone":        {server{minor: 4, refuses: changeAttributes}, nil},
		"an unknown version":           {server{refuses: queryVersion, events: pinches}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			if got := heard(t, &try.server); !slices.Equal(got, try.want) {
				t.Errorf("told %v, want %v", got, try.want)
			}
		})
	}
}

// heard returns what is told of the server's gestures until listening ends by itself.
func heard(t *testing.T, s *server) []movement {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	// The first screen of all is at port 6000.
	screen := listener.Addr().(*net.TCPAddr).Port - 6000
	t.Setenv("DISPLAY", fmt.Sprintf("127.0.0.1:%d", screen))
	t.Setenv("XAUTHORITY", filepath.Join(t.TempDir(), "none"))
	go func() {
		connection, err := listener.Accept()
		if err == nil {
			s.serve(connection)
		}
	}()
	var got []movement
	listen(ourWindow, func(m movement) { got = append(got, m) })
	return got
}

func TestWithoutAnXServerNothingIsTold(t *testing.T) {
	t.Setenv("DISPLAY", filepath.Join(t.TempDir(), "nobody"))
	listen(ourWindow, func(m movement) { t.Errorf("told %v", m) })
}
