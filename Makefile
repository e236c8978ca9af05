# Set-up, reading, tests and checks. `make help` lists the targets.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin
READY := $(VENV)/.ready
SOURCES := tui index briefings
JOBS ?= 4

.PHONY: help setup read test cluster lint types contracts docs check lock snapshots pictures reloaded bench clean
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

setup: $(READY) ## build .venv/ from the lock and compile it

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Rashomon needs Python 3.11 or newer; name one with 'make PYTHON=/path/to/python3 ...'"; exit 1; }
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --clear --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')" $(VENV) && \
	  uv pip install --quiet --python $(VENV) --compile-bytecode --require-hashes --requirement requirements.lock && \
	  uv pip install --quiet --python $(VENV) --no-deps --no-build-isolation --editable .; \
	else \
	  $(PYTHON) -m venv --clear $(VENV) && \
	  $(RUN)/python -m pip install --quiet --require-hashes --requirement requirements.lock && \
	  $(RUN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .; \
	fi
	@$(RUN)/python -m compileall -q $(VENV)/lib >/dev/null 2>&1 || true
	@touch $@

read: setup ## open the app on the bundled sample
	@$(RUN)/python -m compileall -q $(SOURCES)
	@$(RUN)/rashomon --sample

test: setup ## run the tests
	@$(RUN)/python -m compileall -q $(SOURCES)
	$(RUN)/pytest -n $(JOBS)

cluster: setup ## run the engine's tests on a real OpenSearch cluster (needs Java and Maven)
	$(RUN)/pytest tests/cluster -m cluster -n 0

lint: setup ## ruff: rules and format
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .

types: setup ## mypy --strict
	$(RUN)/mypy

contracts: setup ## imports only go down
	$(RUN)/lint-imports

docs: setup ## links, commands and names in the docs exist
	$(RUN)/pytest tests/docs

check: lint types contracts docs test ## everything CI checks

lock: ## resolve the dependencies again into requirements.lock (needs uv)
	uv pip compile pyproject.toml --quiet --extra serve --extra opensearch --group dev --universal \
	  --python-version 3.11 --upgrade --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --output-file requirements.lock

snapshots: setup ## accept the screens as they are now
	$(RUN)/pytest tests/tui -n $(JOBS) --snapshot-update

pictures: setup ## make the pictures of the docs from the program
	$(RUN)/python -m benchmarks.pictures

reloaded: setup ## the search engine's tests on whoosh-reloaded, in an environment of its own (needs uv)
	uv venv --quiet --clear --python $(RUN)/python .venv-reloaded
	uv pip install --quiet --python .venv-reloaded/bin/python --require-hashes --requirement requirements.lock
	uv pip uninstall --quiet --python .venv-reloaded/bin/python whoosh3
	uv pip install --quiet --python .venv-reloaded/bin/python whoosh-reloaded==2.7.5
	.venv-reloaded/bin/python -m pytest tests/index --ignore-glob='*opensearch*' -n $(JOBS)

bench: setup ## measure start-up, frames, comparing and search
	@$(RUN)/python -m compileall -q $(SOURCES)
	$(RUN)/python -m benchmarks

clean: ## remove what make made
	rm -rf $(VENV) .venv-reloaded .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache dist
