#include "core/simulator/failoverbench.h"

#include <QCoreApplication>

#include <array>

namespace core {

namespace {

struct BenchRow
{
    const char *id;
    const char *model;
    const char *fault;
    const char *expectation;
    BenchEnd end;
    int limitSeconds;
    int mostAttempts;
};

/// Its context window is larger than that of the models with faults.
constexpr auto kBenchFallback = "scholar";

// clang-format off
constexpr std::array<BenchRow, 16> kBenchRows {{
    {"S01", "fault-429-2s-then-ok",
     QT_TRANSLATE_NOOP("FailoverBench", "The first attempt is over the rate limit and asks to come back in two seconds."),
     QT_TRANSLATE_NOOP("FailoverBench", "The target is asked again after the wait, or the next one answers at once."),
     BenchEnd::Either, 20, 2},
    {"S02", "fault-429-no-time",
     QT_TRANSLATE_NOOP("FailoverBench", "Every attempt is over the rate limit, without a time to come back."),
     QT_TRANSLATE_NOOP("FailoverBench", "The next target answers; the first one is not asked again and again."),
     BenchEnd::Fallback, 40, 4},
    {"S03", "fault-500-then-ok",
     QT_TRANSLATE_NOOP("FailoverBench", "The first attempt fails with an internal error."),
     QT_TRANSLATE_NOOP("FailoverBench", "The same target is asked once more and answers."),
     BenchEnd::Target, 20, 2},
    {"S04", "fault-503",
     QT_TRANSLATE_NOOP("FailoverBench", "Every attempt finds the server overloaded."),
     QT_TRANSLATE_NOOP("FailoverBench", "The next target answers after few attempts."),
     BenchEnd::Fallback, 40, 6},
    {"S05", "fault-reset-then-ok",
     QT_TRANSLATE_NOOP("FailoverBench", "The connection is reset before any answer."),
     QT_TRANSLATE_NOOP("FailoverBench", "The request is sent again or goes to the next target; either way it is answered."),
     BenchEnd::Either, 20, 6},
    {"S06", "fault-silent-120s",
     QT_TRANSLATE_NOOP("FailoverBench", "The server takes the request and says nothing for two minutes."),
     QT_TRANSLATE_NOOP("FailoverBench", "The next target is asked after one time limit; the silent one is not asked again."),
     BenchEnd::Fallback, 100, 1},
    {"S07", "fault-slow-20s",
     QT_TRANSLATE_NOOP("FailoverBench", "The first token takes twenty seconds."),
     QT_TRANSLATE_NOOP("FailoverBench", "The next target answers within fifteen seconds."),
     BenchEnd::Fallback, 15, 6},
    {"S08", "fault-cut-40-of-60",
     QT_TRANSLATE_NOOP("FailoverBench", "The stream is cut after forty of sixty tokens."),
     QT_TRANSLATE_NOOP("FailoverBench", "The next target gives the whole answer; a part of one never passes for it."),
     BenchEnd::Fallback, 40, 6},
    {"S09", "fault-stall-30s",
     QT_TRANSLATE_NOOP("FailoverBench", "The stream stops after twenty tokens and is silent for thirty seconds."),
     QT_TRANSLATE_NOOP("FailoverBench", "The stall is noticed in time, the next target answers, and later calls work."),
     BenchEnd::Fallback, 45, 6},
    {"S10", "fault-bad-event",
     QT_TRANSLATE_NOOP("FailoverBench", "One event of the stream is no JSON."),
     QT_TRANSLATE_NOOP("FailoverBench", "The answer is whole, if need be from the next target; nothing unreadable is shown."),
     BenchEnd::Either, 30, 6},
    {"S11", "fault-no-done",
     QT_TRANSLATE_NOOP("FailoverBench", "The stream ends without its end marker."),
     QT_TRANSLATE_NOOP("FailoverBench", "The answer is complete without any wait, and so is its usage."),
     BenchEnd::Target, 8, 1},
    {"S12", "fault-context-length",
     QT_TRANSLATE_NOOP("FailoverBench", "The prompt is too long for the model."),
     QT_TRANSLATE_NOOP("FailoverBench", "The model is not asked again; one with a larger context window answers."),
     BenchEnd::Fallback, 20, 1},
    {"S13", "fault-content-rejected",
     QT_TRANSLATE_NOOP("FailoverBench", "The prompt is rejected for its content."),
     QT_TRANSLATE_NOOP("FailoverBench", "The call ends with the provider's reason; nobody else is asked."),
     BenchEnd::Error, 20, 1},
    {"S14", "fault-cut-40-of-60",
     QT_TRANSLATE_NOOP("FailoverBench", "The stream is cut, and the next target takes no answer to be continued."),
     QT_TRANSLATE_NOOP("FailoverBench", "The next target is asked from the start and answers; its rejection never hides the fault."),
     BenchEnd::Fallback, 40, 6},
    {"S15", "fault-outage-60s",
     QT_TRANSLATE_NOOP("FailoverBench", "The target is out of service for a minute while calls go on."),
     QT_TRANSLATE_NOOP("FailoverBench", "The next target answers meanwhile; the first one is in use again soon after it is back."),
     BenchEnd::Either, 30, 6},
    {"S16", "fault-503",
     QT_TRANSLATE_NOOP("FailoverBench", "Every attempt fails and the next target answers."),
     QT_TRANSLATE_NOOP("FailoverBench", "Model and usage are those of the target that answered; failed attempts cost nothing."),
     BenchEnd::Fallback, 40, 6},
}};
// clang-format on

} // namespace

QList<BenchFault> failoverBench()
{
    QList<BenchFault> faults;
    faults.reserve(kBenchRows.size());
    for (const BenchRow &row : kBenchRows) {
        BenchFault fault;
        fault.id = QString::fromLatin1(row.id);
        fault.fault = QCoreApplication::translate("FailoverBench", row.fault);
        fault.expectation = QCoreApplication::translate("FailoverBench", row.expectation);
        fault.model = QString::fromLatin1(row.model);
        fault.fallback = QString::fromLatin1(kBenchFallback);
        fault.end = row.end;
        fault.limit = std::chrono::seconds(row.limitSeconds);
        fault.mostAttempts = row.mostAttempts;
        if (fault.id == QLatin1StringView("S14"))
            fault.fallback = QStringLiteral("fault-no-prefill");
        if (fault.id == QLatin1StringView("S15")) {
            fault.calls = 20;
            fault.interval = std::chrono::seconds(4);
        }
        faults.append(fault);
    }
    return faults;
}

} // namespace core
