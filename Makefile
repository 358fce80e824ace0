# Needs Python 3.11 or newer, git and make. PYTHON=/path/to/python says which Python.

PYTHON =
VENV = .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet install --constraint constraints.txt
AS_AT = 2026-11-30
MINUTES = 2
MODULE =

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test pytest coverage fuzz mutants style types contracts readme plans lint format browser look bench goldens clean

help: ## Print this list
	@awk '/^[a-z]+:.* ## / { name = $$1; sub(/:.*/, "", name); sub(/.* ## /, ""); printf "make %-10s %s\n", name, $$0 }' Makefile

demo: $(VENV)/.run ## Install into .venv, check the plans in plans/ and make a committee paper
	$(BIN)/coparent check --as-at $(AS_AT)
	$(BIN)/coparent render plans/papers/panel-progress.yaml -o demo/panel-progress.html --quiet
	@echo "The committee paper is at $(CURDIR)/demo/panel-progress.html"

test: $(VENV)/.dev ## Run every test and every check below
	@$(MAKE) --no-print-directory --keep-going pytest style types contracts readme plans

pytest: $(VENV)/.dev ## Run the tests
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

coverage: $(VENV)/.dev ## Run the tests and measure what they cover, which takes half as long again
	$(BIN)/python -m pytest --cov --numprocesses auto --dist worksteal

fuzz: $(VENV)/.dev ## Try to break every verb, and the property tests with fresh examples, for MINUTES=2 each
	$(BIN)/python -m tests.fuzzing --minutes $(MINUTES)
	@end=$$(( $$(date +%s) + 60 * $(MINUTES) )); while [ $$(date +%s) -lt $$end ]; do \
		$(BIN)/python -m pytest -q -m hypothesis --hypothesis-profile=fuzz --numprocesses auto --dist worksteal || exit 1; \
	done

mutants: $(VENV)/.mutants ## Count the small faults that tests would notice, in all or in MODULE=coparent/...
	$(BIN)/python -m tests.mutation $(MODULE)

lint: style types contracts readme plans ## Run every check, but no tests

style: $(VENV)/.dev ## Check style and layout of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## Check types
	$(BIN)/python -m mypy

contracts: $(VENV)/.dev ## Check that every room imports only what lies below it
	$(BIN)/lint-imports --no-cache

readme: $(VENV)/.dev ## Check that the generated parts of the README are up to date
	$(BIN)/python -m cogapp -cP --check --diff README.md || { echo "The README is behind: run  make format"; exit 1; }

plans: $(VENV)/.dev ## Check our own plans
	$(BIN)/coparent check --as-at $(AS_AT)

format: $(VENV)/.dev ## Lay out the code, and bring the README up to date
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m cogapp -crP README.md

browser: ## Install what the tests of HTML papers look at pages with
	@.ci/browser

look: $(VENV)/.dev ## Draw every HTML paper as a screen and a printer show it, into look/
	$(BIN)/python -m tests.papers.pictures look

bench: $(VENV)/.bench ## Measure speed and memory beside other tools into tests/benchmarks/results.md; fails if a bar is missed
	$(BIN)/python -m tests.benchmarks

goldens: $(VENV)/.dev ## Rewrite the expected outputs: read the difference before you commit it
	UPDATE_GOLDENS=1 $(BIN)/python -m pytest --quiet tests
	git diff --stat -- tests README.md

clean: ## Remove .venv and everything that tools left behind
	rm -rf $(VENV) .ci/node_modules tests/benchmarks/node_modules demo dist htmlcov look .coverage* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Each stamp is newer than what it was installed from, so a second run installs nothing.

$(BIN)/python:
	@.ci/venv $(VENV) $(PYTHON)

$(VENV)/.run: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing coparent into $(VENV) (once; this takes a minute or so)"
	@$(PIP) hatchling
	@$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	@echo "Installing what the tests need into $(VENV) (once)"
	@$(PIP) --no-build-isolation --editable '.[dev]'
	@touch $@

$(VENV)/.bench: $(VENV)/.run tests/benchmarks/package-lock.json
	@echo "Installing the tools we measure beside into $(VENV) (once)"
# The scripts that an older pip writes import re first, which takes longer than --version does.
	@$(PIP) --upgrade pip
	@$(PIP) --no-build-isolation --editable '.[bench]'
# Without npm the rows of js-yaml and ajv are skipped.
	@if command -v npm >/dev/null; then cd tests/benchmarks && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; fi
	@touch $@

$(VENV)/.mutants: $(VENV)/.dev
	@echo "Installing what makes mutants into $(VENV) (once)"
	@$(PIP) --no-build-isolation --editable '.[mutants]'
	@touch $@
