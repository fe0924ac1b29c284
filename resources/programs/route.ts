// Asks the models that the rules “@NAME@” choose, and the next one when a model fails.
// Made by Switchyard; the rules are at the top and can be edited here.
// Needs Node.js 18 or later and the package `openai`. Keys are taken from the environment:
// @KEYS@
//
//   import { runTask } from "@FILE@";
//   const { model, content } = await runTask("summarize", "Text to be summarized");
@NOTES@
import { createHash } from "node:crypto";
import OpenAI from "openai";
«
type Message = OpenAI.Chat.Completions.ChatCompletionMessageParam;
type Parameters = Record<string, unknown>;
type Tags = Record<string, string>;

interface Account {
  baseURL: string;
  keyVariable: string;
  maxTokensField: string;
  streaming: boolean;
  firstTokenMs: number;
  idleMs: number;
  headers: Record<string, string>;
}

interface Target {
  account: string;
  model: string;
  weight?: number;
  parameters?: Parameters;
  contextWindow?: number;
  onlyLargerContext?: boolean;
  onlyAfter?: string[];
}

interface Limits {
  attempts: number;
  retries: number;
  budgetMs: number;
  longestWaitMs: number;
  firstTokenMs: number;
  idleMs: number;
  fallbackOnRefusal: boolean;
}

interface Chain {
  pick: string;
  stickyTag?: string;
  targets: Target[];
  fallbacks: Target[];
  limits: Limits;
}

interface Rule {
  name: string;
  when: (call: Call) => boolean;
  chain: Chain;
}

interface Plan {
  targets: Target[];
  limits: Limits;
  draw: number;
}

interface Failure {
  kind: string;
  message: string;
  status?: number;
  waitMs?: number;
  gotToken?: boolean;
}

interface Progress {
  place: number;
  attempts: number;
  onTarget: number;
  elapsedMs: number;
}

interface Step {
  kind: "retry" | "next" | "stop";
  waitMs: number;
  place: number;
  why: string;
}

type Free = { place: number; waitMs: number } | undefined;

export interface CallOptions {
  task?: string;
  tags?: Tags;
  parameters?: Parameters;
  /** The model or alias that the caller asked for. */
  model?: string;
  source?: string;
  at?: Date;
  /** The chance of weighted picks, in [0, 1). */
  draw?: number;
}
»
const accounts«: Record<string, Account>» = @ACCOUNTS@;

const rules«: Rule[]» = @RULES@;

/** The first model that the rules choose for a task, as `account/model`. */
export function selectModel(taskType«: string», options«: CallOptions» = {})«: string» {
  const plan = decide([], { ...options, task: taskType });
  return nameOf(plan.targets[firstPlace(plan)]);
}

/** Gives one input to the model for its task. */
export function runTask(taskType«: string», userInput«: string», options«: CallOptions» = {}) {
  return completeWithFallback([{ role: "user", content: userInput }], { ...options, task: taskType });
}

/** Gives the conversation to the models that the rules choose, one after another until one answers. */
export async function completeWithFallback(messages«: Message[]», options«: CallOptions» = {}) {
  const plan = decide(messages, options);
  const began = Date.now();
  const progress = { place: firstPlace(plan), attempts: 0, onTarget: 0, elapsedMs: 0 };
  for (;;) {
    const target = plan.targets[progress.place];
    const leftMs = plan.limits.budgetMs > 0 ? plan.limits.budgetMs - (Date.now() - began) : Infinity;
    const parameters = { ...options.parameters, ...target.parameters };
    progress.elapsedMs = Date.now() - began;
    const limits = { ...plan.limits, ...silenceLimits(plan, progress) };
    const answer = await ask(target, messages, parameters, limits, leftMs);
    if (answer.failure === undefined) {
      forgiveFailures(target);
      return { model: nameOf(target), content: answer.content };
    }
    progress.attempts += 1;
    progress.onTarget += 1;
    progress.elapsedMs = Date.now() - began;
    const step = nextStep(plan, answer.failure, progress);
    rememberFailure(target, answer.failure, step);
    console.warn(`${nameOf(target)} failed: ${answer.failure.message} (${step.why})`);
    if (step.kind === "stop") {
      throw new Error(`No model answered; the last was ${nameOf(target)}: ${answer.failure.message}`);
    }
    await sleep(step.waitMs);
    if (step.kind === "next") {
      progress.place = step.place;
      progress.onTarget = 0;
    }
  }
}

// What the rules ask about a call.
«
type Call = ReturnType<typeof factsOf>;
»
function factsOf(messages«: Message[]», options«: CallOptions») {
  const parameters = options.parameters ?? {};
  const asked = messages.filter((message) => message.role === "user");
  const format = parameters.response_format« as { type?: string } | undefined»;
  const hasImage = messages.some((message) => partsOf(message).some((part) => part.type === "image_url"));
  const text = asked.length > 0 ? textOf(asked[asked.length - 1]) : "";
  return {
    task: options.task ?? "",
    text,
    length: text.length,
    tokens: messages.reduce((sum, message) => sum + messageTokens(message), 0),
    turns: asked.length,
    hasImage,
    hasAttachment: hasImage || asked.some((message) => /(^|\n)`[^\n]+`:\n\n```/.test(textOf(message))),
    hasTools: ((parameters.tools ?? [])« as unknown[]»).length > 0,
    jsonMode: ["json_object", "json_schema"].includes(format?.type ?? ""),
    maxTokens: (parameters.max_tokens ?? parameters.max_completion_tokens)« as number | undefined»,
    temperature: parameters.temperature« as number | undefined»,
    tags: options.tags ?? {},
    model: options.model ?? "",
    source: options.source ?? "cli",
    at: options.at ?? new Date(),
  };
}

function partsOf(message«: Message»)«: { type: string; text?: string }[]» {
  return Array.isArray(message.content) ? message.content« as { type: string; text?: string }[]» : [];
}

function textOf(message«: Message»)«: string» {
  if (typeof message.content === "string") return message.content;
  return partsOf(message).map((part) => part.text ?? "").join("");
}

function messageTokens(message«: Message»)«: number» {
  const pictures = partsOf(message).filter((part) => part.type === "image_url").length;
  return estimateTokens(textOf(message)) + 800 * pictures;
}

/** A quarter token a Latin character, half a token of other alphabets, 1.25 a Chinese one, two an emoji. */
function estimateTokens(text«: string»)«: number» {
  let quarters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x250) quarters += 1;
    else if (unit >= 0xd800 && unit <= 0xdfff) quarters += 4;
    else if ((unit >= 0x2e80 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7af)) quarters += 5;
    else if ((unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xff00 && unit <= 0xffef)) quarters += 5;
    else quarters += 2;
  }
  return Math.ceil(quarters / 4);
}

function isOneOf(label«: string | undefined», values«: string[]»)«: boolean» {
  return label !== undefined && values.some((value) => value.toLowerCase() === label.toLowerCase());
}

function containsAny(text«: string | undefined», words«: string[]»)«: boolean» {
  const lower = (text ?? "").toLowerCase();
  return words.some((word) => word !== "" && lower.includes(word.toLowerCase()));
}

function matches(label«: string | undefined», pattern«: RegExp»)«: boolean» {
  return Boolean(label) && pattern.test(label ?? "");
}

function timeOf(at«: Date», timeZone«: string | undefined») {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23", weekday: "short",
  });
  const parts = Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
  return { time: `${parts.hour}:${parts.minute}`, day: parts.weekday.toLowerCase() };
}

/** From the first time on and before the second; over midnight when the first is later. */
function isBetween(at«: Date», from«: string», to«: string», timeZone«?: string»)«: boolean» {
  const { time } = timeOf(at, timeZone);
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

function dayOf(at«: Date», timeZone«?: string»)«: string» {
  return timeOf(at, timeZone).day;
}

// Who is asked, and in which order.

function decide(messages«: Message[]», options«: CallOptions»)«: Plan» {
  const call = factsOf(messages, options);
  const rule = rules.find((each) => each.when(call))«!»;
  const chain = rule.chain;
  const sticky = chain.stickyTag === undefined ? undefined : call.tags[chain.stickyTag];
  const draw = options.draw ?? Math.random();
  const picked = chain.pick === "weighted"
    ? byChance(chain.targets, sticky ? stickyDraw(rule.name, sticky) : draw)
    : chain.targets;
  const targets«: Target[]» = [];
  for (const target of [...picked, ...chain.fallbacks]) {
    if (!targets.some((earlier) => covers(earlier, target))) targets.push(target);
  }
  return { targets, limits: chain.limits, draw };
}

/** Whether `earlier` is asked whenever `target` would be. */
function covers(earlier«: Target», target«: Target»)«: boolean» {
  const conditionsOf = (each«: Target») => JSON.stringify([each.onlyLargerContext ?? false, each.onlyAfter ?? []]);
  const none = JSON.stringify([false, []]);
  const same = (each«: Target») => JSON.stringify([nameOf(each), each.parameters ?? {}]);
  return same(earlier) === same(target)
    && (conditionsOf(earlier) === none || conditionsOf(earlier) === conditionsOf(target));
}

/** The first is the one in whose part of the row of weights the draw falls; its place within is the next draw. */
function byChance(targets«: Target[]», draw«: number»)«: Target[]» {
  const left = [...targets];
  const most = Math.max(...left.map((target) => target.weight ?? 1));
  const order«: Target[]» = [];
  while (left.length > 0) {
    const shares = left.map((target) => (target.weight ?? 1) / most);
    const point = draw * shares.reduce((sum, share) => sum + share, 0);
    let found = 0;
    let from = 0;
    for (let at = 0; at < left.length; at += 1) {
      if (shares[at] <= 0) continue;
      found = at;
      draw = Math.min(Math.max((point - from) / shares[at], 0), 1 - Number.EPSILON / 2);
      from += shares[at];
      if (point < from) break;
    }
    order.push(...left.splice(found, 1));
  }
  return order;
}

/** One order for each value of a tag: the first 53 bits of a hash as a fraction. */
function stickyDraw(rule«: string», value«: string»)«: number» {
  const hash = createHash("sha1").update(`${rule}\0${value}`, "utf8").digest();
  return Number(hash.readBigUInt64BE(0) >> BigInt(11)) / 2 ** 53;
}

function nameOf(target«: Target»)«: string» {
  return `${target.account}/${target.model}`;
}

// One request.

async function ask(
  target«: Target», messages«: Message[]», parameters«: Parameters», limits«: Limits», leftMs«: number»,
)«: Promise<{ content: string; failure?: Failure }>» {
  const account = accounts[target.account];
  const key = account.keyVariable === "" ? "none" : process.env[account.keyVariable];
  if (!key) return failed({ kind: "auth", message: `The variable ${account.keyVariable} is not set.` });
  const client = new OpenAI({
    apiKey: key, baseURL: account.baseURL, defaultHeaders: account.headers, maxRetries: 0, timeout: 86_400_000,
  });
  const alarm = new Alarm(leftMs);
  const reading = { content: "", refusal: "", finish: "", gotToken: false };
  try {
    alarm.set(limits.firstTokenMs);
    const body = { ...bodyOf(parameters, account), model: target.model, messages };
    if (account.streaming) {
      const stream = await client.chat.completions.create({ ...body, stream: true }, { signal: alarm.signal });
      for await (const chunk of stream) {
        if (readPart(reading, chunk.choices?.[0]?.delta, chunk.choices?.[0]?.finish_reason)) alarm.set(limits.idleMs);
        else if (reading.gotToken) alarm.set(limits.idleMs);
      }
    } else {
      const answer = await client.chat.completions.create(body, { signal: alarm.signal });
      readPart(reading, answer.choices?.[0]?.message, answer.choices?.[0]?.finish_reason);
    }
  } catch (error) {
    return failed({ ...(alarm.rang ?? failureOf(error)), gotToken: reading.gotToken });
  } finally {
    alarm.stop();
  }
  if (alarm.rang) return failed({ ...alarm.rang, gotToken: reading.gotToken });
  return judged(reading);
}

function failed(failure«: Failure») {
  return { content: "", failure };
}

/** Whether the part held the beginning or more of an answer. */
function readPart(
  reading«: { content: string; refusal: string; finish: string; gotToken: boolean }», part«: any», finish«: any»,
)«: boolean» {
  const gotMore = Boolean(part?.content || part?.refusal || part?.reasoning_content || part?.reasoning
    || part?.tool_calls?.length);
  reading.content += part?.content ?? "";
  reading.refusal += part?.refusal ?? "";
  reading.finish = finish || reading.finish;
  reading.gotToken = reading.gotToken || gotMore;
  return gotMore;
}

const refusedReasons = ["content_filter", "refusal", "safety", "recitation", "prohibited_content", "sensitive"];
const brokenReasons = ["error", "network_error", "insufficient_system_resource"];

function judged(reading«: { content: string; refusal: string; finish: string; gotToken: boolean }») {
  const finish = reading.finish.toLowerCase();
  const { gotToken } = reading;
  if (finish === "") return failed({ kind: "protocol", message: "The answer ended too early.", gotToken });
  if (brokenReasons.includes(finish)) {
    return failed({ kind: "server", message: `The answer ended with ${finish}.`, gotToken });
  }
  if (refusedReasons.includes(finish) || reading.refusal !== "") {
    return failed({ kind: "content_filter", message: "The answer was refused.", gotToken });
  }
  return { content: reading.content, failure: undefined };
}

function bodyOf(parameters«: Parameters», account«: Account»)«: Parameters» {
  const body«: Parameters» = {};
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null) body[name === "max_tokens" ? account.maxTokensField : name] = value;
  }
  return body;
}

/** Ends a request that is silent for too long or takes more than the call's time. */
class Alarm {
«  rang?: Failure;
  private controller = new AbortController();
  private timer?: ReturnType<typeof setTimeout>;
  private last?: ReturnType<typeof setTimeout>;
»  constructor(leftMs«: number») {
    this.controller = new AbortController();
    if (leftMs !== Infinity) this.last = setTimeout(() => this.ring("The time of the call is used up."), leftMs);
  }

  get signal() {
    return this.controller.signal;
  }

  set(ms«: number») {
    clearTimeout(this.timer);
    if (ms > 0 && ms !== Infinity) this.timer = setTimeout(() => this.ring("No answer came in time."), ms);
  }

  stop() {
    clearTimeout(this.timer);
    clearTimeout(this.last);
  }

  ring(message«: string») {
    this.rang = { kind: "timeout", message };
    this.controller.abort();
  }
}

// What went wrong.

const kindOfCode«: Record<string, string>» = @CODES@;
const phrases«: [string, string[]][]» = @PHRASES@;

function failureOf(error«: any»)«: Failure» {
  const message = String(error?.error?.message ?? error?.message ?? error);
  if (error instanceof OpenAI.APIConnectionTimeoutError) return { kind: "timeout", message };
  if (error instanceof OpenAI.APIConnectionError) return { kind: "network", message };
  if (error instanceof OpenAI.APIError) {
    const headers = new Headers(error.headers ?? {});
    const told = toldWait(headers) ?? googleWait(error.error);
    const kind = kindOf(error.status, [error.code, error.type], message.toLowerCase(), told !== undefined);
    const waitMs = told ?? ([429, 503].includes(error.status ?? 0) ? resetWait(headers) : undefined);
    return { kind, message, status: error.status, waitMs };
  }
  return { kind: error instanceof SyntaxError ? "protocol" : "network", message };
}

function googleWait(body«: any»)«: number | undefined» {
  const details = Array.isArray(body?.details) ? body.details : [];
  return durationMs(details.find((each«: any») => each?.retryDelay)?.retryDelay);
}

function kindOf(
  status«: number | undefined», codes«: (string | null | undefined)[]», message«: string», namesWait«: boolean»,
)«: string» {
  const byCode = codes.map((code) => kindOfCode[String(code ?? "").toLowerCase()]).find((kind) => kind);
  const byPhrase = phrases.find(([, words]) => words.some((word) => message.includes(word)))?.[0];
  if (status === 429) {
    const isQuota = byCode === "quota" || (!namesWait && byPhrase === "quota");
    return isQuota && !message.includes("aliyun.com") && !message.includes("alibabacloud.com") ? "quota" : "rate_limited";
  }
  const byStatus = kindOfStatus(status);
  if (byStatus && byStatus !== "invalid_request" && status !== 403 && status !== 500) return byStatus;
  if (byCode && byCode !== "server") return byCode;
  return byPhrase ?? byStatus ?? (codes.includes("rate_limit_exceeded") ? "rate_limited" : "server");
}

function kindOfStatus(status«: number | undefined»)«: string | undefined» {
  if (status === undefined) return undefined;
  const known«: Record<number, string>» = {
    401: "auth", 402: "quota", 403: "auth", 404: "not_found", 408: "timeout", 409: "server",
  };
  return known[status] ?? (status >= 500 ? "server" : status >= 400 ? "invalid_request" : undefined);
}

function toldWait(headers«: Headers»)«: number | undefined» {
  const ms = Number.parseFloat(headers.get("retry-after-ms") ?? "");
  if (ms >= 0) return Math.ceil(ms);
  const value = headers.get("retry-after") ?? "";
  if (/^[0-9.]+$/.test(value)) return Math.ceil(Number(value) * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(date - Date.now(), 0);
}

function resetWait(headers«: Headers»)«: number | undefined» {
  const waits«: number[]» = [];
  const exhausted«: number[]» = [];
  for (const limit of ["-requests", "-tokens", ""]) {
    const wait = durationMs(headers.get(`x-ratelimit-reset${limit}`));
    if (wait === undefined) continue;
    waits.push(wait);
    if (Number(headers.get(`x-ratelimit-remaining${limit}`) ?? "1") === 0) exhausted.push(wait);
  }
  const longest = exhausted.length > 0 ? exhausted : waits;
  return longest.length > 0 ? Math.max(...longest) : undefined;
}

/** `1m30s`, plain seconds, or a point in time as seconds or milliseconds since 1970. */
function durationMs(text«: string | null | undefined»)«: number | undefined» {
  if (!text) return undefined;
  const number = Number(text);
  if (number >= 1e12) return Math.max(number - Date.now(), 0);
  if (number >= 1e9) return Math.max(number * 1000 - Date.now(), 0);
  if (number >= 0) return Math.ceil(number * 1000);
  const units«: Record<string, number>» = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
  const parts = [...text.matchAll(/([0-9.]+)(ms|h|m|s)/g)];
  return parts.length > 0 ? Math.ceil(parts.reduce((sum, part) => sum + Number(part[1]) * units[part[2]], 0)) : undefined;
}

// What happens next: the same model again, another one, or nobody.

const shortWaitMs = @SHORT_WAIT_MS@;
const accountCoolingMs = @ACCOUNT_COOLING_MS@;
const modelCoolingMs = @MODEL_COOLING_MS@;
const targetCooling = new Map«<string, number>»();
const accountCooling = new Map«<string, number>»();
const failuresInARow = new Map«<string, number>»();

function nextStep(plan«: Plan», failure«: Failure», progress«: Progress»)«: Step» {
  const { limits } = plan;
  const trouble = troubleOf(failure);
  const leftMs = limits.budgetMs > 0 ? limits.budgetMs - progress.elapsedMs : Infinity;
  const retries = progress.onTarget - 1;
  const mayRetry = retries < limits.retries;
  const mayWait = (ms«: number») => ms <= limits.longestWaitMs && ms < leftMs;
  const other = freeOther(plan, failure, trouble, progress.place);
  const stop = (why«: string»)«: Step» => ({ kind: "stop", waitMs: 0, place: -1, why });
  const again = (waitMs«: number»)«: Step» => ({
    kind: "retry", waitMs, place: progress.place, why: `asked again in ${waitMs} ms`,
  });
  const next = ()«: Step» => {
    if (!other) return stop("no other model is left");
    const waitMs = mayWait(other.waitMs) ? other.waitMs : 0;
    return { kind: "next", waitMs, place: other.place, why: `${nameOf(plan.targets[other.place])} is asked next` };
  };
  const afterFault = () => {
    const doubled = Math.min(500 * 2 ** Math.min(retries, 10), 5000);
    const pauseMs = Math.round(doubled * (1 + plan.draw / 4));
    return mayRetry && pauseMs < leftMs ? again(pauseMs) : next();
  };
  const afterWait = () => {
    const told = failure.waitMs;
    const isNamedLimit = told !== undefined && trouble === "limited";
    if (isNamedLimit && told <= shortWaitMs && retries === 0 && mayWait(told)) return again(told);
    if (other?.waitMs === 0) return next();
    const waitMs = told ?? coolingAfter(progress.onTarget);
    const mayAskAgain = isNamedLimit || mayRetry;
    if (mayAskAgain && mayWait(waitMs) && (!other || waitMs <= other.waitMs)) return again(waitMs);
    return next();
  };
  if (progress.attempts >= Math.max(1, limits.attempts)) return stop("the attempts of the call are used up");
  if (leftMs <= 0) return stop("the time of the call is used up");
  switch (trouble) {
    case "limited":
      return afterWait();
    case "passing":
      return failure.waitMs !== undefined ? afterWait() : afterFault();
    case "brokenOff":
      if (failure.waitMs !== undefined) return afterWait();
      return other?.waitMs === 0 ? next() : afterFault();
    case "refused":
      return limits.fallbackOnRefusal ? next() : stop("nobody else is asked after a refusal");
    case "final":
      return stop("asking again would not help");
    default:
      return next();
  }
}

function troubleOf(failure«: Failure»)«: string» {
  switch (failure.kind) {
    case "network":
    case "server":
      return failure.gotToken ? "brokenOff" : "passing";
    case "timeout":
      if (failure.gotToken) return "brokenOff";
      return failure.status !== undefined ? "passing" : "silent";
    case "protocol":
      return "brokenOff";
    case "rate_limited":
      return "limited";
    case "auth":
      return failure.status === 403 ? "forbidden" : "badKey";
    case "quota":
      return "noCredit";
    case "not_found":
      return "noModel";
    case "context_length":
      return "tooLong";
    case "content_filter":
      return "refused";
    default:
      return "final";
  }
}

/** The first later model that may be asked and is free, else the one that is free soonest. */
function freeOther(plan«: Plan», failure«: Failure», trouble«: string», place«: number»)«: Free» {
  const asked = plan.targets[place];
  let best«: Free»;
  for (let at = place + 1; at < plan.targets.length; at += 1) {
    const other = plan.targets[at];
    const sameAccount = other.account === asked.account;
    if (other.onlyAfter?.length && !other.onlyAfter.includes(failure.kind)) continue;
    if (other.onlyLargerContext && trouble !== "tooLong") continue;
    if (trouble === "tooLong" && !hasLargerWindow(other, asked)) continue;
    if (sameAccount && (trouble === "badKey" || trouble === "noCredit")) continue;
    if (trouble === "noModel" && nameOf(other) === nameOf(asked)) continue;
    let waitMs = coolingMs(other);
    if (sameAccount && trouble === "forbidden") waitMs = Math.max(waitMs, accountCoolingMs);
    if (!best || waitMs < best.waitMs) best = { place: at, waitMs };
  }
  return best;
}

function hasLargerWindow(other«: Target», asked«: Target»)«: boolean» {
  return asked.contextWindow === undefined || (other.contextWindow ?? 0) > asked.contextWindow;
}

/** A rule's own times, else the account's; half of the time left for a first token while others could be asked. */
function silenceLimits(plan«: Plan», progress«: Progress»)«: { firstTokenMs: number; idleMs: number }» {
  const { limits } = plan;
  const account = accounts[plan.targets[progress.place].account];
  const idleMs = limits.idleMs || account.idleMs;
  if (limits.firstTokenMs > 0) return { firstTokenMs: limits.firstTokenMs, idleMs };
  const made = { ...progress, attempts: progress.attempts + 1, onTarget: progress.onTarget + 1 };
  const sharesTime = limits.budgetMs > 0
    && nextStep(plan, { kind: "timeout", message: "" }, made).kind === "next";
  const shareMs = sharesTime ? Math.max((limits.budgetMs - progress.elapsedMs) / 2, 1) : Infinity;
  return { firstTokenMs: Math.min(account.firstTokenMs || Infinity, shareMs), idleMs };
}

/** The first model that does not cool down; those with conditions only when there is nobody else. */
function firstPlace(plan«: Plan»)«: number» {
  const hasCondition = (target«: Target») => Boolean(target.onlyLargerContext || target.onlyAfter?.length);
  const places = plan.targets.map((_, place) => place);
  const usual = places.filter((place) => !hasCondition(plan.targets[place]));
  const candidates = usual.length > 0 ? usual : places;
  if (candidates.length === 0) throw new Error("The rule names no model.");
  return candidates.reduce((best, place) =>
    coolingMs(plan.targets[place]) < coolingMs(plan.targets[best]) ? place : best);
}

function coolingMs(target«: Target»)«: number» {
  const until = Math.max(targetCooling.get(nameOf(target)) ?? 0, accountCooling.get(target.account) ?? 0);
  return Math.max(until - Date.now(), 0);
}

function isCooling(name«: string»)«: boolean» {
  const account = name.slice(0, name.indexOf("/"));
  return coolingMs({ account, model: name.slice(account.length + 1) }) > 0;
}

function coolingAfter(failures«: number»)«: number» {
  return failures <= 0 ? 0 : Math.min(5000 * 2 ** Math.min(failures - 1, 10), 20_000);
}

/** Leaves a model, or all of an account, alone for a while. */
function rememberFailure(target«: Target», failure«: Failure», step«: Step») {
  const name = nameOf(target);
  if (!["invalid_request", "context_length", "content_filter"].includes(failure.kind)) {
    failuresInARow.set(name, (failuresInARow.get(name) ?? 0) + 1);
  }
  const trouble = troubleOf(failure);
  if (["badKey", "forbidden", "noCredit"].includes(trouble)) {
    accountCooling.set(target.account, Date.now() + accountCoolingMs);
    return;
  }
  const isFault = ["passing", "silent", "brokenOff"].includes(trouble);
  const cools = trouble === "limited" || (isFault && (step.kind !== "retry" || failure.waitMs !== undefined));
  if (!cools && trouble !== "noModel") return;
  const told = Math.min(failure.waitMs ?? 0, 3_600_000);
  const ms = trouble === "noModel" ? modelCoolingMs : told || coolingAfter(Math.max(failuresInARow.get(name) ?? 0, 1));
  targetCooling.set(name, Math.max(targetCooling.get(name) ?? 0, Date.now() + ms));
}

function forgiveFailures(target«: Target») {
  failuresInARow.delete(nameOf(target));
  targetCooling.delete(nameOf(target));
  accountCooling.delete(target.account);
}

function sleep(ms«: number») {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
