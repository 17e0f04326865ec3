# `make` alone prints what there is. Only git, make and a Debian 12 or 13 are needed; setup brings the rest.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules

PYTHON := .venv/bin/python
ENV := scripts/env.sh
OUTPUT ?= demo-output

TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))
HELP := resources/help/README.html
# What is made of other files, ships, and is not committed.
MADE := $(TRANSLATIONS) $(HELP)

.PHONY: help
help: ## Print this list
	@echo 'make demo INVENTORS=file AUTHORS=file DEALS=file OUTPUT=folder   (all optional)'
	@echo
	@sed -nE 's/^([a-z-]+):.*## (.*)/  \1\t\2/p' Makefile | expand -t 18

.PHONY: setup
setup: ## Install what the demo needs: QGIS 3.40 or newer, Python packages in .venv
	@scripts/setup.sh run

.PHONY: setup-test
setup-test: ## Install that and what tests, lint and benchmarks need
	@scripts/setup.sh test

# Every variable below that is set becomes the option of the same name: MIN_DENSITY=300 is --min-density 300.
# The shell reads the values from its environment, so that file names may contain anything.
DEMO_VARIABLES := INVENTORS AUTHORS DEALS OUTPUT EDITION EPS MIN_DENSITY AUTHOR_WEIGHT DEALS_IN_DENSITY \
	$(foreach input,INVENTORS AUTHORS DEALS,$(foreach field,RECORD WEIGHT ECONOMY ORGANISATION,$(input)_$(field))) \
	TOTAL_PATENTS TOTAL_PUBLICATIONS TOTAL_DEALS GAZETTEER COUNTRIES POPULATION
export $(DEMO_VARIABLES)
option = --$(subst _,-,$(shell tr A-Z a-z <<<'$(1)')) "$$$(1)"

.PHONY: demo
demo: setup $(TRANSLATIONS) ## Make the atlas of the sample, or of your own points, in demo-output
	@$(ENV) $(PYTHON) scripts/demo.py $(foreach variable,$(DEMO_VARIABLES),$(if $($(variable)),$(call option,$(variable))))

.PHONY: run
run: setup $(MADE) ## Open QGIS with the plugin and the demo's project
	@if [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		echo 'make run opens a window, and there is no display here; make demo works without one.' >&2; exit 1; \
	fi
	@[ -e "$$OUTPUT/innovation-clusters.qgz" ] || $(MAKE) --no-print-directory demo
	@QT_QPA_PLATFORM="$${QT_QPA_PLATFORM:-}" $(ENV) qgis --noversioncheck --nologo \
		--profiles-path .build/qgis --project "$$OUTPUT/innovation-clusters.qgz"

# One pytest process, closed by its own summary. Language and profile of the user do not reach the tests.
PYTEST = LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen $(ENV) $(PYTHON) -m pytest $(PYTEST_OPTIONS)

.PHONY: test
test: setup-test $(MADE) ## Run all tests
	@status=0; $(PYTEST) || status=$$?; \
	if [ -n "$(STATUS_FILE)" ]; then echo $$status >"$(STATUS_FILE)"; else exit $$status; fi

.PHONY: test-unit
test-unit: setup-test $(MADE) ## Run the tests that need no QGIS
	@$(PYTEST) tests/unit

.PHONY: test-qgis
test-qgis: setup-test $(MADE) ## Run the tests in QGIS
	@$(PYTEST) tests/qgis

.PHONY: test-distributed
test-distributed: ## Run the tests of Spark, DuckDB and PostGIS, in an environment of their own
	@scripts/setup_distributed.sh
	@mkdir -p .build/package && ln -sfn ../.. .build/package/innovation_clusters
	@PYTHONPATH=.build/package .venv/distributed/bin/python -m pytest $(PYTEST_OPTIONS) \
		--ignore tests/distributed/qgis tests/distributed
	@$(MAKE) --no-print-directory test-databases

.PHONY: test-databases
test-databases: setup-test ## Run the tests of databases and large files in QGIS
	@scripts/setup_distributed.sh
	@PYTHONPATH=.venv/duckdb $(PYTEST) --confcutdir tests/distributed/qgis tests/distributed/qgis

.PHONY: lint
lint: setup-test ## Check style and types
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@MYPYPATH=.build/package $(ENV) $(PYTHON) -m mypy -m innovation_clusters -p innovation_clusters.analysis \
		-p innovation_clusters.processing_algorithms -p innovation_clusters.plugin -p innovation_clusters.distributed
	@MYPYPATH=.build/package $(ENV) $(PYTHON) -m mypy scripts tests $(wildcard benchmarks)

.PHONY: bench
bench: setup-test ## Measure speed and memory beside others; BENCH_OPTIONS='--quick --case earth'
	@$(ENV) $(PYTHON) -m innovation_clusters.benchmarks.run $(BENCH_OPTIONS)

.PHONY: bench-distributed
bench-distributed: ## Measure Spark, DuckDB and PostGIS beside one machine; BENCH_OPTIONS='--quick --case tiles'
	@scripts/setup_distributed.sh
	@mkdir -p .build/package && ln -sfn ../.. .build/package/innovation_clusters
	@PYTHONPATH=.build/package .venv/distributed/bin/python -m innovation_clusters.benchmarks.distributed.run \
		$(BENCH_OPTIONS)

.PHONY: package
package: setup $(MADE) ## Make dist/innovation_clusters-<version>.zip for the plugin repository
	@$(PYTHON) scripts/package.py

.PHONY: gate
gate: setup-test package ## Run the plugin repository's own checks on the built zip
	@QT_QPA_PLATFORM=offscreen $(ENV) $(PYTHON) -m innovation_clusters.scripts.gate \
		"dist/innovation_clusters-$$(sed -n 's/^version=//p' metadata.txt).zip"

# DEBIAN is bookworm, trixie, forky, or several of them; CHROOTS is where they are made, KEEP=yes leaves them there.
TARGETS ?= test-distributed
export CHROOTS KEEP

.PHONY: test-in-debian
test-in-debian: ## Run make TARGETS=test-distributed of the last commit on fresh Debian systems; DEBIAN=trixie
	@scripts/test_in_debian.sh "$(TARGETS)" $(DEBIAN)

.PHONY: test-installed
test-installed: package ## Install the zip on fresh Debian systems and run the sample there; DEBIAN=trixie
	@scripts/installed/run.sh "dist/innovation_clusters-$$(sed -n 's/^version=//p' metadata.txt).zip" $(DEBIAN)

.PHONY: translations
translations: setup-test ## Read new texts into resources/i18n/*.ts and compile them
	@$(ENV) $(PYTHON) scripts/translations.py update
	@$(ENV) $(PYTHON) scripts/translations.py compile

$(TRANSLATIONS): resources/i18n/%.qm: resources/i18n/%.ts | setup
	@if [ -e scripts/translations.py ]; then $(ENV) $(PYTHON) scripts/translations.py compile; fi

# In one step with the page that stands for all of them.
$(HELP): scripts/help_pages.py CHANGELOG.md README.md README.ko.md $(shell find docs -type f) | setup
	@$(PYTHON) scripts/help_pages.py

.PHONY: sample
sample: setup ## Make the bundled sample again from the published totals in resources/reference
	@$(ENV) $(PYTHON) scripts/build_sample.py

.PHONY: world
world: setup ## Make the modelled world of 31 million addresses, run everything on it and write docs/world.md
	@$(ENV) $(PYTHON) scripts/build_world.py
	@$(ENV) $(PYTHON) scripts/world_report.py

.PHONY: docs-fields
docs-fields: setup ## Run the examples of docs/algorithms and note the fields of their outputs, then as docs
	@$(ENV) $(PYTHON) scripts/output_fields.py
	@$(MAKE) --no-print-directory docs

.PHONY: tutorial
tutorial: setup $(TRANSLATIONS) ## Take the pictures of the tutorial anew, in QGIS on a screen nobody sees (needs xvfb, python3-pil, chromium)
	@$(ENV) $(PYTHON) scripts/tutorial.py

.PHONY: docs
docs: setup ## Write docs/algorithms and docs/checks.md; fails where an algorithm is not documented or translated
	@$(ENV) $(PYTHON) scripts/document_algorithms.py
	@$(ENV) $(PYTHON) scripts/document_checks.py

.PHONY: clean
clean: ## Remove what was built; .venv and demo-output stay
	@rm -rf .build dist .hypothesis .ruff_cache .mypy_cache .pytest_cache resources/i18n/*.qm resources/help
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
