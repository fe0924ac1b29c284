#include "core/exports/usageexport.h"
#include "core/ledger/ledgerkeeper.h"
#include "tests/core/ledger/ledgerfixture.h"
#include "tests/core/ledger/randomtraffic.h"
#include "tests/support/testunit.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>

using namespace core;
using test::await;
using test::LedgerFixture;
using test::RandomTraffic;

/// Exports of a ledger of many attempts.
class UsageExportTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aFormatIsFoundByItsName_data();
    void aFormatIsFoundByItsName();
    void everyAttemptIsWrittenOnceOldestFirst();
    void theSumOfAllLinesIsThatOfTheUsage_data();
    void theSumOfAllLinesIsThatOfTheUsage();
    void simulatedAttemptsAreLeftOutUnlessWanted();
    void aPeriodHasItsStartAndNotItsEnd();
    void tagsAndPresetsAreThoseOfTheCall();
    void importedUsageBelongsToTheAccountOfItsName();
    void aWaitThatNobodyMeasuredIsLeftOut();
    void whatIsAddedMeanwhileIsLeftOut();
    void chargesAreCounted();
    void anEmptyLedgerGivesTheHeadAlone();
    void aSinkThatFailsEndsTheExport();
    void anExportThatIsStoppedSaysSo();
    void aFileIsReplacedOnlyByAWholeExport();
    void aFileThatCannotBeWrittenIsNamed();
    void theLedgerIsNotWrittenOver();
    void aPipeGetsWhatAFileWould();
    void aCancelledFutureHasNoResult();

private:
    struct Written
    {
        QByteArray text;
        UsageExportSummary summary;

        QList<QJsonObject> objects() const
        {
            QList<QJsonObject> found;
            for (const QByteArray &line : text.split('\n')) {
                if (!line.isEmpty())
                    found.append(QJsonDocument::fromJson(line).object());
            }
            return found;
        }
    };

    Written exported(const UsageExportRequest &request) const;
    /// `a`, the first account, at xAI.
    void addAccount();
    static UsageExportRequest request(UsageExportFormat format, bool simulated = true)
    {
        UsageExportRequest wanted{format, {}};
        wanted.filter.includeSimulated = simulated;
        return wanted;
    }

    std::unique_ptr<LedgerFixture> m_ledger;
};

void UsageExportTest::init()
{
    m_ledger = std::make_unique<LedgerFixture>();
}

void UsageExportTest::cleanup()
{
    m_ledger.reset();
}

UsageExportTest::Written UsageExportTest::exported(const UsageExportRequest &request) const
{
    Written written;
    const ExportSink sink = [&written](const QByteArray &lines) -> Result<void> {
        written.text += lines;
        return {};
    };
    const auto summary = await(exportUsage(m_ledger->filePath(), request, sink));
    if (!summary)
        qFatal("%s", qPrintable(summary.error().message));
    written.summary = *summary;
    return written;
}

void UsageExportTest::addAccount()
{
    const auto added = await(m_ledger->database->write([](Connection &connection) {
        return connection.execute(
            QStringLiteral("INSERT INTO accounts (id, name, position, preset, base_url, key_store) VALUES "
                           "(1, 'a', 0, 'xai', 'https://api.x.ai/v1', 'none')"));
    }));
    QVERIFY(added);
}

void UsageExportTest::aFormatIsFoundByItsName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("csv") << QStringLiteral("csv") << QStringLiteral("csv");
    QTest::newRow("jsonl") << QStringLiteral("jsonl") << QStringLiteral("jsonl");
    QTest::newRow("focus") << QStringLiteral("focus") << QStringLiteral("csv");
    QTest::newRow("another") << QStringLiteral("xlsx") << QString();
}

void UsageExportTest::aFormatIsFoundByItsName()
{
    QFETCH(QString, name);
    QFETCH(QString, suffix);
    const std::optional<UsageExportFormat> format = usageExportFormatFromName(name);
    QCOMPARE(format.has_value(), !suffix.isEmpty());
    if (format) {
        QCOMPARE(usageExportFormatName(*format), name);
        QCOMPARE(usageExportSuffix(*format), suffix);
    }
}

void UsageExportTest::everyAttemptIsWrittenOnceOldestFirst()
{
    // More than one page, many of them at the same moment.
    m_ledger->clock.setUtcMs(RandomTraffic::firstMs());
    const QStringList targets(60, QStringLiteral("a/m"));
    for (int run = 0; run < 36; ++run) {
        if (run % 20 == 19)
            m_ledger->clock.setUtcMs(m_ledger->clock.utcMs() - 50'000);
        m_ledger->begin(QStringLiteral("p"), targets);
    }
    const Written written = exported(request(UsageExportFormat::JsonLines));
    QCOMPARE(written.summary.attempts, 36 * 60);
    QCOMPARE(written.summary.bytes, written.text.size());
    QSet<int> ids;
    QString before;
    const QList<QJsonObject> objects = written.objects();
    for (const QJsonObject &json : objects) {
        const QString at = json.value(QLatin1StringView("timestamp")).toString();
        QVERIFY(before <= at);
        before = at;
        ids.insert(json.value(QLatin1StringView("switchyard.attempt.id")).toInt());
    }
    QCOMPARE(objects.size(), 36 * 60);
    QCOMPARE(ids.size(), 36 * 60);
}

void UsageExportTest::theSumOfAllLinesIsThatOfTheUsage_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {3U, 17U, 99U})
        QTest::addRow("traffic %u", seed) << seed;
}

void UsageExportTest::theSumOfAllLinesIsThatOfTheUsage()
{
    QFETCH(unsigned, seed);
    RandomTraffic(*m_ledger, seed).ask(90);
    UsageQuery query;
    query.includeSimulated = true;
    const auto usage = await(m_ledger->reader->usage(query));
    QVERIFY(usage);
    const Written csv = exported(request(UsageExportFormat::Csv));
    const QList<QByteArray> lines = csv.text.trimmed().split('\n');
    const QList<QByteArray> names = lines.first().trimmed().split(',');
    const qsizetype column = names.indexOf("cost_usd");
    QVERIFY(column > 0);
    Money sum;
    for (qsizetype at = 1; at < lines.size(); ++at) {
        // No cell of this traffic holds a comma.
        const QList<QByteArray> cells = lines.at(at).trimmed().split(',');
        QCOMPARE(cells.size(), names.size());
        if (!cells.at(column).isEmpty())
            sum += *Money::fromDecimal(QString::fromUtf8(cells.at(column)));
    }
    QCOMPARE(sum.picos(), usage->total.cost.picos());
    QCOMPARE(lines.size() - 1, usage->total.attempts);
    QCOMPARE(csv.summary.attempts, usage->total.attempts);
    QCOMPARE(csv.summary.unpriced, usage->total.unpricedAttempts);
    QCOMPARE(csv.summary.cost.picos(), usage->total.cost.picos());
    QCOMPARE(exported(request(UsageExportFormat::Focus)).summary.cost.picos(), usage->total.cost.picos());
}

void UsageExportTest::simulatedAttemptsAreLeftOutUnlessWanted()
{
    m_ledger->begin(QStringLiteral("p"), {QStringLiteral("a/m")});
    m_ledger->begin(QStringLiteral("p"), {QStringLiteral("demo/swift")}, {}, true);
    QCOMPARE(exported(request(UsageExportFormat::Csv, true)).summary.attempts, 2);
    const Written own = exported(request(UsageExportFormat::Csv, false));
    QCOMPARE(own.summary.attempts, 1);
    QVERIFY(!own.text.contains("swift"));
}

void UsageExportTest::aPeriodHasItsStartAndNotItsEnd()
{
    for (const qint64 at : {1'000, 2'000, 3'000}) {
        m_ledger->clock.setUtcMs(at);
        m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/m%1").arg(at), QStringLiteral("x"));
    }
    UsageExportRequest wanted = request(UsageExportFormat::JsonLines);
    wanted.filter.sinceMs = 1'000;
    wanted.filter.untilMs = 3'000;
    const QList<QJsonObject> objects = exported(wanted).objects();
    QCOMPARE(objects.size(), 2);
    QCOMPARE(objects.first().value(QLatin1StringView("gen_ai.request.model")).toString(),
             QStringLiteral("m1000"));
    wanted.filter.sinceMs = 1'001;
    QCOMPARE(exported(wanted).summary.attempts, 1);
}

void UsageExportTest::tagsAndPresetsAreThoseOfTheCall()
{
    RunDraft draft;
    draft.prompt = QStringLiteral("a-secret-prompt");
    draft.tags = {{QStringLiteral("team"), QStringLiteral("red")}};
    draft.lanes = {LedgerFixture::lane(QStringLiteral("a/m"))};
    m_ledger->settle(m_ledger->begin(draft).attempts.first(),
                     LedgerFixture::answer(QStringLiteral("a-secret-answer")));
    addAccount();
    const Written written = exported(request(UsageExportFormat::JsonLines));
    const QJsonObject json = written.objects().value(0);
    QCOMPARE(json.value(QLatin1StringView("switchyard.tags")).toObject().value(QLatin1StringView("team")),
             QJsonValue(QStringLiteral("red")));
    QCOMPARE(json.value(QLatin1StringView("gen_ai.provider.name")).toString(), QStringLiteral("x_ai"));
    QVERIFY(!written.text.contains("secret"));
}

void UsageExportTest::importedUsageBelongsToTheAccountOfItsName()
{
    addAccount();
    for (const QString &target : {QStringLiteral("a/m"), QStringLiteral("elsewhere/m")})
        m_ledger->ask(QStringLiteral("p"), target, QStringLiteral("x"));
    // As the import of a provider's file writes it.
    QVERIFY(await(m_ledger->database->write([](Connection &connection) {
        return connection.execute(QStringLiteral("UPDATE attempts SET account_id = 0"));
    })));
    auto reading = Connection::open(m_ledger->filePath(), Connection::Mode::ReadOnly);
    QVERIFY(reading);
    AttemptPages pages(**reading, {}, false);
    QVERIFY(pages.begin());
    const Result<QList<ExportedAttempt>> page = pages.next();
    QVERIFY(page);
    QCOMPARE(page->size(), 2);
    QCOMPARE(page->at(0).accountId, 1);
    QCOMPARE(page->at(0).preset, QStringLiteral("xai"));
    QCOMPARE(page->at(1).accountId, 0);
    QCOMPARE(page->at(1).preset, QString());
}

void UsageExportTest::aWaitThatNobodyMeasuredIsLeftOut()
{
    m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/m"), QStringLiteral("x"));
    m_ledger->begin(QStringLiteral("open"), {QStringLiteral("a/m")});
    const QList<QJsonObject> objects = exported(request(UsageExportFormat::JsonLines)).objects();
    QCOMPARE(objects.size(), 2);
    const QLatin1StringView queued("switchyard.queued_ms");
    QCOMPARE(objects.at(0).value(queued).toDouble(-1.0), 0.0);
    QVERIFY(!objects.at(1).contains(queued));
}

void UsageExportTest::whatIsAddedMeanwhileIsLeftOut()
{
    m_ledger->begin(QStringLiteral("p"), {QStringLiteral("a/m"), QStringLiteral("a/n")});
    auto reading = Connection::open(m_ledger->filePath(), Connection::Mode::ReadOnly);
    QVERIFY(reading);
    AttemptFilter all;
    AttemptPages pages(**reading, all, false);
    QCOMPARE(*pages.begin(), 2);
    m_ledger->clock.setUtcMs(m_ledger->clock.utcMs() + 60'000);
    m_ledger->begin(QStringLiteral("p"), {QStringLiteral("a/later")});
    QCOMPARE(pages.next()->size(), 2);
    QCOMPARE(pages.next()->size(), 0);
}

void UsageExportTest::chargesAreCounted()
{
    m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/priced"), QStringLiteral("x"), Money::fromPicos(30));
    m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/unpriced"), QStringLiteral("x"), std::nullopt);
    AttemptOutcome refused = LedgerFixture::failure(LaneStatus::Failed, ErrorKind::RateLimited);
    refused.completion.error->httpStatus = 429;
    m_ledger->settle(m_ledger->begin(QStringLiteral("p"), {QStringLiteral("a/m")}).attempts.first(), refused);
    m_ledger->begin(QStringLiteral("open"), {QStringLiteral("a/open")});
    const Written written = exported(request(UsageExportFormat::Focus));
    QCOMPARE(written.summary.attempts, 4);
    QCOMPARE(written.summary.withoutCharge, 2);
    QCOMPARE(written.summary.unpriced, 1);
    QCOMPARE(written.summary.cost.picos(), 30);
    QCOMPARE(written.text.count('\n'), 1 + 2);
    QCOMPARE(exported(request(UsageExportFormat::Csv)).summary.withoutCharge, 0);
}

void UsageExportTest::anEmptyLedgerGivesTheHeadAlone()
{
    QVERIFY(exported(request(UsageExportFormat::Csv)).text.startsWith("attempt_id,call_id,"));
    QCOMPARE(exported(request(UsageExportFormat::Focus)).text.count('\n'), 1);
    QCOMPARE(exported(request(UsageExportFormat::JsonLines)).text, QByteArray());
}

void UsageExportTest::aSinkThatFailsEndsTheExport()
{
    m_ledger->begin(QStringLiteral("p"), {QStringLiteral("a/m")});
    const auto ended = await(exportUsage(m_ledger->filePath(), request(UsageExportFormat::Csv),
                                         [](const QByteArray &) -> Result<void> {
                                             return Error{ErrorKind::Storage, QStringLiteral("full")};
                                         }));
    QVERIFY(!ended);
    QCOMPARE(ended.error().message, QStringLiteral("full"));
}

void UsageExportTest::anExportThatIsStoppedSaysSo()
{
    m_ledger->begin(QStringLiteral("p"), {QStringLiteral("a/m")});
    auto reading = Connection::open(m_ledger->filePath(), Connection::Mode::ReadOnly);
    QVERIFY(reading);
    QList<std::pair<qint64, qint64>> told;
    const auto stopped = writeUsageExport(
        **reading, request(UsageExportFormat::Csv), [](const QByteArray &) { return Result<void>(); },
        [&told](qint64 done, qint64 all) {
            told.append({done, all});
            return done == 0;
        });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, QStringLiteral("stopped"));
    QCOMPARE(told, (QList<std::pair<qint64, qint64>>{{0, 1}, {1, 1}}));
}

void UsageExportTest::aFileIsReplacedOnlyByAWholeExport()
{
    m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/m"), QStringLiteral("x"));
    const QString target = m_ledger->folder.filePath(QStringLiteral("usage.csv"));
    const auto content = [&target] {
        QFile file(target);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QFile old(target);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("mine");
    old.close();
    const auto failed = await(exportUsageToFile(m_ledger->folder.filePath(QStringLiteral("no-ledger.sqlite")),
                                                request(UsageExportFormat::Csv), target));
    QVERIFY(!failed);
    QCOMPARE(content(), QByteArray("mine"));
    const auto done = await(exportUsageToFile(m_ledger->filePath(), request(UsageExportFormat::Csv), target));
    QVERIFY(done);
    QCOMPARE(done->attempts, 1);
    QCOMPARE(content(), exported(request(UsageExportFormat::Csv)).text);
}

void UsageExportTest::aFileThatCannotBeWrittenIsNamed()
{
    const QString target = m_ledger->folder.filePath(QStringLiteral("no/such/folder.csv"));
    const auto failed =
        await(exportUsageToFile(m_ledger->filePath(), request(UsageExportFormat::Csv), target));
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::Storage);
    QVERIFY2(failed.error().message.contains(target), qPrintable(failed.error().message));
}

void UsageExportTest::theLedgerIsNotWrittenOver()
{
    m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/m"), QStringLiteral("x"));
    for (const QString &target :
         {m_ledger->filePath(), QString(m_ledger->filePath() + QStringLiteral("-wal"))}) {
        QVERIFY(QFile::exists(target));
        const auto refused =
            await(exportUsageToFile(m_ledger->filePath(), request(UsageExportFormat::Csv), target));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(target), qPrintable(refused.error().message));
    }
    QCOMPARE(exported(request(UsageExportFormat::Csv)).summary.attempts, 1);
}

void UsageExportTest::aPipeGetsWhatAFileWould()
{
    m_ledger->ask(QStringLiteral("p"), QStringLiteral("a/m"), QStringLiteral("x"));
    const QString target = m_ledger->folder.filePath(QStringLiteral("pipe"));
    const QByteArray pipe = QFile::encodeName(target);
    QCOMPARE(::mkfifo(pipe.constData(), S_IRUSR | S_IWUSR), 0);
    QFile reader;
    QVERIFY(reader.open(::open(pipe.constData(), O_RDONLY | O_NONBLOCK), QIODevice::ReadOnly,
                        QFileDevice::AutoCloseHandle));
    QVERIFY(await(exportUsageToFile(m_ledger->filePath(), request(UsageExportFormat::Csv), target)));
    QCOMPARE(reader.readAll(), exported(request(UsageExportFormat::Csv)).text);
}

void UsageExportTest::aCancelledFutureHasNoResult()
{
    RandomTraffic(*m_ledger).ask(30);
    const QString target = m_ledger->folder.filePath(QStringLiteral("usage.jsonl"));
    QFuture<Result<UsageExportSummary>> cut =
        exportUsageToFile(m_ledger->filePath(), request(UsageExportFormat::JsonLines), target);
    cut.cancel();
    QTRY_VERIFY(cut.isFinished());
    QCOMPARE(cut.resultCount(), 0);
    QFuture<Result<UsageExportSummary>> whole =
        exportUsageToFile(m_ledger->filePath(), request(UsageExportFormat::JsonLines), target);
    const auto done = await(whole);
    QVERIFY(done);
    QCOMPARE(whole.progressMaximum(), static_cast<int>(done->attempts));
    QCOMPARE(whole.progressValue(), whole.progressMaximum());
}

SWITCHYARD_TEST(UsageExportTest)
#include "tst_usageexport.moc"
