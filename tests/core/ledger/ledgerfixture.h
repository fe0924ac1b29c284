#pragma once

#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "tests/support/await.h"
#include "tests/support/emptyledger.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>

namespace test {

/// A ledger in a folder of its own with its writer and reader, and the shortest ways to put something into
/// it.
class LedgerFixture
{
public:
    LedgerFixture()
    {
        provideLedger(filePath());
        reopen();
    }

    /// Closes the ledger and opens it again, as the next start would.
    void reopen()
    {
        writer.reset();
        reader.reset();
        database.reset();
        auto opened = core::Database::open(filePath());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        database = std::move(*opened);
        writer = std::make_unique<core::LedgerWriter>(*database, clock);
        reader = std::make_unique<core::LedgerReader>(*database);
    }

    QString filePath() const { return folder.filePath(QStringLiteral("ledger.sqlite")); }

    static core::LaneDraft lane(const QString &target, bool simulated = false)
    {
        core::LaneDraft draft;
        draft.accountId = 1;
        draft.accountName = target.section(QLatin1Char('/'), 0, 0);
        draft.model = target.section(QLatin1Char('/'), 1);
        draft.simulated = simulated;
        return draft;
    }

    core::RunIds begin(const QString &prompt, const QStringList &targets, const QString &task = {},
                       bool simulated = false)
    {
        core::RunDraft draft;
        draft.prompt = prompt;
        draft.task = task;
        for (const QString &target : targets)
            draft.lanes.append(lane(target, simulated));
        return begin(draft);
    }

    core::RunIds begin(const core::RunDraft &draft)
    {
        const auto ids = await(writer->beginRun(draft));
        if (!ids)
            qFatal("%s", qPrintable(ids.error().message));
        return *ids;
    }

    /// A whole answer of 100 input and 20 output tokens.
    static core::AttemptOutcome answer(const QString &text,
                                       std::optional<core::Money> cost = core::Money::fromPicos(1'000))
    {
        core::AttemptOutcome outcome;
        outcome.completion.status = core::LaneStatus::Complete;
        outcome.completion.text = text;
        outcome.completion.finishReason = QStringLiteral("stop");
        outcome.completion.usage.input = 100;
        outcome.completion.usage.output = 20;
        outcome.completion.usage.basis = core::UsageBasis::Reported;
        outcome.cost.amount = cost;
        outcome.cost.basis = cost ? core::CostBasis::Computed : core::CostBasis::Unknown;
        return outcome;
    }

    static core::AttemptOutcome failure(core::LaneStatus status,
                                        core::ErrorKind kind = core::ErrorKind::Server)
    {
        core::AttemptOutcome outcome;
        outcome.completion.status = status;
        core::Error error;
        error.kind = kind;
        error.message = QStringLiteral("it broke");
        outcome.completion.error = error;
        return outcome;
    }

    void settle(qint64 attempt, const core::AttemptOutcome &outcome)
    {
        const auto settled = await(writer->settle(attempt, outcome));
        if (!settled)
            qFatal("%s", qPrintable(settled.error().message));
    }

    /// One lane, begun and answered.
    core::RunIds ask(const QString &prompt, const QString &target, const QString &text,
                     std::optional<core::Money> cost = core::Money::fromPicos(1'000),
                     const QString &task = {})
    {
        const core::RunIds ids = begin(prompt, {target}, task);
        settle(ids.attempts.first(), answer(text, cost));
        return ids;
    }

    /// The figure of a query of one number.
    qint64 number(const QString &sql) const
    {
        const auto value =
            await(database->read([sql](core::Connection &connection) { return connection.integer(sql); }));
        if (!value)
            qFatal("%s", qPrintable(value.error().message));
        return *value;
    }

    /// Whether the words occur in any file of the ledger's folder once all is written.
    bool filesContain(const QByteArray &words)
    {
        writer.reset();
        reader.reset();
        database.reset();
        bool found = false;
        const QStringList names = QDir(folder.path()).entryList(QDir::Files);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            found = found || (file.open(QIODevice::ReadOnly) && file.readAll().contains(words));
        }
        reopen();
        return found;
    }

    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<core::Database> database;
    std::unique_ptr<core::LedgerWriter> writer;
    std::unique_ptr<core::LedgerReader> reader;
};

} // namespace test
