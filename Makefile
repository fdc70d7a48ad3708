# Everything a newcomer needs: `make demo` to look, `make test` to be sure.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready

# Tests start the program again and again: it need not be compiled each time.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: init demo run test check unit unit-mail unit-rest postgresql e2e wheel benchmark lock clean

init: $(STAMP)

# The program and its tools, from exact versions with hashes.
$(STAMP): requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements/dev.txt
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	touch $(STAMP)

demo: $(STAMP)
	$(BIN)/onward demo

run: $(STAMP)
	$(BIN)/onward run

# Two at a time, the longest first.
test: $(STAMP)
	sh .ci/system-packages
	$(MAKE) --jobs=2 --keep-going --output-sync=target e2e unit-mail postgresql unit-rest wheel check

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	DJANGO_SETTINGS_MODULE=tests.settings PYTHONPATH=. $(BIN)/django-admin makemigrations --check --dry-run

# In two parts, so that neither of two hands waits for the other at the end. Their tables are
# made at once, as a new home's are; `postgresql` goes through all migrations.
unit: unit-mail unit-rest

unit-mail: $(STAMP)
	$(BIN)/pytest --no-migrations tests/mail

unit-rest: $(STAMP)
	$(BIN)/pytest --no-migrations --ignore=tests/mail

postgresql: $(STAMP)
	ONWARD_TEST_DATABASE=postgresql $(BIN)/pytest

e2e: $(STAMP)
	$(BIN)/pytest --no-migrations -m e2e tests/e2e tests/pages

wheel: $(STAMP)
	$(BIN)/pytest -m wheel tests/project

benchmark: $(STAMP)
	$(BIN)/python -m benchmarks.mail
	$(BIN)/python -m benchmarks.web
	$(BIN)/python -m benchmarks.documents
	$(BIN)/python -m benchmarks.outlook

# Renews the exact versions from the ranges in pyproject.toml: what is shipped is what is tested.
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml --extra postgres
lock: $(STAMP)
	$(LOCK) --group dev --group test --group e2e -o requirements/dev.txt
	$(LOCK) --constraint requirements/dev.txt -o requirements/runtime.txt
	$(LOCK) --constraint requirements/dev.txt --extra model -o requirements/model.txt

clean:
	rm -rf .venv dist build
