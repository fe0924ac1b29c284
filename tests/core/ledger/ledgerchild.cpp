// Begins a run of three lanes in the ledger that its argument names: settles the first, journals the second,
// leaves the third queued. Then it says "ready" and stays, until it is killed or its standard input ends.
// With a second argument it goes on to begin and settle runs instead, as fast as it can, until it is killed.

#include "core/ledger/ledgerwriter.h"
#include "tests/support/await.h"

#include <QCoreApplication>

#include <cstdio>

using namespace core;

namespace {

LaneDraft lane(const QString &model)
{
    LaneDraft draft;
    draft.accountName = QStringLiteral("a");
    draft.model = model;
    return draft;
}

AttemptOutcome answer(qint64 number)
{
    AttemptOutcome outcome;
    outcome.completion.status = LaneStatus::Complete;
    outcome.completion.timing.firstText = 100.0 + static_cast<double>(number % 50);
    outcome.completion.usage = {.input = number, .output = 7, .basis = UsageBasis::Reported};
    outcome.cost = {.amount = Money::fromPicos(number), .basis = CostBasis::Computed};
    return outcome;
}

/// Does not wait for what it writes, so that a kill finds settled and open attempts in the queue.
void goOnSettling(LedgerWriter &writer)
{
    for (qint64 number = 1;; ++number) {
        RunDraft draft;
        draft.prompt = QStringLiteral("again");
        draft.lanes = {lane(QStringLiteral("model-%1").arg(number % 5)), lane(QStringLiteral("other"))};
        const Result<RunIds> ids = test::await(writer.beginRun(draft));
        if (!ids)
            return;
        for (const qint64 attempt : ids->attempts)
            writer.settle(attempt, answer(number));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    auto database = Database::open(application.arguments().value(1));
    if (!database) {
        std::fprintf(stderr, "%s\n", qPrintable(database.error().message));
        return 3;
    }
    const SystemClock clock;
    LedgerWriter writer(**database, clock);
    RunDraft draft;
    draft.prompt = QStringLiteral("the prompt");
    draft.lanes = {lane(QStringLiteral("done")), lane(QStringLiteral("streaming")),
                   lane(QStringLiteral("waiting"))};
    const Result<RunIds> ids = test::await(writer.beginRun(draft));
    if (!ids)
        return 1;
    writer.markRunning(ids->attempts.at(1));
    writer.journal(ids->attempts.at(1), QStringLiteral("half a sonnet"), QStringLiteral("some thought"));
    AttemptOutcome outcome;
    outcome.completion.status = LaneStatus::Complete;
    outcome.completion.text = QStringLiteral("a whole answer");
    outcome.cost = {.amount = Money::fromPicos(42), .basis = CostBasis::Computed};
    if (!test::await(writer.settle(ids->attempts.at(0), outcome)))
        return 1;
    std::puts("ready");
    std::fflush(stdout);
    if (application.arguments().size() > 2)
        goOnSettling(writer);
    return std::getchar() == EOF ? 0 : 1;
}
