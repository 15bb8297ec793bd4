# duizhao: what people and CI run. `make help` lists the targets.

CARGO ?= cargo
NEXTEST := $(shell $(CARGO) nextest --version >/dev/null 2>&1 && echo yes)

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

.PHONY: test
test: ## all tests that need nothing but cargo
ifeq ($(NEXTEST),yes)
	$(CARGO) nextest run --locked
else
	$(CARGO) test --locked --quiet
endif

.PHONY: test-long
test-long: ## the laws of the catalogs, 100,000 cases each
ifeq ($(NEXTEST),yes)
	DUIZHAO_CASES=100000 $(CARGO) nextest run --locked --release --no-fail-fast --test laws
else
	DUIZHAO_CASES=100000 $(CARGO) test --locked --release --no-fail-fast --test laws
endif

.PHONY: fmt
fmt: ## format the code
	$(CARGO) fmt

.PHONY: lint
lint: ## fmt, clippy and rustdoc, warnings are errors
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --no-deps --document-private-items --quiet

.PHONY: check
check: lint test ## what must pass before a push
