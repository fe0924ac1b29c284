#include "core/compare/runexport.h"
#include "core/compare/runhtml.h"
#include "core/compare/runjson.h"
#include "core/compare/runmarkdown.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;

namespace {

RunRecord sampleRun()
{
    RunRecord run;
    run.id = 12;
    run.prompt = QStringLiteral("Name\nit");
    LaneRecord lane;
    lane.attempts = 2;
    lane.latest.accountName = QStringLiteral("openai");
    lane.latest.model = QStringLiteral("gpt-4o-mini");
    Completion &completion = lane.latest.completion;
    completion.status = LaneStatus::Complete;
    completion.text = QStringLiteral("Ships.");
    completion.finishReason = QStringLiteral("stop");
    completion.modelAnswered = QStringLiteral("gpt-4o-mini-2024-07-18");
    completion.timing = {0.0, {}, 210.4, {}, 412.9, 2204.0};
    completion.usage.input = 1204;
    completion.usage.cachedInput = 0;
    completion.usage.output = 640;
    completion.usage.basis = UsageBasis::Reported;
    lane.latest.cost = {Money::fromDecimal(u"0.0005646"), CostBasis::Computed, QStringLiteral("2026-08-21")};
    run.lanes.append(lane);
    LaneRecord failed;
    failed.attempts = 1;
    failed.latest.accountName = QStringLiteral("x");
    failed.latest.model = QStringLiteral("y");
    failed.latest.completion.status = LaneStatus::Failed;
    failed.latest.completion.error = Error{ErrorKind::RateLimited, QStringLiteral("slow | down"), 429, 2s};
    run.lanes.append(failed);
    return run;
}

} // namespace

class RunExportTest : public QObject
{
    Q_OBJECT

private slots:
    void jsonIsTheDocumentedOne();
    void unknownFiguresAreNull();
    void markdownHasEveryLane();
    void htmlShowsRawHtmlAndLoadsNothing();
    void severalRunsAreOneDocument();
    void aTableHasOneRecordALane();
};

void RunExportTest::jsonIsTheDocumentedOne()
{
    const QJsonObject json = runToJson(sampleRun());
    QCOMPARE(json.value(QStringLiteral("run_id")).toInt(), 12);
    const QJsonObject lane = json.value(QStringLiteral("lanes")).toArray().at(0).toObject();
    for (const char *name :
         {"account", "model", "model_answered", "status", "finish_reason", "text", "reasoning", "error",
          "timing_ms", "usage", "cost", "tokens_per_second", "attempts"})
        QVERIFY2(lane.contains(QLatin1StringView(name)), name);
    QCOMPARE(lane.value(QStringLiteral("cost")).toObject().value(QStringLiteral("usd")).toString(),
             QStringLiteral("0.0005646"));
    QCOMPARE(
        lane.value(QStringLiteral("timing_ms")).toObject().value(QStringLiteral("first_text")).toDouble(),
        412.9);
    QVERIFY(lane.value(QStringLiteral("timing_ms")).toObject().value(QStringLiteral("connected")).isNull());
    QVERIFY(lane.value(QStringLiteral("error")).isNull());
    // (640 - 1) tokens in 2204.0 - 412.9 ms.
    QCOMPARE(lane.value(QStringLiteral("tokens_per_second")).toDouble(), 356.8);
    const QJsonObject cost = json.value(QStringLiteral("cost")).toObject();
    QCOMPARE(cost.value(QStringLiteral("usd")).toString(), QStringLiteral("0.0005646"));
    QCOMPARE(cost.value(QStringLiteral("unknown_lanes")).toInt(), 1);
}

void RunExportTest::unknownFiguresAreNull()
{
    const QJsonObject lane = runToJson(sampleRun()).value(QStringLiteral("lanes")).toArray().at(1).toObject();
    QVERIFY(lane.value(QStringLiteral("cost")).toObject().value(QStringLiteral("usd")).isNull());
    QCOMPARE(lane.value(QStringLiteral("cost")).toObject().value(QStringLiteral("basis")).toString(),
             QStringLiteral("unknown"));
    QVERIFY(lane.value(QStringLiteral("usage")).toObject().value(QStringLiteral("input")).isNull());
    QCOMPARE(lane.value(QStringLiteral("usage")).toObject().value(QStringLiteral("basis")).toString(),
             QStringLiteral("missing"));
    QVERIFY(lane.value(QStringLiteral("tokens_per_second")).isNull());
    const QJsonObject error = lane.value(QStringLiteral("error")).toObject();
    QCOMPARE(error.value(QStringLiteral("kind")).toString(), QStringLiteral("rate_limited"));
    QCOMPARE(error.value(QStringLiteral("retry_after_ms")).toInt(), 2000);
    QCOMPARE(error.value(QStringLiteral("http_status")).toInt(), 429);
}

void RunExportTest::markdownHasEveryLane()
{
    const QString document = runToMarkdown(sampleRun());
    QVERIFY(document.contains(QLatin1StringView("> Name\n> it\n")));
    QVERIFY(document.contains(QLatin1StringView("## openai/gpt-4o-mini\n\nShips.")));
    QVERIFY(document.contains(QLatin1StringView("1,204 in, 640 out, $0.000565 (computed), 2 attempts")));
    QVERIFY(document.contains(QLatin1StringView("failed (rate_limited): slow | down")));
    QVERIFY(document.endsWith(QLatin1StringView("Total: $0.000565 + 1 unpriced\n")));
}

void RunExportTest::htmlShowsRawHtmlAndLoadsNothing()
{
    RunRecord run = sampleRun();
    run.lanes[0].latest.completion.text = QStringLiteral(
        "<script>alert(1)</script>\n\nInline <img src=x onerror=alert(2)> and ![pic](http://127.0.0.1/p.png) "
        "and [bad](javascript:alert(3)) **bold**");
    const QString html = runToHtml(run);
    QVERIFY(!html.contains(QLatin1StringView("<script")));
    QVERIFY(!html.contains(QLatin1StringView("<img")));
    QVERIFY(!html.contains(QLatin1StringView("href=\"javascript")));
    QVERIFY(html.contains(QLatin1StringView("&lt;script&gt;alert(1)")));
    QVERIFY(html.contains(QLatin1StringView("<a href=\"http://127.0.0.1/p.png\">pic</a>")));
    QVERIFY(html.contains(QLatin1StringView("<strong>bold</strong>")));
}

void RunExportTest::severalRunsAreOneDocument()
{
    RunRecord second = sampleRun();
    second.id = 13;
    second.prompt = QStringLiteral("Another");
    const QList<RunRecord> runs{sampleRun(), second};
    const QJsonArray json =
        QJsonDocument::fromJson(exportRuns(runs, ExportFormat::Json)).object()[u"runs"].toArray();
    QCOMPARE(json.size(), 2);
    QCOMPARE(json.at(1)[u"run_id"].toInt(), 13);
    const QByteArray html = exportRuns(runs, ExportFormat::Html);
    QCOMPARE(html.count("</html>"), 1);
    QCOMPARE(html.count("<body>"), 1);
    QVERIFY(html.contains("Another"));
    QVERIFY(html.indexOf("Another") < html.indexOf("</body>"));
    QCOMPARE(exportRuns(runs, ExportFormat::Markdown).count("Ships."), 2);
    QCOMPARE(exportFileName(runs, ExportFormat::Html), QStringLiteral("conversation-12.html"));
    QCOMPARE(exportFileName({second}, ExportFormat::Csv), QStringLiteral("run-13.csv"));
}

void RunExportTest::aTableHasOneRecordALane()
{
    RunRecord run = sampleRun();
    run.lanes.first().latest.completion.text = QStringLiteral("=1+1, \"quoted\"");
    const QByteArray csv = exportRuns({run}, ExportFormat::Csv);
    QCOMPARE(csv.count("\r\n"), 3);
    QVERIFY(csv.startsWith("run_id,at,"));
    QVERIFY2(csv.contains("\"'=1+1, \"\"quoted\"\"\",1204,640,0.0005646"), csv.constData());
}

QTEST_APPLESS_MAIN(RunExportTest)
#include "tst_runexport.moc"
