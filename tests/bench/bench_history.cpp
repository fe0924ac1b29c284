// Speed of the history over 100,000 runs as JSON on stdout: each list and search alone and narrowed by each
// filter, changes of many runs at once, and the import of 10,000 turns. Figures are medians of 5 in
// milliseconds; `slowest_query_ms` is the worst of them. Budget: every query under 100 ms.

#include "core/imports/conversationimport.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/ledger/searchtext.h"
#include "core/storage/statement.h"
#include "tests/support/await.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace core;
using test::await;

namespace {

constexpr int kRuns = 100'000;
constexpr int kImportedTalks = 1'000;
constexpr int kTurnsOfTalk = 10;
constexpr qint64 kStartMs = 1'735'689'600'000; // 2025-01-01
constexpr qint64 kMinute = 60'000;

template <typename T>
void require(const Result<T> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
}

/// The median of five times, in milliseconds.
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

/// `common` and `words about` are in every run, `topicN` in one of 97, `seldom` in one of a thousand.
QString textOf(int number)
{
    QString text = QStringLiteral("common words about topic%1 and 限流算法 ").arg(number % 97);
    if (number % 1000 == 7)
        text += QStringLiteral("seldom ");
    for (int word = 0; word < 120; ++word)
        text += QStringLiteral("w%1 ").arg((number * 31 + word * word) % 5000);
    return text;
}

class Filler
{
public:
    explicit Filler(Connection &connection)
        : m_run(
            connection,
            QStringLiteral("INSERT INTO runs (created_at, prompt, pinned, parent_run_id, conversation_id) "
                           "VALUES (:at, :prompt, :pinned, :parent, :conversation)"))
        , m_search(connection,
                   QStringLiteral("INSERT INTO run_search (rowid, prompt, answers) "
                                  "VALUES ((SELECT place FROM runs WHERE id = :run), :prompt, :answers)"))
        , m_lane(connection, QStringLiteral("INSERT INTO lanes (run_id, position) VALUES (:run, :position)"))
        , m_call(connection,
                 QStringLiteral("INSERT INTO calls (lane_id, created_at, task, source, tags) "
                                "VALUES (:lane, :at, :task, 'window', :tags)"))
        , m_attempt(
              connection,
              QStringLiteral("INSERT INTO attempts (call_id, number, account_id, account, model, "
                             "started_at, settled_at, status, cost_picos, cost_basis) VALUES (:call, 1, "
                             "1, :account, :model, :at, :at, :status, :cost, 'computed')"))
        , m_answer(connection,
                   QStringLiteral("INSERT INTO answers (attempt_id, run_id, text) VALUES (:attempt, :run, "
                                  ":text)"))
        , m_vote(connection, QStringLiteral("INSERT INTO votes (at, run_id, kind) VALUES (:at, :run, :kind)"))
    {
    }

    /// Of ten runs three are the turns of a conversation; two lanes in every second run.
    void add(int number)
    {
        const qint64 at = kStartMs + number * kMinute;
        const int turn = number % 10 >= 3 && number % 10 <= 5 ? number % 10 - 3 : 0;
        const QString text = textOf(number);
        const Result<qint64> run =
            m_run.bind(":at", at)
                .bind(":prompt", text.left(100))
                .bind(":pinned", number % 5000 == 0)
                .bind(":parent", turn > 0 ? std::optional(m_last) : std::nullopt)
                .bind(":conversation", turn > 0 ? std::optional(m_last + 1 - turn) : std::nullopt)
                .insert();
        require(run);
        m_last = *run;
        require(m_search.bind(":run", *run)
                    .bind(":prompt", spacedForIndex(text.left(100)))
                    .bind(":answers", spacedForIndex(text))
                    .run());
        for (int position = 0; position <= number % 2; ++position)
            addLane(number, *run, position, text);
        if (number % 50 == 0)
            require(m_vote.bind(":at", at).bind(":run", *run).bind(":kind", QLatin1StringView("tie")).run());
    }

private:
    void addLane(int number, qint64 run, int position, const QString &text)
    {
        const QStringList tasks{QString(), QStringLiteral("summarize"), QStringLiteral("extract"),
                                QStringLiteral("reasoning")};
        const Result<qint64> lane = m_lane.bind(":run", run).bind(":position", position).insert();
        require(lane);
        const qint64 at = kStartMs + number * kMinute;
        const Result<qint64> call =
            m_call.bind(":lane", *lane)
                .bind(":at", at)
                .bind(":task", tasks.at(number % 4))
                .bind(":tags",
                      number % 3 == 0 ? QStringLiteral("{\"project\":\"p%1\"}").arg(number % 50)
                                      : QStringLiteral("{}"))
                .insert();
        require(call);
        const Result<qint64> attempt =
            m_attempt.bind(":call", *call)
                .bind(":account", QStringLiteral("account%1").arg(number % 3))
                .bind(":model",
                      number % 20'000 == 5 ? QStringLiteral("rare")
                                           : QStringLiteral("model-%1").arg((number + position) % 12))
                .bind(":at", at)
                .bind(":status", number % 500 == 0 ? QStringLiteral("failed") : QStringLiteral("complete"))
                .bind(":cost", 1'000'000LL + number)
                .insert();
        require(attempt);
        require(m_answer.bind(":attempt", *attempt).bind(":run", run).bind(":text", text).run());
    }

    Statement m_run;
    Statement m_search;
    Statement m_lane;
    Statement m_call;
    Statement m_attempt;
    Statement m_answer;
    Statement m_vote;
    qint64 m_last = 0;
};

/// Some runs in a transaction: a future is not awaited for long.
void fill(Database &database)
{
    constexpr int kAtOnce = 2'000;
    for (int first = 0; first < kRuns; first += kAtOnce) {
        require(await(database.write([first](Connection &connection) -> Result<void> {
            Filler filler(connection);
            for (int number = first; number < first + kAtOnce; ++number)
                filler.add(number);
            return {};
        })));
    }
}

struct Named
{
    const char *name;
    RunFilter filter;
};

QList<Named> searches()
{
    return {{"no_words", {}},
            {"common_word", {.words = QStringLiteral("common")}},
            {"word", {.words = QStringLiteral("topic5")}},
            {"rare_word", {.words = QStringLiteral("seldom")}},
            {"absent_word", {.words = QStringLiteral("common absent")}},
            {"phrase", {.words = QStringLiteral("\"words about\"")}},
            {"prefix", {.words = QStringLiteral("topi* w4*")}},
            {"chinese", {.words = QStringLiteral("算法")}}};
}

QList<Named> filters()
{
    const qint64 month = kStartMs + (kRuns - 30 * 24 * 60) * kMinute;
    return {{"alone", {}},
            {"model", {.model = QStringLiteral("model-3")}},
            {"rare_model", {.model = QStringLiteral("rare")}},
            {"account", {.account = QStringLiteral("account1")}},
            {"no_task", {.task = QString()}},
            {"errors", {.statuses = kErrorStatuses}},
            {"complete", {.statuses = {LaneStatus::Complete}}},
            {"tie", {.verdict = RunVerdict::Tie}},
            {"not_judged", {.verdict = RunVerdict::NotJudged}},
            {"tag", {.tagKey = QStringLiteral("project"), .tagValue = QStringLiteral("p3")}},
            {"pinned", {.pinnedOnly = true}},
            {"last_month", {.sinceMs = month}},
            {"first_month", {.untilMs = kStartMs + 30 * 24 * 60 * kMinute}},
            {"cost", {.minCost = Money::fromPicos(1'050'000), .maxCost = Money::fromPicos(2'300'000)}},
            {"all_of_it",
             {.model = QStringLiteral("model-3"),
              .account = QStringLiteral("account0"),
              .statuses = {LaneStatus::Complete},
              .tagKey = QStringLiteral("project"),
              .sinceMs = month,
              .minCost = Money::fromPicos(1'000'000)}}};
}

double measureQueries(const LedgerReader &reader, QJsonObject &json)
{
    double slowest = 0;
    const QList<Named> words = searches();
    const QList<Named> narrowings = filters();
    for (const Named &search : words) {
        QJsonObject figures;
        for (const Named &narrowing : narrowings) {
            RunFilter filter = narrowing.filter;
            filter.words = search.filter.words;
            filter.oneAConversation = filter.words.isEmpty();
            const double ms = medianMs([&] { require(await(reader.searchRuns(filter))); });
            figures[QLatin1StringView(narrowing.name)] = ms;
            slowest = std::max(slowest, ms);
        }
        json[QLatin1StringView(search.name)] = figures;
    }
    return slowest;
}

/// A conversation as ChatGPT exports it.
QJsonObject talk(int number)
{
    QJsonObject mapping;
    const auto add = [&](const QString &id, const QString &parent, const QString &child, const char *role) {
        mapping[id] =
            QJsonObject{{QStringLiteral("parent"), parent},
                        {QStringLiteral("children"), child.isEmpty() ? QJsonArray() : QJsonArray{child}},
                        {QStringLiteral("message"),
                         QJsonObject{{QStringLiteral("author"),
                                      QJsonObject{{QStringLiteral("role"), QLatin1StringView(role)}}},
                                     {QStringLiteral("content"),
                                      QJsonObject{{QStringLiteral("content_type"), QStringLiteral("text")},
                                                  {QStringLiteral("parts"), QJsonArray{textOf(number)}}}}}}};
    };
    for (int turn = 0; turn < kTurnsOfTalk; ++turn) {
        const QString own = QString::number(turn);
        add(u'u' + own, turn == 0 ? QString() : QString(u'a' + QString::number(turn - 1)), u'a' + own,
            "user");
        add(u'a' + own, u'u' + own,
            turn + 1 < kTurnsOfTalk ? QString(u'u' + QString::number(turn + 1)) : QString(), "assistant");
    }
    return {{QStringLiteral("conversation_id"), QString::number(number)},
            {QStringLiteral("create_time"), 1'600'000'000 + number},
            {QStringLiteral("mapping"), mapping}};
}

double importMs(LedgerWriter &writer, const QString &path)
{
    QJsonArray talks;
    for (int number = 0; number < kImportedTalks; ++number)
        talks.append(talk(number));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(talks).toJson()) < 0)
        qFatal("cannot write %s", qPrintable(path));
    file.close();
    ConversationImport job(writer, {path});
    QObject::connect(&job, &ConversationImport::finished, &job,
                     [](const Result<ImportReport> &report) { require(report); });
    QSignalSpy finished(&job, &ConversationImport::finished);
    QElapsedTimer timer;
    timer.start();
    job.start();
    if (!finished.wait(600'000))
        qFatal("the import never ended");
    return static_cast<double>(timer.elapsed());
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
    fill(**database);

    QJsonObject json{{QStringLiteral("runs"), kRuns}};
    json[QStringLiteral("slowest_query_ms")] = measureQueries(reader, json);
    json[QStringLiteral("filter_choices_ms")] = medianMs([&] {
        require(await(reader.targets()));
        require(await(reader.tasks()));
        require(await(reader.tags()));
    });
    QList<qint64> thousand;
    for (qint64 run = 50'001; run <= 51'000; ++run)
        thousand.append(run);
    json[QStringLiteral("relabel_1000_ms")] = medianMs(
        [&] { require(await(writer.setTask(thousand, QStringLiteral("extract"), TaskOrigin::User))); });
    QElapsedTimer timer;
    timer.start();
    require(await(writer.removeRuns(thousand)));
    json[QStringLiteral("delete_1000_ms")] = static_cast<double>(timer.elapsed());
    json[QStringLiteral("import_10000_turns_ms")] =
        importMs(writer, folder.filePath(QStringLiteral("conversations.json")));
    std::printf("%s", QJsonDocument(json).toJson().constData());
    return 0;
}
