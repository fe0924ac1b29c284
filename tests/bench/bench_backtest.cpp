// Deciding 1,000,000 past calls again, as JSON on stdout: the whole back-test with everything it asks the
// ledger, by the rules of a person (tasks, a length, words of the text, one order by price). `--calls N`
// changes how many,
// `--ledger FILE` keeps the ledger, or uses one that was kept.

#include "core/insight/backtest.h"
#include "core/storage/statement.h"
#include "tests/bench/measuring.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <array>
#include <cstdio>

using namespace core;

namespace {

constexpr qint64 kStartMs = 1'735'689'600'000; // 2025-01-01
constexpr qint64 kCallEveryMs = 31'536; // a year of a million
constexpr qint64 kCallsOfWrite = 20'000;

constexpr std::array kTasks{"", "summarize", "extract", "reasoning", "background"};
constexpr std::array kModels{"big", "middle", "small", "tiny"};

template <typename T>
void require(const Result<T> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
}

/// All of a call in the tables. Every third was imported, the others decided by rules; one in eight kept no
/// text.
struct CallWriter
{
    explicit CallWriter(Connection &connection)
        : run(
            connection,
            QStringLiteral("INSERT INTO runs (created_at, prompt, texts_kept) VALUES (:at, :prompt, :kept)"))
        , lane(connection, QStringLiteral("INSERT INTO lanes (run_id, position) VALUES (:run, 0)"))
        , call(connection,
               QStringLiteral("INSERT INTO calls (lane_id, created_at, task, source, rule_set, rule) VALUES "
                              "(:lane, :at, :task, :source, :set, :rule)"))
        , decision(connection,
                   QStringLiteral("INSERT INTO decisions (call_id, decision) VALUES (:call, :decision)"))
        , attempt(
              connection,
              QStringLiteral(
                  "INSERT INTO attempts (call_id, number, account_id, account, model, vendor, started_at, "
                  "settled_at, status, first_text_ms, input_tokens, output_tokens, usage_basis, cost_picos, "
                  "cost_basis, imported) VALUES (:call, 1, 1, 'lab', :model, 'vendor', :at, :settled, "
                  "'complete', :first, :input, :output, 'reported', :cost, 'computed', :imported)"))
    {
    }

    Result<void> write(qint64 number)
    {
        const bool imported = number % 3 == 0;
        const bool kept = number % 8 != 0;
        const qint64 at = kStartMs + number * kCallEveryMs;
        const QString model = QLatin1StringView(kModels[static_cast<std::size_t>(number * 7 % 4)]);
        const Result<qint64> runId = run.bind(":at", at)
                                         .bind(":prompt", kept ? promptOf(number) : QString())
                                         .bind(":kept", kept)
                                         .insert();
        if (!runId)
            return runId.error();
        const Result<qint64> laneId = lane.bind(":run", *runId).insert();
        if (!laneId)
            return laneId.error();
        const Result<qint64> callId =
            call.bind(":lane", *laneId)
                .bind(":at", at)
                .bind(":task", QLatin1StringView(kTasks[static_cast<std::size_t>(number % 5)]))
                .bind(":source", imported ? QLatin1StringView("import") : QLatin1StringView("cli"))
                .bind(":set", imported ? QLatin1StringView("") : QLatin1StringView("mine"))
                .bind(":rule", imported ? QLatin1StringView("") : QLatin1StringView("default"))
                .insert();
        if (!callId)
            return callId.error();
        if (!imported) {
            const Result<void> decided =
                decision.bind(":call", *callId).bind(":decision", decisionOf(model)).run();
            if (!decided)
                return decided;
        }
        return attempt.bind(":call", *callId)
            .bind(":model", model)
            .bind(":at", at)
            .bind(":settled", at + 2'000)
            .bind(":first", 200.0 + static_cast<double>(number % 700))
            .bind(":input", 50 + number % 4'000)
            .bind(":output", 20 + number % 900)
            .bind(":cost", 1'000'000 + number)
            .bind(":imported", imported)
            .run();
    }

    static QString promptOf(qint64 number)
    {
        static const QString text =
            QStringLiteral("Summarise the minutes below in three sentences and name who does what. ")
                .repeated(8);
        return QString::number(number) % QLatin1Char(' ') % text
            % (number % 10 == 0 ? QStringLiteral("This is urgent.") : QString());
    }

    static QString decisionOf(const QString &model)
    {
        static const QString trace = QStringLiteral(
            R"({"matched":false,"rule":"r","verdict":"not_matched","why":"Does not hold: the task."})");
        return QStringLiteral(
                   R"({"draw":0.25,"left_out":[],"limits":{"attempts":4},"place":2,"rule":"default",)")
            % QStringLiteral(
                  R"("rule_set":"mine","targets":["lab/%1","lab/spare"],"trace":[%2,%2,%2],"version":3})")
                  .arg(model, trace);
    }

    Statement run;
    Statement lane;
    Statement call;
    Statement decision;
    Statement attempt;
};

void fill(Database &database, qint64 calls)
{
    for (qint64 first = 0; first < calls; first += kCallsOfWrite) {
        require(bench::afterAll(database.write([first, calls](Connection &connection) -> Result<void> {
            CallWriter writer(connection);
            for (qint64 number = first; number < std::min(first + kCallsOfWrite, calls); ++number) {
                if (const Result<void> written = writer.write(number); !written)
                    return written;
            }
            return {};
        })));
    }
}

class BenchBook : public TargetBook
{
public:
    TargetFacts factsOf(const TargetName &target, const QString &task) const override
    {
        Q_UNUSED(task)
        TargetFacts facts;
        facts.model.id = target.model;
        PriceList list;
        list.base.input = Money::fromPicos(100 * target.model.size());
        list.base.output = Money::fromPicos(400 * target.model.size());
        facts.model.prices = list;
        return facts;
    }
};

ChainTarget chainTarget(const QString &model)
{
    return {.name = {QStringLiteral("lab"), model}};
}

RuleSet personsRules()
{
    RuleSet rules{.name = QStringLiteral("mine")};
    Rule urgent{.name = QStringLiteral("urgent"),
                .when = testCondition({.field = Field::Text,
                                       .op = Operator::Contains,
                                       .values = {QStringLiteral("urgent"), QStringLiteral("at once")}})};
    urgent.chain.targets = {chainTarget(QStringLiteral("big"))};
    Rule summaries{
        .name = QStringLiteral("summaries"),
        .when = allOf(
            {testCondition({.field = Field::Task,
                            .op = Operator::Is,
                            .values = {QStringLiteral("summarize"), QStringLiteral("extract")}}),
             testCondition({.field = Field::PromptTokens, .op = Operator::LessThan, .number = 4'000.0})})};
    summaries.chain.pick = PickOrder::Cheapest;
    summaries.chain.targets = {chainTarget(QStringLiteral("middle")), chainTarget(QStringLiteral("tiny"))};
    rules.rules = {urgent, summaries};
    rules.otherwise.chain.targets = {chainTarget(QStringLiteral("middle"))};
    return rules;
}

RuleSet tasksOnly()
{
    RuleSet rules = personsRules();
    rules.rules.removeFirst();
    const Condition byTask = rules.rules.first().when.parts.first();
    rules.rules.first().when = byTask;
    return rules;
}

/// Seconds of one back-test; what it told goes into `json` under `name`.
void measure(Database &database, const RuleSet &rules, const QString &name, QJsonObject &json)
{
    const BenchBook book;
    Backtest backtest(database, {.rules = rules}, book);
    QEventLoop loop;
    int reports = 0;
    std::optional<Result<BacktestResult>> result;
    QObject::connect(&backtest, &Backtest::progressed, &loop, [&reports] { ++reports; });
    QObject::connect(&backtest, &Backtest::finished, &loop, [&](const Result<BacktestResult> &ended) {
        result = ended;
        loop.quit();
    });
    const double cpuBefore = bench::cpuSeconds();
    QElapsedTimer timer;
    timer.start();
    backtest.start();
    loop.exec();
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    require(*result);
    json.insert(name,
                QJsonObject{{QStringLiteral("seconds"), seconds},
                            {QStringLiteral("cpu_seconds"), bench::cpuSeconds() - cpuBefore},
                            {QStringLiteral("calls"), (*result)->total.calls},
                            {QStringLiteral("moved"), (*result)->total.moved},
                            {QStringLiteral("undecidable"), (*result)->total.undecidable},
                            {QStringLiteral("moves"), (*result)->moves.size()},
                            {QStringLiteral("progress_reports"), reports},
                            {QStringLiteral("resident_megabytes"), bench::residentMegabytes()}});
}

/// From cancel() to the end, in the middle of a back-test.
double cancelMs(Database &database)
{
    const BenchBook book;
    Backtest backtest(database, {.rules = personsRules()}, book);
    QEventLoop loop;
    QElapsedTimer timer;
    QObject::connect(&backtest, &Backtest::progressed, &loop, [&] {
        if (!timer.isValid()) {
            timer.start();
            backtest.cancel();
        }
    });
    QObject::connect(&backtest, &Backtest::finished, &loop, &QEventLoop::quit);
    backtest.start();
    loop.exec();
    return timer.isValid() ? static_cast<double>(timer.nsecsElapsed()) / 1e6 : -1.0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption calls(QStringLiteral("calls"), QString(), QStringLiteral("N"),
                                   QStringLiteral("1000000"));
    const QCommandLineOption ledger(QStringLiteral("ledger"), QString(), QStringLiteral("FILE"));
    parser.addOptions({calls, ledger});
    parser.process(application);

    const QTemporaryDir folder;
    const QString path =
        parser.isSet(ledger) ? parser.value(ledger) : folder.filePath(QStringLiteral("ledger.sqlite"));
    auto database = Database::open(path);
    require(database);
    const Result<qint64> there = (*database)->readNow([](Connection &connection) {
        return connection.integer(QStringLiteral("SELECT count(*) FROM calls"));
    });
    require(there);
    if (*there == 0)
        fill(**database, parser.value(calls).toLongLong());

    QJsonObject json;
    measure(**database, personsRules(), QStringLiteral("with_texts"), json);
    measure(**database, tasksOnly(), QStringLiteral("by_task"), json);
    json.insert(QStringLiteral("cancel_ms"), cancelMs(**database));
    std::printf("%s", QJsonDocument(json).toJson().constData());
    return 0;
}
