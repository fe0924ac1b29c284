#include "core/simulator/fault.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace core {

namespace {

struct Row
{
    const char *id;
    Fault fault;
    const char *description;
};

// clang-format off
constexpr std::array<Row, 33> kRows {{
    {"fault-401", Fault::Unauthorized, QT_TRANSLATE_NOOP("Simulator", "Rejects the key.")},
    {"fault-404", Fault::NotFound, QT_TRANSLATE_NOOP("Simulator", "Says that the model does not exist.")},
    {"fault-429", Fault::RateLimited, QT_TRANSLATE_NOOP("Simulator", "Is always over its rate limit; asks to come back in two seconds.")},
    {"fault-429-then-ok", Fault::RateLimitedOnce, QT_TRANSLATE_NOOP("Simulator", "Is over its rate limit at the first attempt and answers the second.")},
    {"fault-500", Fault::ServerError, QT_TRANSLATE_NOOP("Simulator", "Fails with an internal error.")},
    {"fault-503", Fault::Unavailable, QT_TRANSLATE_NOOP("Simulator", "Is overloaded.")},
    {"fault-reset", Fault::Reset, QT_TRANSLATE_NOOP("Simulator", "Resets the connection instead of answering.")},
    {"fault-silent", Fault::Silent, QT_TRANSLATE_NOOP("Simulator", "Never answers.")},
    {"fault-stall", Fault::Stall, QT_TRANSLATE_NOOP("Simulator", "Stops after twenty tokens without closing.")},
    {"fault-cut", Fault::Cut, QT_TRANSLATE_NOOP("Simulator", "Closes the connection in the middle of its answer.")},
    {"fault-bad-json", Fault::BadJson, QT_TRANSLATE_NOOP("Simulator", "Sends something within the stream that is no JSON.")},
    {"fault-no-done", Fault::NoDone, QT_TRANSLATE_NOOP("Simulator", "Finishes properly but leaves out the end marker.")},
    {"fault-html", Fault::Html, QT_TRANSLATE_NOOP("Simulator", "Answers with a web page, as a proxy or a wrong address does.")},
    {"fault-error-in-stream", Fault::ErrorInStream, QT_TRANSLATE_NOOP("Simulator", "Begins well and then sends an error within the stream.")},
    {"fault-context-length", Fault::ContextLength, QT_TRANSLATE_NOOP("Simulator", "Finds every prompt too long.")},
    {"fault-content-filter", Fault::ContentFilter, QT_TRANSLATE_NOOP("Simulator", "Is stopped by a content filter after a few words.")},
    {"fault-refusal", Fault::Refusal, QT_TRANSLATE_NOOP("Simulator", "Declines to answer.")},
    {"fault-no-usage", Fault::NoUsage, QT_TRANSLATE_NOOP("Simulator", "Never reports tokens, so that they have to be estimated.")},
    {"fault-slow-first-token", Fault::SlowFirstToken, QT_TRANSLATE_NOOP("Simulator", "Takes eight seconds before its first token.")},
    {"fault-length", Fault::Length, QT_TRANSLATE_NOOP("Simulator", "Is cut off by its own limit of sixty tokens.")},
    {"fault-quota", Fault::Quota, QT_TRANSLATE_NOOP("Simulator", "Has no credit left.")},
    {"fault-429-2s-then-ok", Fault::LimitedForTwoSeconds, QT_TRANSLATE_NOOP("Simulator", "Is over its rate limit at the first attempt, asks to come back in two seconds and answers then.")},
    {"fault-429-no-time", Fault::LimitedUntold, QT_TRANSLATE_NOOP("Simulator", "Is always over its rate limit and does not say when to come back.")},
    {"fault-500-then-ok", Fault::ServerErrorOnce, QT_TRANSLATE_NOOP("Simulator", "Fails with an internal error at the first attempt and answers the second.")},
    {"fault-reset-then-ok", Fault::ResetOnce, QT_TRANSLATE_NOOP("Simulator", "Resets the connection at the first attempt and answers the second.")},
    {"fault-silent-120s", Fault::SilentForTwoMinutes, QT_TRANSLATE_NOOP("Simulator", "Says nothing for two minutes and then closes the connection.")},
    {"fault-slow-20s", Fault::FirstTokenAfterTwenty, QT_TRANSLATE_NOOP("Simulator", "Takes twenty seconds before its first token.")},
    {"fault-cut-40-of-60", Fault::CutAtForty, QT_TRANSLATE_NOOP("Simulator", "Closes the connection after forty of its sixty tokens.")},
    {"fault-stall-30s", Fault::StallForThirty, QT_TRANSLATE_NOOP("Simulator", "Stops after twenty tokens, is silent for thirty seconds and then closes the connection.")},
    {"fault-bad-event", Fault::BadEvent, QT_TRANSLATE_NOOP("Simulator", "Sends one piece of its answer as something that is no JSON and the rest well.")},
    {"fault-content-rejected", Fault::PromptRejected, QT_TRANSLATE_NOOP("Simulator", "Rejects every prompt for its content.")},
    {"fault-no-prefill", Fault::NoPrefill, QT_TRANSLATE_NOOP("Simulator", "Answers, but not to a conversation that ends with the assistant's own words.")},
    {"fault-outage-60s", Fault::Outage, QT_TRANSLATE_NOOP("Simulator", "Is overloaded for a minute from its first request on and answers after it.")},
}};
// clang-format on

} // namespace

QList<FaultInfo> simulatorFaults()
{
    QList<FaultInfo> faults;
    faults.reserve(kRows.size());
    for (const Row &row : kRows) {
        faults.append({QString::fromLatin1(row.id), row.fault,
                       QCoreApplication::translate("Simulator", row.description)});
    }
    return faults;
}

std::optional<Fault> simulatorFault(const QString &modelId)
{
    const auto found = std::find_if(kRows.cbegin(), kRows.cend(),
                                    [&modelId](const Row &row) { return modelId == QLatin1String(row.id); });
    return found == kRows.cend() ? std::nullopt : std::optional(found->fault);
}

std::optional<Fault> erraticFault(quint32 promptHash)
{
    switch (promptHash % 10) {
    case 0:
    case 1:
        return Fault::RateLimitedOnce;
    case 2:
        return Fault::ServerError;
    case 3:
        return Fault::Cut;
    default:
        return std::nullopt;
    }
}

} // namespace core
