#!/bin/sh
# What the coach is made of: sbom.json (CycloneDX) and licences.md of every locked library.
# deploy/bill-of-materials.sh FOLDER; the tools have an environment of their own, which goes again.
set -eu
folder=${1:?the folder to write both files to}
source=$(cd "$(dirname "$0")/.." && pwd)
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
mkdir -p "$folder"

locked=${LOCKED:-$tools/locked}  # LOCKED names an environment that has them already
if [ ! -d "$locked" ]; then
  python3 -m venv "$locked"
  "$locked/bin/pip" install -q --no-cache-dir --require-hashes -r "$source/requirements.lock"
fi
python3 -m venv "$tools/with"
"$tools/with/bin/pip" install -q "cyclonedx-bom==7.5.0" "pip-licenses==5.5.5"
"$tools/with/bin/cyclonedx-py" environment "$locked/bin/python" --pyproject "$source/pyproject.toml" \
  --output-reproducible --validate -o "$folder/sbom.json"
"$tools/with/bin/pip-licenses" --python "$locked/bin/python" --format markdown --with-urls \
  --output-file "$folder/licences.md"
