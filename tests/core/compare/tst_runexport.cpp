#include "core/compare/runexport.h"
#include "core/compare/runhtml.h"
#include "core/compare/runjson.h"
#include "core/compare/runmarkdown.h"
#include "core/compare/runtable.h"
#include "core/compare/safehtml.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
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
    void onlyWhatMayHaveCostIsUnknown_data();
    void onlyWhatMayHaveCostIsUnknown();
    void unknownFiguresAreNull();
    void markdownHasEveryLane();
    void htmlShowsRawHtmlAndLoadsNothing();
    void severalRunsAreOneDocument();
    void htmlIsSafeToOpen_data();
    void htmlIsSafeToOpen();
    void htmlHoldsThePromptsPicturesByTheirContent();
    void anOpenFenceEndsWithItsAnswer_data();
    void anOpenFenceEndsWithItsAnswer();
    void conversationsHaveEveryTurn();
    void csvHasOneGuardedRecordALane();
    void tablesForPastingAreOneLineALane();
    void namesAndFormats();
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
    // An HTTP error answered the other lane: it has no cost that nobody knows.
    QCOMPARE(cost.value(QStringLiteral("unknown_lanes")).toInt(), 0);
}

void RunExportTest::onlyWhatMayHaveCostIsUnknown_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("httpStatus");
    QTest::addColumn<int>("earlierUnpriced");
    QTest::addColumn<int>("unknown");
    QTest::newRow("a key that was refused") << ErrorKind::Auth << 401 << 0 << 0;
    QTest::newRow("too many requests") << ErrorKind::RateLimited << 429 << 0 << 0;
    QTest::newRow("no network") << ErrorKind::Network << 0 << 0 << 0;
    QTest::newRow("no answer in time") << ErrorKind::Timeout << 0 << 0 << 1;
    QTest::newRow("an error in the stream") << ErrorKind::Server << 200 << 0 << 1;
    QTest::newRow("refused after a silent attempt") << ErrorKind::Server << 503 << 1 << 1;
}

void RunExportTest::onlyWhatMayHaveCostIsUnknown()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, httpStatus);
    QFETCH(int, earlierUnpriced);
    QFETCH(int, unknown);
    RunRecord run = sampleRun();
    run.lanes.removeFirst();
    LaneRecord &lane = run.lanes.first();
    lane.unpricedAttempts = earlierUnpriced;
    lane.latest.completion.error = Error{kind, QStringLiteral("failed")};
    if (httpStatus > 0)
        lane.latest.completion.error->httpStatus = httpStatus;
    const QJsonObject json = runToJson(run);
    const QJsonObject cost = json.value(QStringLiteral("cost")).toObject();
    QCOMPARE(cost.value(QStringLiteral("unknown_lanes")).toInt(), unknown);
    QCOMPARE(cost.value(QStringLiteral("usd")), unknown > 0 ? QJsonValue() : QJsonValue(QStringLiteral("0")));
    const QJsonObject ofLane = json.value(QStringLiteral("lanes"))[0][QLatin1StringView("cost")].toObject();
    QVERIFY(ofLane.value(QStringLiteral("usd")).isNull());
    const QString document = runToMarkdown(run);
    QCOMPARE(document.contains(QLatin1StringView("cost unknown")), unknown > 0);
    QCOMPARE(document.contains(QLatin1StringView("Total: unknown")), unknown > 0);
    QCOMPARE(document.contains(QLatin1StringView("no cost")), unknown == 0);
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
    QVERIFY(document.endsWith(QLatin1StringView("Total: $0.000565\n")));
    RunRecord silent = sampleRun();
    silent.lanes[1].latest.completion.error = Error{ErrorKind::Timeout, QStringLiteral("silent")};
    QVERIFY(runToMarkdown(silent).endsWith(QLatin1StringView("Total: $0.000565 + 1 unpriced\n")));
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
    const QByteArray markdown = exportRuns(runs, ExportFormat::Markdown);
    QCOMPARE(markdown.count("Ships."), 2);
    QVERIFY2(markdown.contains("\n---\n\n# Run 13\n"), markdown.constData());
    second.turn = {12, 12, Lineage::Own};
    QVERIFY(exportRuns({sampleRun(), second}, ExportFormat::Markdown).contains("# Turn 2 (run 13)\n"));
    QCOMPARE(exportFileName(runs, ExportFormat::Html), QStringLiteral("conversation-12.html"));
    QCOMPARE(exportFileName({second}, ExportFormat::Csv), QStringLiteral("run-13.csv"));
}

void RunExportTest::htmlIsSafeToOpen_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"<script>x</script>",
                             "<SCRIPT\n>x</SCRIPT>",
                             "<img src=x onerror=x>",
                             "<svg onload=x>",
                             "<iframe src=//e.com>",
                             "[a](javascript:x)",
                             "[a](JaVaScRiPt:x)",
                             "[a](  javascript:x)",
                             "[a](java&#115;cript:x)",
                             "[a](java\tscript:x)",
                             "[a](data:text/html;base64,PHNjcmlwdD4=)",
                             "[a](vbscript:x)",
                             "[a](file:///etc/passwd)",
                             "[a](//e.com/x)",
                             "<javascript:x>",
                             "![a](http://e.com/p.png)",
                             "[![a](http://e.com/p.png)](javascript:x)",
                             "![a](data:image/svg+xml;base64,PHN2Zz4=)",
                             "[a]: javascript:x\n\n[a]",
                             "<a href=\"javascript:x\">",
                             "<style>@import 'http://e.com'</style>",
                             "<meta http-equiv=refresh content=0>",
                             "<base href=//e.com>",
                             "</div></body><script>x</script>",
                             "\"><script>x</script>",
                             "<!--><script>x</script>-->",
                             "<![CDATA[><script>]]>",
                             "https://e.com/\"onmouseover=x",
                             "[a](http://e.com \"t\\\" onclick=x\")",
                             "```html\" onload=x\n<b>\n```"}) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void RunExportTest::htmlIsSafeToOpen()
{
    QFETCH(QString, text);
    RunRecord run = sampleRun();
    // Wherever a foreign text can stand.
    run.prompt = text;
    run.system = text;
    LaneRecord &lane = run.lanes[0];
    lane.latest.accountName = text;
    lane.latest.model = text;
    lane.latest.completion.text = text;
    lane.latest.completion.reasoning = text;
    lane.latest.completion.refusal = text;
    lane.latest.completion.toolCalls = {{text, text, text}};
    run.lanes[1].latest.completion.error->message = text;
    const QString html = runToHtml(run);
    // Every tag is one of ours, and none has an attribute but those that Markdown has.
    static const QRegularExpression kTag(QStringLiteral("<(/?)([A-Za-z!][^\\s>]*)([^>]*)>"));
    static const QSet<QString> kOurs{
        QStringLiteral("!DOCTYPE"), QStringLiteral("html"),    QStringLiteral("head"),
        QStringLiteral("meta"),     QStringLiteral("title"),   QStringLiteral("style"),
        QStringLiteral("body"),     QStringLiteral("div"),     QStringLiteral("h1"),
        QStringLiteral("h2"),       QStringLiteral("p"),       QStringLiteral("table"),
        QStringLiteral("tr"),       QStringLiteral("th"),      QStringLiteral("td"),
        QStringLiteral("details"),  QStringLiteral("summary"), QStringLiteral("blockquote"),
        QStringLiteral("pre"),      QStringLiteral("code"),    QStringLiteral("a"),
        QStringLiteral("em"),       QStringLiteral("strong"),  QStringLiteral("br"),
        QStringLiteral("ul"),       QStringLiteral("li")};
    static const QRegularExpression kAttributes(
        QStringLiteral("^( (class|lang|title|content|http-equiv|name|charset)=\"[^\"]*\"| html"
                       "| href=\"(https?:[^\"]*|mailto:[^\"]*|#[^\"]*)?\"| /)*$"));
    auto tags = kTag.globalMatch(html);
    int metas = 0;
    while (tags.hasNext()) {
        const QRegularExpressionMatch tag = tags.next();
        QVERIFY2(kOurs.contains(tag.captured(2)), qPrintable(tag.captured()));
        QVERIFY2(kAttributes.match(tag.captured(3)).hasMatch(), qPrintable(tag.captured()));
        metas += tag.captured(2) == QLatin1StringView("meta") ? 1 : 0;
    }
    QCOMPARE(metas, 4);
    QVERIFY(html.contains(QLatin1StringView("default-src 'none'")));
    QVERIFY(!html.contains(QLatin1StringView("script-src")));
}

void RunExportTest::htmlHoldsThePromptsPicturesByTheirContent()
{
    RunRecord run = sampleRun();
    run.images = {{QByteArray("GIF89a\1\0", 8), QStringLiteral("text/html\"><script>")},
                  {QByteArray("<svg onload='x'/>"), QStringLiteral("image/png")}};
    const QString html = runToHtml(run);
    QCOMPARE(html.count(QLatin1StringView("<img")), 1);
    QVERIFY(html.contains(QLatin1StringView("src=\"data:image/gif;base64,R0lGODlhAQA=\"")));
    QVERIFY(!html.contains(QLatin1StringView("<script")));
    QVERIFY(html.contains(QLatin1StringView("img-src data:")));
}

void RunExportTest::anOpenFenceEndsWithItsAnswer_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("closed");
    QTest::newRow("cut off in a block") << QStringLiteral("Code:\n```cpp\nint x;") << true;
    QTest::newRow("a longer fence") << QStringLiteral("````\n```\nx") << true;
    QTest::newRow("tildes") << QStringLiteral("~~~\nx\n```") << true;
    QTest::newRow("whole") << QStringLiteral("```\nx\n```") << false;
    QTest::newRow("inline code") << QStringLiteral("```x``` y") << false;
}

void RunExportTest::anOpenFenceEndsWithItsAnswer()
{
    QFETCH(QString, answer);
    QFETCH(bool, closed);
    RunRecord run = sampleRun();
    run.lanes[0].latest.completion.text = answer;
    const QString markdown = runToMarkdown(run);
    QVERIFY(markdown.contains(answer));
    QCOMPARE(!markdown.contains(QString(answer + QStringLiteral("\n\n_first token"))), closed);
    // Whatever the answer left open, the next lane's heading is a heading.
    QVERIFY(safeHtmlOfMarkdown(markdown).contains(QLatin1StringView("<h2>x/y</h2>")));
    QVERIFY(runToHtml(run).contains(QLatin1StringView("<h2>x/y</h2>")));
}

void RunExportTest::conversationsHaveEveryTurn()
{
    RunRecord second = sampleRun();
    second.id = 13;
    second.prompt = QStringLiteral("And then?");
    const QList<RunRecord> turns{sampleRun(), second};
    const QString markdown = conversationToMarkdown(turns);
    QVERIFY(markdown.startsWith(QLatin1StringView("# Turn 1 (run 12)\n\n> Name\n> it\n")));
    QVERIFY(markdown.contains(QLatin1StringView("\n# Turn 2 (run 13)\n\n> And then?\n")));
    const QString html = conversationToHtml(turns);
    QVERIFY(html.contains(QLatin1StringView("<h1>Turn 1 (run 12)</h1>")));
    QVERIFY(html.contains(QLatin1StringView("<h1>Turn 2 (run 13)</h1>")));
    QCOMPARE(html.count(QLatin1StringView("<html>")), 1);
    const QJsonDocument json = QJsonDocument::fromJson(exportRuns(turns, ExportFormat::Json));
    QCOMPARE(json[QStringLiteral("runs")].toArray().size(), 2);
    QCOMPARE(json[QStringLiteral("runs")][1][QStringLiteral("run_id")].toInt(), 13);
    QCOMPARE(conversationToMarkdown({sampleRun()}), runToMarkdown(sampleRun()));
}

void RunExportTest::csvHasOneGuardedRecordALane()
{
    RunRecord run = sampleRun();
    run.prompt = QStringLiteral("=HYPERLINK(\"http://e.com\")");
    run.lanes[0].latest.completion.text = QStringLiteral("a, \"b\"\nc");
    run.lanes[1].latest.completion.error->message = QStringLiteral("@SUM(1)");
    const QString csv = runsToCsv({run});
    QVERIFY(csv.startsWith(QLatin1StringView("run_id,at,lane,account,model,")));
    QVERIFY(csv.contains(
        QLatin1StringView("\r\n12,1970-01-01T00:00:00.000Z,1,openai,gpt-4o-mini,"
                          "gpt-4o-mini-2024-07-18,complete,,412.9,2204.0,356.8,1204,640,,reported,"
                          "0.0005646,computed,2,,")));
    QVERIFY(
        csv.contains(QLatin1StringView(",\"'=HYPERLINK(\"\"http://e.com\"\")\",\"a, \"\"b\"\"\nc\",\r\n")));
    // Nobody knows what the failed lane cost: empty, not 0.
    QVERIFY(csv.contains(QLatin1StringView(",x,y,,failed,rate_limited,,,,,,,missing,,unknown,1,,")));
    QVERIFY(csv.endsWith(QLatin1StringView(",'@SUM(1)\r\n")));
}

void RunExportTest::tablesForPastingAreOneLineALane()
{
    RunRecord run = sampleRun();
    run.task = QStringLiteral(" =1+1\tx");
    run.lanes[0].latest.model = QStringLiteral("m|x\ny");
    const QStringList tsv = runsToTsv({run}).split(u'\n');
    QCOMPARE(tsv.size(), 4);
    for (qsizetype line = 0; line < 3; ++line)
        QCOMPARE(tsv.at(line).count(u'\t'), tsv.at(0).count(u'\t'));
    QVERIFY(tsv.at(1).endsWith(QLatin1StringView("\t'=1+1 x")));
    const QStringList markdown = runToMarkdownTable(run).split(u'\n');
    QCOMPARE(markdown.size(), 5);
    QVERIFY(markdown.at(2).startsWith(QLatin1StringView("| openai/m\\|x y | complete | ")));
}

void RunExportTest::namesAndFormats()
{
    QCOMPARE(exportFileName({sampleRun()}, ExportFormat::Markdown), QStringLiteral("run-12.md"));
    QCOMPARE(exportFileName({sampleRun(), sampleRun()}, ExportFormat::Json),
             QStringLiteral("conversation-12.json"));
    for (const char *name : {"markdown", "html", "csv", "json"})
        QVERIFY2(exportFormatFromName(QString::fromLatin1(name)), name);
    QVERIFY(!exportFormatFromName(u"pdf"));
    QCOMPARE(exportRuns({sampleRun()}, ExportFormat::Html), runToHtml(sampleRun()).toUtf8());
}

SWITCHYARD_TEST(RunExportTest)
#include "tst_runexport.moc"
