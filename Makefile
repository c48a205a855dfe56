# `make` lists what there is; the README gives `make run` and `make test` for people without make.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin

.PHONY: help run dev build install test test-unit test-browser lint fix bench intake-report screenshots geography evidence

help: ## List what make can do
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

run: build ## Serve the dashboard on PORT (8501)
	$(BIN)/streamlit run app.py --server.port $(PORT)

dev: build ## Serve it and reload a page when a file of it is saved
	$(BIN)/streamlit run app.py --server.port $(PORT) --server.fileWatcherType auto --server.runOnSave true

build: install ## Build the store, unless it is there
	$(BIN)/python -m lis_data build

install: .venv/installed ## Install what serving needs into .venv

.venv/installed: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/installed-tests: .venv/installed tests/requirements.txt geo/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -r geo/requirements.txt
	touch $@

test: .venv/installed-tests ## Lint, build and run every test, as a merge has to pass it
	tests/install-browser
	$(MAKE) --no-print-directory lint build
	$(BIN)/python -m pytest -n 2 --dist worksteal

test-unit: .venv/installed-tests build ## Run the quick tests of data and geography, in a minute or two
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not slow" tests/unit

test-browser: .venv/installed-tests build ## Run the tests in a real browser
	tests/install-browser
	$(BIN)/python -m pytest -n 2 --dist worksteal tests/browser

lint: .venv/installed-tests ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fix: .venv/installed-tests ## Put right what ruff can, and format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.venv/installed-bench: .venv/installed-tests tests/bench/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/bench/requirements.txt
	touch $@

bench: .venv/installed-bench build ## Measure speed and weight of every page
	tests/install-browser
	$(BIN)/python -m tests.bench

intake-report: .venv/installed-tests build ## Say how the collected analysts' tables are read
	$(BIN)/python -m tests.intake_corpus

screenshots: .venv/installed-tests build ## Photograph every page
	tests/install-browser
	$(BIN)/python -m tests.browser.screenshots

# The two below need the publishers' files beside this checkout.
geography: .venv/installed-tests ## Make the committed geography again
	$(BIN)/python -m geo.build --from ../shared/data/geography --lis ../shared/data/lis

evidence: install ## Make the committed evidence again
	$(BIN)/python -m lis_data evidence --from ../shared/data
