#!/bin/sh
# A copy of a PostgreSQL database a day, tried before it is kept: seven days, four weeks.
#   nightly.sh FOLDER CODE
# FOLDER: where the copies lie. CODE: where Fieldwork is installed. The database is the one that
# FIELDWORK_DATABASE_URL names; TRIAL_DATABASE_URL names an empty one on the same server, in which
# each copy is restored and looked at, and which holds last night's copy afterwards.
set -eu
umask 077
folder=$1
code=$2
today=${TODAY:-$(date +%F)}

mkdir -p "$folder"
copy="$folder/fieldwork-$today.dump"
trap 'rm -f "$copy.part"' EXIT

pg_dump --format=custom --file="$copy.part" "$FIELDWORK_DATABASE_URL"
pg_restore --clean --if-exists --no-owner --exit-on-error --single-transaction \
    --dbname="$TRIAL_DATABASE_URL" "$copy.part"
(cd "$code" && FIELDWORK_DATABASE_URL=$TRIAL_DATABASE_URL .venv/bin/python -m lib check)
mv "$copy.part" "$copy"

# The latest seven stay, and of the weeks before them the last copy of each of four.
ls "$folder" | sed -n 's/^fieldwork-\([0-9-]\{10\}\)\.dump$/\1/p' | sort -r | {
    kept=0
    weeks=0
    last=
    while read -r day; do
        kept=$((kept + 1))
        [ "$kept" -gt 7 ] || continue
        week=$(date -d "$day" +%G-%V)
        if [ "$week" != "$last" ] && [ "$weeks" -lt 4 ]; then
            weeks=$((weeks + 1))
        else
            rm "$folder/fieldwork-$day.dump"
        fi
        last=$week
    done
}
