# The two that matter: `make demo` shows what the program does, `make test` checks that it does it.
SHELL := /bin/bash

libraries := libpoppler-glib-dev libpoppler-private-dev libcairo2-dev libxml2-dev libpcre2-dev libseccomp-dev libsqlite3-dev zlib1g-dev pkg-config
for_recognition := libtesseract-dev tesseract-ocr-eng
for_tests := python3 python3-venv
for_deb := binutils dpkg-dev
for_deb_test := $(for_deb) debootstrap lintian
for_bench := poppler-utils $(for_tests)
pymupdf := pymupdf==2.0
for_spark := default-jre-headless
pyspark := pyspark==4.1.4
for_browser := chromium chromium-driver poppler-utils
selenium := selenium==4.51.0 axe-selenium-python==2.1.6 pillow==13.0.0

release := .build/release/scrutineer
debug := .build/debug/scrutineer
shared := ../shared
# What takes minutes: a run stopped at every moment, Spark's start, a browser.
slow_suites := CutOffTests
pytest_options = $(if $(filter no,$(SLOW)),--ignore-glob '*test_spark*' --ignore-glob '*test_evidence_browser*' --ignore-glob '*test_kubernetes*')
manual := .build/release/generate-manual
# With Swift's libraries inside, what is installed runs without a toolchain, and a run takes a twentieth less time (docs/decisions/010).
# The manifest tells the commit that --version names, and a kept one that of the build in which it was read.
release_options := -c release --static-swift-stdlib --manifest-cache none
PREFIX ?= /usr/local

.PHONY: help build demo test lint format golden quick score bench faults fuzz install deb deb-test clean packages spark browser

help:  ## Lists the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

build: packages  ## Builds the program, in release
	swift build $(release_options) --product scrutineer

# Status 1 says that some papers could not be read, which the summary names.
demo: build  ## Shows what the program does, on the papers of Corpus
	@echo
	$(release) run Corpus --out out/demo || [ $$? -eq 1 ]
	@echo
	@echo "Some figures of Corpus/cabinet-report, with the words around them:"
	@$(release) extract Corpus/cabinet-report/cabinet-report.pdf --format text | head -n 12
	@echo
	@echo "The records are in out/demo: $$(ls out/demo | tr '\n' ' ')"

# One build serves the tests, the rule examples and the records that Python validates.
test: packages .venv/installed $(if $(filter no,$(SLOW)),,spark browser)  ## Runs every test; SLOW=no leaves out what takes minutes
	swift build --build-tests
	swift build --product generate-manual
	$(debug) rules test
	$(debug) run Corpus --out out/test || [ $$? -eq 1 ]
	$(debug) schema > out/test/records.schema.json
	.venv/bin/python Tests/Scripts/validate out/test/records.schema.json out/test/*.jsonl
	SCRUTINEER=$(debug) .venv/bin/python -m pytest --quiet --junitxml out/test/python.xml Tests/IntegrationTests $(pytest_options)
	swift test --skip-build --disable-xctest $(if $(filter no,$(SLOW)),--skip $(slow_suites))
	@.venv/bin/python Tests/Scripts/slowest 10 out/test/python.xml

# For the loop of a change: make quick MODULE=Extraction
quick: packages  ## Builds what changed and runs the tests of one MODULE, or of all
	swift build --build-tests
	swift test --skip-build --disable-xctest $(if $(MODULE),--filter $(MODULE)Tests)

golden: packages  ## Writes the goldens of Corpus anew and shows what changed
	swift build --build-tests
	SCRUTINEER_GOLDEN=rewrite swift test --skip-build --disable-xctest --filter GoldenTests
	@git --no-pager diff --stat -- Corpus

format:  ## Puts the sources into the project's format
	swift format --in-place --recursive Sources Tests Package.swift

lint: packages  ## Checks format and rules
	swift format lint --strict --recursive Sources Tests Package.swift
	swift build --product scrutineer
	$(debug) rules check

score: build  ## Compares with hand-made answers, where the shared papers are
	Tests/Scripts/score $(release) $(shared) out/score
	Tests/Scripts/score-claims $(release) $(shared) out/claims

bench: build .venv/installed  ## Compares the time with pdftotext, where the shared papers are
	.ci/packages $(for_bench)
	.venv/bin/python -m pip install --quiet $(pymupdf)
	.venv/bin/python Tests/Scripts/bench $(release) $(shared)/data/papers/kent --history bench/history.jsonl
	Tests/Scripts/bench-index $(release) $(shared)/data/papers/kent out/index 70 $(shared)/gold/dev-claims.jsonl

# The next run must make all good.
faults: build  ## Has calls of a run fail one after the other
	Tests/Scripts/faults $(release)

minutes := 5
fuzz: build  ## Feeds changed papers and rule files to the parsers, for so many minutes each: minutes=30
	Tests/Scripts/fuzz $(release) $(minutes)

install: build $(manual)  ## Installs program, rules, manual and completions below PREFIX (/usr/local)
	Packaging/install $(release) $(manual) $(DESTDIR)$(PREFIX)

deb: build $(manual)  ## Makes out/scrutineer_VERSION_ARCHITECTURE.deb
	.ci/packages $(for_deb)
	Packaging/deb $(release) $(manual) out

deb-test: deb  ## Installs the package into a fresh Debian without Swift and runs it there (as root)
	.ci/packages $(for_deb_test)
	Packaging/try-deb "$$(ls -t out/scrutineer_*.deb | head -n 1)" .build/tree

# Always made: the build knows best what is out of date.
.PHONY: $(manual)
$(manual): packages
	swift build $(release_options) --product generate-manual

clean:  ## Takes away all that was built
	rm -rf .build .venv out

# Without recognition the program still reads all but scans.
packages:
	@.ci/packages $(libraries)
	@.ci/packages $(for_recognition) || echo "The program is built without text recognition (--ocr)."

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
