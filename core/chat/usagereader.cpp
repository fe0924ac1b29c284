#include "core/chat/usagereader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace core {

namespace {

// No request holds this many tokens; whatever says so is not counting tokens.
constexpr qint64 kAbsurdTokens = 10'000'000'000;
constexpr double kAbsurdUsd = 1e6;
// 1 tick is 1e-10 USD: https://docs.x.ai/developers/cost-tracking
constexpr std::int64_t kPicosPerTick = 100;

using Count = std::optional<qint64>;
using Path = std::pair<const char *, const char *>;

Count toCount(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    if (!(number >= 0.0) || number > static_cast<double>(kAbsurdTokens) || std::floor(number) != number)
        return std::nullopt;
    return static_cast<qint64>(number);
}

/// The first count that is present under one of the paths (object, member); no object: top level.
Count firstCount(const QJsonObject &usage, std::initializer_list<Path> paths)
{
    for (const auto &[object, member] : paths) {
        const QLatin1StringView name(member);
        const QJsonValue value =
            object ? usage.value(QLatin1StringView(object)).toObject().value(name) : usage.value(name);
        if (const Count count = toCount(value))
            return count;
    }
    return std::nullopt;
}

/// The counts as the provider names them, before anything is said about which lies inside which.
struct Parts
{
    Count prompt;
    Count completion;
    Count total;
    Count cached;
    Count cacheWrite;
    Count cacheWrite1h;
    Count reasoning;
    Count audioInput;
    Count audioOutput;

    qint64 cache() const { return cached.value_or(0) + cacheWrite.value_or(0); }
};

/// Whether cache and reasoning tokens are counted beside the prompt and the completion, or inside.
struct Reading
{
    bool cacheBeside = false;
    bool reasoningBeside = false;
};

Count readCacheWrite(const QJsonObject &usage)
{
    if (const Count write = firstCount(usage,
                                       {{"prompt_tokens_details", "cache_write_tokens"},
                                        {"prompt_tokens_details", "cache_creation_input_tokens"},
                                        {"prompt_tokens_details", "cache_creation_tokens"},
                                        {"input_tokens_details", "cache_write_tokens"},
                                        {nullptr, "cache_creation_input_tokens"},
                                        {nullptr, "cache_write_tokens"}}))
        return write;
    const Count fiveMinutes = firstCount(usage, {{"cache_creation", "ephemeral_5m_input_tokens"}});
    const Count oneHour = firstCount(usage, {{"cache_creation", "ephemeral_1h_input_tokens"}});
    if (!fiveMinutes && !oneHour)
        return std::nullopt;
    return fiveMinutes.value_or(0) + oneHour.value_or(0);
}

/// Gemini itemises by modality: `[{"modality": "AUDIO", "tokenCount": 12}]`.
Count audioOfModalities(const QJsonObject &usage, const char *member)
{
    const QJsonArray details = usage.value(QLatin1StringView(member)).toArray();
    for (const auto &detail : details) {
        if (detail[QLatin1StringView("modality")].toString() == QLatin1StringView("AUDIO"))
            return toCount(detail[QLatin1StringView("tokenCount")]);
    }
    return std::nullopt;
}

void readAudio(const QJsonObject &usage, Parts &parts)
{
    parts.audioInput = firstCount(
        usage, {{"prompt_tokens_details", "audio_tokens"}, {"input_tokens_details", "audio_tokens"}});
    if (!parts.audioInput)
        parts.audioInput = audioOfModalities(usage, "promptTokensDetails");
    parts.audioOutput = firstCount(
        usage, {{"completion_tokens_details", "audio_tokens"}, {"output_tokens_details", "audio_tokens"}});
    if (!parts.audioOutput)
        parts.audioOutput = audioOfModalities(usage, "candidatesTokensDetails");
}

Parts readParts(const QJsonObject &usage)
{
    Parts parts;
    readAudio(usage, parts);
    parts.prompt = firstCount(
        usage, {{nullptr, "prompt_tokens"}, {nullptr, "input_tokens"}, {nullptr, "promptTokenCount"}});
    parts.completion = firstCount(
        usage,
        {{nullptr, "completion_tokens"}, {nullptr, "output_tokens"}, {nullptr, "candidatesTokenCount"}});
    // Gemini leaves out counts that are 0.
    if (!parts.completion && usage.contains(QLatin1StringView("promptTokenCount")))
        parts.completion = 0;
    parts.total = firstCount(usage, {{nullptr, "total_tokens"}, {nullptr, "totalTokenCount"}});
    parts.cached = firstCount(usage,
                              {{"prompt_tokens_details", "cached_tokens"},
                               {nullptr, "prompt_cache_hit_tokens"},
                               {nullptr, "cached_tokens"},
                               {nullptr, "num_cached_tokens"},
                               {"input_tokens_details", "cached_tokens"},
                               {nullptr, "cache_read_input_tokens"},
                               {nullptr, "cachedContentTokenCount"}});
    parts.cacheWrite = readCacheWrite(usage);
    parts.cacheWrite1h = firstCount(usage, {{"cache_creation", "ephemeral_1h_input_tokens"}});
    parts.reasoning = firstCount(usage,
                                 {{"completion_tokens_details", "reasoning_tokens"},
                                  {"output_tokens_details", "reasoning_tokens"},
                                  {"output_tokens_details", "thinking_tokens"},
                                  {nullptr, "thoughtsTokenCount"},
                                  {nullptr, "reasoning_tokens"}});
    // A provider that itemises its prompt and leaves a kind of token out counted none of it.
    if (usage.value(QLatin1StringView("prompt_tokens_details")).isObject()) {
        parts.cached = parts.cached.value_or(0);
        parts.cacheWrite = parts.cacheWrite.value_or(0);
    }
    // DeepSeek's two counts make up the prompt where it is not said.
    const Count miss = firstCount(usage, {{nullptr, "prompt_cache_miss_tokens"}});
    if (!parts.prompt && miss)
        parts.prompt = *miss + parts.cached.value_or(0);
    // Gemini counts the prompts of its own tool use beside the prompt:
    // https://ai.google.dev/api/generate-content#UsageMetadata
    if (const Count toolUse = firstCount(usage, {{nullptr, "toolUsePromptTokenCount"}});
        toolUse && parts.prompt)
        *parts.prompt += *toolUse;
    return parts;
}

/// What the field names alone say; the dialect where they say nothing.
Reading expectedReading(const QJsonObject &usage, const Dialect &dialect)
{
    const auto has = [&usage](const char *name) { return usage.contains(QLatin1StringView(name)); };
    // https://docs.anthropic.com/en/api/messages (usage): input_tokens leaves out what the cache gave or
    // took.
    const bool anthropic = has("input_tokens") && !has("prompt_tokens") && !has("input_tokens_details")
        && (has("cache_read_input_tokens") || has("cache_creation_input_tokens") || has("cache_creation"));
    const bool gemini = has("promptTokenCount") || has("candidatesTokenCount");
    return {anthropic || dialect.inputExcludesCache, gemini || dialect.outputExcludesReasoning};
}

bool isPossible(const Parts &parts, Reading reading)
{
    const bool cacheFits = reading.cacheBeside || !parts.prompt || parts.cache() <= *parts.prompt;
    const bool reasoningFits =
        reading.reasoningBeside || !parts.completion || parts.reasoning.value_or(0) <= *parts.completion;
    return cacheFits && reasoningFits;
}

bool fitsTotal(const Parts &parts, Reading reading, Reading expected)
{
    const qint64 withoutCache = parts.prompt.value_or(0) + parts.completion.value_or(0)
        + (reading.reasoningBeside ? parts.reasoning.value_or(0) : 0);
    const qint64 sum = withoutCache + (reading.cacheBeside ? parts.cache() : 0);
    if (*parts.total == sum)
        return true;
    // Hosts that count the cache beside the prompt may leave it out of the total as well.
    const bool cacheMustBeBeside = expected.cacheBeside || !isPossible(parts, {false, true});
    return reading.cacheBeside && cacheMustBeBeside && *parts.total == withoutCache;
}

struct Verdict
{
    Reading reading;
    bool consistent = true;
    /// Tokens that only the total knows of: reasoning (Gemini's compatible endpoint).
    qint64 unnamed = 0;
};

Verdict judge(const Parts &parts, Reading expected)
{
    const std::array readings{expected, Reading{expected.cacheBeside, !expected.reasoningBeside},
                              Reading{!expected.cacheBeside, expected.reasoningBeside},
                              Reading{!expected.cacheBeside, !expected.reasoningBeside}};
    const bool totalTells = parts.total && parts.prompt && parts.completion;
    std::optional<Reading> possible;
    for (const Reading reading : readings) {
        if (!isPossible(parts, reading))
            continue;
        if (!possible)
            possible = reading;
        if (!totalTells || fitsTotal(parts, reading, expected))
            return {reading};
    }
    Verdict verdict{possible.value_or(expected), false};
    const qint64 known =
        *parts.prompt + *parts.completion + (verdict.reading.cacheBeside ? parts.cache() : 0);
    if (!parts.reasoning && *parts.total > known) {
        verdict.unnamed = *parts.total - known;
        verdict.consistent = true;
    }
    return verdict;
}

std::optional<Money> toUsd(const QJsonValue &value)
{
    std::optional<Money> money;
    if (value.isString())
        money = Money::fromDecimal(value.toString());
    else if (value.isDouble() && std::abs(value.toDouble()) <= kAbsurdUsd)
        money = Money::fromDouble(value.toDouble());
    if (money && (*money < Money() || money->toDouble() > kAbsurdUsd))
        return std::nullopt;
    return money;
}

std::optional<Money> readCost(const QJsonObject &usage)
{
    const QJsonValue ticks = usage.value(QLatin1StringView("cost_in_usd_ticks"));
    const double tickCount = ticks.toDouble(-1.0);
    if (tickCount >= 0.0 && tickCount <= kAbsurdUsd * 1e10 && std::floor(tickCount) == tickCount)
        return Money::fromPicos(kPicosPerTick) * ticks.toInteger();

    const std::optional<Money> cost = toUsd(usage.value(QLatin1StringView("cost")));
    if (!cost)
        return std::nullopt;
    const QJsonObject details = usage.value(QLatin1StringView("cost_details")).toObject();
    const auto upstream = toUsd(details.value(QLatin1StringView("upstream_inference_cost")));
    // With an own key at the upstream, `cost` is only OpenRouter's fee, the tokens are billed upstream:
    // https://openrouter.ai/docs/use-cases/usage-accounting. A fee alone is not what the request cost.
    if (usage.value(QLatin1StringView("is_byok")).toBool())
        return upstream ? std::optional(*cost + *upstream) : std::nullopt;
    return cost->isZero() && upstream ? upstream : cost;
}

} // namespace

QJsonObject findUsage(const QJsonObject &chunk)
{
    const QJsonObject choice = chunk.value(QLatin1StringView("choices")).toArray().first().toObject();
    const std::array candidates{
        chunk.value(QLatin1StringView("usage")).toObject(),
        choice.value(QLatin1StringView("usage")).toObject(),
        chunk.value(QLatin1StringView("x_groq")).toObject().value(QLatin1StringView("usage")).toObject(),
        chunk.value(QLatin1StringView("usageMetadata")).toObject()};
    for (const QJsonObject &candidate : candidates) {
        if (!candidate.isEmpty())
            return candidate;
    }
    return {};
}

Usage readUsage(const QJsonObject &usage, const Dialect &dialect)
{
    Usage result;
    if (usage.isEmpty())
        return result;
    result.rawJson = QJsonDocument(usage).toJson(QJsonDocument::Compact);
    result.reportedCost = readCost(usage);

    const Parts parts = readParts(usage);
    const Verdict verdict = judge(parts, expectedReading(usage, dialect));
    result.inconsistent = !verdict.consistent;
    result.cachedInput = parts.cached;
    result.cacheWrite = parts.cacheWrite;
    if (parts.cacheWrite && parts.cacheWrite1h)
        result.cacheWrite1h = std::min(*parts.cacheWrite, *parts.cacheWrite1h);
    if (parts.prompt)
        result.input = *parts.prompt + (verdict.reading.cacheBeside ? parts.cache() : 0);
    result.audioInput = parts.audioInput;
    result.audioOutput = parts.audioOutput;
    result.toolCalls = firstCount(usage, {{"server_tool_use", "web_search_requests"}});
    result.serviceTier = usage.value(QLatin1StringView("service_tier")).toString();
    result.reasoning = parts.reasoning;
    if (verdict.unnamed > 0)
        result.reasoning = verdict.unnamed;
    if (parts.completion) {
        result.output = *parts.completion + verdict.unnamed
            + (verdict.reading.reasoningBeside ? parts.reasoning.value_or(0) : 0);
    }
    if (result.input || result.output)
        result.basis = UsageBasis::Reported;
    return result;
}

} // namespace core
