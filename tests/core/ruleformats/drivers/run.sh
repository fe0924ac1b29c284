# sh run.sh PROGRAM: as run.mjs, with the program's functions.
. "$1"
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
jq -c '.[]' >"$folder/cases"
number=0
while read -r case; do
    number=$((number + 1))
    printf '%s\n' "$case" >"$folder/case-$number"
    (
        eval "$(jq -r '@sh "ROUTE_TASK=\(.task) ROUTE_MODEL=\(.model) ROUTE_DRAW=\(.draw) ROUTE_AT=\(.at / 1000) ROUTE_TAGS=\(.tags | tojson) ROUTE_PARAMETERS=\(.parameters | tojson) selects=\(.selects)"' "$folder/case-$number")"
        if [ "$selects" = true ]; then
            selectModel "$ROUTE_TASK" | jq -R . >"$folder/answer-$number"
        else
            jq -c .messages "$folder/case-$number" | completeWithFallback >"$folder/answer"-$number.json
            if [ -s "$folder/answer-$number.json" ]; then
                jq 'if .content == "" then "an empty answer" else .model end' "$folder/answer-$number.json"
            else
                echo '"nobody"'
            fi >"$folder/answer-$number"
        fi
    ) &
done <"$folder/cases"
wait
at=0
while [ "$at" -lt "$number" ]; do
    at=$((at + 1))
    cat "$folder/answer-$at"
done | jq -sc .
