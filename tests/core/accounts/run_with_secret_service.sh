#!/bin/sh
# Runs a command in a D-Bus session of its own with a real Secret Service: gnome-keyring with an unlocked, empty
# default keyring, its own HOME and runtime folder, all gone afterwards. Needs dbus-run-session, dbus-send and
# gnome-keyring-daemon; their absence is an error.
#   usage: run_with_secret_service.sh COMMAND [ARGUMENT...]
set -eu

if [ "${1-}" != "--inside" ]; then
    for tool in dbus-run-session dbus-send gnome-keyring-daemon; do
        command -v "$tool" >/dev/null || { echo "$tool is not installed" >&2; exit 1; }
    done
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    mkdir -m 700 "$folder/home" "$folder/run"
    env -u DISPLAY -u WAYLAND_DISPLAY -u XDG_CURRENT_DESKTOP -u XDG_DATA_HOME -u XDG_CONFIG_HOME \
        HOME="$folder/home" XDG_RUNTIME_DIR="$folder/run" \
        dbus-run-session -- "$0" --inside "$@"
    exit
fi
shift

owned() {
    dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q 'boolean true'
}

printf pw | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
daemon=$!
trap 'kill "$daemon" 2>/dev/null || true' EXIT
tries=0
until owned; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || { echo "gnome-keyring-daemon does not answer" >&2; exit 1; }
    sleep 0.1
done
"$@"
