// Speed of the ledger as JSON on stdout: writing runs, summing 200,000 attempts. Searching runs is
// bench_history's. Figures are medians of 5.

#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/storage/statement.h"
#include "tests/support/await.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace core;
using test::await;

namespace {

constexpr int kWrites = 2'000;
constexpr int kAttempts = 200'000;
constexpr qint64 kStartMs = 1'735'689'600'000; // 2025-01-01

/// Milliseconds that `work` takes: the median of five times.
template <typename Work>
double medianMs(Work work)
{
    std::array<double, 5> times{};
    for (double &time : times) {
        QElapsedTimer timer;
        timer.start();
        work();
        time = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }
    std::sort(times.begin(), times.end());
    return times.at(2);
}

template <typename T>
void require(const Result<T> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
}

AttemptOutcome answer()
{
    AttemptOutcome outcome;
    outcome.completion.status = LaneStatus::Complete;
    outcome.completion.text =
        QStringLiteral("Use a token bucket and refill it at a steady rate. ").repeated(20);
    outcome.completion.usage = {.input = 1200, .output = 640, .basis = UsageBasis::Reported};
    outcome.cost = {.amount = Money::fromPicos(564'600'000), .basis = CostBasis::Computed};
    return outcome;
}

RunDraft question()
{
    RunDraft draft;
    draft.prompt = QStringLiteral("How would you limit the request rate of a public HTTP API?");
    LaneDraft lane;
    lane.accountName = QStringLiteral("openai");
    lane.model = QStringLiteral("gpt-4o-mini");
    draft.lanes = {lane};
    return draft;
}

/// One run after the other, each write awaited: what a lane sees.
double writesPerSecond(LedgerWriter &writer)
{
    const double ms = medianMs([&writer] {
        for (int count = 0; count < kWrites / 5; ++count) {
            const Result<RunIds> ids = await(writer.beginRun(question()));
            require(ids);
            require(await(writer.settle(ids->attempts.first(), answer())));
        }
    });
    return kWrites / 5 * 1000.0 / ms;
}

/// Two years of attempts of twelve models at three accounts.
Result<void> fillAttempts(Connection &connection)
{
    const QStringList tasks{QString(), QStringLiteral("summarize"), QStringLiteral("extract"),
                            QStringLiteral("reasoning")};
    Statement call(
        connection,
        QStringLiteral("INSERT INTO calls (created_at, task, source) VALUES (:at, :task, 'window')"));
    Statement attempt(
        connection,
        QStringLiteral(
            "INSERT INTO attempts (call_id, number, account_id, account, model, vendor, started_at, "
            "settled_at, status, first_text_ms, input_tokens, output_tokens, usage_basis, cost_picos, "
            "cost_basis) VALUES (:call, 1, 1, :account, :model, 'vendor', :at, :at + 2000, 'complete', "
            ":first, :input, 640, 'reported', :cost, 'computed')"));
    for (int number = 0; number < kAttempts; ++number) {
        const qint64 at = kStartMs + number * 315'360LL;
        const Result<qint64> id = call.bind(":at", at).bind(":task", tasks.at(number % 4)).insert();
        if (!id)
            return id.error();
        const Result<void> done = attempt.bind(":call", *id)
                                      .bind(":account", QStringLiteral("account%1").arg(number % 3))
                                      .bind(":model", QStringLiteral("model-%1").arg(number % 12))
                                      .bind(":at", at)
                                      .bind(":first", 200.0 + number % 700)
                                      .bind(":input", number % 4000)
                                      .bind(":cost", 1'000'000LL + number)
                                      .run();
        if (!done)
            return done;
    }
    return {};
}

double usageMs(const LedgerReader &reader, const QStringList &by, const QByteArray &zone,
               std::optional<qint64> sinceMs = {})
{
    UsageQuery query;
    query.by = by;
    query.zone = QTimeZone(zone);
    query.sinceMs = sinceMs;
    return medianMs([&] { require(await(reader.usage(query))); });
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    auto database = Database::open(folder.filePath(QStringLiteral("ledger.sqlite")));
    require(database);
    const SystemClock clock;
    LedgerWriter writer(**database, clock);
    const LedgerReader reader(**database);
    const QStringList dayAndModel{QStringLiteral("day"), QStringLiteral("model")};
    const qint64 lastMonthMs = kStartMs + (kAttempts * 315'360LL) - 30LL * 86'400'000;

    QJsonObject json;
    json[QStringLiteral("runs_begun_and_settled_per_second")] = writesPerSecond(writer);
    require(await((*database)->write(fillAttempts)));
    json[QStringLiteral("usage_all_by_model_ms")] = usageMs(reader, {QStringLiteral("model")}, "UTC");
    json[QStringLiteral("usage_all_by_day_and_model_ms")] = usageMs(reader, dayAndModel, "Europe/Berlin");
    json[QStringLiteral("usage_all_by_task_ms")] = usageMs(reader, {QStringLiteral("task")}, "UTC");
    json[QStringLiteral("usage_30_days_by_day_and_model_ms")] =
        usageMs(reader, dayAndModel, "Europe/Berlin", lastMonthMs);
    json[QStringLiteral("latencies_all_ms")] = medianMs([&] { require(await(reader.latency({}))); });
    json[QStringLiteral("output_quantiles_ms")] = medianMs([&] {
        require(await(reader.outputQuantiles(QStringLiteral("model-1"), QStringLiteral("summarize"))));
    });
    json[QStringLiteral("spend_30_days_ms")] = medianMs([&] { require(await(reader.spend(lastMonthMs))); });
    std::printf("%s", QJsonDocument(json).toJson().constData());
    return 0;
}
