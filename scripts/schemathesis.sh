#!/usr/bin/env bash
# Asks a service of the samples, with the fake reader, whatever its OpenAPI allows and forbids: all checks of Schemathesis,
# its examples, edge cases, random and stateful requests. Fails on a 5xx and on any answer that is not described.
# SEED and EXAMPLES (requests for each operation in the random phase) may be given: SEED=7 EXAMPLES=500 scripts/schemathesis.sh
set -euo pipefail
cd "$(dirname "$0")/.."
seed=${SEED:-20260309}
folder=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || { kill "$pid" && wait "$pid"; } 2>/dev/null || true; rm -rf "$folder"' EXIT

main=packages/server/test/fixtures/fake-main.mjs
onrecord() { node "$main" "$@"; }

if ! command -v schemathesis >/dev/null; then
  echo "scripts/schemathesis.sh: installing Schemathesis from PyPI into a folder of its own"
  python3 -m venv "$folder/python"
  "$folder/python/bin/pip" install --quiet 'schemathesis==4.32.5'
  PATH="$folder/python/bin:$PATH"
fi

archive="$folder/archive.db"
onrecord add samples --archive "$archive" >"$folder/added" 2>&1
onrecord account add tester --role admin --archive "$archive" >"$folder/account"
token=$(onrecord token make schemathesis --account tester --scopes read --scopes edit --scopes admin --json --archive "$archive" |
  node -e 'process.stdin.on("data", text => console.log(JSON.parse(text).token))')
# not by the function: what is ended is the process itself
node "$main" serve --archive "$archive" --port 0 --workers 2 --login true --rate 1000000 --log error \
  >"$folder/out" 2>"$folder/err" &
pid=$!
for _ in $(seq 150); do
  url=$(grep -oE 'http://[0-9.:]+' "$folder/out" | head -1 || true)
  [ -n "$url" ] && break
  sleep 0.2
done
[ -n "$url" ] || { cat "$folder/err"; exit 1; }

echo "Schemathesis: seed $seed"
status=0
(cd "$folder" && timeout 900 schemathesis --config-file "$OLDPWD/scripts/schemathesis.toml" run "$url/api/openapi.json" \
  --seed "$seed" --max-examples "${EXAMPLES:-20}" --request-timeout 30 --no-color \
  --header "Authorization: Bearer $token") || status=$?
# what the service did not foresee it tells its log, also where the connection broke
[ ! -s "$folder/err" ] || { cat "$folder/err"; status=1; }
exit $status
