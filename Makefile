# The course's commands. Each does its own set-up first, in .venv and nowhere else; `make` alone lists them.

.DEFAULT_GOAL := help
.PHONY: help setup lab test check format release grade site bench suite lock browser database

BIN := .venv/bin
# nbgrader calls alembic by its bare name
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# The first of these that is new enough makes .venv; `make setup PYTHON=/path/to/python3.12` names another.
PYTHON ?= python3 python3.13 python3.12 python3.11 python3.14
GOOD_ENOUGH := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))

help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' Makefile

setup: .venv/.installed  ## all that the course needs, in .venv (the commands below do it by themselves)

lab: setup  ## JupyterLab, with the first page and the first lesson open
	@$(BIN)/python -I playground/lab.py

test: setup browser database  ## every test, journeys through a real browser included
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadgroup

check: setup  ## lint, format, types, notebooks clean, release/ in step with source/
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/pyright
	$(BIN)/python -m pytest $(wildcard tests/test_house.py tests/test_release.py)

format: setup  ## code and notebooks put into the form that `make check` asks for
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/python tests/notebook_form.py

release: setup  ## release/ made anew from source/, by nbgrader
	@for folder in source/*/; do $(BIN)/nbgrader generate_assignment "$$(basename "$$folder")" --force || exit 1; done

grade: setup  ## an instructor's evening: a class of samples graded, each mistake named
	@$(BIN)/python -m tests.evening

site: setup  ## the lessons as pages to read without a kernel, in site/
	@$(BIN)/python -m playground.site

bench: setup  ## the figures of the README, measured
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python "$$file" || exit 1; done

suite: setup  ## nbgrader's own tests of autograde, through warm and confined kernels (five minutes)
	@cd "$$(mktemp -d)" && JUPYTER_DEFAULT_PROVISIONER_NAME=autograder-warm $(CURDIR)/$(BIN)/python -m pytest -q \
		-c /dev/null -p no:cacheprovider --pyargs nbgrader.tests.apps.test_nbgrader_autograde

lock: setup  ## requirements.lock brought up to date with pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra test --no-header --no-emit-index-url \
		--annotation-style line pyproject.toml --output-file requirements.lock

# Cut short at any point, this starts again where it stopped. A package that pip was copying in that moment has its
# files but no RECORD (or an empty one), which is written last; pip would take it for whole, so such entries go first.
.venv/.installed: pyproject.toml requirements.lock autograder/kernels/spec/kernel.json
	@set -e; for python in .venv/bin/python $(PYTHON) none; do \
		if "$$python" -c '$(GOOD_ENOUGH)' 2>/dev/null; then break; fi; done; \
	if [ "$$python" = none ]; then \
		echo "The course needs Python 3.11 or newer, with its module venv (Debian, Ubuntu: sudo apt install python3-venv)."; \
		echo "None of these will do: $(PYTHON). Is another installed? make setup PYTHON=/path/to/python3"; exit 1; fi; \
	echo "Installing the course into .venv: some minutes and 6.5 GB, this once."; \
	.venv/bin/python -m pip --version >/dev/null 2>&1 || "$$python" -m venv --clear .venv; \
	for entry in .venv/lib/python*/site-packages/*.dist-info; do [ -s "$$entry/RECORD" ] || rm -rf "$$entry"; done; \
	if .venv/bin/python -m pip install --no-deps --no-compile -r requirements.lock && \
		.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable . && \
		.venv/bin/jupyter kernelspec install --log-level WARN --sys-prefix --name autograder autograder/kernels/spec; \
		then echo "Compiling what was installed, so that all starts two to three times as fast."; \
		.venv/bin/python -m compileall -q -j 0 .venv/lib >/dev/null 2>&1 || true; touch $@; else \
		echo "The installation stopped before its end. It needs a network and 7 GB of free disk; the same command resumes it."; \
		exit 1; fi

# Who may install Debian's packages here: root, whoever is asked for no password, or nobody.
AS_ROOT = if ! command -v apt-get >/dev/null; then as_root=none; elif [ "$$(id -u)" = 0 ]; then as_root=; \
	elif sudo -n true 2>/dev/null; then as_root=sudo; else as_root=none; fi
INSTALL = $$as_root apt-get -qq update && $$as_root env DEBIAN_FRONTEND=noninteractive \
	apt-get -qq -o DPkg::Lock::Timeout=120 install -y

browser:
	@for name in chromium chromium-browser google-chrome google-chrome-stable; do \
		if command -v $$name >/dev/null; then exit 0; fi; done; \
	$(AS_ROOT); if [ "$$as_root" = none ]; then \
		echo "The tests drive Chromium or Chrome. Please install one (Debian: sudo apt install chromium)."; exit 1; fi; \
	echo "Installing Chromium for the tests."; \
	$(INSTALL) chromium >/dev/null

# The test starts this server by itself, in a folder of its own and as an ordinary user; without it, that test skips.
PG_CTL := $(wildcard /usr/lib/postgresql/*/bin/pg_ctl)
database:
	@if [ -n "$(PG_CTL)" ]; then exit 0; fi; \
	$(AS_ROOT); if [ "$$as_root" != none ]; then echo "Installing PostgreSQL for a test."; \
		if $(INSTALL) postgresql >/dev/null; then exit 0; fi; fi; \
	echo "PostgreSQL cannot be installed here: the test that grades into it will skip (Debian: sudo apt install postgresql)."
