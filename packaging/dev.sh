#!/bin/sh
# The two commands of the README, for Debian 12:
#
#   sh packaging/dev.sh run     build and open the window (without a display: a comparison on the command line)
#   sh packaging/dev.sh test    build with warnings as errors and run every test
#
# Missing packages are installed first, with sudo when not root. Nothing is asked on standard input.
set -eu

# With a closed standard input the first file opened by a child would become its input.
[ -t 0 ] || exec </dev/null

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"

build_packages="g++ cmake ninja-build mold pkg-config git ca-certificates
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools linguist-qt6 qt6-svg-dev
    libgl-dev libegl-dev libqt6sql6-sqlite qtkeychain-qt6-dev
    libcmark-gfm-dev libcmark-gfm-extensions-dev libsource-highlight-dev libsource-highlight-common
    libsqlite3-dev libdtl-dev libyaml-cpp-dev fonts-dejavu-core qt6-translations-l10n"
test_packages="python3 xvfb xauth dbus gnome-keyring libsecret-tools at-spi2-core python3-pyatspi python3-gi xdotool
    desktop-file-utils appstream clang clang-format clang-tidy libclang-rt-14-dev fonts-noto-cjk
    curl jq"

say() {
    printf '%s\n' "$*"
}

usage() {
    say "usage: sh packaging/dev.sh run | test"
    say "  run    build Switchyard and open its window; without a display, compare three simulated models"
    say "  test   build with warnings as errors and run every test"
}

job_count() {
    nproc 2>/dev/null || echo 2
}

# as_root COMMAND...: directly as root, else through sudo.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        say "dev.sh: not root and no sudo here. Run this as root, then start again:" >&2
        say "  apt-get update && apt-get install --no-install-recommends $missing" >&2
        return 1
    fi
}

# need PACKAGES...: installs those that are missing; calls no apt when none is.
need() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "dev.sh: not a Debian system; building with what is installed." >&2
        return 0
    fi
    missing=''
    for package in "$@"; do
        state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) || state=''
        [ "$state" = installed ] || missing="${missing:+$missing }$package"
    done
    [ -n "$missing" ] || return 0
    say "Installing: $missing"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update
    # shellcheck disable=SC2086 # one word a package
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends $missing
}

# build PRESET: configures and builds it.
build() {
    cmake --preset "$1" && cmake --build --preset "$1" --parallel "$(job_count)"
}

# Where the comparison without a display keeps its ledger: the state directory, else a temporary one.
demo_directory() {
    state=${XDG_STATE_HOME:-${HOME:+$HOME/.local/state}}
    if [ -n "$state" ] && mkdir -p "$state/switchyard/demo" 2>/dev/null && [ -w "$state/switchyard/demo" ]; then
        say "$state/switchyard/demo"
    else
        mktemp -d "${TMPDIR:-/tmp}/switchyard-demo.XXXXXX"
    fi
}

run_without_display() {
    directory=$(demo_directory)
    say "No display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window:"
    say "three simulated models answer one prompt on the command line instead."
    say ""
    status=0
    build/release/app/switchyard --data-dir "$directory" compare --demo \
        -m demo/swift -m demo/scholar -m demo/thinker \
        "How would you limit the request rate of a public HTTP API? Show the core in C++." || status=$?
    say ""
    ledger=$(find "$directory" -name ledger.sqlite -type f | head -n 1)
    if [ -z "$ledger" ]; then
        say "dev.sh: no ledger was written under $directory" >&2
        return 1
    fi
    say "Ledger: $ledger"
    return "$status"
}

run() {
    # shellcheck disable=SC2086 # one word a package
    need $build_packages ${WAYLAND_DISPLAY:+qt6-wayland}
    build release
    if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
        run_without_display
    else
        build/release/app/switchyard "$@"
    fi
}

# figure NAME FILE: an attribute of the JUnit file's test suite. CTest writes one a line.
figure() {
    sed -n "s/^[[:space:]]*\(<testsuite .*\)\{0,1\}$1=\"\([0-9][0-9]*\)\".*/\2/p" "$2" | head -n 1
}

# A test that was not run counts as failed: there are none on purpose.
run_tests() {
    report=$root/build/ci/test-report.xml
    rm -f "$report"
    status=0
    ctest --preset ci --parallel 2 --output-junit "$report" || status=$?
    tests=0
    failed=1
    if [ -s "$report" ]; then
        tests=$(figure tests "$report")
        failures=$(figure failures "$report")
        skipped=$(figure skipped "$report")
        failed=$((failures + skipped))
    fi
    if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
        failed=1
    fi
    passed=$((tests > failed ? tests - failed : 0))
    say "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

run_test_command() {
    # Other packagings of Node bring npm along and refuse Debian's.
    node_packages=''
    command -v npm >/dev/null 2>&1 || node_packages="nodejs npm"
    # shellcheck disable=SC2086 # one word a package
    need $build_packages $test_packages $node_packages
    if ! build ci; then
        say "The build failed, so no test ran."
        say "0 passed, 1 failed"
        return 1
    fi
    run_tests
}

case ${1:-} in
run)
    shift
    run "$@"
    ;;
test)
    run_test_command
    ;;
-h | --help | help)
    usage
    ;;
*)
    usage >&2
    exit 2
    ;;
esac
