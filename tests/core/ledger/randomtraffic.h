#pragma once

#include "core/ledger/latencysketches.h"
#include "core/ledger/localdays.h"
#include "core/ledger/usagequery.h"
#include "core/storage/statement.h"
#include "tests/core/ledger/ledgerfixture.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <random>

namespace test {

/// Calls of many kinds at moments of some weeks in which clocks change, the same ones each time.
class RandomTraffic
{
public:
    /// One attempt as its row says it, to be summed without SQL.
    struct Attempt
    {
        qint64 startedAtMs = 0;
        bool simulated = false;
        /// By the name of the dimension.
        QHash<QString, QString> values;
        core::UsageFigures figures;
    };

    explicit RandomTraffic(LedgerFixture &ledger, unsigned seed = 11) : m_ledger(ledger), m_random(seed) { }

    /// From 2026-10-20 on: the clocks of Europe change on 25 October, those of New York on 1 November.
    static qint64 firstMs() { return 1'792'454'400'000; }
    static qint64 lastMs() { return firstMs() + kSpanMs; }

    QList<qint64> ask(int calls)
    {
        QList<qint64> runs;
        for (int count = 0; count < calls; ++count)
            runs.append(askOnce());
        return runs;
    }

    /// All attempts that count, from their rows.
    static QList<Attempt> attempts(core::Database &database)
    {
        QList<Attempt> attempts;
        const auto read = await(database.read([&attempts](core::Connection &connection) {
            return core::Statement(
                       connection,
                       QStringLiteral(
                           "SELECT a.started_at, a.simulated, a.account, a.model, a.vendor, c.task, "
                           "c.rule_set, c.rule, c.source, a.status, a.error_kind, a.number, "
                           "a.input_tokens, a.cached_input_tokens, a.cache_write_tokens, "
                           "a.output_tokens, a.reasoning_tokens, a.cost_picos, a.unpriced, "
                           "c.tags FROM attempts a JOIN calls c ON c.id = a.call_id "
                           "WHERE a.imported = 0"))
                .each([&attempts](const core::Statement &row) { attempts.append(attemptOf(row)); });
        }));
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return attempts;
    }

    /// The same answers again and again, at other times, with all that settling writes.
    static core::Result<void> repeat(core::Database &database)
    {
        return await(database.write([](core::Connection &connection) -> core::Result<void> {
            const core::Result<void> inserted = connection.execute(QStringLiteral(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600) "
                "INSERT INTO attempts (call_id, number, account_id, account, model, vendor, simulated, "
                "started_at, settled_at, status, first_text_ms, last_ms, output_tokens) SELECT a.call_id, "
                "a.number + 10 * i, a.account_id, a.account, a.model, a.vendor, a.simulated, "
                "a.started_at + i * 7000000, a.settled_at, a.status, a.first_text_ms * (1 + i / 173.0), "
                "a.last_ms * (1 + i / 173.0), a.output_tokens FROM attempts a, n "
                "WHERE a.settled_at IS NOT NULL"));
            if (!inserted)
                return inserted;
            const core::UsageState state;
            const qint64 day = core::dayNumber(firstMs(), state.zone);
            return core::rebuildSketches(connection, state, {day, day + 100});
        }));
    }

private:
    static constexpr qint64 kSpanMs = 20LL * 86'400'000;

    static Attempt attemptOf(const core::Statement &row)
    {
        Attempt attempt{row.integer(0), row.boolean(1), {}, {}};
        const QString rule = row.text(6).isEmpty() ? QString() : QString(row.text(6) + u'/' + row.text(7));
        attempt.values = {{QStringLiteral("account"), row.text(2)}, {QStringLiteral("model"), row.text(3)},
                          {QStringLiteral("vendor"), row.text(4)},  {QStringLiteral("task"), row.text(5)},
                          {QStringLiteral("rule"), rule},           {QStringLiteral("source"), row.text(8)},
                          {QStringLiteral("status"), row.text(9)},  {QStringLiteral("error"), row.text(10)}};
        const QString status = row.text(9);
        const QStringList errors{QStringLiteral("failed"), QStringLiteral("interrupted"),
                                 QStringLiteral("refused")};
        const QStringList answers{QStringLiteral("complete"), QStringLiteral("truncated")};
        core::UsageFigures &figures = attempt.figures;
        figures.calls = row.integer(11) == 1;
        figures.attempts = 1;
        figures.errors = errors.contains(status);
        figures.rescued = row.integer(11) > 1 && answers.contains(status);
        figures.input = row.integer(12);
        figures.cachedInput = row.integer(13);
        figures.cacheWrite = row.integer(14);
        figures.output = row.integer(15);
        figures.reasoning = row.integer(16);
        figures.cost = core::Money::fromPicos(row.integer(17));
        figures.unpricedAttempts = row.integer(18);
        const QJsonObject tags = QJsonDocument::fromJson(row.utf8(19)).object();
        attempt.values.insert(QStringLiteral("tag:team"), tags.value(QStringLiteral("team")).toString());
        return attempt;
    }

    int below(int end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }

    template <typename T>
    T oneOf(const QList<T> &values)
    {
        return values.at(below(static_cast<int>(values.size())));
    }

    qint64 askOnce()
    {
        const qint64 at = firstMs() + static_cast<qint64>(m_random()) % kSpanMs;
        m_ledger.clock.setUtcMs(at);
        core::RunDraft draft;
        draft.prompt = QStringLiteral("p");
        draft.task = oneOf(QStringList{QString(), QStringLiteral("extract"), QStringLiteral("summarize")});
        draft.source =
            oneOf(QList{core::CallSource::Window, core::CallSource::Cli, core::CallSource::Gateway});
        static const QStringList teams{QString(), QStringLiteral("red"), QStringLiteral("blue")};
        const QString team = teams.at(m_asked++ % teams.size());
        if (!team.isEmpty())
            draft.tags.insert(QStringLiteral("team"), team);
        const int lanes = 1 + below(2);
        for (int count = 0; count < lanes; ++count) {
            core::LaneDraft lane = LedgerFixture::lane(
                oneOf(QStringList{QStringLiteral("a/m"), QStringLiteral("a/n"), QStringLiteral("b/m")}),
                below(10) == 0);
            lane.vendor = lane.model == QLatin1StringView("m") ? QStringLiteral("acme") : QString();
            if (below(3) == 0)
                lane.route = {QStringLiteral("daily"),
                              1,
                              oneOf(QStringList{QStringLiteral("short"), QStringLiteral("default")}),
                              {}};
            draft.lanes.append(lane);
        }
        const core::RunIds ids = m_ledger.begin(draft);
        for (qsizetype lane = 0; lane < ids.attempts.size(); ++lane)
            settle(ids, lane);
        return ids.run;
    }

    void settle(const core::RunIds &ids, qsizetype lane)
    {
        qint64 attempt = ids.attempts.at(lane);
        while (below(5) == 0) {
            m_ledger.settle(
                attempt,
                LedgerFixture::failure(oneOf(QList{core::LaneStatus::Failed, core::LaneStatus::Refused}),
                                       oneOf(QList{core::ErrorKind::Server, core::ErrorKind::Timeout})));
            m_ledger.clock.setUtcMs(m_ledger.clock.utcMs() + below(3'000'000));
            const auto again = await(
                m_ledger.writer->beginAttempt({.laneId = ids.lanes.at(lane), .callId = ids.calls.at(lane)}));
            if (!again)
                qFatal("%s", qPrintable(again.error().message));
            attempt = again->attempt;
        }
        if (below(20) != 0)
            m_ledger.settle(attempt, answer());
    }

    core::AttemptOutcome answer()
    {
        std::optional<core::Money> cost;
        if (below(6) != 0)
            cost = core::Money::fromPicos(static_cast<qint64>(m_random()) * 997);
        core::AttemptOutcome outcome = LedgerFixture::answer(QStringLiteral("x"), cost);
        outcome.completion.status = below(9) == 0 ? core::LaneStatus::Truncated : core::LaneStatus::Complete;
        core::Usage &usage = outcome.completion.usage;
        usage.input = below(5'000);
        usage.output = 20 + below(2'000);
        if (below(2) == 0)
            usage.cachedInput = *usage.input / 2;
        if (below(4) == 0)
            usage.reasoning = *usage.output / 3;
        outcome.completion.timing.firstText = 100.0 + below(3'000);
        outcome.completion.timing.last = *outcome.completion.timing.firstText + 500.0 + below(20'000);
        return outcome;
    }

    LedgerFixture &m_ledger;
    std::mt19937 m_random;
    qsizetype m_asked = 0;
};

} // namespace test
