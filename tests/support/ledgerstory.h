#pragma once

#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/settings/settings.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/temporaryledger.h"

#include <QDateTime>

namespace test {

/// A ledger with its writer, reader, settings and clock, and the shortest way to tell what happened in it.
class LedgerStory
{
public:
    /// One request and what came of it.
    struct Request
    {
        QString target;
        qint64 input = 1000;
        qint64 output = 200;
        /// Nothing: unpriced.
        std::optional<core::Money> cost = core::Money::fromPicos(2'000'000'000);
        core::LaneStatus status = core::LaneStatus::Complete;
        double firstTextMs = 400.0;
        QString text = QStringLiteral("An answer.");
        bool simulated = false;
    };

    LedgerStory() : writer(ledger.database(), clock), reader(ledger.database()), settings(ledger.database())
    {
        // 22 November 2026, 12:00 UTC, a Sunday.
        clock.setUtcMs(QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch());
    }

    /// A run at that time with a lane for each request, all settled; gives its id.
    qint64 tell(const QDateTime &at, const QString &prompt, const QList<Request> &requests,
                const QString &task = {})
    {
        const qint64 now = clock.utcMs();
        clock.setUtcMs(at.toMSecsSinceEpoch());
        core::RunDraft draft;
        draft.prompt = prompt;
        draft.task = task;
        for (const Request &request : requests)
            draft.lanes.append({request.simulated ? -1 : 1,
                                request.target.section(QLatin1Char('/'), 0, 0),
                                request.target.section(QLatin1Char('/'), 1),
                                {},
                                request.simulated});
        const core::Result<core::RunIds> ids = await(writer.beginRun(draft));
        if (!ids)
            qFatal("%s", qPrintable(ids.error().message));
        for (qsizetype lane = 0; lane < requests.size(); ++lane)
            settled = writer.settle(ids->attempts.at(lane), outcome(requests.at(lane)));
        clock.setUtcMs(now);
        return ids->run;
    }

    qint64 tell(const QDateTime &at, const Request &request)
    {
        return tell(at, QStringLiteral("A question"), {request});
    }

    /// Everything told is in the file.
    void finish()
    {
        if (settled.isValid())
            (void)await(settled);
    }

    static core::AttemptOutcome outcome(const Request &request)
    {
        core::AttemptOutcome outcome;
        core::Completion &completion = outcome.completion;
        completion.status = request.status;
        const bool failed = request.status == core::LaneStatus::Failed;
        if (failed) {
            completion.error = core::Error{core::ErrorKind::RateLimited,
                                           QStringLiteral("Requests rate limit exceeded"), 429};
        } else {
            completion.text = request.text;
            completion.usage.input = request.input;
            completion.usage.output = request.output;
            completion.usage.basis = core::UsageBasis::Reported;
            completion.usage.rawJson =
                QByteArrayLiteral("{\"prompt_tokens\": 1000, \"completion_tokens\": 200}");
            completion.timing.headers = request.firstTextMs / 2;
            completion.timing.firstText = request.firstTextMs;
            completion.timing.last = request.firstTextMs + 2000.0;
            completion.finishReason = QStringLiteral("stop");
        }
        outcome.cost.amount = request.cost;
        outcome.cost.basis = request.cost ? core::CostBasis::Computed : core::CostBasis::Unknown;
        if (request.cost) {
            outcome.cost.priceVersion = QStringLiteral("2026-09-23");
            outcome.cost.priceSource = QStringLiteral("list price");
        }
        return outcome;
    }

    TemporaryLedger ledger;
    FakeClock clock;
    core::LedgerWriter writer;
    core::LedgerReader reader;
    core::Settings settings;
    QFuture<core::Result<void>> settled;
};

} // namespace test
