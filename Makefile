# make demo   the Korean War case as a seminar page on http://127.0.0.1:8000 (PORT=… to change it)
# make test   everything that decides whether a change lands
# make bench-NAME   one table of figures, with the peers in the same run: NAME is a tests/bench/bench_NAME.py
# Each sets up what it needs first: see .ci/setup.sh.

PORT ?= 8000
PY := .venv/bin/python
WEB := $(shell find web -type f -not -path 'web/node_modules/*' 2>/dev/null)

.PHONY: demo test test-all check format build clean
MAKEFLAGS += --no-print-directory

demo: .make/run
	@.venv/bin/argmap serve --port $(PORT)

test: .make/run .make/dev
	@$(MAKE) check

test-all: .make/run .make/dev
	$(PY) -m pytest -m ""

# Formatting, lint, types and tests; pytest comes last, so that its summary is the last thing printed.
check: .make/run .make/dev
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) web/hatch_build.py check
	$(PY) -m pytest -n 2 --dist loadgroup -m "not slow"

bench-%: .make/run .make/dev .make/peers
	@PYTHONPATH=. $(PY) tests/bench/bench_$*.py --peers .make/bench/bin/python

format: .make/run .make/dev
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

# The page, after a change in web/.
build: .make/run

.make/run: pyproject.toml .ci/requirements.txt .ci/setup.sh $(WEB)
	@sh .ci/setup.sh run
	@touch $@

.make/dev: .make/run .ci/requirements-dev.txt
	@sh .ci/setup.sh dev
	@touch $@

.make/peers: .make/run .ci/requirements-bench.txt
	@sh .ci/setup.sh bench
	@touch $@

clean:
	rm -rf .venv .make build dist web/node_modules argmap/serve/static .mypy_cache .ruff_cache .pytest_cache .hypothesis
