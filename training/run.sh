#!/usr/bin/env bash
# From the corpus to the weights that ship. Usage: training/run.sh CORPUS [--epochs N …]   or   training/run.sh --test
# CORPUS holds PolNeAR's train.jsonl, dev.jsonl and second annotators. Goes on from the last checkpoint.
set -euo pipefail
cd "$(dirname "$0")/.."
work=training/work
python=${PYTHON:-$work/venv/bin/python}
if [ ! -x "$python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install -q -r training/requirements.txt
fi
export PYTHONPATH=training OMP_WAIT_POLICY=passive
if [ "${1:-}" = --test ]; then
  exec "$python" -m pytest -q training/tests
fi
corpus=${1:?usage: training/run.sh CORPUS [--epochs N], CORPUS being the folder with train.jsonl}
shift
npx tsc -b packages/models bench
nice "$python" -m onrecord_training.train --corpus "$corpus" --work "$work" "$@"
"$python" -m onrecord_training.export --work "$work" --out packages/models/quotes
node bench/dist/calibrate.js "$corpus/.." --write
