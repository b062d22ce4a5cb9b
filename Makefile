# make run     sets up what is missing, builds Roundtrip and opens it on the sample; without a display it runs on
#              a virtual screen, saves build/window.png and prints the sample's measures
# make test    sets up what is missing and runs every test, the real window on a virtual screen included
# make test-race  the tests with the race detector
# make packages   makes the installers for Linux and Windows in build/packages (on Debian)
# make check-packages INSTALL=yes   makes them, installs them on this machine and under Wine, starts and removes them
# make frames  times the canvas in a real window and writes the figures into docs/benchmarks.md
# make check   gofmt, go vet, staticcheck and go mod tidy, changing nothing

# One set of flags everywhere, so that the C parts of Fyne and SQLite are compiled once. OpenGL ES because its
# bindings compile several times faster; what is shipped is built without this file.
ifeq ($(shell uname -s),Darwin)
TAGS := migrated_fynedo
else
TAGS := gles,migrated_fynedo
endif
export GOFLAGS := $(GOFLAGS) -buildvcs=false -tags=$(TAGS)
export CGO_ENABLED := 1
export CGO_CFLAGS := -O1 -g0

# Property tests draw the same cases every time here, so that a commit that passes once passes again; make
# test-thousands draws new ones.
PACKAGES = $(shell go list ./...)
WITH_PROPERTIES = $(shell go list -f '{{range .TestImports}}{{if eq . "pgregory.net/rapid"}}{{$$.ImportPath}}{{end}}{{end}} \
	{{range .XTestImports}}{{if eq . "pgregory.net/rapid"}}{{$$.ImportPath}}{{end}}{{end}}' ./... | tr ' ' '\n' | sort -u)
SEED := -rapid.seed=20251122

PROGRAM := build/roundtrip
WINDOW_TOOLS := Xvfb openbox xdotool import

.PHONY: run test test-race test-thousands frames check packages check-packages build setup setup-screen clean

run: build
ifneq ($(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter Darwin,$(shell uname -s))),)
	$(PROGRAM) :sample:
else
	@packaging/setup.sh screen
	@echo "No display: running on a virtual screen."
	@packaging/picture.sh build/window.png $(PROGRAM) :sample:
	@echo "The window's picture is in build/window.png."
	$(PROGRAM) measures :sample:
endif

test: setup-screen
	go test $(filter-out $(WITH_PROPERTIES),$(PACKAGES))
	go test $(WITH_PROPERTIES) $(SEED)
	@missing=$$(for tool in $(WINDOW_TOOLS); do command -v $$tool >/dev/null || printf ' %s' $$tool; done); \
	if [ -z "$$missing" ]; then set -x; go test -count=1 -tags=$(TAGS),window ./test/window; \
	else echo "Not run: the end-to-end test in a real window, for want of:$$missing"; fi

# Package main has no tests of its own and would bring Fyne's OpenGL driver along, several minutes of C compiler.
test-race: setup
	go test -race -timeout 30m $(filter-out roundtrip $(WITH_PROPERTIES),$(PACKAGES))
	go test -race -timeout 30m $(WITH_PROPERTIES) $(SEED)

# A thousand new cases for each property, where test draws the same hundred.
test-thousands: setup
	go test -count=1 -timeout 60m $(WITH_PROPERTIES) -rapid.checks=1000

# Times the canvas's frames in a real window and writes them into docs/benchmarks.md.
frames: setup-screen
	docs/bench/canvas/run.sh

check: setup
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); \
	if [ -n "$$unformatted" ]; then echo "gofmt would change:"; echo "$$unformatted"; exit 1; fi
	go vet -tags=$(TAGS),window ./...
	go tool staticcheck -tags=$(TAGS),window ./...
	go mod tidy -diff

# What is shipped is built with flags of its own, see packaging/settings.sh.
packages:
	@packaging/setup.sh packages
	packaging/packages.sh

check-packages:
	packaging/check/packages.sh $(if $(INSTALL),--install)

build: setup
	go build -o $(PROGRAM) .

setup:
	@packaging/setup.sh

setup-screen:
	@packaging/setup.sh screen

clean:
	rm -rf build
