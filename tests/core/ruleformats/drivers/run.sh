# sh run.sh PROGRAM: as run.mjs, with the program's functions. Cases that only choose are chosen for in one go.
. "$1"
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
cat >"$folder/cases"
ROUTE_AT=$(jq 'first(.[] | select(.chooses)) | .at / 1000' "$folder/cases")
route_jq 'to_entries[] | select(.value.chooses) | .key as $at | .value as $case
    | facts($case.messages; $case + {source: "cli", times: $times}) as $call
    | planFor(ruleFor($call); $case.draw; $case.draw) | {at: $at, selected: (.targets[firstPlace] | name)}' \
    -c --argjson times "$(route_times)" <"$folder/cases" >"$folder/answers"
# Three lines for each of the others: its number, its messages, and the program's settings.
jq -r 'to_entries[] | select(.value.chooses | not) | .key, (.value.messages | tojson), (.value | @sh "ROUTE_TASK=\(.task) ROUTE_MODEL=\(.model) ROUTE_DRAW=\(.draw) ROUTE_AT=\(.at / 1000) ROUTE_TAGS=\(.tags | tojson) ROUTE_PARAMETERS=\(.parameters | tojson) selects=\(.selects)")' \
    "$folder/cases" >"$folder/lines"
while read -r number && read -r messages && read -r settings; do
    (
        eval "$settings"
        if [ "$selects" = true ]; then
            printf '{"at": %s, "selected": "%s"}\n' "$number" "$(selectModel "$ROUTE_TASK")"
        else
            answer=$(printf '%s\n' "$messages" | completeWithFallback)
            printf '{"at": %s, "answer": %s}\n' "$number" "${answer:-null}"
        fi >"$folder/answer-$number"
    ) &
done <"$folder/lines"
wait
cat "$folder/answers" "$folder"/answer-* | jq -sc 'sort_by(.at) | map(.selected // (
    if .answer == null then "nobody" elif .answer.content == "" then "an empty answer" else .answer.model end))'
