#!/bin/sh
# The steps of the Dockerfile without a container engine: what it builds, in a folder of its own, run
# as its user would run it. deploy/as-container.sh FOLDER; docs/operators.md says what it has shown.
set -eu
folder=${1:?a folder that is not there yet}
source=$(cd "$(dirname "$0")/.." && pwd)
mkdir "$folder" && cd "$folder"

# FROM … AS build: COPY, a virtual environment, the locked libraries, the coach.
git clone -q "$source" src
python3.11 -m venv opt
opt/bin/pip install -q --no-cache-dir --require-hashes -r src/requirements.lock
opt/bin/pip install -q --no-cache-dir --no-deps ./src
rm -r src  # the second stage has the environment alone

# The second stage: folders for the data and the key, no other environment, nothing written elsewhere.
mkdir -m 0700 data key
run() {
  env -i PATH="$folder/opt/bin:/usr/bin:/bin" HOME="$folder/data" COACH_DATA="$folder/data/data" \
    COACH_KEY_FILE="$folder/key/database.key" PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 "$@"
}
find opt -newer key -type f >before
run coach --version
run coach check
printf '%s\n' '{"press": "Start"}' '{"say": "I am a cook in a school."}' |
  run coach play thing_2 --jsonl --data "$folder/data/data" >said
grep -q 'Saved' said
run coach statement --chat terminal --format txt
run coach backup data/backups
run coach status --json >status && echo "healthy: the health check of the Dockerfile ends with 0"
find opt -newer key -type f >after
cmp before after && echo "nothing was written beside data and key"
