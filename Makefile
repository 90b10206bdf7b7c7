# One command does what CI does: make check
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check lint types imports docs bench venv dev format clean
.DEFAULT_GOAL := check

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.tested: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@ $(VENV)/.installed

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ $(VENV)/.tested $(VENV)/.installed

venv: $(VENV)/.dev

demo: $(VENV)/.installed
	@mkdir -p build
	$(BIN)/refcheck check references/restless-legs.txt --locked --exit-zero
	$(BIN)/refcheck export references/restless-legs.txt --to bibtex --locked --corrected --complete --output-file build/restless-legs.bib
	@echo "written: build/restless-legs.bib"
	@echo
	$(BIN)/refcheck render references/restless-legs.txt --style apa --to text --locked --corrected --complete

test: $(VENV)/.tested
	$(BIN)/python -m pytest --cov --cov-report=term

check: lint types imports test docs

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports --no-cache

docs: $(VENV)/.dev
	$(BIN)/python scripts/make_docs.py --check

bench: $(VENV)/.dev
	$(BIN)/python bench/run.py

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
