# `make run` serves the dashboard; `make test` runs everything. The README gives both for people without make.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin

.PHONY: run build install test lint bench intake-report screenshots geography evidence

run: build
	$(BIN)/streamlit run app.py --server.port $(PORT)

build: install
	$(BIN)/python -m lis_data build

install: .venv/installed

.venv/installed: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/installed-tests: .venv/installed tests/requirements.txt geo/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -r geo/requirements.txt
	touch $@

test: .venv/installed-tests
	tests/install-browser
	$(MAKE) --no-print-directory lint build
	$(BIN)/python -m pytest -n 2 --dist worksteal

lint: .venv/installed-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.venv/installed-bench: .venv/installed-tests tests/bench/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/bench/requirements.txt
	touch $@

bench: .venv/installed-bench build
	tests/install-browser
	$(BIN)/python -m tests.bench

intake-report: .venv/installed-tests build
	$(BIN)/python -m tests.intake_corpus

screenshots: .venv/installed-tests build
	tests/install-browser
	$(BIN)/python -m tests.browser.screenshots

# The two below need the publishers' files beside this checkout.
geography: .venv/installed-tests
	$(BIN)/python -m geo.build --from ../shared/data/geography --lis ../shared/data/lis

evidence: install
	$(BIN)/python -m lis_data evidence --from ../shared/data
