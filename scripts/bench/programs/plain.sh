#!/usr/bin/env bash
# The usual hand-written recipe, in a directory with requirements.txt. FOREIGN_PIP_OPTIONS holds what pip needs for a foreign architecture.
set -euo pipefail
# shellcheck disable=SC2086
pip install -q -r requirements.txt -t layer/python ${FOREIGN_PIP_OPTIONS:-}
find layer -type d -name __pycache__ -prune -exec rm -rf {} +
find layer -name '*.pyc' -delete
cd layer && zip -9 -qr ../layer.zip python
