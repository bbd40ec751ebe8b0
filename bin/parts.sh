#!/usr/bin/env bash
# Pieces that the other scripts read with `source`; alone it does nothing.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '%s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; }

# quietly SENTENCE COMMAND…: says the sentence, runs the command, shows its output only if it fails.
quietly() {
    local sentence=$1 log
    shift
    log=$(mktemp)
    say "$sentence"
    if ! "$@" >"$log" 2>&1 </dev/null; then
        complain "That failed: $*"
        tail -n 60 "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        complain "This needs the rights of root, and there is no sudo here. Run as root: $*"
        return 1
    fi
}

missing_packages() {
    local name
    for name in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] ||
            printf '%s ' "$name"
    done
}

need_packages() {
    local why=$1 missing
    shift
    if ! command -v apt-get >/dev/null; then
        say "No apt-get here, so nothing is installed $why. Debian calls what is needed: $*"
        return
    fi
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    quietly "Looking for Debian packages" as_root apt-get -qq update
    # shellcheck disable=SC2086
    quietly "Installing $why: $missing" as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 install $missing
}

# The toolchain itself cannot be installed from here; what it needs of the system can.
need_swift() {
    local told version
    if ! command -v swift >/dev/null; then
        complain "Swift is missing. Install the toolchain, 6.2 or newer, as swift.org/install says"
        complain "for Debian 12, put its usr/bin on the PATH, and run this again."
        return 1
    fi
    need_packages "what the Swift toolchain stands on" \
        binutils ca-certificates git libc6-dev libcurl4 libedit2 libncurses6 libsqlite3-0 \
        libstdc++-12-dev libxml2 pkg-config tzdata zlib1g-dev
    if ! told=$(swift --version 2>&1); then
        complain "Swift is there but does not run: $told"
        return 1
    fi
    version=$(sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' <<<"$told")
    if [ "$(printf '6.2\n%s\n' "$version" | sort -V | head -n 1)" != 6.2 ]; then
        complain "Swift $version is too old: 6.2 or newer is needed. See swift.org/install."
        return 1
    fi
}

# build debug|release: the executable is then at .build/CONFIGURATION/anchang.
build() {
    quietly "Building ($1; the first time takes some minutes)" \
        swift build -c "$1" --product anchang
}

# healthy PORT: whether a server on this machine answers /healthz there.
healthy() {
    (
        exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
        printf 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
        head -n 1 <&3 | grep -q ' 200 '
    ) 2>/dev/null
}

# serve_in_front PORT COMMAND…: runs a server, says its address once it answers, ends with it.
serve_in_front() {
    local port=$1 server tries=0 status=0
    shift
    "$@" &
    server=$!
    trap 'kill -TERM $server 2>/dev/null || true' INT TERM
    until healthy "$port"; do
        tries=$((tries + 1))
        if ! kill -0 "$server" 2>/dev/null || [ "$tries" -gt 600 ]; then break; fi
        sleep 0.1
    done
    if healthy "$port"; then
        say ""
        say "Anchang is open at http://127.0.0.1:$port/  (stop it with Control-C)"
    fi
    wait "$server" || status=$?
    while kill -0 "$server" 2>/dev/null; do wait "$server" || status=$?; done
    return "$status"
}

# port_of ARGUMENTS…: the port they ask for, else ANCHANG_PORT, else 8080.
port_of() {
    local port=${ANCHANG_PORT:-8080}
    while [ $# -gt 0 ]; do
        case $1 in
            --port) port=${2:-$port} ;;
            --port=*) port=${1#--port=} ;;
        esac
        shift
    done
    printf '%s\n' "$port"
}

# asks_for FLAG ARGUMENTS…: whether FLAG, or FLAG=value, is among them.
asks_for() {
    local flag=$1 argument
    shift
    for argument in "$@"; do
        case $argument in "$flag" | "$flag"=*) return 0 ;; esac
    done
    return 1
}
