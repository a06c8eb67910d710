#!/usr/bin/env bash
# uv.sh LEVEL: the same with uv, which compiles nothing by itself; `none`: without a zip.
set -euo pipefail
uv pip install -q -r requirements.txt --target layer/python --python "$TARGET_PYTHON" --python-platform "$TARGET_PLATFORM" --only-binary :all:
[ "$1" = none ] || (cd layer && zip "-$1" -qr ../layer.zip python)
