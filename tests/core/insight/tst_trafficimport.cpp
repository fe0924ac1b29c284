#include "core/insight/trafficimport.h"

#include "core/insight/backtest.h"
#include "tests/core/insight/traffic.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::await;

namespace {

QByteArray requestLine(const QByteArray &prompt, const QByteArray &more = {})
{
    return R"({"model": "gpt-x", "messages": [{"role": "user", "content": ")" + prompt + R"("}],
 "usage": {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200})"
        + more + "}";
}

/// JSON Lines: one line each.
QByteArray lines(const QList<QByteArray> &objects)
{
    QByteArray text;
    for (QByteArray object : objects)
        text += object.replace('\n', ' ') + '\n';
    return text;
}

TrafficOptions dollarPrices()
{
    TrafficOptions options;
    options.account = QStringLiteral("openai");
    options.pricesOf = [](const QString &, qint64) {
        PriceList list;
        list.base.input = Money::fromPicos(1'000'000);
        list.base.output = Money::fromPicos(2'000'000);
        return std::optional(list);
    };
    return options;
}

} // namespace

class TrafficImportTest : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void requestsBecomeCallsInNoTotal();
    void importingAgainAddsNothing();
    void equalLinesOfAFileCountEach();
    void aWrongLineImportsNothing();
    void wrongLinesCanBePassedOver();
    void withoutTextsOnlyFiguresAreKept();
    void theContextOfARequestIsKept();
    void aBackTestSeesThem();
    void progressGoesFromNothingToAll();
    void cancellingEndsItOnce();
    void aMissingFileIsNamed();
    void filesAreRecognised_data();
    void filesAreRecognised();

private:
    QString write(const QByteArray &text, const QString &name = QStringLiteral("traffic.jsonl"));
    Result<TrafficReport> import(const QStringList &files, bool skipFaults = false);
    TrafficReport importOk(const QStringList &files, bool skipFaults = false);
    QVariant value(const QString &sql);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::LedgerStory> m_story;
};

void TrafficImportTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_story = std::make_unique<test::LedgerStory>();
    QVERIFY2(m_story->ledger.isOpen(), qPrintable(m_story->ledger.problem()));
}

QString TrafficImportTest::write(const QByteArray &text, const QString &name)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written", qPrintable(path));
    return path;
}

Result<TrafficReport> TrafficImportTest::import(const QStringList &files, bool skipFaults)
{
    TrafficImport running(m_story->writer, files, dollarPrices());
    running.setSkipFaults(skipFaults);
    std::optional<Result<TrafficReport>> ended;
    QObject::connect(&running, &TrafficImport::finished, this,
                     [&ended](const Result<TrafficReport> &report) { ended = report; });
    QSignalSpy finished(&running, &TrafficImport::finished);
    running.start();
    if (finished.isEmpty() && !finished.wait(30'000))
        qFatal("the import did not end");
    return *ended;
}

TrafficReport TrafficImportTest::importOk(const QStringList &files, bool skipFaults)
{
    const Result<TrafficReport> report = import(files, skipFaults);
    if (!report)
        qFatal("%s", qPrintable(report.error().message));
    return *report;
}

QVariant TrafficImportTest::value(const QString &sql)
{
    const Result<QString> read =
        await(m_story->ledger.database().read([sql](Connection &connection) -> Result<QString> {
            QString text;
            const Result<bool> found =
                Statement(connection, sql).first([&text](const Statement &row) { text = row.text(0); });
            if (!found)
                return found.error();
            return text;
        }));
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

void TrafficImportTest::requestsBecomeCallsInNoTotal()
{
    QSignalSpy changed(&m_story->writer, &LedgerWriter::runsChanged);
    const TrafficReport report =
        importOk({write(lines({requestLine("One", R"(, "created": 1750000000)"), requestLine("Two")}))});
    QCOMPARE(report.count, (RequestCount{2, 0}));
    QCOMPARE(report.unpriced, 0);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(value(QStringLiteral("SELECT count(*) FROM calls WHERE source = 'import'")).toInt(), 2);
    QCOMPARE(value(QStringLiteral("SELECT min(created_at) FROM calls")).toLongLong(), 1'750'000'000'000);
    QCOMPARE(value(QStringLiteral("SELECT count(*) FROM attempts WHERE imported = 1 AND account = 'openai' "
                                  "AND model = 'gpt-x' AND status = 'complete'"))
                 .toInt(),
             2);
    // 1000 x 1 + 200 x 2 millionths each; and none of it was spent here.
    QCOMPARE(value(QStringLiteral("SELECT sum(cost_picos) FROM attempts")).toLongLong(), 2'800'000'000);
    QCOMPARE(await(m_story->reader.spend(0)).value().known, Money());
    QCOMPARE(value(QStringLiteral("SELECT prompt FROM runs ORDER BY id DESC")).toString(),
             QStringLiteral("Two"));
}

void TrafficImportTest::importingAgainAddsNothing()
{
    const QString file = write(lines({requestLine("One"), requestLine("Two")}));
    importOk({file});
    QCOMPARE(importOk({file}).count, (RequestCount{0, 2}));
    // Written otherwise, and with one more.
    const QString later = write(lines({requestLine("Two").replace(": ", ":"), requestLine("Three")}),
                                QStringLiteral("later.jsonl"));
    QCOMPARE(importOk({later}).count, (RequestCount{1, 1}));
    QCOMPARE(value(QStringLiteral("SELECT count(*) FROM calls")).toInt(), 3);
}

void TrafficImportTest::equalLinesOfAFileCountEach()
{
    const QString file = write(lines({requestLine("Same"), requestLine("Same"), requestLine("Same")}));
    QCOMPARE(importOk({file}).count, (RequestCount{3, 0}));
    QCOMPARE(importOk({file}).count, (RequestCount{0, 3}));
}

void TrafficImportTest::aWrongLineImportsNothing()
{
    const QString file = write(lines({requestLine("One")}) + "\n{\"model\": \"m\"}\n{broken\n");
    const Result<TrafficReport> report = import({file});
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::InvalidRequest);
    // The empty line counts.
    QVERIFY2(report.error().message.startsWith(QStringLiteral("traffic.jsonl, line 3: ")),
             qPrintable(report.error().message));
    QVERIFY(report.error().message.contains(QStringLiteral("messages")));
    QVERIFY(report.error().message.contains(QStringLiteral("1 more")));
    QCOMPARE(value(QStringLiteral("SELECT count(*) FROM calls")).toInt(), 0);
}

void TrafficImportTest::wrongLinesCanBePassedOver()
{
    const QString file = write(lines({requestLine("One")}) + "{broken\n" + lines({requestLine("Two")}));
    const TrafficReport report = importOk({file}, true);
    QCOMPARE(report.count, (RequestCount{2, 0}));
    QCOMPARE(report.faultCount, 1);
    QCOMPARE(report.faults.constFirst().line, 2);
    QCOMPARE(report.faults.constFirst().file, QStringLiteral("traffic.jsonl"));
}

void TrafficImportTest::withoutTextsOnlyFiguresAreKept()
{
    m_story->writer.setKeepTexts(false);
    importOk({write(lines({R"({"request": {"model": "m", "messages": [{"role": "user", "content": "Earlier"},
        {"role": "assistant", "content": "Answer"}, {"role": "user", "content": "Secret"}]},
        "response": {"choices": [{"finish_reason": "stop", "message": {"content": "Hidden"}}]}})"}))});
    QCOMPARE(value(QStringLiteral("SELECT prompt || texts_kept FROM runs")).toString(), QStringLiteral("0"));
    QCOMPARE(value(QStringLiteral("SELECT count(*) FROM answers")).toInt(), 0);
    QCOMPARE(value(QStringLiteral("SELECT turns || messages || whole FROM request_contexts")).toString(),
             QStringLiteral("2[]0"));
    QCOMPARE(value(QStringLiteral("SELECT output_tokens FROM attempts")).toInt(), 2);
}

void TrafficImportTest::theContextOfARequestIsKept()
{
    importOk({write(lines({requestLine("Alone"),
                           R"({"model": "m", "messages": [{"role": "user", "content": "Earlier"},
        {"role": "assistant", "content": "Answer"}, {"role": "user", "content": "Now"}]})"}))});
    const auto contextOf = [this](qint64 run) {
        return await(m_story->ledger.database().read(
                         [run](Connection &connection) { return readRequestContext(connection, run); }))
            .value();
    };
    QCOMPARE(contextOf(1), std::nullopt);
    const std::optional<RequestContext> context = contextOf(2);
    QVERIFY(context);
    QCOMPARE(context->turns, 2);
    QCOMPARE(context->earlier,
             (QList<Message>{{Role::User, QStringLiteral("Earlier")},
                             {Role::Assistant, QStringLiteral("Answer")}}));
    // 7, 6 and 3 characters
    QCOMPARE(context->tokens, 2 + 2 + 1);
    QVERIFY(context->whole);
}

void TrafficImportTest::aBackTestSeesThem()
{
    importOk({write(
        lines({requestLine("One", R"(, "task": "extract")"), requestLine("Two", R"(, "task": "chat")")}))});
    test::PricedBook book;
    book.price(QStringLiteral("google/small"), 100'000, 300'000);
    RuleSet rules{.name = QStringLiteral("mine"),
                  .rules = {{.name = QStringLiteral("extracts"),
                             .when = test::taskIs({QStringLiteral("extract")}),
                             .chain = test::chainOf({QStringLiteral("google/small")})}}};
    rules.otherwise.chain = test::chainOf({QStringLiteral("openai/gpt-x")});
    Backtest backtest(m_story->ledger.database(), {.rules = rules}, book);
    std::optional<BacktestResult> result;
    QObject::connect(&backtest, &Backtest::finished, this,
                     [&result](const Result<BacktestResult> &ended) { result = ended.value(); });
    backtest.start();
    QTRY_VERIFY(result.has_value());
    QCOMPARE(result->total.calls, 2);
    QCOMPARE(result->total.moved, 1);
    QCOMPARE(result->total.costBefore, Money::fromPicos(2'800'000'000));
    QCOMPARE(result->total.costAfter, Money::fromPicos(1'400'000'000 + 1000 * 100'000LL + 200 * 300'000LL));
}

void TrafficImportTest::progressGoesFromNothingToAll()
{
    const QString file = write(lines({requestLine("One")}));
    TrafficImport running(m_story->writer, {file}, dollarPrices());
    QList<double> shares;
    QObject::connect(&running, &TrafficImport::progressed, this,
                     [&shares](double share) { shares.append(share); });
    QSignalSpy finished(&running, &TrafficImport::finished);
    running.start();
    QVERIFY(finished.wait(30'000));
    QVERIFY(shares.size() >= 2);
    QVERIFY(std::is_sorted(shares.cbegin(), shares.cend()));
    QCOMPARE(shares.constLast(), 1.0);
}

void TrafficImportTest::cancellingEndsItOnce()
{
    const QString file = write(lines({requestLine("One")}));
    TrafficImport running(m_story->writer, {file}, dollarPrices());
    bool cancelled = false;
    QObject::connect(
        &running, &TrafficImport::finished, this,
        [&cancelled](const Result<TrafficReport> &report) { cancelled = report && report->cancelled; });
    QSignalSpy finished(&running, &TrafficImport::finished);
    running.start();
    running.cancel();
    running.cancel();
    QVERIFY(finished.wait(30'000));
    QVERIFY(cancelled);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(value(QStringLiteral("SELECT count(*) FROM calls")).toInt(), 0);
}

void TrafficImportTest::aMissingFileIsNamed()
{
    const Result<TrafficReport> report = import({m_folder->filePath(QStringLiteral("gone.jsonl"))});
    QVERIFY(!report);
    QVERIFY(report.error().message.contains(QStringLiteral("gone.jsonl")));
}

void TrafficImportTest::filesAreRecognised_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("recognised");
    QTest::newRow("requests") << lines({requestLine("One")}) << true;
    QTest::newRow("after empty lines and a byte order mark")
        << QByteArray("\xEF\xBB\xBF\n\n") + lines({requestLine("One")}) << true;
    QTest::newRow("a batch file") << lines({R"({"custom_id": "a", "body": {"model": "m", "messages": []}})"})
                                  << true;
    QTest::newRow("an export of conversations") << QByteArray("[{\"mapping\": {}}]") << false;
    QTest::newRow("other lines") << QByteArray("{\"a\": 1}\n") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TrafficImportTest::filesAreRecognised()
{
    QFETCH(const QByteArray, text);
    QTEST(isTrafficFile(write(text)), "recognised");
}

SWITCHYARD_TEST(TrafficImportTest)
#include "tst_trafficimport.moc"
