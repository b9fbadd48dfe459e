# Outcrop: what there is to do in a checkout. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

PYTHON ?= $(firstword $(wildcard /usr/bin/python3) python3)
QGIS ?= qgis
QGIS_PROFILE ?= $(firstword $(wildcard $(HOME)/.local/share/QGIS/QGIS4/profiles/default) $(HOME)/.local/share/QGIS/QGIS3/profiles/default)
TORCH ?= auto
VERSION := $(shell sed -n 's/^version=//p' metadata.txt)
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

QGIS_PACKAGES := qgis python3-qgis python3-venv xvfb xauth xdotool imagemagick fonts-dejavu-core
QT6_PACKAGES := libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1
THROW_AWAY := build/qgis-profile
UV := build/uv/bin/uv

.PHONY: help
help:  ## List what can be made
	@sed -n 's/^\([a-z-]*\):.*##  *\(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

# --- environments -----------------------------------------------------------------------------------------------------

.PHONY: setup
setup: python-venv  ## Make the worker's environment, .venv, with the command .venv/bin/outcrop (TORCH=auto|cpu|cuda)
	@'$(PYTHON)' -I core/environment .venv --python '$(PYTHON)' --torch '$(TORCH)' --launcher \
		--lock engines.txt --lock checks.txt --lock manual.txt

.PHONY: setup-qgis
setup-qgis: system-qgis
	@/usr/bin/python3 -I core/environment .venv-qgis --python /usr/bin/python3 --in-qgis \
		--lock checks-qgis.txt --imports qgis.core pytest_qgis

.PHONY: setup-qt6
setup-qt6: system-qgis
	@/usr/bin/python3 -I core/environment .venv-qt6 --python /usr/bin/python3 --alone \
		--lock checks-qt6.txt --imports pytest
	@.venv-qt6/bin/python -c 'from PyQt6 import QtGui, QtSvg' 2>/dev/null || $(call install,$(QT6_PACKAGES))

.PHONY: python-venv
python-venv:
	@'$(PYTHON)' -I -c 'import ensurepip, venv' 2>/dev/null || $(call install,python3-venv)

.PHONY: system-qgis
system-qgis:
	@for wanted in qgis Xvfb xvfb-run xdotool import; do command -v $$wanted; done >/dev/null \
		&& /usr/bin/python3 -I -c 'import qgis, osgeo, ensurepip' 2>/dev/null || $(call install,$(QGIS_PACKAGES))

.PHONY: system-chinese
system-chinese:
	@[ -n "$$(fc-list :lang=zh)" ] || $(call install,fontconfig fonts-droid-fallback)

# Installs Debian packages, or says what is needed where there is no apt-get.
install = { command -v apt-get >/dev/null || { echo "Install these first, by your system's means: $(1)" >&2; exit 2; }; \
	echo "Installing with apt-get: $(1)"; \
	$(SUDO) apt-get -q update && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends $(1); }

.PHONY: lock
lock: $(UV)  ## Renew the locks in requirements/ from requirements/*.in (KEEP=yes: only what has to change)
	@'$(PYTHON)' requirements/lock.py '$(UV)' $(if $(KEEP),--keep)

.PHONY: check-locks
check-locks: $(UV)  ## Ask the package index for a wheel of every locked package, for every Python and system
	@'$(PYTHON)' requirements/check.py '$(UV)'

$(UV):
	@'$(PYTHON)' -m venv build/uv && build/uv/bin/pip install --quiet --disable-pip-version-check uv

# --- work -------------------------------------------------------------------------------------------------------------

.PHONY: demo
demo: setup system-qgis  ## Train and predict on the sample scene, or on IMAGE=… LABELS=… CLASS_FIELD=…; results in build/demo
	@mkdir -p build/demo
	@.venv/bin/outcrop demo --out build/demo \
		$(if $(IMAGE),--image '$(IMAGE)') $(if $(LABELS),--labels '$(LABELS)') $(if $(CLASS_FIELD),--class-field '$(CLASS_FIELD)')
	@/usr/bin/python3 -I -c 'import runpy; runpy.run_path("core/__main__.py")["bind_package"](); \
	from outcrop.ui.projects.demo_project import main; main("build/demo")' 2>build/demo/qgis.log || { cat build/demo/qgis.log; exit 1; }

.PHONY: reproduce
reproduce: setup  ## Make the papers' comparisons again, on open data in DATA=… (BUDGET=seconds a training, FORM=small|paper, STALE=1: only what is stale in docs)
	@.venv/bin/python -m benchmarks.reproduction --out build/reproduction $(if $(DATA),--data '$(DATA)') \
		$(if $(BUDGET),--seconds '$(BUDGET)') $(if $(FORM),--form '$(FORM)') $(if $(ONLY),--only '$(ONLY)') $(if $(STALE),--stale)

.PHONY: qgis
qgis: setup system-qgis  ## Open QGIS with the plugin in a throw-away profile, on the demo's project
	@[ -e build/demo/demo.qgs ] || $(MAKE) --no-print-directory demo
	@profile='$(THROW_AWAY)/profiles/default'; mkdir -p "$$profile/python/plugins" "$$profile/QGIS"; \
	ln -sfn '$(CURDIR)' "$$profile/python/plugins/outcrop"; \
	for ini in QGIS3.ini QGIS4.ini; do [ -e "$$profile/QGIS/$$ini" ] || printf '%s\n' '[PythonPlugins]' outcrop=true \
		processing=true '' '[qgis]' checkVersion=false > "$$profile/QGIS/$$ini"; done; \
	'$(QGIS)' --profiles-path '$(THROW_AWAY)' --nologo --noversioncheck build/demo/demo.qgs

.PHONY: link
link:  ## Link the checkout into your own QGIS profile (QGIS_PROFILE=…)
	@mkdir -p '$(QGIS_PROFILE)/python/plugins'
	@ln -sfn '$(CURDIR)' '$(QGIS_PROFILE)/python/plugins/outcrop'
	@echo "Linked in $(QGIS_PROFILE)/python/plugins. Tick Outcrop in QGIS: Plugins, Manage and Install Plugins, Installed."

# --- checks -----------------------------------------------------------------------------------------------------------

.PHONY: test
test: setup setup-qgis  ## Run every test, those in a real QGIS included, both sides at once (THEN=targets to follow the worker's)
	@mkdir -p build; status=0; export OMP_WAIT_POLICY=passive; \
	{ .venv/bin/python -m pytest $(if $(THEN),&& $(MAKE) --no-print-directory $(THEN)); } >build/worker-tests.txt 2>&1 & worker=$$!; \
	trap 'kill $$worker 2>/dev/null || true' EXIT; \
	echo "Tests inside QGIS (those of the worker run beside them and are shown after):"; \
	QT_QPA_PLATFORM=offscreen .venv-qgis/bin/python -m pytest || status=$$?; \
	wait $$worker || status=$$?; trap - EXIT; \
	echo "Tests of the worker:"; cat build/worker-tests.txt; \
	exit $$status

.PHONY: test-core
test-core: setup  ## Run the fast tests that need no QGIS, in two minutes (ARGS=… goes to pytest)
	@.venv/bin/python -m pytest -m 'not slow' $(ARGS)

.PHONY: test-qgis
test-qgis: setup setup-qgis  ## Run the tests inside QGIS (ARGS=… goes to pytest)
	@QT_QPA_PLATFORM=offscreen .venv-qgis/bin/python -m pytest $(ARGS)

.PHONY: test-qt6
test-qt6: setup-qt6  ## Import and build the interface under PyQt6, as far as that can be done without a QGIS 4
	@.venv-qt6/bin/python -m pytest $(ARGS) tests/qt6

.PHONY: fuzz
fuzz: setup  ## Try 3,000 damaged and hostile files of every kind (SAMPLES=…)
	@OUTCROP_FUZZ='$(or $(SAMPLES),3000)' .venv/bin/python -m pytest -q -s -o faulthandler_timeout=0 tests/fuzz/test_damaged_files.py

.PHONY: disks
disks: setup  ## Fill small disks under every job that writes, as root (SAMPLES=… sizes a job)
	@OUTCROP_DISKS='$(or $(SAMPLES),100)' .venv/bin/python -m pytest -q -s -o faulthandler_timeout=0 tests/fuzz/test_full_disk.py

.PHONY: kills
kills: setup  ## Kill trainings, predictions and exports at any moment (SAMPLES=… of each)
	@OUTCROP_KILLS='$(or $(SAMPLES),40)' .venv/bin/python -m pytest -q -s -o faulthandler_timeout=0 tests/fuzz/test_kills.py

.PHONY: matrix
matrix:  ## Run on the QGIS or Python of another Debian, as root (SUITE=trixie-backports|sid|…, TORCH=cuda, ONLY=suite,window)
	@'$(PYTHON)' tests/matrix/matrix.py '$(or $(SUITE),trixie-backports)' --torch '$(patsubst auto,cpu,$(TORCH))' \
		$(if $(ONLY),--only '$(ONLY)') $(if $(ARGS),--args '$(ARGS)')

.PHONY: test-newer-qgis
test-newer-qgis:  ## Run what is fast, a window and qgis_process on a newer QGIS, in a chroot (as root; says so where none can be made)
	@'$(PYTHON)' tests/matrix/matrix.py '$(or $(SUITE),trixie-backports)' --check --torch '$(patsubst auto,cuda,$(TORCH))' \
		--only setup-qgis,setup,plugin,window,toolbox,suite

.PHONY: lint
lint: setup  ## Check style, format and types
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@mkdir -p build/types && ln -sfn '$(CURDIR)' build/types/outcrop
	@cd build/types && ../../.venv/bin/mypy --config-file ../../pyproject.toml --cache-dir ../../.mypy_cache -p outcrop

.PHONY: format
format: setup  ## Put the code into the one format
	@.venv/bin/ruff check --fix-only .
	@.venv/bin/ruff format .

.PHONY: translations
translations:  ## Collect the interface's texts into resources/i18n and make the translations QGIS reads
	@command -v lrelease >/dev/null || $(call install,qttools5-dev-tools)
	@'$(PYTHON)' resources/i18n/collect.py

.PHONY: manual
manual: setup  ## Make the manual's pages, English and Chinese, in resources/manual
	@.venv/bin/python docs/manual/build.py

.PHONY: manual-look
manual-look: manual system-chinese  ## Open every page of the manual in headless Chromium; pictures in build/manual-look
	@.venv/bin/python tests/docs/look.py $(ARGS)

.PHONY: manual-pictures
manual-pictures: setup setup-qgis system-chinese  ## Take the manual's pictures in a real QGIS window (ARGS=--only SUBJECT)
	@xvfb-run -a -s '-screen 0 1600x1000x24' .venv-qgis/bin/python tests/desktop/manual.py $(ARGS)

.PHONY: first-map
first-map: setup setup-qgis  ## From the package to the first map by mouse in a fresh profile, with the minutes
	@xvfb-run -a -s '-screen 0 1600x1000x24' .venv-qgis/bin/python tests/desktop/first_map.py $(ARGS)

.PHONY: screenshots
screenshots: setup setup-qgis system-chinese  ## Drive a real QGIS window through the whole loop and take its pictures
	@xvfb-run -a -s '-screen 0 2800x1600x24' .venv-qgis/bin/python tests/desktop/screenshots.py

# --- packages ---------------------------------------------------------------------------------------------------------

.PHONY: zip
zip: setup  ## Pack the plugin of the last commit for QGIS, with the manual, in dist/
	@.venv/bin/python release/pack.py 'dist/outcrop-$(VERSION).zip'
	@echo "dist/outcrop-$(VERSION).zip, $$(du -k 'dist/outcrop-$(VERSION).zip' | cut -f1) KB"

.PHONY: clean
clean:  ## Remove what was made, but not the environments
	@rm -rf build dist .pytest_cache .ruff_cache .mypy_cache .hypothesis .qgis-settings
	@find . -name __pycache__ -not -path './.venv*' -prune -exec rm -rf {} +

.PHONY: distclean
distclean: clean  ## Remove the environments too
	@rm -rf .venv .venv-qgis .venv-qt6
