#!/bin/sh
# Asks the models that the rules “@NAME@” choose, and the next one when a model fails.
# Made by Switchyard; the rules are at the top and can be edited here.
# Needs curl and jq 1.6 or later. Keys are taken from the environment:
@KEYS@
#
#   sh @FILE@ selectModel summarize
#   printf 'Text to be summarized' | sh @FILE@ runTask summarize
#   sh @FILE@ completeWithFallback <messages.json      (a list of messages)
#
# The answer is printed as {"model", "content"}. Further facts of a call may be set: ROUTE_TASK, ROUTE_MODEL,
# ROUTE_SOURCE, ROUTE_TAGS and ROUTE_PARAMETERS (JSON objects), ROUTE_AT (seconds since 1970), ROUTE_DRAW (the
# chance of weighted picks, in [0, 1)). The functions can be used by `. ./@FILE@` in a script too.
@NOTES@
ROUTE_RULES='
def accounts: @ACCOUNTS@;

# $call has what the rules ask about a call.
def rules($call): @RULES@;
'

ROUTE_ZONES='@ZONES@'

# What rules may ask.
ROUTE_QUESTIONS='
def isOneOf($text; $values):
  $text != null and ($values | map(ascii_downcase) | index($text | ascii_downcase)) != null;
def containsAny($text; $words):
  (($text // "") | ascii_downcase) as $lower
  | any($words[]; . != "" and (ascii_downcase as $word | $lower | contains($word)));
def matches($text; $pattern; $flags): ($text // "") | test($pattern; $flags);
def isSet($text): ($text // "") != "";
def below($value; $number): $value != null and $value < $number;
def atMost($value; $number): $value != null and $value <= $number;
def above($value; $number): $value != null and $value > $number;
def atLeast($value; $number): $value != null and $value >= $number;
# From the first time on and before the second; over midnight when the first is later.
def isBetween($call; $from; $to; $zone):
  $call.times[$zone][0:5] as $now
  | if $from <= $to then $from <= $now and $now < $to else $from <= $now or $now < $to end;
def dayOf($call; $zone):
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][($call.times[$zone][6:] | tonumber) - 1];
def isCooling($call; $name): false;
'

# Tokens, orders, errors and what follows from them.
ROUTE_LIBRARY='
# A quarter token a Latin character, half a token of other alphabets, 1.25 a Chinese one, two an emoji.
def estimateTokens:
  explode | map(
    if . < 592 then 1
    elif . > 65535 then 8
    elif (. >= 11904 and . <= 40959) or (. >= 44032 and . <= 55203) or (. >= 63744 and . <= 64255)
      or (. >= 65280 and . <= 65519) then 5
    else 2 end)
  | ((add // 0) / 4) | ceil;
def units: explode | map(if . > 65535 then 2 else 1 end) | add // 0;
def parts: if .content | type == "array" then .content else [] end;
def text: if .content | type == "string" then .content else [parts[] | .text // ""] | join("") end;
def pictures: [parts[] | select(.type == "image_url")] | length;

def facts($messages; $o):
  [$messages[] | select(.role == "user")] as $asked
  | (if $asked == [] then "" else $asked[-1] | text end) as $text
  | ([$messages[] | pictures] | add // 0) as $pictures
  | {
      task: $o.task, text: $text, length: ($text | units), turns: ($asked | length),
      tokens: ([$messages[] | (text | estimateTokens) + 800 * pictures] | add // 0),
      hasImage: ($pictures > 0),
      hasAttachment: ($pictures > 0 or any($asked[]; text | test("(^|\n)`[^\n]+`:\n\n```"))),
      hasTools: (($o.parameters.tools // []) != []),
      jsonMode: isOneOf($o.parameters.response_format.type; ["json_object", "json_schema"]),
      maxTokens: ($o.parameters.max_tokens // $o.parameters.max_completion_tokens),
      temperature: $o.parameters.temperature,
      tags: $o.tags, model: $o.model, source: $o.source, times: $o.times
    };

def name: .account + "/" + .model;
def conditions: [.onlyLargerContext // false, .onlyAfter // []];
def covers($earlier; $target):
  ($earlier | [name, .parameters // {}]) == ($target | [name, .parameters // {}])
  and ($earlier | conditions | . == [false, []] or . == ($target | conditions));

# The first is the one in whose part of the row of weights the draw falls; its place within is the next draw.
def byChance($draw):
  (map(.weight // 1) | max) as $most
  | {left: ., draw: $draw, order: []}
  | until(.left == [];
      . as $state
      | (.left | map((.weight // 1) / $most)) as $shares
      | ($state.draw * ($shares | add)) as $point
      | (reduce range($shares | length) as $at ({from: 0, done: false, found: 0, draw: 0};
          if .done or $shares[$at] <= 0 then . else
            .found = $at
            | .draw = ([[($point - .from) / $shares[$at], 0] | max, 0.9999999999999999] | min)
            | .from += $shares[$at]
            | .done = ($point < .from)
          end)) as $drawn
      | {left: ($state.left | del(.[$drawn.found])), draw: $drawn.draw,
         order: ($state.order + [$state.left[$drawn.found]])})
  | .order;

def ruleFor($call): first(rules($call)[] | select(.when));
def planFor($rule; $draw; $pickDraw):
  (if $rule.chain.pick == "weighted" then $rule.chain.targets | byChance($pickDraw) else $rule.chain.targets end)
  + $rule.chain.fallbacks
  | reduce .[] as $target ([];
      if any(.[]; . as $earlier | covers($earlier; $target)) then . else . + [$target] end)
  | {targets: ., limits: $rule.chain.limits, draw: $draw};

# The first 53 bits of a hash as a fraction.
def fractionOf($hex):
  def digit: explode[0] | if . > 96 then . - 87 else . - 48 end;
  (reduce ($hex[0:13] / "" | .[]) as $each (0; . * 16 + ($each | digit))) * 2
  + (if ($hex[13:14] | digit) > 7 then 1 else 0 end)
  | . / 9007199254740992;

# What went wrong.

def kindOfCode: @CODES@;
def phrases: @PHRASES@;

def kindOfStatus:
  {"401": "auth", "402": "quota", "403": "auth", "404": "not_found", "408": "timeout", "409": "server"}[tostring]
  // (if . >= 500 then "server" elif . >= 400 then "invalid_request" else null end);

def kindOf($status; $codes; $message; $namesWait):
  ($codes | map(kindOfCode[. // "" | tostring | ascii_downcase] // empty) | first // null) as $byCode
  | (first(phrases[] | select(any(.[1][]; . as $words | $message | contains($words)))) // [null] | .[0]) as $byPhrase
  | ($status | if . == null or . == 0 then null else kindOfStatus end) as $byStatus
  | if $status == 429 then
      if ($byCode == "quota" or ($namesWait | not) and $byPhrase == "quota")
        and ($message | test("aliyun[.]com|alibabacloud[.]com") | not) then "quota" else "rate_limited" end
    elif $byStatus != null and $byStatus != "invalid_request" and $status != 403 and $status != 500 then $byStatus
    elif $byCode != null and $byCode != "server" then $byCode
    else $byPhrase // $byStatus
      // (if ($codes | index("rate_limit_exceeded")) != null then "rate_limited" else "server" end)
    end;

def headerValue($headers; $name):
  [$headers | split("\n")[] | select(ascii_downcase | startswith($name + ":")) | .[($name | length) + 1:]
   | gsub("^\\s+|\\s+$"; "")] | last;
# `1m30s`, plain seconds, or a point in time as seconds or milliseconds since 1970.
def durationMs:
  if . == null or . == "" then null
  elif test("^[0-9.]+$") then
    tonumber | if . >= 1e12 then [. - now * 1000, 0] | max elif . >= 1e9 then [(. - now) * 1000, 0] | max
    else . * 1000 | ceil end
  else [scan("([0-9.]+)(ms|h|m|s)") | (.[0] | tonumber) * {h: 3600000, m: 60000, s: 1000, ms: 1}[.[1]]]
    | if . == [] then null else add | ceil end end;
def toldWait($headers):
  (headerValue($headers; "retry-after-ms") // "") as $ms
  | (headerValue($headers; "retry-after") // "") as $value
  | if $ms | test("^[0-9.]+$") then $ms | tonumber | ceil
    elif $value | test("^[0-9.]+$") then $value | tonumber * 1000 | ceil
    else try ([($value | strptime("%a, %d %b %Y %H:%M:%S GMT") | mktime - now) * 1000, 0] | max) catch null end;
def resetWait($headers):
  [("-requests", "-tokens", "") as $limit
   | {wait: (headerValue($headers; "x-ratelimit-reset" + $limit) | durationMs),
      left: headerValue($headers; "x-ratelimit-remaining" + $limit)}
   | select(.wait != null)]
  | ([.[] | select(.left == "0")] | if . == [] then null else . end) // .
  | map(.wait) | max;

def failureOf($error; $status; $headers; $gotToken):
  ($error | if type == "object" then . else {message: tostring} end) as $error
  | (toldWait($headers) // ([$error.details[]?.retryDelay // empty] | first // null | durationMs)) as $told
  | ($error.message // "HTTP \($status)" | tostring) as $message
  | {kind: kindOf($status; [$error.code, $error.type]; $message | ascii_downcase; $told != null),
     message: $message, status: (if $status == 0 then null else $status end), gotToken: $gotToken,
     waitMs: ($told // (if $status == 429 or $status == 503 then resetWait($headers) else null end))};

# The first model; those with conditions only when there is nobody else.
def firstPlace:
  .targets as $targets
  | first(range($targets | length) | select($targets[.] | conditions == [false, []])) // 0;
def begun($plan):
  {plan: $plan, place: ($plan | firstPlace), attempts: 0, onTarget: 0, beganMs: (now * 1000),
   cooling: {targets: {}, accounts: {}, failures: {}}};

# The answer or the failure of one request.
def readAnswer($body; $headers; $status; $exit; $problem):
  [$body | split("\n")[] | select(startswith("data:")) | .[5:] | gsub("^\\s+|\\s+$"; "")
   | select(. != "" and . != "[DONE]") | try fromjson catch {broken: true}] as $events
  | (if $events == [] then [$body | try fromjson catch {} | select(type == "object")] else $events end) as $events
  | [$events[] | .choices[0]? // empty] as $choices
  | [$choices[] | .delta // .message // {}] as $parts
  | ([$parts[].content // ""] | join("")) as $content
  | ([$parts[].refusal // ""] | join("")) as $refusal
  | ($content + $refusal != "" or any($parts[]; .reasoning_content // .reasoning // .tool_calls != null)) as $got
  | ([$choices[].finish_reason // empty] | last // "" | ascii_downcase) as $finish
  | (first($events[] | select((.error // "") != "") | .error) // null) as $error
  | {gotToken: $got, status: null, waitMs: null} as $failed
  | if $status >= 300 then
      failureOf(($body | try (fromjson | .error // .) catch $body[0:200]); $status; $headers; false)
    elif $error != null then failureOf($error; 0; ""; $got)
    elif any($events[]; .broken) then $failed + {kind: "protocol", message: "An event of the answer is no JSON."}
    elif $exit < 0 then $failed + {kind: "auth", message: $problem}
    elif $finish == "" and $exit == 28 then $failed + {kind: "timeout", message: "No answer came in time."}
    elif $finish == "" and $exit != 0 then $failed + {kind: "network", message: ($problem | rtrimstr("\n"))}
    elif $finish == "" then $failed + {kind: "protocol", message: "The answer ended too early."}
    elif isOneOf($finish; ["error", "network_error", "insufficient_system_resource"])
      then $failed + {kind: "server", message: "The answer ended with \($finish)."}
    elif $refusal != "" or isOneOf($finish; ["content_filter", "refusal", "safety", "recitation",
                                             "prohibited_content", "sensitive"])
      then $failed + {kind: "content_filter", message: "The answer was refused."}
    else {content: $content} end;

# What happens next: the same model again, another one, or nobody.

def trouble:
  if .kind == "network" or .kind == "server" then if .gotToken then "brokenOff" else "passing" end
  elif .kind == "timeout" then
    if .gotToken then "brokenOff" elif .status != null then "passing" else "silent" end
  elif .kind == "auth" then if .status == 403 then "forbidden" else "badKey" end
  else {protocol: "brokenOff", rate_limited: "limited", quota: "noCredit", not_found: "noModel",
        context_length: "tooLong", content_filter: "refused"}[.kind] // "final" end;
def coolingAfter($failures): if $failures <= 0 then 0 else [5000 * pow(2; $failures - 1), 20000] | min end;
def coolingMs($cooling; $target):
  [$cooling.targets[$target | name] // 0, $cooling.accounts[$target.account] // 0, now * 1000] | max - now * 1000
  | if . < 1 then 0 else . end;
def largerWindow($other; $asked): $asked.contextWindow == null or ($other.contextWindow // 0) > $asked.contextWindow;

# The first later model that is free, else the one that is free soonest.
def freeOther($state; $failure; $trouble):
  $state.plan.targets as $targets | $targets[$state.place] as $asked
  | [range($state.place + 1; $targets | length) as $at | $targets[$at]
     | (.account == $asked.account) as $same
     | select((.onlyAfter // []) == [] or (.onlyAfter | index($failure.kind)) != null)
     | select((.onlyLargerContext | not) or $trouble == "tooLong")
     | select($trouble != "tooLong" or largerWindow(.; $asked))
     | select(($same and ($trouble == "badKey" or $trouble == "noCredit")) | not)
     | select($trouble != "noModel" or name != ($asked | name))
     | {place: $at, name: name, waitMs: ([coolingMs($state.cooling; .),
         (if $same and $trouble == "forbidden" then @ACCOUNT_COOLING_MS@ else 0 end)] | max)}]
  | if . == [] then null else min_by(.waitMs) end;

def nextStep($state; $failure):
  $state.plan.limits as $limits | $failure.waitMs as $told | ($failure | trouble) as $trouble
  | (if $limits.budgetMs > 0 then $limits.budgetMs - (now * 1000 - $state.beganMs) else infinite end) as $left
  | ($state.onTarget - 1) as $retries | ($retries < $limits.retries) as $mayRetry
  | freeOther($state; $failure; $trouble) as $other
  | def mayWait: . <= $limits.longestWaitMs and . < $left;
    def stop($why): {kind: "stop", waitMs: 0, why: $why};
    def again($ms): {kind: "retry", waitMs: $ms, why: "asked again in \($ms | round) ms"};
    def next:
      if $other == null then stop("no other model is left")
      else {kind: "next", place: $other.place, why: "\($other.name) is asked next",
            waitMs: ($other.waitMs | if mayWait then . else 0 end)} end;
    def afterFault:
      (([500 * pow(2; [$retries, 10] | min), 5000] | min) * (1 + $state.plan.draw / 4) | round) as $pause
      | if $mayRetry and $pause < $left then again($pause) else next end;
    def afterWait:
      ($told != null and $trouble == "limited") as $named
      | ($told // coolingAfter($state.onTarget)) as $wait
      | if $named and $told <= @SHORT_WAIT_MS@ and $retries == 0 and ($told | mayWait) then again($told)
        elif $other != null and $other.waitMs == 0 then next
        elif ($named or $mayRetry) and ($wait | mayWait) and ($other == null or $wait <= $other.waitMs)
          then again($wait)
        else next end;
    if $state.attempts >= ([1, $limits.attempts] | max) then stop("the attempts of the call are used up")
    elif $left <= 0 then stop("the time of the call is used up")
    elif $trouble == "limited" or ($told != null and ($trouble == "passing" or $trouble == "brokenOff")) then afterWait
    elif $trouble == "passing" or ($trouble == "brokenOff" and ($other == null or $other.waitMs > 0)) then afterFault
    elif $trouble == "refused" and ($limits.fallbackOnRefusal | not) then stop("nobody else is asked after a refusal")
    elif $trouble == "final" then stop("asking again would not help")
    else next end;

# Leaves a model, or all of an account, alone for a while.
def remember($state; $failure; $step):
  $state.plan.targets[$state.place] as $target | ($target | name) as $name | ($failure | trouble) as $trouble
  | ($state.cooling.failures[$name] // 0) as $before
  | (isOneOf($failure.kind; ["invalid_request", "context_length", "content_filter"]) | not) as $counts
  | ($before + (if $counts then 1 else 0 end)) as $failures
  | $state.cooling | .failures[$name] = $failures
  | isOneOf($trouble; ["passing", "silent", "brokenOff"]) as $isFault
  | if isOneOf($trouble; ["badKey", "forbidden", "noCredit"]) then
      .accounts[$target.account] = now * 1000 + @ACCOUNT_COOLING_MS@
    elif $trouble == "noModel" then .targets[$name] = now * 1000 + @MODEL_COOLING_MS@
    elif $trouble == "limited" or ($isFault and ($step.kind != "retry" or $failure.waitMs != null)) then
      .targets[$name] = ([.targets[$name] // 0,
        now * 1000 + ([$failure.waitMs // 0, 3600000] | min | if . > 0 then . else coolingAfter([$failures, 1] | max) end)]
        | max)
    else . end;

# The state after a request, with the answer or the step.
def settled($state; $answer):
  if $answer.content != null then ($state | del(.step)) + {answer: {model: ($state.plan.targets[$state.place] | name), content: $answer.content}}
  else
    ($state | .attempts += 1 | .onTarget += 1) as $state
    | nextStep($state; $answer) as $step
    | $state + {step: $step, cooling: remember($state; $answer; $step),
        warning: "\($state.plan.targets[$state.place] | name) failed: \($answer.message) (\($step.why))"}
    | if $step.kind == "next" then .place = $step.place | .onTarget = 0 else . end
  end;

def requestBody($state; $messages; $parameters):
  $state.plan.targets[$state.place] as $target | accounts[$target.account] as $account
  | $parameters + ($target.parameters // {})
  | with_entries(select(.value != null) | if .key == "max_tokens" then .key = $account.maxTokensField else . end)
  | . + {model: $target.model, messages: $messages} + (if $account.streaming then {stream: true} else {} end);

# The time of a rule, else that of the account; half of the time left while another model could be asked.
def silenceMs($state):
  accounts[$state.plan.targets[$state.place].account] as $account | $state.plan.limits as $limits
  | if $limits.firstTokenMs > 0 then $limits.firstTokenMs else
      ($state | .attempts += 1 | .onTarget += 1) as $made
      | (if $limits.budgetMs > 0 and nextStep($made; {kind: "timeout"}).kind == "next"
         then [($limits.budgetMs - (now * 1000 - $state.beganMs)) / 2, 1] | max else null end) as $share
      | [$share, (if $account.firstTokenMs > 0 then $account.firstTokenMs else null end)]
      | map(select(. != null)) | min // 0 end;

# What curl needs to be told to end a silence after so many ms. It takes the average of the last five seconds.
def speedTime: [(. / 1000 | ceil) - 5, 2] | max;

# The options of curl but for the key.
def curlConfig($state):
  accounts[$state.plan.targets[$state.place].account] as $account | $state.plan.limits as $limits
  | (if $limits.budgetMs > 0 then ($limits.budgetMs - (now * 1000 - $state.beganMs)) / 1000 else 0 end) as $left
  | "url = \($account.baseURL + "/chat/completions" | tojson)",
    "header = \"Content-Type: application/json\"",
    ($account.headers | to_entries[] | "header = \("\(.key): \(.value)" | tojson)"),
    (silenceMs($state) | if . > 0 then "speed-limit = 1\nspeed-time = \(speedTime)" else empty end),
    (if $limits.budgetMs > 0 then "max-time = \([$left, 0.001] | max)" else empty end);
'

route_jq() {
    route_program=$1
    shift
    jq "$@" "$ROUTE_QUESTIONS$ROUTE_RULES$ROUTE_LIBRARY$route_program"
}

# The time of the call in each zone that the rules name.
route_times() {
    route_all=
    for route_zone in $ROUTE_ZONES; do
        route_name=$route_zone
        [ "$route_zone" = local ] && route_name=
        route_time=$(
            [ -n "$route_name" ] && TZ=$route_name && export TZ
            jq -nr --arg at "${ROUTE_AT:-}" '(if $at == "" then now else $at | tonumber end) | strflocaltime("%H:%M %u")'
        )
        route_all="$route_all${route_all:+, }\"$route_name\": \"$route_time\""
    done
    printf '{%s}' "$route_all"
}

# The plan for the messages on standard input.
route_plan() {
    route_draw=${ROUTE_DRAW:-$(od -An -N4 -tu4 /dev/urandom | awk '{ printf "%.10f", $1 / 4294967296 }')}
    # Three lines: the value that decides for a sticky tag, the name of the rule, and the plan.
    route_no='{}'
    route_plan_lines=$(route_jq '{task: $task, model: $model, source: $source, tags: $tags, parameters: $parameters,
                                  times: $times} as $options
        | ruleFor(facts(.; $options)) as $rule
        | ($tags[$rule.chain.stickyTag // ""] // ""), $rule.name, (planFor($rule; $draw; $draw) | tojson)' \
        -r --arg task "${ROUTE_TASK:-}" --arg model "${ROUTE_MODEL:-}" --arg source "${ROUTE_SOURCE:-cli}" \
        --argjson tags "${ROUTE_TAGS:-$route_no}" --argjson parameters "${ROUTE_PARAMETERS:-$route_no}" \
        --argjson times "$(route_times)" --argjson draw "$route_draw") || return 1
    route_sticky=$(printf '%s\n' "$route_plan_lines" | sed -n 1p)
    route_plan_json=$(printf '%s\n' "$route_plan_lines" | sed -n 3p)
    if [ -z "$route_sticky" ]; then
        printf '%s\n' "$route_plan_json"
        return
    fi
    route_rule=$(printf '%s\n' "$route_plan_lines" | sed -n 2p)
    route_hash=$(printf '%s\0%s' "$route_rule" "$route_sticky" | { sha1sum 2>/dev/null || shasum; })
    route_jq 'first(rules({times: {}, tags: {}, task: "", text: ""})[] | select(.name == $name)) as $rule
        | planFor($rule; $draw; fractionOf($hash))' -nc --arg name "$route_rule" --argjson draw "$route_draw" \
        --arg hash "$route_hash"
}

# The first model that the rules choose for a task, as account/model.
selectModel() {
    (
        ROUTE_TASK=$1
        printf '[]' | route_plan | route_jq '.targets[firstPlace] | name' -r
    )
}

# Gives standard input to the model for its task.
runTask() {
    (
        ROUTE_TASK=$1
        jq -Rsc '[{role: "user", content: .}]' | completeWithFallback
    )
}

# Gives the messages on standard input to the models that the rules choose, one after another until one answers.
completeWithFallback() (
    folder=$(mktemp -d) || exit 1
    trap 'rm -rf "$folder"' EXIT
    cat >"$folder/messages"
    route_plan <"$folder/messages" >"$folder/plan" || exit 1
    while route_ask "$folder"; do :; done
    [ -s "$folder/result" ] && cat "$folder/result"
)

# One request. Fails when the call is over; $folder/result is then its answer, or empty.
route_ask() {
    no='{}'
    [ -f "$1/state" ] || printf 'null' >"$1/state"
    # The variable of the key, the state, the body, and the options of curl.
    route_jq '(. // begun($plan[0])) as $state
        | accounts[$state.plan.targets[$state.place].account].keyVariable, ($state | tojson),
          (requestBody($state; $messages[0]; $parameters) | tojson), curlConfig($state)' \
        -r --slurpfile plan "$1/plan" --slurpfile messages "$1/messages" --argjson parameters "${ROUTE_PARAMETERS:-$no}" \
        <"$1/state" >"$1/request"
    variable=$(sed -n 1p "$1/request")
    sed -n 2p "$1/request" >"$1/state"
    sed -n 3p "$1/request" >"$1/body"
    key=none
    [ -n "$variable" ] && eval "key=\${$variable:-}"
    : >"$1/answer"
    : >"$1/headers"
    exit_code=0
    status=0
    if [ -z "$key" ]; then
        exit_code=-1
        printf 'The variable %s is not set.' "$variable" >"$1/problem"
    else
        # The key goes in by a pipe, since arguments can be seen by others.
        status=$({
            sed '1,3d' "$1/request"
            printf 'header = "Authorization: Bearer %s"\n' "$key"
        } | curl --config - --silent --show-error --globoff --no-buffer --data-binary "@$1/body" \
            --output "$1/answer" --dump-header "$1/headers" --write-out '%{http_code}' 2>"$1/problem") || exit_code=$?
    fi
    # What is next, after how many seconds, the state, and the answer or the warning.
    route_jq '. as $state | settled($state; readAnswer($body; $headers; $status; $exit; $problem))
        | (.step.kind // "done"), ((.step.waitMs // 0) / 1000), (del(.answer, .warning) | tojson), (.answer // .warning)' \
        -rc --rawfile body "$1/answer" --rawfile headers "$1/headers" --rawfile problem "$1/problem" \
        --argjson status "${status:-0}" --argjson exit "$exit_code" <"$1/state" >"$1/next" || return 1
    kind=$(sed -n 1p "$1/next")
    sed -n 3p "$1/next" >"$1/state"
    if [ "$kind" = done ]; then
        sed '1,3d' "$1/next" >"$1/result"
        return 1
    fi
    sed '1,3d' "$1/next" >&2
    [ "$kind" = stop ] && return 1
    sleep "$(sed -n 2p "$1/next")"
}

case ${1:-} in
selectModel | runTask | completeWithFallback) "$@" ;;
esac
