// Speed and size of the usage sums as JSON on stdout: 10,000,000 attempts (`--attempts N`) over 730 days, of
// 12 accounts with 10 of 40 models each and 8 tasks. Each view is asked of the sums and, with `--raw`, once
// of the rows.

#include "core/ledger/ledgerkeeper.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/ledger/usagetemplates.h"
#include "core/storage/statement.h"
#include "tests/bench/measuring.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cstdio>
#include <random>

using namespace core;
using test::await;

namespace {

constexpr qint64 kFirstMs = 1'731'628'800'000; // 2024-11-15
constexpr qint64 kDays = 730;
constexpr qint64 kEndMs = kFirstMs + kDays * 86'400'000;
constexpr int kBatch = 50'000;
constexpr int kRepeats = 5;
constexpr int kSettled = 3'000;

template <typename T>
void require(const Result<T> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
}

template <typename Work>
double elapsedMs(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Attempts as a busy household of programs makes them: some accounts, models and tasks far more often than
/// others, one in twenty without a whole answer, three usage objects as OpenAI, OpenRouter and smaller
/// servers write them.
class Traffic
{
public:
    QString account()
    {
        m_account = std::min(11, static_cast<int>(m_skewed(m_random)));
        return QStringLiteral("account-%1").arg(m_account);
    }
    QString model()
    {
        m_model = (m_account * 7 + std::min(9, static_cast<int>(m_skewed(m_random)))) % 40;
        return QStringLiteral("vendor-%1-model-%2").arg(m_model % 6).arg(m_model);
    }
    QString vendor() const { return QStringLiteral("vendor-%1").arg(m_model % 6); }
    QString task()
    {
        static const QStringList tasks{QString(),
                                       QStringLiteral("reasoning"),
                                       QStringLiteral("summarize"),
                                       QStringLiteral("extract"),
                                       QStringLiteral("long_context"),
                                       QStringLiteral("background"),
                                       QStringLiteral("translate"),
                                       QStringLiteral("classify")};
        return tasks.at(std::min(7, static_cast<int>(m_skewed(m_random))));
    }
    QString source() { return chance(30) ? QStringLiteral("cli") : QStringLiteral("gateway"); }
    QString rule()
    {
        static const QStringList rules{QString(), QStringLiteral("summaries"), QStringLiteral("default"),
                                       QStringLiteral("code")};
        return rules.at(static_cast<int>(m_random() % 4));
    }
    bool chance(unsigned percent) { return m_random() % 100 < percent; }
    qint64 tokens(double logarithm)
    {
        return static_cast<qint64>(std::lognormal_distribution<double>(logarithm, 1.0)(m_random)) + 1;
    }
    double milliseconds(double logarithm)
    {
        return std::lognormal_distribution<double>(logarithm, 0.7)(m_random);
    }
    QByteArray usage(qint64 input, qint64 cached, qint64 output) const
    {
        const QByteArray in = QByteArray::number(input);
        const QByteArray out = QByteArray::number(output);
        const QByteArray all = QByteArray::number(input + output);
        const QByteArray start =
            "{\"prompt_tokens\":" + in + ",\"completion_tokens\":" + out + ",\"total_tokens\":" + all;
        const QByteArray part = QByteArray::number(cached);
        if (m_model % 3 == 0)
            return QByteArray(start + '}');
        if (m_model % 3 == 1)
            return QByteArray(start + ",\"cost\":0.00" + in
                              + ",\"is_byok\":false,\"prompt_tokens_details\":{\"cached_tokens\":" + part
                              + "},\"cost_details\":{\"upstream_inference_cost\":null}}");
        return QByteArray(
            start + ",\"prompt_tokens_details\":{\"cached_tokens\":" + part
            + ",\"audio_tokens\":0},\"completion_tokens_details\":{\"reasoning_tokens\":0,\"audio_tokens\":0,"
              "\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}}");
    }

private:
    std::mt19937 m_random{17};
    std::exponential_distribution<double> m_skewed{0.4};
    int m_account = 0;
    int m_model = 0;
};

Result<void> insertAttempt(Statement &call, Statement &attempt, Connection &connection, Traffic &traffic,
                           qint64 at)
{
    const QString rule = traffic.rule();
    const Result<qint64> id = call.bind(":at", at)
                                  .bind(":task", traffic.task())
                                  .bind(":source", traffic.source())
                                  .bind(":set", rule.isEmpty() ? QString() : QStringLiteral("daily"))
                                  .bind(":rule", rule)
                                  .insert();
    if (!id)
        return id.error();
    const bool failed = traffic.chance(4);
    const qint64 input = traffic.tokens(7.0);
    const qint64 cached = traffic.chance(40) ? input / 2 : 0;
    const qint64 output = traffic.tokens(6.0);
    const double first = traffic.milliseconds(6.0);
    const QString account = traffic.account();
    const QString model = traffic.model();
    const auto answered = [failed](auto value) { return failed ? std::nullopt : std::optional(value); };
    const Result<qint64> written =
        attempt.bind(":call", *id)
            .bind(":account", account)
            .bind(":model", model)
            .bind(":vendor", traffic.vendor())
            .bind(":at", at)
            .bind(":status", failed ? QStringLiteral("failed") : QStringLiteral("complete"))
            .bind(":finish", failed ? QString() : QStringLiteral("stop"))
            .bind(":kind", failed ? std::optional(QStringLiteral("rate_limited")) : std::nullopt)
            .bind(":http", failed ? std::optional(429) : std::nullopt)
            .bind(":headers", first * 0.8)
            .bind(":first", answered(first))
            .bind(":last", answered(first + static_cast<double>(output) * 12.5))
            .bind(":input", answered(input))
            .bind(":cached", answered(cached))
            .bind(":output", answered(output))
            .bind(":cost", answered(input * 2'500'000 + output * 10'000'000))
            .bind(":basis", failed ? QStringLiteral("unknown") : QStringLiteral("computed"))
            .insert();
    if (!written)
        return written.error();
    return failed ? Result<void>()
                  : writeUsageJson(connection, *written, traffic.usage(input, cached, output));
}

Result<void> insertBatch(Connection &connection, Traffic &traffic, qint64 from, qint64 to, qint64 all)
{
    Statement call(
        connection,
        QStringLiteral("INSERT INTO calls (created_at, task, source, rule_set, rule_set_version, rule) "
                       "VALUES (:at, :task, :source, :set, 3, :rule)"));
    Statement attempt(
        connection,
        QStringLiteral(
            "INSERT INTO attempts (call_id, number, account_id, account, model, vendor, started_at, "
            "settled_at, status, finish_reason, model_answered, error_kind, http_status, queued_ms, "
            "headers_ms, first_text_ms, last_ms, input_tokens, cached_input_tokens, output_tokens, "
            "usage_basis, cost_picos, cost_basis, price_version, price_source, price_id) VALUES (:call, 1, "
            "1, :account, :model, :vendor, :at, :at + 4000, :status, :finish, :model, :kind, :http, 0, "
            ":headers, :first, :last, :input, :cached, :output, 'reported', :cost, :basis, '2026-08-21', "
            "'OpenAI list price', 'openai/model')"));
    for (qint64 number = from; number < to; ++number) {
        const qint64 at = kFirstMs + (number * (kDays * 86'400LL) / all) * 1000 + number % 1000;
        if (const Result<void> done = insertAttempt(call, attempt, connection, traffic, at); !done)
            return done;
    }
    return {};
}

/// The statements that make the ledger's triggers, which it then has no more.
QStringList dropTriggers(Database &database, const QString &like)
{
    QStringList made;
    require(await(database.write([&](Connection &connection) -> Result<void> {
        QStringList names;
        const Result<void> read =
            Statement(
                connection,
                QStringLiteral("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = "
                               "'attempts' AND name LIKE :like"))
                .bind(":like", like)
                .each([&](const Statement &row) {
                    names.append(row.text(0));
                    made.append(row.text(1));
                });
        if (!read)
            return read;
        for (const QString &name : std::as_const(names)) {
            if (const Result<void> done = connection.execute(QStringLiteral("DROP TRIGGER ") + name); !done)
                return done;
        }
        return {};
    })));
    return made;
}

void makeTriggers(Database &database, const QStringList &made)
{
    for (const QString &sql : made)
        require(await(database.write([sql](Connection &connection) { return connection.execute(sql); })));
}

void fill(Database &database, qint64 attempts)
{
    const QStringList triggers = dropTriggers(database, QStringLiteral("%"));
    Traffic traffic;
    for (qint64 from = 0; from < attempts; from += kBatch) {
        const qint64 to = std::min(attempts, from + kBatch);
        require(await(database.write([&, from, to](Connection &connection) {
            return insertBatch(connection, traffic, from, to, attempts);
        })));
    }
    makeTriggers(database, triggers);
}

/// Microseconds that settling one attempt takes, its transaction and the way to the writer's thread and back.
double settleMicroseconds(LedgerWriter &writer)
{
    RunDraft draft;
    draft.prompt = QStringLiteral("p");
    LaneDraft lane;
    lane.accountName = QStringLiteral("account-0");
    lane.model = QStringLiteral("vendor-0-model-0");
    draft.lanes = {lane};
    Traffic traffic;
    std::vector<double> times;
    for (int count = 0; count < kSettled; ++count) {
        const Result<RunIds> ids = await(writer.beginRun(draft));
        require(ids);
        AttemptOutcome outcome;
        outcome.completion.status = LaneStatus::Complete;
        outcome.completion.timing = {.firstText = traffic.milliseconds(6.0), .last = 9'000.0};
        outcome.completion.usage = {
            .input = traffic.tokens(7.0), .output = 640, .basis = UsageBasis::Reported};
        outcome.completion.usage.rawJson = traffic.usage(*outcome.completion.usage.input, 0, 640);
        outcome.cost = {.amount = Money::fromPicos(564'600'000), .basis = CostBasis::Computed};
        times.push_back(elapsedMs([&] { require(await(writer.settle(ids->attempts.first(), outcome))); })
                        * 1000);
    }
    return bench::median(times);
}

double viewMs(const LedgerReader &reader, const UsageQuery &query, int repeats)
{
    std::vector<double> times;
    for (int count = 0; count < repeats; ++count)
        times.push_back(elapsedMs([&] { require(await(reader.usage(query))); }));
    return bench::rounded(bench::median(times));
}

QJsonObject views(const LedgerReader &reader, qint64 days, bool raw)
{
    QJsonObject json;
    for (const QString &by :
         {QString(), QStringLiteral("day"), QStringLiteral("day,model"), QStringLiteral("day,vendor"),
          QStringLiteral("day,task"), QStringLiteral("day,source"), QStringLiteral("account,model"),
          QStringLiteral("task,rule"), QStringLiteral("model,task"), QStringLiteral("account,source"),
          QStringLiteral("model,rule"), QStringLiteral("account,status,error")}) {
        UsageQuery query;
        query.by = by.split(u',', Qt::SkipEmptyParts);
        query.zone = QTimeZone("Asia/Kathmandu");
        query.sinceMs = QDateTime::fromMSecsSinceEpoch(kEndMs - days * 86'400'000, query.zone)
                            .date()
                            .startOfDay(query.zone)
                            .toMSecsSinceEpoch();
        QJsonObject view{{QStringLiteral("sums_ms"), viewMs(reader, query, kRepeats)}};
        UsageQuery one = query;
        one.figures = {QStringLiteral("cost")};
        view.insert(QStringLiteral("one_figure_ms"), viewMs(reader, one, kRepeats));
        if (raw) {
            // Tags are known to rows alone.
            query.by.append(QStringLiteral("tag:none"));
            view.insert(QStringLiteral("rows_ms"), viewMs(reader, query, 1));
        }
        json.insert(by.isEmpty() ? QStringLiteral("total") : by, view);
    }
    UsageQuery query;
    query.sinceMs = kEndMs - days * 86'400'000;
    std::vector<double> times;
    for (int count = 0; count < kRepeats; ++count)
        times.push_back(elapsedMs([&] { require(await(reader.latency(query))); }));
    json.insert(QStringLiteral("latency"),
                QJsonObject{{QStringLiteral("sums_ms"), bench::rounded(bench::median(times))}});
    return json;
}

double bytesPerAttempt(Database &database, qint64 attempts)
{
    const auto pages = await(database.read([](Connection &connection) {
        return connection.integer(
            QStringLiteral("SELECT (page_count - freelist_count) * page_size FROM pragma_page_count(), "
                           "pragma_freelist_count(), pragma_page_size()"));
    }));
    require(pages);
    return bench::rounded(static_cast<double>(*pages) / static_cast<double>(attempts));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions(
        {{QStringLiteral("attempts"), QString(), QStringLiteral("N"), QStringLiteral("10000000")},
         {QStringLiteral("folder"), QString(), QStringLiteral("DIR")},
         {QStringLiteral("raw"), QString()}});
    parser.process(application);
    const qint64 attempts = parser.value(QStringLiteral("attempts")).toLongLong();
    const QTemporaryDir folder(parser.isSet(QStringLiteral("folder")) ? QString(
                                   parser.value(QStringLiteral("folder")) + QStringLiteral("/usage-XXXXXX"))
                                                                      : QString());
    auto database = Database::open(folder.filePath(QStringLiteral("ledger.sqlite")));
    require(database);
    const test::FakeClock clock(kEndMs);
    LedgerWriter writer(**database, clock);
    const LedgerReader reader(**database);
    LedgerKeeper keeper(**database);

    QJsonObject json{{QStringLiteral("attempts"), attempts}};
    json[QStringLiteral("fill_s")] = bench::rounded(elapsedMs([&] { fill(**database, attempts); }) / 1000);
    require(await(keeper.setReportingZone(QTimeZone("Asia/Kathmandu"))));
    json[QStringLiteral("rebuild_s")] =
        bench::rounded(elapsedMs([&] { require(await(keeper.rebuild())); }) / 1000);
    json[QStringLiteral("bytes_per_attempt")] = bytesPerAttempt(**database, attempts);
    const bool raw = parser.isSet(QStringLiteral("raw"));
    json[QStringLiteral("92_days")] = views(reader, 92, raw);
    json[QStringLiteral("730_days")] = views(reader, kDays, raw);
    json[QStringLiteral("settle_us")] = bench::rounded(settleMicroseconds(writer));
    dropTriggers(**database, QStringLiteral("usage%"));
    json[QStringLiteral("settle_without_sums_us")] = bench::rounded(settleMicroseconds(writer));
    json[QStringLiteral("load")] = bench::loadAverage();
    std::printf("%s", QJsonDocument(json).toJson().constData());
    return 0;
}
