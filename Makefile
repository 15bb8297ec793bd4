# duizhao: what people and CI run. `make help` lists the targets.

CARGO ?= cargo
DUIZHAO = $(CARGO) run --locked --quiet --
NEXTEST := $(shell $(CARGO) nextest --version >/dev/null 2>&1 && echo yes)

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

.PHONY: demo
demo: ## build the program, check this repository, publish the recap to out/
	$(DUIZHAO) status
	$(DUIZHAO) check
	$(DUIZHAO) build
	@echo "the recap in both languages: out/bilingual/content/lf-ai-data-day-shenzhen-2020.md"
	@echo "the recap in Chinese:        out/zh-CN/content/lf-ai-data-day-shenzhen-2020.md"
	@echo "the recap as a page:         out/page/content/lf-ai-data-day-shenzhen-2020.html"

.PHONY: test
test: ## all tests that need nothing but cargo
ifeq ($(NEXTEST),yes)
	$(CARGO) nextest run --locked
else
	$(CARGO) test --locked --quiet
endif

.PHONY: strace
strace:
	@command -v strace >/dev/null || { apt-get update -qq && apt-get install -y -qq strace; }

.PHONY: test-crash
test-crash: strace ## kill and fail the writing commands at system calls, 1,000 runs (installs strace)
	$(CARGO) test --locked --quiet --test crash -- --self-test
	$(CARGO) test --locked --quiet --test crash -- --runs 1000

.PHONY: test-long
test-long: strace ## the laws of the catalogs, 100,000 cases each, and every system call killed and failed
	$(CARGO) test --locked --quiet --test crash
ifeq ($(NEXTEST),yes)
	DUIZHAO_CASES=100000 $(CARGO) nextest run --locked --cargo-profile long --no-fail-fast --test laws
else
	DUIZHAO_CASES=100000 $(CARGO) test --locked --profile long --no-fail-fast --test laws
endif

BROWSER := target/browser
.PHONY: test-browser
test-browser: ## pages of HTML in Chromium, with screenshots in out/screenshots (installs chromium, Chinese fonts, playwright-core)
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; }
	@fc-list :lang=zh-cn 2>/dev/null | grep -q . || { apt-get update -qq && apt-get install -y -qq --no-install-recommends fontconfig fonts-noto-cjk; }
	@command -v npm >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends npm; }
	@mkdir -p $(BROWSER) && rm -rf $(BROWSER)/workspace && cp -R tests/browser/. $(BROWSER)
	@npm install --silent --no-audit --no-fund --no-package-lock --prefix $(BROWSER)
	$(DUIZHAO) build page --force --quiet
	$(DUIZHAO) --workspace $(BROWSER)/workspace build page --quiet
	node $(BROWSER)/page.mjs out/screenshots out/page/content/lf-ai-data-day-shenzhen-2020.html $(BROWSER)/workspace/content/blocks.html

SHARED := $(if $(DUIZHAO_SHARED),$(DUIZHAO_SHARED),../shared)
CORPORA := $(SHARED)/corpora
.PHONY: score
score: ## how well real edits are judged, and published translations checked; needs the corpora of ../shared and python3
ifeq ($(wildcard $(CORPORA)/score.py),)
	@echo "skipped: no $(CORPORA)"
else
	$(CARGO) build --locked --quiet
	@mkdir -p target/scores
	python3 tests/scores/staleness.py target/debug/duizhao $(CORPORA)/C-staleness > target/scores/staleness.jsonl
	@python3 $(CORPORA)/score.py c $(CORPORA)/C-staleness target/scores/staleness.jsonl
	@for severity in error warning; do \
		echo "checks of published translations, $$severity and above:"; \
		for pairs in clean-pairs seeded; do \
			python3 tests/scores/checks.py target/debug/duizhao $(CORPORA)/D-qa/$$pairs.jsonl $$severity \
				> target/scores/$$pairs.$$severity.jsonl || exit 1; \
		done; \
		set -- $(CORPORA)/D-qa/clean-pairs.jsonl target/scores/clean-pairs.$$severity.jsonl \
			$(CORPORA)/D-qa/seeded.jsonl target/scores/seeded.$$severity.jsonl; \
		python3 $(CORPORA)/score.py d "$$@" && python3 tests/scores/checks.py --recall "$$2" "$$3" "$$4" || exit 1; \
	done
endif

.PHONY: fmt
fmt: ## format the code
	$(CARGO) fmt

.PHONY: lint
lint: ## fmt, clippy and rustdoc, warnings are errors
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --no-deps --document-private-items --quiet

.PHONY: bench
bench: ## speed beside a bare parse, sync of much at once, memory, growth; only="speed" for one table
	$(CARGO) bench --locked --bench bench -- $(only)

.PHONY: bench-checks
bench-checks: ## how many slips seeded into good translations the checks find, and how many false alarms they give
	$(CARGO) test --locked --quiet --test seeds -- --nocapture slips_are_found

READERS := $(abspath target/readers)
.PHONY: test-readers
test-readers: npm ## pages of hazards, read by markdown-it and remark-gfm (installs npm and both)
	@mkdir -p $(READERS)/pages && rm -f $(READERS)/pages/* && cp tests/readers/* $(READERS)/
	@test -d $(READERS)/node_modules/remark-gfm || npm install --silent --no-package-lock --prefix $(READERS)
	DUIZHAO_PAGES=$(READERS)/pages $(CARGO) test --locked --quiet --test suite -- hazards
	node $(READERS)/read.mjs $(READERS)/pages/*

SITES := $(abspath target/sites)
.PHONY: test-sites
test-sites: npm mdbook ## trees built with Hugo, VitePress and mdBook (installs all three)
	@command -v hugo >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends hugo; }
	@mkdir -p $(SITES) && cp tests/sites/package.json $(SITES)/
	@test -d $(SITES)/node_modules/vitepress || npm install --silent --no-package-lock --prefix $(SITES)
	$(CARGO) build --locked --quiet
	PATH="$(PEERS)/bin:$$PATH" tests/sites/run.sh target/debug/duizhao $(SITES)

.PHONY: npm mdbook
npm:
	@command -v npm >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends npm; }
mdbook:
	@test -x $(PEERS)/bin/mdbook || $(CARGO) install -q --locked --root $(PEERS) --no-default-features mdbook@0.5.4

PEERS := $(abspath target/peers)
.PHONY: bench-peers
bench-peers: npm mdbook ## the same work done by other tools (installs gettext, po4a, translate-toolkit, mdbook, autocorrect)
	@command -v po4a msgmerge >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends po4a gettext; }
	@test -x $(PEERS)/python/bin/md2po || { python3 -m venv $(PEERS)/python && $(PEERS)/python/bin/pip install -q translate-toolkit==3.20.4 mistletoe; }
	@test -x $(PEERS)/bin/mdbook-xgettext || $(CARGO) install -q --locked --root $(PEERS) mdbook-i18n-helpers@0.4.0
	@test -x $(PEERS)/node/node_modules/.bin/autocorrect || npm install --silent --prefix $(PEERS)/node autocorrect-node@2.14.0
	PATH="$(PEERS)/python/bin:$(PEERS)/bin:$(PEERS)/node/node_modules/.bin:$$PATH" $(CARGO) bench --locked --bench bench -- peers

.PHONY: check
check: lint test ## what must pass before a push
