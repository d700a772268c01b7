#!/usr/bin/env bash
# From the corpora to the weights that ship. Usage: training/run.sh DATA   or   training/run.sh --test
# DATA holds polnear/, gum/ and entities/. Goes on from the last checkpoint.
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
data=${1:?usage: training/run.sh DATA, DATA being the folder with polnear/, gum/ and entities/}
npx tsc -b packages/models bench
train() { nice "$python" -m onrecord_training.train --data "$data" --work "$work" "$@"; }
# quotes alone, then quotes and names together
train --checkpoint quotes.pt --epochs 6 --names-weight 0
train --checkpoint joint.pt --start quotes.pt --epochs 4 --encoder-rate 8e-5 --head-rate 4e-4
"$python" -m onrecord_training.export --work "$work" --checkpoint joint.pt --out packages/models/quotes
"$python" -m onrecord_training.antecedents --data "$data" --out packages/models/quotes
node bench/dist/calibrate.js "$data" --write
