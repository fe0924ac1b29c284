"""Asks the models that the rules “@NAME@” choose, and the next one when a model fails.

Made by Switchyard; the rules are at the top and can be edited here. Needs Python 3.9 or later and the package
`openai`. Keys are taken from the environment:
@KEYS@

    from @MODULE@ import run_task
    print(run_task("summarize", "Text to be summarized")["content"])
"""
@NOTES@
import hashlib
import json
import math
import os
import queue
import random
import re
import sys
import threading
import time
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

import openai

ACCOUNTS = @ACCOUNTS@

RULES = @RULES@


def select_model(task_type, **options):
    """The first model that the rules choose for a task, as `account/model`."""
    plan = decide([], {**options, "task": task_type})
    return name_of(plan["targets"][first_place(plan)])


def run_task(task_type, user_input, **options):
    """Gives one input to the model for its task."""
    return complete_with_fallback([{"role": "user", "content": user_input}], **{**options, "task": task_type})


def complete_with_fallback(messages, **options):
    """Gives the conversation to the models that the rules choose, one after another until one answers.

    Options: task, tags, parameters (of the request), model (asked for by the caller), source, at (a datetime),
    draw (the chance of weighted picks, in [0, 1)). Returns {"model", "content"}.
    """
    plan = decide(messages, options)
    limits = plan["limits"]
    began = time.monotonic()
    progress = {"place": first_place(plan), "attempts": 0, "on_target": 0, "elapsed_ms": 0}
    while True:
        target = plan["targets"][progress["place"]]
        elapsed_ms = (time.monotonic() - began) * 1000
        left_ms = limits["budget_ms"] - elapsed_ms if limits["budget_ms"] > 0 else math.inf
        parameters = {**(options.get("parameters") or {}), **target.get("parameters", {})}
        progress["elapsed_ms"] = elapsed_ms
        silence = silence_limits(plan, progress)
        content, failure = ask(target, messages, parameters, {**limits, **silence}, left_ms)
        if failure is None:
            forgive_failures(target)
            return {"model": name_of(target), "content": content}
        progress["attempts"] += 1
        progress["on_target"] += 1
        progress["elapsed_ms"] = (time.monotonic() - began) * 1000
        step = next_step(plan, failure, progress)
        remember_failure(target, failure, step)
        print(f"{name_of(target)} failed: {failure['message']} ({step['why']})", file=sys.stderr)
        if step["kind"] == "stop":
            raise RuntimeError(f"No model answered; the last was {name_of(target)}: {failure['message']}")
        time.sleep(step["wait_ms"] / 1000)
        if step["kind"] == "next":
            progress["place"] = step["place"]
            progress["on_target"] = 0


# What the rules ask about a call.


def facts_of(messages, options):
    parameters = options.get("parameters") or {}
    asked = [message for message in messages if message["role"] == "user"]
    text = text_of(asked[-1]) if asked else ""
    has_image = any(part.get("type") == "image_url" for message in messages for part in parts_of(message))
    has_file = any(re.search(r"(^|\n)`[^\n]+`:\n\n```", text_of(message)) for message in asked)
    limit = parameters.get("max_tokens")
    return {
        "task": options.get("task") or "",
        "text": text,
        "length": len(utf16_units(text)),
        "tokens": sum(message_tokens(message) for message in messages),
        "turns": len(asked),
        "has_image": has_image,
        "has_attachment": has_image or has_file,
        "has_tools": bool(parameters.get("tools")),
        "json_mode": (parameters.get("response_format") or {}).get("type") in ("json_object", "json_schema"),
        "max_tokens": parameters.get("max_completion_tokens") if limit is None else limit,
        "temperature": parameters.get("temperature"),
        "tags": options.get("tags") or {},
        "model": options.get("model") or "",
        "source": options.get("source") or "cli",
        "at": options.get("at") or datetime.now(timezone.utc),
    }


def parts_of(message):
    return message["content"] if isinstance(message["content"], list) else []


def text_of(message):
    if isinstance(message["content"], str):
        return message["content"]
    return "".join(part.get("text", "") for part in parts_of(message))


def message_tokens(message):
    pictures = sum(part.get("type") == "image_url" for part in parts_of(message))
    return estimate_tokens(text_of(message)) + 800 * pictures


def utf16_units(text):
    data = text.encode("utf-16-le", "surrogatepass")
    return [data[at] | data[at + 1] << 8 for at in range(0, len(data), 2)]


def estimate_tokens(text):
    """A quarter token a Latin character, half a token of other alphabets, 1.25 a Chinese one, two an emoji."""
    quarters = 0
    for unit in utf16_units(text):
        if unit < 0x250:
            quarters += 1
        elif 0xD800 <= unit <= 0xDFFF:
            quarters += 4
        elif (0x2E80 <= unit <= 0x9FFF or 0xAC00 <= unit <= 0xD7AF or 0xF900 <= unit <= 0xFAFF
              or 0xFF00 <= unit <= 0xFFEF):
            quarters += 5
        else:
            quarters += 2
    return -(-quarters // 4)


def is_one_of(label, values):
    return label is not None and label.lower() in [value.lower() for value in values]


def contains_any(text, words):
    lower = (text or "").lower()
    return any(word and word.lower() in lower for word in words)


def matches(label, pattern):
    return bool(label) and re.search(pattern, label) is not None


def below(value, number):
    return value is not None and value < number


def at_most(value, number):
    return value is not None and value <= number


def above(value, number):
    return value is not None and value > number


def at_least(value, number):
    return value is not None and value >= number


def local(at, zone):
    return at.astimezone(ZoneInfo(zone) if zone else None)


def is_between(at, start, end, zone=None):
    """From the first time on and before the second; over midnight when the first is later."""
    now = local(at, zone).strftime("%H:%M")
    return start <= now < end if start <= end else start <= now or now < end


def day_of(at, zone=None):
    return ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[local(at, zone).weekday()]


# Who is asked, and in which order.


def decide(messages, options):
    call = facts_of(messages, options)
    rule = next(each for each in RULES if each["when"](call))
    chain = rule["chain"]
    sticky = call["tags"].get(chain.get("sticky_tag"))
    draw = random.random() if options.get("draw") is None else options["draw"]
    picked = chain["targets"]
    if chain["pick"] == "weighted":
        picked = by_chance(picked, sticky_draw(rule["name"], sticky) if sticky else draw)
    targets = []
    for target in picked + chain["fallbacks"]:
        if not any(covers(earlier, target) for earlier in targets):
            targets.append(target)
    return {"targets": targets, "limits": chain["limits"], "draw": draw}


def conditions_of(target):
    return (target.get("only_larger_context", False), target.get("only_after", []))


def covers(earlier, target):
    """Whether `earlier` is asked whenever `target` would be."""
    same = name_of(earlier) == name_of(target) and earlier.get("parameters", {}) == target.get("parameters", {})
    return same and conditions_of(earlier) in ((False, []), conditions_of(target))


def by_chance(targets, draw):
    """The first is the one in whose part of the row of weights the draw falls; its place within is the next draw."""
    left = list(targets)
    most = max(target.get("weight", 1) for target in left)
    order = []
    while left:
        shares = [target.get("weight", 1) / most for target in left]
        point = draw * sum(shares)
        found = 0
        start = 0.0
        for at, share in enumerate(shares):
            if share <= 0:
                continue
            found = at
            draw = min(max((point - start) / share, 0.0), 1 - sys.float_info.epsilon / 2)
            start += share
            if point < start:
                break
        order.append(left.pop(found))
    return order


def sticky_draw(rule, value):
    """One order for each value of a tag: the first 53 bits of a hash as a fraction."""
    digest = hashlib.sha1(f"{rule}\0{value}".encode()).digest()
    return (int.from_bytes(digest[:8], "big") >> 11) / 2**53


def name_of(target):
    return f"{target['account']}/{target['model']}"


# One request.


def ask(target, messages, parameters, limits, left_ms):
    """The content and None, or what went wrong in its place."""
    account = ACCOUNTS[target["account"]]
    key = os.environ.get(account["key_variable"]) if account["key_variable"] else "none"
    if not key:
        return "", failure_with("auth", f"The variable {account['key_variable']} is not set.")
    client = openai.OpenAI(api_key=key, base_url=account["base_url"], default_headers=account["headers"],
                           max_retries=0, timeout=86_400)
    parts = queue.Queue()
    threading.Thread(target=read_parts, args=(client, account, target, messages, parameters, parts),
                     daemon=True).start()
    deadline = time.monotonic() + left_ms / 1000
    reading = {"content": "", "refusal": "", "finish": "", "got_token": False}
    silence_ms = limits["first_token_ms"]
    silent_since = time.monotonic()
    while True:
        left = deadline - time.monotonic()
        if silence_ms > 0:
            left = min(left, silent_since + silence_ms / 1000 - time.monotonic())
        try:
            part = parts.get(timeout=None if left == math.inf else max(left, 0))
        except queue.Empty:
            return "", failure_with("timeout", "No answer came in time.", got_token=reading["got_token"])
        if isinstance(part, Exception):
            return "", {**failure_of(part), "got_token": reading["got_token"]}
        if part is None:
            return judged(reading)
        read_part(reading, *part)
        if reading["got_token"]:
            silence_ms = limits["idle_ms"]
            silent_since = time.monotonic()


def read_parts(client, account, target, messages, parameters, parts):
    """Runs beside the call, so that a silent model cannot hold it up."""
    body = {account["max_tokens_field"] if name == "max_tokens" else name: value
            for name, value in parameters.items() if value is not None}
    known = {name: body.pop(name) for name in list(body) if name in SDK_ARGUMENTS}
    try:
        answer = client.chat.completions.create(model=target["model"], messages=messages,
                                                stream=account["streaming"], extra_body=body, **known)
        for chunk in answer if account["streaming"] else [answer]:
            for choice in (getattr(chunk, "choices", None) or [])[:1]:
                part = choice.delta if account["streaming"] else choice.message
                parts.put((part, getattr(choice, "finish_reason", None)))
        parts.put(None)
    except Exception as problem:
        parts.put(problem)


SDK_ARGUMENTS = ("temperature", "top_p", "max_tokens", "max_completion_tokens", "seed", "stop", "frequency_penalty",
                 "presence_penalty", "reasoning_effort", "response_format", "tools")


def read_part(reading, part, finish):
    content = getattr(part, "content", None) or ""
    refusal = getattr(part, "refusal", None) or ""
    others = ("reasoning_content", "reasoning", "tool_calls")
    reading["content"] += content
    reading["refusal"] += refusal
    reading["finish"] = finish or reading["finish"]
    if content or refusal or any(getattr(part, name, None) for name in others):
        reading["got_token"] = True


REFUSED_REASONS = ("content_filter", "refusal", "safety", "recitation", "prohibited_content", "sensitive")
BROKEN_REASONS = ("error", "network_error", "insufficient_system_resource")


def judged(reading):
    finish = reading["finish"].lower()
    got_token = reading["got_token"]
    if not finish:
        return "", failure_with("protocol", "The answer ended too early.", got_token=got_token)
    if finish in BROKEN_REASONS:
        return "", failure_with("server", f"The answer ended with {finish}.", got_token=got_token)
    if finish in REFUSED_REASONS or reading["refusal"]:
        return "", failure_with("content_filter", "The answer was refused.", got_token=got_token)
    return reading["content"], None


# What went wrong.

KIND_OF_CODE = @CODES@
PHRASES = @PHRASES@
KIND_OF_STATUS = {401: "auth", 402: "quota", 403: "auth", 404: "not_found", 408: "timeout", 409: "server"}


def failure_with(kind, message, status=None, wait_ms=None, got_token=False):
    return {"kind": kind, "message": message, "status": status, "wait_ms": wait_ms, "got_token": got_token}


def failure_of(problem):
    message = getattr(problem, "message", None) or str(problem)
    if isinstance(problem, openai.APITimeoutError):
        return failure_with("timeout", message)
    if isinstance(problem, openai.APIConnectionError):
        return failure_with("network", message)
    if not isinstance(problem, openai.APIError):
        return failure_with("protocol" if isinstance(problem, ValueError) else "network", message)
    body = problem.body if isinstance(problem.body, dict) else {}
    body = body.get("error", body) if isinstance(body.get("error", body), dict) else body
    message = body.get("message") or message
    status = getattr(problem, "status_code", None)
    headers = problem.response.headers if status is not None else {}
    details = [each.get("retryDelay") for each in body.get("details") or [] if isinstance(each, dict)]
    told = told_wait(headers)
    if told is None:
        told = next((duration_ms(each) for each in details if each), None)
    kind = kind_of(status, [body.get("code"), body.get("type")], message.lower(), told is not None)
    wait_ms = reset_wait(headers) if told is None and status in (429, 503) else told
    return failure_with(kind, message, status, wait_ms)


def kind_of(status, codes, message, names_wait):
    kinds = [KIND_OF_CODE.get(str(code or "").lower()) for code in codes]
    by_code = next((kind for kind in kinds if kind), None)
    by_phrase = next((kind for kind, words in PHRASES if any(word in message for word in words)), None)
    if status == 429:
        is_quota = by_code == "quota" or (not names_wait and by_phrase == "quota")
        is_burst = "aliyun.com" in message or "alibabacloud.com" in message
        return "quota" if is_quota and not is_burst else "rate_limited"
    by_status = KIND_OF_STATUS.get(status)
    if by_status is None and status is not None and status >= 400:
        by_status = "server" if status >= 500 else "invalid_request"
    if by_status and by_status != "invalid_request" and status not in (403, 500):
        return by_status
    if by_code and by_code != "server":
        return by_code
    return by_phrase or by_status or ("rate_limited" if "rate_limit_exceeded" in codes else "server")


def number_of(text):
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


def told_wait(headers):
    ms = number_of(headers.get("retry-after-ms"))
    if ms is not None:
        return math.ceil(ms)
    value = headers.get("retry-after")
    seconds = number_of(value)
    if seconds is not None:
        return math.ceil(seconds * 1000)
    try:
        return max((parsedate_to_datetime(value).timestamp() - time.time()) * 1000, 0)
    except (TypeError, ValueError):
        return None


def reset_wait(headers):
    waits, exhausted = [], []
    for limit in ("-requests", "-tokens", ""):
        wait = duration_ms(headers.get(f"x-ratelimit-reset{limit}"))
        if wait is None:
            continue
        waits.append(wait)
        if number_of(headers.get(f"x-ratelimit-remaining{limit}")) == 0:
            exhausted.append(wait)
    return max(exhausted or waits, default=None)


def duration_ms(text):
    """`1m30s`, plain seconds, or a point in time as seconds or milliseconds since 1970."""
    number = number_of(text)
    if number is not None:
        if number >= 1e9:
            return max((number if number >= 1e12 else number * 1000) - time.time() * 1000, 0)
        return math.ceil(number * 1000)
    units = {"h": 3_600_000, "m": 60_000, "s": 1000, "ms": 1}
    parts = re.findall(r"([0-9.]+)(ms|h|m|s)", text or "")
    return math.ceil(sum(float(amount) * units[unit] for amount, unit in parts)) if parts else None


# What happens next: the same model again, another one, or nobody.

SHORT_WAIT_MS = @SHORT_WAIT_MS@
ACCOUNT_COOLING_MS = @ACCOUNT_COOLING_MS@
MODEL_COOLING_MS = @MODEL_COOLING_MS@
target_cooling = {}
account_cooling = {}
failures_in_a_row = {}


def step_to(kind, why, wait_ms=0, place=-1):
    return {"kind": kind, "why": why, "wait_ms": wait_ms, "place": place}


def next_step(plan, failure, progress):
    limits = plan["limits"]
    trouble = trouble_of(failure)
    told = failure["wait_ms"]
    left_ms = limits["budget_ms"] - progress["elapsed_ms"] if limits["budget_ms"] > 0 else math.inf
    retries = progress["on_target"] - 1
    may_retry = retries < limits["retries"]
    other = free_other(plan, failure, trouble, progress["place"])

    def may_wait(ms):
        return ms <= limits["longest_wait_ms"] and ms < left_ms

    def again(wait_ms):
        return step_to("retry", f"asked again in {round(wait_ms)} ms", wait_ms)

    def after_all():
        if other is None:
            return step_to("stop", "no other model is left")
        place, wait_ms = other
        name = name_of(plan["targets"][place])
        return step_to("next", f"{name} is asked next", wait_ms if may_wait(wait_ms) else 0, place)

    def after_fault():
        doubled = min(500 * 2 ** min(retries, 10), 5000)
        pause_ms = round(doubled * (1 + plan["draw"] / 4))
        return again(pause_ms) if may_retry and pause_ms < left_ms else after_all()

    def after_wait():
        is_named_limit = told is not None and trouble == "limited"
        if is_named_limit and told <= SHORT_WAIT_MS and retries == 0 and may_wait(told):
            return again(told)
        if other is not None and other[1] == 0:
            return after_all()
        wait_ms = cooling_after(progress["on_target"]) if told is None else told
        may_ask_again = is_named_limit or may_retry
        if may_ask_again and may_wait(wait_ms) and (other is None or wait_ms <= other[1]):
            return again(wait_ms)
        return after_all()

    if progress["attempts"] >= max(1, limits["attempts"]):
        return step_to("stop", "the attempts of the call are used up")
    if left_ms <= 0:
        return step_to("stop", "the time of the call is used up")
    if trouble == "limited" or (trouble in ("passing", "broken_off") and told is not None):
        return after_wait()
    if trouble == "passing" or (trouble == "broken_off" and (other is None or other[1] > 0)):
        return after_fault()
    if trouble == "refused" and not limits["fallback_on_refusal"]:
        return step_to("stop", "nobody else is asked after a refusal")
    if trouble == "final":
        return step_to("stop", "asking again would not help")
    return after_all()


def trouble_of(failure):
    kind, status, got_token = failure["kind"], failure["status"], failure["got_token"]
    if kind in ("network", "server"):
        return "broken_off" if got_token else "passing"
    if kind == "timeout":
        if got_token:
            return "broken_off"
        return "silent" if status is None else "passing"
    if kind == "auth":
        return "forbidden" if status == 403 else "bad_key"
    return {"protocol": "broken_off", "rate_limited": "limited", "quota": "no_credit", "not_found": "no_model",
            "context_length": "too_long", "content_filter": "refused"}.get(kind, "final")


def free_other(plan, failure, trouble, place):
    """Place and wait of the first later model that is free, else of the one that is free soonest."""
    asked = plan["targets"][place]
    best = None
    for at in range(place + 1, len(plan["targets"])):
        other = plan["targets"][at]
        same_account = other["account"] == asked["account"]
        if other.get("only_after") and failure["kind"] not in other["only_after"]:
            continue
        if other.get("only_larger_context") and trouble != "too_long":
            continue
        if trouble == "too_long" and not has_larger_window(other, asked):
            continue
        if same_account and trouble in ("bad_key", "no_credit"):
            continue
        if trouble == "no_model" and name_of(other) == name_of(asked):
            continue
        wait_ms = cooling_ms(other)
        if same_account and trouble == "forbidden":
            wait_ms = max(wait_ms, ACCOUNT_COOLING_MS)
        if best is None or wait_ms < best[1]:
            best = (at, wait_ms)
    return best


def has_larger_window(other, asked):
    return "context_window" not in asked or other.get("context_window", 0) > asked["context_window"]


def silence_limits(plan, progress):
    """A rule's own times, else the account's; half of the time left for a first token while others could be asked."""
    limits = plan["limits"]
    account = ACCOUNTS[plan["targets"][progress["place"]]["account"]]
    times = {"first_token_ms": limits["first_token_ms"], "idle_ms": limits["idle_ms"] or account["idle_ms"]}
    if times["first_token_ms"] > 0:
        return times
    times["first_token_ms"] = account["first_token_ms"]
    made = {**progress, "attempts": progress["attempts"] + 1, "on_target": progress["on_target"] + 1}
    silence = {"kind": "timeout", "status": None, "wait_ms": None, "got_token": False}
    if limits["budget_ms"] > 0 and next_step(plan, silence, made)["kind"] == "next":
        share_ms = max((limits["budget_ms"] - progress["elapsed_ms"]) / 2, 1)
        times["first_token_ms"] = min(times["first_token_ms"] or share_ms, share_ms)
    return times


def first_place(plan):
    """The first model that does not cool down; those with conditions only when there is nobody else."""
    places = range(len(plan["targets"]))
    usual = [place for place in places if conditions_of(plan["targets"][place]) == (False, [])]
    return min(usual or places, key=lambda place: cooling_ms(plan["targets"][place]))


def cooling_ms(target):
    until = max(target_cooling.get(name_of(target), 0), account_cooling.get(target["account"], 0))
    return max((until - time.monotonic()) * 1000, 0)


def is_cooling(name):
    account, model = name.split("/", 1)
    return cooling_ms({"account": account, "model": model}) > 0


def cooling_after(failures):
    return 0 if failures <= 0 else min(5000 * 2 ** min(failures - 1, 10), 20_000)


def remember_failure(target, failure, step):
    """Leaves a model, or all of an account, alone for a while."""
    name = name_of(target)
    if failure["kind"] not in ("invalid_request", "context_length", "content_filter"):
        failures_in_a_row[name] = failures_in_a_row.get(name, 0) + 1
    trouble = trouble_of(failure)
    if trouble in ("bad_key", "forbidden", "no_credit"):
        account_cooling[target["account"]] = time.monotonic() + ACCOUNT_COOLING_MS / 1000
        return
    is_fault = trouble in ("passing", "silent", "broken_off")
    cools = trouble == "limited" or (is_fault and (step["kind"] != "retry" or failure["wait_ms"] is not None))
    if not cools and trouble != "no_model":
        return
    told = min(failure["wait_ms"] or 0, 3_600_000)
    ms = MODEL_COOLING_MS if trouble == "no_model" else told or cooling_after(max(failures_in_a_row.get(name, 0), 1))
    target_cooling[name] = max(target_cooling.get(name, 0), time.monotonic() + ms / 1000)


def forgive_failures(target):
    failures_in_a_row.pop(name_of(target), None)
    target_cooling.pop(name_of(target), None)
    account_cooling.pop(target["account"], None)


if __name__ == "__main__":
    print(json.dumps(run_task(sys.argv[1], sys.stdin.read()), ensure_ascii=False))
