#include "core/evaluate/matrixdocument.h"
#include "core/evaluate/matrixexport.h"
#include "core/evaluate/matrixstore.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace core;

namespace {

PromptSet capitals()
{
    PromptSet set;
    set.name = QStringLiteral("capitals <b>");
    set.columns = {QStringLiteral("country"), QStringLiteral("note")};
    set.cases = 2;
    return set;
}

MatrixCellRecord answered(int target, const QString &text, std::optional<bool> passed)
{
    MatrixCellRecord cell;
    cell.targetIndex = target;
    LaneRecord lane;
    lane.latest.accountName = QStringLiteral("a");
    lane.latest.model = QStringLiteral("m%1").arg(target);
    lane.latest.settledAtMs = 1;
    lane.latest.completion.status = LaneStatus::Complete;
    lane.latest.completion.text = text;
    lane.latest.completion.timing.last = 1234.4;
    lane.latest.completion.usage.output = 34;
    lane.latest.cost.amount = Money::fromDecimal(u"0.0012");
    lane.latest.cost.basis = CostBasis::Computed;
    cell.lane = lane;
    cell.checks = {{QStringLiteral("contains:Paris"), passed, QStringLiteral("said so")}};
    return cell;
}

MatrixCellRecord failed(int target)
{
    MatrixCellRecord cell = answered(target, {}, std::nullopt);
    cell.checks.clear();
    cell.lane->latest.completion.status = LaneStatus::Failed;
    cell.lane->latest.completion.error = Error{ErrorKind::RateLimited, QStringLiteral("too many")};
    cell.lane->latest.cost = {};
    return cell;
}

QString document(MatrixFormat format, const PromptSet &set = capitals())
{
    const QList<Target> targets{{{QStringLiteral("a"), QStringLiteral("m0")}},
                                {{QStringLiteral("a"), QStringLiteral("m1")}}};
    MatrixDocument made(format, 7, set, targets);
    made.add(0, {{QStringLiteral("France"), QStringLiteral("=1+1")}},
             {answered(0, QStringLiteral("Paris\n```\n<script>x</script>"), true), failed(1)});
    made.add(1, {{QStringLiteral("Japan"), QString()}},
             {answered(1, QStringLiteral("Kyoto, of course"), false)});
    return made.finish();
}

} // namespace

class TestMatrixDocument : public QObject
{
    Q_OBJECT

private slots:
    void aSpreadsheetGetsARecordACase();
    void theClipboardGetsATable();
    void markdownFencesWhatWasSaid();
    void htmlRunsAndLoadsNothing();
    void jsonIsThePublicDocument();
    void verdictsAreWords();
    void whatWasNeverSentIsFree();
};

void TestMatrixDocument::aSpreadsheetGetsARecordACase()
{
    const QString csv = document(MatrixFormat::Csv);
    QVERIFY(csv.startsWith(
        QStringLiteral("case,country,note,a/m0,a/m0 verdict,a/m0 ms,a/m0 output_tokens,a/m0 cost_usd,")));
    QVERIFY2(csv.contains(QStringLiteral("1,France,'=1+1,\"Paris\n")), qPrintable(csv));
    QVERIFY(csv.contains(QStringLiteral(",passed,1234,34,0.0012,too many,error,1234,34,\r\n")));
    QVERIFY(csv.contains(QStringLiteral("2,Japan,,,,,,,\"Kyoto, of course\",failed,1234,34,0.0012\r\n")));
}

void TestMatrixDocument::theClipboardGetsATable()
{
    const QStringList lines = document(MatrixFormat::Table).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    for (const QString &line : lines)
        QCOMPARE(line.count(QLatin1Char('\t')), 10);
    QVERIFY(lines.at(1).startsWith(QStringLiteral("1\tFrance\t'=1+1\tpassed\t1234\t34\t0.0012\terror\t")));
}

void TestMatrixDocument::markdownFencesWhatWasSaid()
{
    const QString text = document(MatrixFormat::Markdown);
    QVERIFY(text.contains(QStringLiteral("## Case 1\n")));
    QVERIFY2(text.contains(QStringLiteral("````\nParis\n```\n<script>x</script>\n````\n")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("- `contains:Paris: failed (said so)`")));
    QVERIFY(text.contains(QStringLiteral("### a/m0\n\nnot asked\n")));
}

void TestMatrixDocument::htmlRunsAndLoadsNothing()
{
    const QString html = document(MatrixFormat::Html);
    QVERIFY(html.contains(QStringLiteral("default-src 'none'")));
    QVERIFY(html.contains(QStringLiteral("&lt;script&gt;x&lt;/script&gt;")));
    QVERIFY(!html.contains(QStringLiteral("<script")));
    QVERIFY(html.contains(QStringLiteral("<title>capitals &lt;b&gt;</title>")));
    QCOMPARE(html.count(QStringLiteral("<tr>")), 3);
}

void TestMatrixDocument::jsonIsThePublicDocument()
{
    const QJsonObject json = QJsonDocument::fromJson(document(MatrixFormat::Json).toUtf8()).object();
    QCOMPARE(json[QStringLiteral("set")].toString(), QStringLiteral("capitals <b>"));
    QCOMPARE(json[QStringLiteral("matrix_id")].toInt(), 7);
    PromptSet ofFile = capitals();
    ofFile.source = QStringLiteral("sets/capitals.csv");
    const QString named = document(MatrixFormat::Json, ofFile);
    QVERIFY(named.contains(QStringLiteral("\"set\": \"sets/capitals.csv\"")));
    const QJsonArray cells = json[QStringLiteral("cells")].toArray();
    QCOMPARE(cells.size(), 3);
    const QJsonObject first = cells.at(0).toObject();
    QCOMPARE(first[QStringLiteral("case")].toInt(), 0);
    QCOMPARE(first[QStringLiteral("lane")].toInt(), 0);
    QCOMPARE(first[QStringLiteral("status")].toString(), QStringLiteral("complete"));
    QCOMPARE(first[QStringLiteral("checks")].toArray().at(0).toObject()[QStringLiteral("passed")].toBool(),
             true);
    const QJsonObject summary = json[QStringLiteral("summary")].toObject();
    QCOMPARE(summary[QStringLiteral("cells")].toInt(), 3);
    QCOMPARE(summary[QStringLiteral("failed")].toInt(), 1);
    QCOMPARE(summary[QStringLiteral("checks_failed")].toInt(), 1);
    QCOMPARE(summary[QStringLiteral("cost")].toObject()[QStringLiteral("usd")].toString(),
             QStringLiteral("0.0024"));
}

void TestMatrixDocument::verdictsAreWords()
{
    QCOMPARE(MatrixDocument::verdictWord(answered(0, QStringLiteral("x"), std::nullopt)),
             QStringLiteral("no verdict"));
    QCOMPARE(MatrixDocument::verdictWord(failed(0)), QStringLiteral("error"));
    QCOMPARE(MatrixDocument::verdictWord({}), QString());
}

void TestMatrixDocument::whatWasNeverSentIsFree()
{
    MatrixRecord matrix;
    matrix.set = capitals();
    matrix.targets.append(Target{{QStringLiteral("a"), QStringLiteral("m0")}});
    const QList<MatrixCellRecord> cells =
        completedRows(matrix, 0, 2, {}, Error{ErrorKind::Budget, QStringLiteral("Not sent")});
    QCOMPARE(cells.size(), 2);
    MatrixTotals totals;
    for (const MatrixCellRecord &cell : cells)
        totals.add(cell);
    QCOMPARE(totals.failed, 2);
    QCOMPARE(totals.unknownCosts, 0);
    QCOMPARE(totals.known, Money());
}

SWITCHYARD_TEST(TestMatrixDocument)
#include "tst_matrixdocument.moc"
