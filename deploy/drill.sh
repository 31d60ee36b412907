#!/usr/bin/env bash
# Backup and restore, tried: the ledger is carried away, made anew on an empty database, and both must say the same.
#   deploy/drill.sh LEDGER EMPTY     both postgres://..., or directories
set -euo pipefail
[ $# -eq 2 ] || { sed -n '2,3s/^# *//p' "$0" >&2; exit 2; }
ledger=$1 empty=$2
laydown="$(cd "$(dirname "$0")/.." && pwd)/bin/laydown"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
timed() { local begun=$SECONDS what=$1; shift; "$@" >"$scratch/said" || { cat "$scratch/said" >&2; echo "drill: $what failed" >&2; exit 1; }; echo "$what: $((SECONDS - begun)) s"; }

timed "backup, proven" "$laydown" --db "$ledger" backup "$scratch/ledger.laydown"
echo "size: $(stat -c %s "$scratch/ledger.laydown") bytes"
timed "restore" "$laydown" --db "$empty" restore "$scratch/ledger.laydown"
timed "doctor of what was restored" "$laydown" --db "$empty" doctor
"$laydown" --db "$ledger" export --format jsonl >"$scratch/a.jsonl"
"$laydown" --db "$empty" export --format jsonl >"$scratch/b.jsonl"
cmp "$scratch/a.jsonl" "$scratch/b.jsonl" || { echo "drill: the restored ledger says something else" >&2; exit 1; }
echo "the same, line by line: $(wc -l <"$scratch/a.jsonl") lines"
