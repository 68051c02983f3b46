# Every target runs alone on a fresh clone: what it needs is made first. `make` lists them.
SHELL := bash
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# Read by the scripts: the port of the local cloud, and the Python to use instead of the newest that is found.
PORT ?= 4566
export PORT PYTHON
# More arguments for ansible-playbook or pytest.
ARGS ?=

# Three processes, since some of them wait; what shares a playbook run or a deployed platform stays in one.
PYTEST := pytest -n 3

# The linters call one another by name.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

##@ The local cloud
.PHONY: up
up: venv ## Start the local cloud and deploy the platform to it [PORT=4566] [ARGS="--tags network"]
	@scripts/up $(ARGS)

.PHONY: verify
verify: venv ## Hold the platform in the local cloud against the requirements: build/verify.html
	@scripts/verify $(ARGS)

.PHONY: down
down: venv ## Remove the platform, show that nothing is left, stop the local cloud
	@scripts/down $(ARGS)

##@ Tests
.PHONY: test
test: lint dev ## Everything: linters, unit tests, local cloud, module cycles, end to end
	$(PYTEST) $(ARGS)

.PHONY: test-unit
test-unit: dev ## The plugins without a server, and the scripts that start things
	$(PYTEST) tests/unit tests/bootstrap $(ARGS)

.PHONY: test-cloud
test-cloud: dev ## The local cloud against boto3
	LOCAL_CLOUD_KILLS=20 LOCAL_CLOUD_SOAK_SECONDS=60 $(PYTEST) tests/emulator $(ARGS)

.PHONY: test-modules
test-modules: dev ## The life of a resource, module by module, on the local cloud
	$(PYTEST) tests/modules $(ARGS)

.PHONY: test-e2e
test-e2e: dev ## Deploy, run again, change, destroy: the whole platform on the local cloud
	PLATFORM_BREAKS=all PLATFORM_BOTH_WAYS=all $(PYTEST) tests/e2e $(ARGS)

##@ Speed
.PHONY: bench
bench: dev ## How fast the platform is, on local clouds of its own; takes hours [ARGS="--only site --pairs 1"]
	python -m bench $(ARGS)

.PHONY: bench-quick
bench-quick: dev ## The same for one layer, in minutes: shows that measuring works
	python -m bench --quick --output build/bench-quick.json $(ARGS)
	BENCH_QUICK=build/bench-quick.json pytest -q tests/bench

##@ Quality
.PHONY: lint
lint: lint-python lint-yaml lint-ansible lint-docs lint-changelog ## All linters

.PHONY: lint-python
lint-python: dev
	ruff check --quiet
	ruff format --check --quiet

.PHONY: lint-yaml
lint-yaml: dev
	yamllint --strict .

.PHONY: lint-ansible
lint-ansible: dev
	ansible-lint

.PHONY: lint-docs
lint-docs: dev
	python scripts/role_readme --check
	python scripts/ledger --check
	@# It copies amazon.aws from .venv, and would copy nothing if git told it that .venv is ignored.
	GIT_CEILING_DIRECTORIES="$(CURDIR)" antsibull-docs lint-collection-docs --plugin-docs \
	    --validate-collection-refs dependent .

.PHONY: lint-changelog
lint-changelog: dev
	antsibull-changelog lint

.PHONY: sanity
sanity: dev ## ansible-test sanity, in an environment of its own [ARGS="--test validate-modules"]
	@scripts/sanity $(ARGS)

.PHONY: format
format: dev ## Format the Python files, generate the READMEs of the roles and the ledger of operations
	ruff check --quiet --fix
	ruff format --quiet
	python scripts/role_readme
	python scripts/ledger

##@ What is published
.PHONY: build
build: venv ## The collection as a tarball in dist/
	ansible-galaxy collection build --force --output-path dist

.PHONY: docs
docs: dev ## The reference of modules, plugins and roles as HTML pages in docs/_build/
	scripts/docs

##@ This checkout
.PHONY: venv
venv: # Python, requirements and the collection's path; says nothing when all is there
	@scripts/venv

.PHONY: dev
dev: # the same with the tools for tests, linters and documentation
	@scripts/venv dev

.PHONY: clean
clean: ## Stop the local cloud and remove everything that make has made
	@scripts/clean

.PHONY: help
help: ## This list
	@awk 'BEGIN { FS = ":.*## " } \
	    /^##@/ { printf "\n%s\n", substr($$0, 5) } \
	    /^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
