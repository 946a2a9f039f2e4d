# The two that matter: `make demo` shows what the program does, `make test` checks that it does it.
SHELL := /bin/bash

libraries := libpoppler-glib-dev libpoppler-private-dev libcairo2-dev libxml2-dev libpcre2-dev libseccomp-dev libsqlite3-dev pkg-config
for_tests := python3 python3-venv
for_recognition := libtesseract-dev tesseract-ocr-eng
for_bench := poppler-utils
for_spark := default-jre-headless
pyspark := pyspark==4.1.4
for_browser := chromium chromium-driver poppler-utils
selenium := selenium==4.51.0 axe-selenium-python==2.1.6 pillow==13.0.0

release := .build/release/scrutineer
debug := .build/debug/scrutineer
shared := ../shared

.PHONY: build demo test lint score bench clean packages spark browser

build: packages
	swift build -c release --product scrutineer

# Status 1 says that some papers could not be read, which the summary names.
demo: build
	@echo
	$(release) run Corpus --out out/demo || [ $$? -eq 1 ]
	@echo
	@echo "Some figures of Corpus/cabinet-report, with the words around them:"
	@$(release) extract Corpus/cabinet-report/cabinet-report.pdf --format text | head -n 12
	@echo
	@echo "The records are in out/demo: $$(ls out/demo | tr '\n' ' ')"

# One build serves the tests, the rule examples and the records that Python validates.
test: packages .venv/installed spark browser
	.ci/packages $(for_recognition)
	swift build --build-tests
	$(debug) rules test
	$(debug) run Corpus --out out/test || [ $$? -eq 1 ]
	$(debug) schema > out/test/records.schema.json
	.venv/bin/python Tests/Scripts/validate out/test/records.schema.json out/test/*.jsonl
	SCRUTINEER=$(debug) .venv/bin/python -m pytest --quiet Tests/IntegrationTests
	swift test --skip-build --disable-xctest

lint: packages
	swift format lint --strict --recursive Sources Tests Package.swift
	swift build --product scrutineer
	$(debug) rules check

score: build
	Tests/Scripts/score $(release) $(shared) out/score

bench: build
	.ci/packages $(for_bench)
	Tests/Scripts/bench $(release) $(shared)/data/papers/kent

clean:
	rm -rf .build .venv out

packages:
	@.ci/packages $(libraries)

# A job on Spark is tested where Java and PySpark can be had; elsewhere its tests say that they were skipped. CI must have both.
spark: .venv/installed
	command -v java >/dev/null || .ci/packages $(for_spark) || [ -z "$$CI" ]
	.venv/bin/python -m pip install --quiet $(pyspark) || [ -z "$$CI" ]

# The evidence page is tested in Debian's chromium, where that can be had; elsewhere its tests say that they were skipped. CI must have it.
browser: .venv/installed
	{ command -v chromium && command -v chromedriver && command -v pdftotext; } >/dev/null || .ci/packages $(for_browser) || [ -z "$$CI" ]
	.venv/bin/python -m pip install --quiet $(selenium) || [ -z "$$CI" ]

.venv/installed: Tests/IntegrationTests/requirements.txt
	@.ci/packages $(for_tests)
	python3 -m venv .venv
	.venv/bin/python -m pip install --quiet --requirement $< || { rm -rf .venv; exit 1; }
	@touch $@
