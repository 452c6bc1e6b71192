#!/bin/sh
# A command of the coach with the data, key and settings of the service: deploy/as-service.sh status
set -eu
if [ -t 0 ] && [ -t 1 ]; then how=--pty; else how=--pipe; fi
# $CREDENTIALS_DIRECTORY is known to the shell that systemd starts, and not to this one.
# shellcheck disable=SC2016
exec systemd-run --quiet --wait --collect "$how" --working-directory=/opt/coach \
  -p User=coach -p StateDirectory=coach -p StateDirectoryMode=0700 -p UMask=0077 \
  -p LoadCredential=database.key:/etc/coach/database.key -p EnvironmentFile=/etc/coach/env \
  sh -c 'COACH_DATA=/var/lib/coach/data COACH_KEY_FILE=$CREDENTIALS_DIRECTORY/database.key \
    exec /opt/coach/.venv/bin/coach "$@"' coach "$@"
