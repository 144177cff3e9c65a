#!/bin/sh
# Sets up argmap on a machine with Python >= 3.11 and git, nothing else.
#   setup.sh run   .venv with argmap (editable) and what it needs; Graphviz
#   setup.sh dev   besides: what the tests need, and a browser
#   setup.sh bench besides: the programs that the benchmarks measure against, in .make/bench
# uv is used if it is there, and else fetched by pip into .make/uv. System packages come by apt or brew where the user
# may install them; otherwise a message names them. To install nothing on the system, set ARGMAP_NO_SYSTEM=1.
set -eu
cd "$(dirname "$0")/.."
mkdir -p .make

say() { printf '%s\n' "argmap setup: $*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

find_python() {
    for candidate in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        [ -n "$candidate" ] && have "$candidate" || continue
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    say "Python 3.11 or newer is needed and was not found. Install the package 'python3' and retry."
    exit 1
}

# Installs system packages if this user may: $1 apt names, $2 brew names.
system_install() {
    [ -z "${ARGMAP_NO_SYSTEM:-}" ] || return 1
    if have apt-get; then
        sudo=""
        [ "$(id -u)" = 0 ] || { have sudo && sudo -n true 2>/dev/null && sudo="sudo -n"; } || return 1
        say "installing $1 with apt"
        # shellcheck disable=SC2086 # the names are words
        { $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $1; } >.make/apt.log 2>&1
    elif have brew; then
        say "installing $2 with brew"
        # shellcheck disable=SC2086
        brew install $2 >.make/brew.log 2>&1
    else
        return 1
    fi
}

find_uv() {
    if have uv; then
        UV=$(command -v uv)
        return
    fi
    UV=$PWD/.make/uv/bin/uv
    [ ! -x "$UV" ] || return 0
    say "fetching uv"
    if "$PYTHON" -m pip --version >/dev/null 2>&1 || system_install "python3-pip" "python"; then
        PIP_ROOT_USER_ACTION=ignore "$PYTHON" -m pip install --quiet --disable-pip-version-check --upgrade --target .make/uv uv
    fi
    [ -x "$UV" ] || { say "pip is missing. Install the package 'python3-pip' (or uv) and retry."; exit 1; }
}

sync() {
    "$UV" pip sync --quiet --python .venv/bin/python --require-hashes "$1"
    "$UV" pip install --quiet --python .venv/bin/python --no-deps --editable .
}

need_graphviz() {
    have dot || system_install "graphviz fonts-dejavu-core" "graphviz" || true
    have dot || say "Graphviz is missing: maps cannot be drawn. Install the package 'graphviz'."
}

need_browser() {
    have chromium || have chromium-browser || have google-chrome || system_install "chromium" "chromium" || true
    have chromium || have chromium-browser || have google-chrome ||
        say "no Chromium found: the browser tests cannot run. Install the package 'chromium'."
}

PYTHON=$(find_python)
find_uv
export UV_PYTHON_DOWNLOADS=never
[ -x .venv/bin/python ] || "$UV" venv --quiet --python "$PYTHON" .venv
case ${1:-run} in
run)
    need_graphviz
    say "installing argmap and building its page"
    sync .ci/requirements.txt
    ;;
dev)
    need_browser
    say "installing what the tests need"
    sync .ci/requirements-dev.txt
    ;;
bench)
    say "installing what the benchmarks measure against"
    [ -x .make/bench/bin/python ] || "$UV" venv --quiet --python "$PYTHON" .make/bench
    "$UV" pip sync --quiet --python .make/bench/bin/python --require-hashes .ci/requirements-bench.txt
    ;;
*)
    say "unknown part: $1 (run, dev or bench)"
    exit 2
    ;;
esac
