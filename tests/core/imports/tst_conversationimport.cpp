#include "core/imports/conversationimport.h"

#include "core/compare/runexport.h"
#include "tests/core/ledger/ledgerfixture.h"
#include "tests/support/markingtranslator.h"
#include "tests/support/testunit.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::await;
using test::LedgerFixture;

namespace {

/// A conversation of ChatGPT's export with `turns` turns.
QByteArray talk(const QByteArray &id, const QByteArray &title, int turns, const QByteArray &more = {})
{
    QByteArray nodes = R"("root": {"id": "root", "parent": null, "message": null, "children": ["u0"]})";
    for (int turn = 0; turn < turns; ++turn) {
        const QByteArray number = QByteArray::number(turn);
        const QByteArray before =
            turn == 0 ? QByteArray("root") : QByteArray('a' + QByteArray::number(turn - 1));
        const QByteArray next =
            turn + 1 < turns ? QByteArray("\"u" + QByteArray::number(turn + 1) + '"') : QByteArray();
        const auto message = [](const char *role, const QByteArray &text, qint64 at) -> QByteArray {
            return QByteArray(R"({"author": {"role": ")") + role + R"("}, "create_time": )"
                + QByteArray::number(at) + R"(, "content": {"content_type": "text", "parts": [")" + text
                + R"("]}, "metadata": {"model_slug": "gpt-4o"}})";
        };
        nodes += R"(, "u)" + number + R"(": {"parent": ")" + before + R"(", "children": ["a)" + number
            + R"("], "message": )" + message("user", "prompt " + number + " of " + title, 1600000000 + turn)
            + R"(}, "a)" + number + R"(": {"parent": "u)" + number + R"(", "children": [)" + next
            + R"(], "message": )" + message("assistant", "answer " + number, 1600000000 + turn) + '}';
    }
    return R"({"conversation_id": ")" + id + R"(", "title": ")" + title + R"(", "create_time": 1600000000, )"
        + more + R"("mapping": {)" + nodes + "}}";
}

} // namespace

/// Files into a real ledger.
class ConversationImportTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_ledger = std::make_unique<LedgerFixture>(); }
    void cleanup() { m_ledger.reset(); }
    void conversationsBecomeRuns();
    void importingAgainAddsNothing();
    void whatWasSaidSinceIsAdded();
    void importedRunsAreInNoTotal();
    void importedRunsStandWhereTheirTimeIs();
    void aDeletedImportLeavesNothing();
    void withoutTextsNoTextIsKept();
    void aBrokenFileImportsNothing_data();
    void aBrokenFileImportsNothing();
    void whatIsWrongIsSaidInTheLanguageOfTheWindow_data();
    void whatIsWrongIsSaidInTheLanguageOfTheWindow();
    void severalFilesAreOneImport();
    void exportedRunsAreImported();
    void aBrokenExportOfRunsImportsNothing();
    void aStoppedImportSaysSo();
    void aDestroyedImportIsSilent();
    void aLongFileIsReadInSteps();

private:
    QString write(const QByteArray &json, const char *name = "conversations.json")
    {
        QFile file(m_ledger->folder.filePath(QLatin1StringView(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }
    /// Its report, once it has ended.
    static Result<ImportReport> reportOf(ConversationImport &job, const std::function<void()> &started = {})
    {
        std::optional<Result<ImportReport>> report;
        connect(&job, &ConversationImport::finished, &job,
                [&report](const Result<ImportReport> &of) { report = of; });
        QSignalSpy finished(&job, &ConversationImport::finished);
        job.start();
        if (started)
            started();
        if (!finished.wait(60'000))
            qFatal("the import never ended");
        return *report;
    }
    Result<ImportReport> import(const QStringList &files)
    {
        ConversationImport job(*m_ledger->writer, files);
        return reportOf(job);
    }

    std::unique_ptr<LedgerFixture> m_ledger;
};

void ConversationImportTest::conversationsBecomeRuns()
{
    const auto report = import({write('[' + talk("c1", "Apples", 2) + ',' + talk("c2", "Pears", 1) + ']')});
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->count, (ImportCount{2, 3, 0}));
    QVERIFY(report->losses.isEmpty());
    const auto runs = await(m_ledger->reader->searchRuns({.words = QStringLiteral("\"prompt 1\" apples")}));
    QCOMPARE(runs->size(), 1);
    const RunSummary &second = runs->first();
    QVERIFY(second.imported);
    QCOMPARE(second.title, QStringLiteral("Apples"));
    QCOMPARE(second.turn, 2);
    QCOMPARE(second.turns, 2);
    QCOMPARE(second.unknownLanes, 0);
    QCOMPARE(second.models, QStringList{QStringLiteral("chatgpt-export/gpt-4o")});
    const auto turns = await(m_ledger->reader->conversation(second.runId));
    QCOMPARE(turns->size(), 2);
    const RunRecord &run = turns->last();
    QCOMPARE(run.source, QStringLiteral("import"));
    QCOMPARE(run.taskOrigin, TaskOrigin::Import);
    QCOMPARE(run.createdAtMs, 1600000001000);
    QCOMPARE(run.turn.parentRun, turns->first().id);
    QCOMPARE(run.turn.conversation, turns->first().id);
    QCOMPARE(run.lanes.first().parentLane, turns->first().lanes.first().laneId);
    QCOMPARE(run.lanes.first().latest.completion.text, QStringLiteral("answer 1"));
}

void ConversationImportTest::importingAgainAddsNothing()
{
    const QString file = write('[' + talk("c1", "Apples", 2) + ']');
    QVERIFY(import({file}));
    const qint64 attempts = m_ledger->number(QStringLiteral("SELECT count(*) FROM attempts"));
    const auto again = import({file});
    QVERIFY(again);
    QCOMPARE(again->count, (ImportCount{1, 0, 2}));
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM runs")), 2);
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM attempts")), attempts);
}

void ConversationImportTest::whatWasSaidSinceIsAdded()
{
    QVERIFY(import({write('[' + talk("c1", "Apples", 2) + ']')}));
    const auto later = import({write('[' + talk("c1", "Apples", 3) + ']')});
    QVERIFY(later);
    QCOMPARE(later->count, (ImportCount{1, 1, 2}));
    const auto runs = await(m_ledger->reader->searchRuns({.oneAConversation = true}));
    QCOMPARE(runs->size(), 1);
    QCOMPARE(runs->first().turns, 3);
    QCOMPARE(await(m_ledger->reader->conversation(runs->first().runId))->size(), 3);
}

void ConversationImportTest::importedRunsAreInNoTotal()
{
    m_ledger->ask(QStringLiteral("own"), QStringLiteral("a/m"), QStringLiteral("x"));
    const auto edges = [this] {
        return await(
            m_ledger->database->read([](Connection &connection) { return usageEdges(connection, true); }));
    };
    const auto before = edges();
    const auto total = await(m_ledger->reader->usage({}));
    QVERIFY(import({write('[' + talk("c1", "Apples", 2) + ']')}));
    const auto usage = await(m_ledger->reader->usage({.by = {QStringLiteral("source")}}));
    QCOMPARE(usage->rows.size(), 1);
    QCOMPARE(usage->total.attempts, 1);
    QCOMPARE(usage->total.unpricedAttempts, 0);
    QVERIFY(total);
    QVERIFY(usage->total == total->total);
    const auto after = edges();
    QVERIFY(before && after);
    QCOMPARE(after->firstMs, before->firstMs);
    QCOMPARE(after->lastMs, before->lastMs);
    QCOMPARE(await(m_ledger->reader->attempts({}))->size(), 1);
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT sum(attempts) FROM v_usage_daily")), 1);
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT sum(unpriced_attempts) FROM v_calls")), 0);
}

void ConversationImportTest::importedRunsStandWhereTheirTimeIs()
{
    m_ledger->ask(QStringLiteral("own"), QStringLiteral("a/m"), QStringLiteral("answer"));
    QVERIFY(import({write('[' + talk("c1", "Apples", 1) + ']')}));
    for (const QString &words : {QString(), QStringLiteral("answer")}) {
        const auto runs = await(m_ledger->reader->searchRuns({.words = words}));
        QCOMPARE(runs->size(), 2);
        QCOMPARE(runs->first().prompt, QStringLiteral("own"));
    }
}

void ConversationImportTest::aDeletedImportLeavesNothing()
{
    const QString file = write('[' + talk("c1", "Apples", 2) + ']');
    QVERIFY(import({file}));
    const auto runs = await(m_ledger->reader->searchRuns({}));
    QVERIFY(await(m_ledger->writer->removeRuns({runs->first().runId, runs->last().runId})));
    for (const char *const table : {"runs", "calls", "attempts", "answers", "imports", "lane_facts"})
        QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM ") + QLatin1StringView(table)), 0);
    QCOMPARE(import({file})->count.added, 2);
}

void ConversationImportTest::withoutTextsNoTextIsKept()
{
    m_ledger->writer->setKeepTexts(false);
    QVERIFY(import({write('[' + talk("c1", "Apples", 1) + ']')}));
    const auto runs = await(m_ledger->reader->searchRuns({}));
    QCOMPARE(runs->size(), 1);
    QVERIFY(runs->first().title.isEmpty());
    const Result<RunRecord> run = await(m_ledger->reader->run(runs->first().runId));
    QVERIFY(!run->textsKept);
    QVERIFY(run->prompt.isEmpty());
    QCOMPARE(run->lanes.first().latest.completion.status, LaneStatus::Complete);
    QVERIFY(run->lanes.first().latest.completion.text.isEmpty());
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM answers")), 0);
    QVERIFY(await(m_ledger->reader->searchRuns({.words = QStringLiteral("answer")}))->isEmpty());
}

void ConversationImportTest::aBrokenFileImportsNothing_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    QTest::newRow("cut off") << QByteArray('[' + talk("c1", "Apples", 1) + ",\n{\"title\": \"Pe")
                             << QStringLiteral("conversations.json: Line 2, column 14: the file ends");
    QTest::newRow("another shape") << QByteArray('[' + talk("c1", "Apples", 1) + ", {\"a\": 1}]")
                                   << QStringLiteral("element 2 is neither");
    QTest::newRow("requests of a program")
        << QByteArray(R"({"model": "m", "messages": [{"role": "user", "content": "Hi"}]})")
        << QStringLiteral("import such a log as traffic");
    QTest::newRow("an archive") << QByteArray("PK\x03\x04 and so on") << QStringLiteral("is an archive");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("the file is empty");
}

void ConversationImportTest::aBrokenFileImportsNothing()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    const QString good = write('[' + talk("c0", "Before", 1) + ']', "good.json");
    const auto report = import({good, write(json)});
    QVERIFY(!report);
    QVERIFY2(report.error().message.contains(words), qPrintable(report.error().message));
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM runs")), 0);
}

void ConversationImportTest::whatIsWrongIsSaidInTheLanguageOfTheWindow_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    QTest::newRow("cut off") << QByteArray("[{\"title\": \"Pe")
                             << QStringLiteral(
                                    "[conversations.json: [Line 1, column 15: [the file ends in the "
                                    "middle of element 1]]]");
    QTest::newRow("no tree of ChatGPT")
        << QByteArray(R"([{"title": "Odd", "mapping": {"a": {}}}])")
        << QStringLiteral("[conversations.json: [element 1: [the conversation “Odd” is no conversation of "
                          "ChatGPT: [“mapping” has the node a without “children”]]]]");
    QTest::newRow("no chat of Open WebUI")
        << QByteArray(R"([{"title": "Odd", "chat": {"history": {"messages": {"a": {}}}}}])")
        << QStringLiteral("[conversations.json: [element 1: [the chat “Odd” is no chat of Open WebUI: [the "
                          "message a has no “role”]]]]");
    QTest::newRow("a run without lanes")
        << QByteArray(R"({"lanes": []})") << QStringLiteral("[conversations.json: [[The run] has no lane]]");
    QTest::newRow("an archive")
        << QByteArray("PK\x03\x04 and so on")
        << QStringLiteral("[conversations.json is an archive: unpack it and choose the conversations.json "
                          "that is in it]");
}

void ConversationImportTest::whatIsWrongIsSaidInTheLanguageOfTheWindow()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    const test::MarkingTranslator language;
    const auto report = import({write(json)});
    QVERIFY(!report);
    QCOMPARE(report.error().message, words);
}

void ConversationImportTest::severalFilesAreOneImport()
{
    const QByteArray losing = R"("gizmo_id": "g", )";
    const auto report = import({write('[' + talk("c1", "Apples", 1, losing) + ']', "one.json"),
                                write('[' + talk("c2", "Pears", 1, losing) + ']', "two.json")});
    QVERIFY(report);
    QCOMPARE(report->count, (ImportCount{2, 2, 0}));
    QCOMPARE(report->losses,
             (QList<ImportLoss>{{LossKind::Field, QStringLiteral("gizmo_id"), 2, QStringLiteral("Apples")}}));
}

void ConversationImportTest::exportedRunsAreImported()
{
    LedgerFixture origin;
    const auto exported = [&origin](const QString &prompt) {
        const RunIds ids = origin.ask(prompt, QStringLiteral("a/m"), QStringLiteral("an answer"));
        return exportRuns({await(origin.reader->run(ids.run)).value()}, ExportFormat::Json);
    };
    QByteArray second = exported(QStringLiteral("second"));
    second.replace(second.indexOf('{'), 1, R"({"stars": 5, )");
    const QStringList files{write(exported(QStringLiteral("first")), "first.json"),
                            write('[' + talk("c1", "Apples", 2) + ']'), write(second, "second.json")};
    const auto report = import(files);
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->count, (ImportCount{3, 4, 0}));
    QCOMPARE(
        report->losses,
        (QList<ImportLoss>{{LossKind::Field, QStringLiteral("stars"), 1, QStringLiteral("second.json")}}));
    const auto runs = await(m_ledger->reader->searchRuns({.words = QStringLiteral("second")}));
    QCOMPARE(runs->size(), 1);
    QVERIFY(runs->first().imported);
    QCOMPARE(import(files)->count, (ImportCount{3, 0, 4}));
}

void ConversationImportTest::aBrokenExportOfRunsImportsNothing()
{
    const QString good = write('[' + talk("c1", "Apples", 1) + ']');
    const auto report = import({good, write(R"({"run_id": 5, "lanes": []})", "run.json")});
    QVERIFY(!report);
    QVERIFY2(report.error().message.startsWith(QStringLiteral("run.json: ")),
             qPrintable(report.error().message));
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM runs")), 0);
}

void ConversationImportTest::aStoppedImportSaysSo()
{
    ConversationImport job(*m_ledger->writer, {write('[' + talk("c1", "Apples", 1) + ']')});
    const auto report = reportOf(job, [&job] { job.cancel(); });
    QVERIFY(report && report->cancelled);
    QCOMPARE(m_ledger->number(QStringLiteral("SELECT count(*) FROM runs")), 0);
}

void ConversationImportTest::aDestroyedImportIsSilent()
{
    const QString file = write('[' + talk("c1", "Apples", 1) + ']');
    auto job = std::make_unique<ConversationImport>(*m_ledger->writer, QStringList{file});
    job->start();
    job.reset();
    QCOMPARE(import({file})->count.added, 1);
}

void ConversationImportTest::aLongFileIsReadInSteps()
{
    // Some 6 MB.
    QByteArray json("[");
    for (int at = 0; at < 300; ++at)
        json +=
            (at > 0 ? "," : "") + talk("c" + QByteArray::number(at), QByteArray("words ").repeated(60), 20);
    json += ']';
    ConversationImport job(*m_ledger->writer, {write(json)});
    QSignalSpy progressed(&job, &ConversationImport::progressed);
    const auto report = reportOf(job);
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->count, (ImportCount{300, 6000, 0}));
    QVERIFY2(progressed.count() > 6, qPrintable(QString::number(progressed.count())));
    double before = 0;
    for (const QList<QVariant> &step : std::as_const(progressed)) {
        QVERIFY(step.first().toDouble() >= before);
        before = step.first().toDouble();
    }
    QCOMPARE(before, 1.0);
}

SWITCHYARD_TEST(ConversationImportTest)
#include "tst_conversationimport.moc"
