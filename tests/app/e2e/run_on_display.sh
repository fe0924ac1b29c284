#!/bin/sh
# Runs a command on an X server of its own with an accessibility bus; run_with_secret_service.sh around it gives the
# D-Bus session, the keychain and the HOME that go with it. Needs Xvfb, xdotool and at-spi2-core; their absence is
# an error.
#   usage: run_on_display.sh COMMAND [ARGUMENT...]
set -eu

launcher=/usr/libexec/at-spi-bus-launcher
for tool in Xvfb xdotool "$launcher"; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed" >&2; exit 1; }
done

# within_10_s CONDITION...: whether it came true in time.
within_10_s() {
    tries=0
    until "$@"; do
        tries=$((tries + 1))
        [ "$tries" -lt 100 ] || return 1
        sleep 0.1
    done
}

answers() {
    dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress >/dev/null 2>&1
}

started=''
trap 'for child in $started; do kill "$child" 2>/dev/null || true; done; wait' EXIT

# The server chooses a free display itself. It would reset whenever its last client leaves, and refuse the next one.
number=$XDG_RUNTIME_DIR/display
Xvfb -displayfd 3 -screen 0 1360x900x24 -nolisten tcp -noreset 3>"$number" >/dev/null 2>&1 &
started="$!"
within_10_s test -s "$number" || { echo "Xvfb does not start" >&2; exit 1; }
DISPLAY=:$(cat "$number")
export DISPLAY

"$launcher" --launch-immediately >/dev/null 2>&1 &
started="$! $started"
within_10_s answers || { echo "the accessibility bus does not answer" >&2; exit 1; }

export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1

# libxkbcommon-x11 copies names out of an X reply with strndup, as it may: they carry no terminator there. The strict
# check of AddressSanitizer calls that an overflow whenever a reply ends on such a name.
export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}strict_string_checks=0"
"$@"
