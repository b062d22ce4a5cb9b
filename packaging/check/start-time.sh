#!/bin/sh
# Prints how many milliseconds a program takes from its start until its window is on the screen: the median of several
# starts on a virtual screen whose pictures are drawn by the processor.
#
#   packaging/check/start-time.sh CLASS PROGRAM [ARGUMENT...]
#
# CLASS is the class of the window. STARTS is how many starts (7). Needs Xvfb and xdotool.
set -eu

class=$1
shift
work=$(mktemp -d)
program=''
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp -noreset 3>"$work/display" >/dev/null 2>&1 &
server=$!
clean_up() {
	[ -z "$program" ] || kill "$program" 2>/dev/null || true
	kill $server
	rm -rf "$work"
}
trap clean_up EXIT
until [ -s "$work/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY LIBGL_ALWAYS_SOFTWARE=1

now() { date +%s%N; }
shown() { window=$(xdotool search --onlyvisible --class "^$class\$" 2>/dev/null | head -n 1) && [ -n "$window" ]; }
for _ in $(seq "${STARTS:-7}"); do
	began=$(now)
	"$@" >"$work/log" 2>&1 &
	program=$!
	until shown; do
		[ $(($(now) - began)) -lt 60000000000 ] || { echo "start-time: no window in a minute" >&2; exit 1; }
		sleep 0.01
	done
	echo $((($(now) - began) / 1000000)) >>"$work/times"
	owner=$(xdotool getwindowpid "$window" 2>/dev/null) || owner=$program
	kill "$owner" 2>/dev/null || true
	wait "$program" 2>/dev/null || true
	program=''
	while shown; do sleep 0.05; done
done
sort -n "$work/times" | awk '{time[NR] = $1} END {print time[int((NR + 1) / 2)]}'
