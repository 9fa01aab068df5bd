# Every target is one line: a verb of `python -m pipelines`. The first call makes .venv from the pinned lock.
PYTHON ?= python3
RUN := .venv/bin/python -m pipelines

.PHONY: build help check validate claims query sensitivity agreement figures test lint format release bench fuzz clean
build: .venv/ready ## turn the typed tables into curated/ (the default)
	@$(RUN) build
help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):[^#]*## /  \1\t/' | expand -t 14
check: .venv/ready ## the coder's loop: validate what is typed, run models and rules in memory
	@$(RUN) check
validate: .venv/ready ## check the published package again; Data Docs under build/
	@$(RUN) validate
claims: .venv/ready ## print the verdict of every claim
	@$(RUN) claims
query: .venv/ready ## ask the published file: make query SQL="SELECT …"
	@$(RUN) query "$(SQL)"
sensitivity: .venv/ready ## how far ranks in the alignment index move with the method
	@$(RUN) sensitivity
agreement: .venv/ready ## how far two readers of the same pages agree
	@$(RUN) agreement
figures: .venv/ready ## build, and say where the figures are
	@$(RUN) figures
test: .venv/ready ## run the tests
	@$(RUN) test
lint: .venv/ready ## check canonical form, style and types
	@$(RUN) lint
format: .venv/ready ## bring descriptors, typed tables and code into canonical form
	@$(RUN) format
release: .venv/ready ## write dist/: zip, DuckDB file, Parquet files, checksums
	@$(RUN) release
bench: .venv/ready ## measure build, check, and the validator beside frictionless-py
	@$(RUN) bench
fuzz: .venv/ready ## compare the validator with frictionless-py on random packages until stopped
	@$(RUN) fuzz
clean: .venv/ready ## remove what is generated and not published
	@$(RUN) clean

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	@echo "installing the pinned tools below .venv/ (once, a minute or two) …"
	@$(PYTHON) -m venv --clear .venv
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
