// Speed and size of the usage sums as JSON on stdout: attempts (`--attempts 10000000`) over 730 days, of 12
// accounts with 10 of 40 models each and 8 tasks. Each view is asked of the sums and, unless `--sums-only` is
// given, once of the rows in plain SQL. `--ledger FILE` keeps the ledger, and takes it as it is when it is
// there.

#include "core/ledger/ledgerkeeper.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/ledger/usagetemplates.h"
#include "core/storage/statement.h"
#include "core/usage/usagereader.h"
#include "tests/bench/measuring.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
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
/// Kathmandu's, all those days.
constexpr qint64 kAheadMs = 20'700'000;
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
    /// One call in fifty belongs to a project.
    QString tags()
    {
        return chance(2) ? QStringLiteral("{\"project\":\"%1\"}").arg(m_random() % 5) : QStringLiteral("{}");
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

/// Where the numbers of a usage object belong, looked up once for each kind of object.
class TemplateIds
{
public:
    qint64 of(Connection &connection, const QByteArray &text)
    {
        if (const auto known = m_ids.constFind(text); known != m_ids.constEnd())
            return *known;
        const Result<qint64> added =
            Statement(connection, QStringLiteral("INSERT INTO usage_templates (template) VALUES (:text)"))
                .bindUtf8(":text", text)
                .insert();
        require(added);
        m_ids.insert(text, *added);
        return *added;
    }

private:
    QHash<QByteArray, qint64> m_ids;
};

Result<void> insertAttempt(Statement &call, Statement &attempt, Connection &connection, Traffic &traffic,
                           TemplateIds &templates, qint64 at)
{
    const QString rule = traffic.rule();
    const Result<qint64> id = call.bind(":at", at)
                                  .bind(":task", traffic.task())
                                  .bind(":source", traffic.source())
                                  .bind(":set", rule.isEmpty() ? QString() : QStringLiteral("daily"))
                                  .bind(":rule", rule)
                                  .bind(":tags", traffic.tags())
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
    const std::optional<UsageTemplate> usage = usageTemplate(traffic.usage(input, cached, output));
    const auto answered = [failed](auto value) { return failed ? std::nullopt : std::optional(value); };
    return attempt.bind(":call", *id)
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
        .bind(":template", answered(templates.of(connection, usage->text)))
        .bind(":numbers", answered(QString::fromLatin1(usage->numbers)))
        .run();
}

Result<void> insertBatch(Connection &connection, Traffic &traffic, TemplateIds &templates, qint64 from,
                         qint64 to, qint64 all)
{
    Statement call(
        connection,
        QStringLiteral("INSERT INTO calls (created_at, task, source, rule_set, rule_set_version, rule, tags) "
                       "VALUES (:at, :task, :source, :set, 3, :rule, :tags)"));
    Statement attempt(
        connection,
        QStringLiteral(
            "INSERT INTO attempts (call_id, number, account_id, account, model, vendor, started_at, "
            "settled_at, status, finish_reason, model_answered, error_kind, http_status, queued_ms, "
            "headers_ms, first_text_ms, last_ms, input_tokens, cached_input_tokens, output_tokens, "
            "usage_basis, cost_picos, cost_basis, price_version, price_source, price_id, usage_template, "
            "usage_numbers) VALUES (:call, 1, "
            "1, :account, :model, :vendor, :at, :at + 4000, :status, :finish, :model, :kind, :http, 0, "
            ":headers, :first, :last, :input, :cached, :output, 'reported', :cost, :basis, '2026-08-21', "
            "'OpenAI list price', 'openai/model', :template, :numbers)"));
    for (qint64 number = from; number < to; ++number) {
        const qint64 at = kFirstMs + (number * (kDays * 86'400LL) / all) * 1000 + number % 1000;
        if (const Result<void> done = insertAttempt(call, attempt, connection, traffic, templates, at); !done)
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
    TemplateIds templates;
    for (qint64 from = 0; from < attempts; from += kBatch) {
        const qint64 to = std::min(attempts, from + kBatch);
        require(await(database.write([&, from, to](Connection &connection) {
            return insertBatch(connection, traffic, templates, from, to, attempts);
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

/// A question to the sums, and the same to the rows in SQL: what it groups by, of a(ttempts) and c(alls).
struct View
{
    QString name;
    QStringList by;
    QStringList rowsBy;
};

QList<View> viewsOf(qint64 days)
{
    const QString day = QStringLiteral("(a.started_at + %1) / 86400000").arg(kAheadMs);
    const QString hour = QStringLiteral("(a.started_at + %1) / 3600000").arg(kAheadMs);
    const auto names = [](const char *list) {
        return QString::fromLatin1(list).split(u',', Qt::SkipEmptyParts);
    };
    QList<View> views{
        {QStringLiteral("total"), {}, {}},
        {QStringLiteral("day"), names("day"), {day}},
        {QStringLiteral("day,model"), names("day,model"), {day, QStringLiteral("a.model")}},
        {QStringLiteral("day,account"), names("day,account"), {day, QStringLiteral("a.account")}},
        {QStringLiteral("day,task"), names("day,task"), {day, QStringLiteral("c.task")}},
        {QStringLiteral("model,task"), names("model,task"), names("a.model,c.task")},
        {QStringLiteral("task,rule"), names("task,rule"), names("c.task,c.rule_set,c.rule")},
        {QStringLiteral("model,rule"), names("model,rule"), names("a.model,c.rule_set,c.rule")},
        {QStringLiteral("day,tag"),
         names("day,tag:project"),
         {day, QStringLiteral("ifnull(c.tags ->> 'project', '')")}},
        {QStringLiteral("account,status,error"), names("account,status,error"),
         names("a.account,a.status,a.error_kind")}};
    if (days <= 7)
        views.append({QStringLiteral("hour,model"), names("hour,model"), {hour, QStringLiteral("a.model")}});
    return views;
}

UsageQuery queryOf(const View &view, qint64 days)
{
    UsageQuery query;
    query.by = view.by;
    query.zone = QTimeZone("Asia/Kathmandu");
    query.untilMs = kEndMs - kAheadMs;
    query.sinceMs = *query.untilMs - days * 86'400'000;
    return query;
}

/// As somebody would ask who has but the table of attempts.
QString rowsSql(const View &view, const UsageQuery &query)
{
    QString columns = view.rowsBy.join(QStringLiteral(", "));
    const QString grouped = columns.isEmpty() ? QString() : QString(QStringLiteral(" GROUP BY ") + columns);
    if (!columns.isEmpty())
        columns += QStringLiteral(", ");
    return QStringLiteral(
               "SELECT %1count(*), sum(a.number = 1), sum(a.status IN ('failed', 'interrupted', 'refused')), "
               "sum(a.input_tokens), sum(a.cached_input_tokens), sum(a.output_tokens), "
               "sum(a.reasoning_tokens), "
               "sum(a.cost_picos / 1000000), sum(a.cost_picos % 1000000), sum(a.unpriced) FROM attempts a "
               "JOIN calls c ON c.id = a.call_id WHERE a.started_at >= %2 AND a.started_at < %3 AND "
               "a.simulated = 0 "
               "AND a.imported = 0%4")
        .arg(columns, QString::number(*query.sinceMs), QString::number(*query.untilMs), grouped);
}

/// Attempts and cost of a view, however it was asked.
struct Sum
{
    qint64 attempts = 0;
    Money cost = {};

    bool operator==(const Sum &) const = default;
};

template <typename Work>
double medianMs(Work work)
{
    std::vector<double> times;
    for (int count = 0; count < kRepeats; ++count)
        times.push_back(elapsedMs(work));
    return bench::rounded(bench::median(times));
}

QJsonObject measuredView(Database &database, const LedgerReader &reader, const View &view, qint64 days,
                         bool raw)
{
    UsageQuery query = queryOf(view, days);
    Sum ofSums;
    qint64 groups = 0;
    QJsonObject json{{QStringLiteral("sums_ms"), medianMs([&] {
                          const Result<UsageReport> report = await(reader.usage(query));
                          require(report);
                          ofSums = {report->total.attempts, report->total.cost};
                          groups = report->rows.size();
                      })}};
    json.insert(QStringLiteral("groups"), groups);
    UsageQuery one = query;
    one.figures = {QStringLiteral("cost")};
    json.insert(QStringLiteral("cost_alone_ms"), medianMs([&] { require(await(reader.usage(one))); }));
    if (!raw)
        return json;
    Sum ofRows;
    const auto ask = [sql = rowsSql(view, query), first = view.rowsBy.size(),
                      &ofRows](Connection &connection) {
        return Statement(connection, sql).each([&](const Statement &row) {
            const int at = static_cast<int>(first);
            ofRows.attempts += row.integer(at);
            ofRows.cost +=
                Money::fromPicos(1'000'000) * row.integer(at + 7) + Money::fromPicos(row.integer(at + 8));
        });
    };
    json.insert(QStringLiteral("rows_ms"),
                bench::rounded(elapsedMs([&] { require(await(database.read(ask))); })));
    json.insert(QStringLiteral("equal"), ofSums == ofRows);
    return json;
}

QJsonObject measuredPeriod(Database &database, const LedgerReader &reader, qint64 days, bool raw)
{
    QJsonObject json;
    const QList<View> views = viewsOf(days);
    for (const View &view : views)
        json.insert(view.name, measuredView(database, reader, view, days, raw));
    const UsageQuery query = queryOf({}, days);
    json.insert(
        QStringLiteral("latency"),
        QJsonObject{{QStringLiteral("sums_ms"), medianMs([&] { require(await(reader.latency(query))); })}});
    UsageQuery failed = query;
    failed.by = {QStringLiteral("day"), QStringLiteral("model")};
    failed.only = {{QStringLiteral("status"), QStringLiteral("errors")}};
    json.insert(
        QStringLiteral("day,model of errors"),
        QJsonObject{{QStringLiteral("sums_ms"), medianMs([&] { require(await(reader.usage(failed))); })}});
    const std::pair<QString, UsageFilter> kinds[] = {
        {QStringLiteral("latency of a task"), {QStringLiteral("task"), QStringLiteral("summarize")}},
        {QStringLiteral("latency of a source"), {QStringLiteral("source"), QStringLiteral("gateway")}},
        {QStringLiteral("latency of a tag"), {QStringLiteral("tag:project"), QStringLiteral("1")}},
    };
    for (const auto &kind : kinds) {
        UsageQuery narrow = query;
        narrow.only = {kind.second};
        json.insert(kind.first, QJsonObject{{QStringLiteral("sums_ms"), medianMs([&] {
                                                 require(await(reader.latency(narrow)));
                                             })}});
    }
    const UsageReader usage(database);
    const ReportPeriod period{PeriodKind::Moments, {}, {}, *query.sinceMs, *query.untilMs};
    const KpiQuery kpis{period, query.zone, *query.untilMs};
    ExploreQuery view;
    view.period = period;
    view.zone = query.zone;
    json.insert(
        QStringLiteral("kpis"),
        QJsonObject{{QStringLiteral("sums_ms"), medianMs([&] { require(await(usage.kpis(kpis))); })}});
    json.insert(
        QStringLiteral("explore"),
        QJsonObject{{QStringLiteral("sums_ms"), medianMs([&] { require(await(usage.explore(view))); })}});
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

/// With and without the sums in one run, so that both meet the same machine; what is added lies after all
/// periods.
void measureSettling(Database &database, LedgerWriter &writer, QJsonObject &json)
{
    const double with = settleMicroseconds(writer);
    const QStringList triggers = dropTriggers(database, QStringLiteral("usage%"));
    const double without = settleMicroseconds(writer);
    makeTriggers(database, triggers);
    json[QStringLiteral("settle_us")] = bench::rounded(with);
    json[QStringLiteral("settle_without_sums_us")] = bench::rounded(without);
    json[QStringLiteral("settle_ratio")] = bench::rounded(with / without);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions(
        {{QStringLiteral("attempts"), QString(), QStringLiteral("N"), QStringLiteral("1000000")},
         {QStringLiteral("ledger"), QString(), QStringLiteral("FILE")},
         {QStringLiteral("sums-only"), QString()}});
    parser.process(application);
    const QTemporaryDir folder;
    const QString file = parser.isSet(QStringLiteral("ledger"))
        ? parser.value(QStringLiteral("ledger"))
        : folder.filePath(QStringLiteral("ledger.sqlite"));
    const bool reused = QFile::exists(file);
    QJsonObject json{{QStringLiteral("reused"), reused}};
    std::unique_ptr<Database> database;
    json[QStringLiteral("open_ms")] = bench::rounded(elapsedMs([&] {
        auto opened = Database::open(file);
        require(opened);
        database = std::move(*opened);
    }));
    const test::FakeClock clock(kEndMs);
    LedgerWriter writer(*database, clock);
    const LedgerReader reader(*database);
    LedgerKeeper keeper(*database);
    if (!reused) {
        const qint64 attempts = parser.value(QStringLiteral("attempts")).toLongLong();
        json[QStringLiteral("fill_s")] = bench::rounded(elapsedMs([&] { fill(*database, attempts); }) / 1000);
    }
    Result<LedgerStatus> status = bench::afterAll(keeper.status());
    require(status);
    if (status->attemptsCounted < status->attempts) {
        json[QStringLiteral("rebuild_s")] =
            bench::rounded(elapsedMs([&] {
                               require(bench::afterAll(keeper.setReportingZone(QTimeZone("Asia/Kathmandu"))));
                               require(bench::afterAll(keeper.rebuild()));
                           })
                           / 1000);
        status = bench::afterAll(keeper.status());
        require(status);
    }
    json[QStringLiteral("attempts")] = status->attempts;
    json[QStringLiteral("bytes_per_attempt")] = bytesPerAttempt(*database, status->attempts);
    const bool raw = !parser.isSet(QStringLiteral("sums-only"));
    for (const qint64 days : {qint64(7), qint64(30), qint64(92), kDays})
        json[QStringLiteral("%1_days").arg(days)] = measuredPeriod(*database, reader, days, raw);
    measureSettling(*database, writer, json);
    json[QStringLiteral("load")] = bench::loadAverage();
    std::printf("%s", QJsonDocument(json).toJson().constData());
    return 0;
}
