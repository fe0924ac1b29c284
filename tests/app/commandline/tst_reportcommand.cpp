#include "tests/app/documents.h"
#include "tests/app/program.h"
#include "tests/support/testunit.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace test;

/// `report` as a process without a display, over a ledger with requests in January 2026.
class TestReportCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void jsonIsOneDocument();
    void figuresAreThoseOfUsage();
    void daysAreThoseOfTheNamedZone();
    void htmlIsTheFormatWithoutAWord();
    void aPdfIsMadeWithoutADisplay();
    void aFileIsNotReplacedUnasked();
    void theLedgerIsNotReplacedByForce_data();
    void theLedgerIsNotReplacedByForce();
    void standardOutputMayBeNamed();
    void aMonthWithoutRequestsStillHasItsReport();
    void simulatedRequestsCountOnlyInTheDemo();
    void whatIsWrongIsOneSentence_data();
    void whatIsWrongIsOneSentence();

private:
    QString path(const char *name) const { return m_files.filePath(QString::fromLatin1(name)); }
    QJsonObject report(const char *line) const;

    Program m_program;
    QTemporaryDir m_files;
};

namespace {

QByteArray savedBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonArray listIn(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name)).toArray();
}

} // namespace

void TestReportCommand::initTestCase()
{
    const char *const times[] = {"2026-01-31T18:29:59Z", "2026-01-31T18:30:00Z", "2026-01-12T10:00:00Z"};
    for (const char *more :
         {"-m demo/swift --task summarize One?", "-m demo/swift Two?", "-m demo/fault-401 Three?"})
        m_program.run(words("compare --demo --json") + words(more));
    for (int attempt = 0; attempt < 3; ++attempt) {
        const qint64 at =
            QDateTime::fromString(QString::fromLatin1(times[attempt]), Qt::ISODate).toMSecsSinceEpoch();
        m_program.change(
            QStringLiteral("UPDATE attempts SET started_at = %1 WHERE id = %2").arg(at).arg(attempt + 1));
    }
}

QJsonObject TestReportCommand::report(const char *line) const
{
    const Outcome outcome = m_program.run(words("report --demo --json") + words(line));
    if (outcome.exitCode != 0 || !outcome.document().isObject())
        qFatal("%s", outcome.text().constData());
    return outcome.object();
}

void TestReportCommand::jsonIsOneDocument()
{
    const QJsonObject document = report("--month 2026-01 --zone UTC");
    QCOMPARE(problems(document, R"({"month": "string", "from": "string", "to": "string", "zone": "string",
        "total": {"calls": "number", "attempts": "number", "errors": "number", "rescued": "number",
                  "input": "number", "cached_input": "number", "output": "number",
                  "cost_usd": "string|null", "unpriced_attempts": "number"},
        "failed_cost_usd": "string", "first_token_p95_ms": "number|null",
        "days": [{"day": "string", "attempts": "number", "cost_usd": "string|null"}],
        "tasks": [{"task": "string", "calls": "number", "change_usd": "string|null"}],
        "models": [{"model": "string", "calls": "number", "cost_usd": "string|null"}],
        "accounts": [{"account": "string", "calls": "number"}],
        "calls": [{"run_id": "number|null", "at": "string", "model": "string", "cost_usd": "string"}],
        "completeness": {"first_request": "string|null", "hidden_simulated": "number"}})"),
             QStringList());
    QCOMPARE(member(document, "month"), QStringLiteral("2026-01"));
    QCOMPARE(member(document, "to"), QStringLiteral("2026-01-31"));
    QCOMPARE(listIn(document, "days").size(), 31);
    // The ledger begins in that month.
    QVERIFY(document.value(QLatin1StringView("change")).isNull());
}

void TestReportCommand::figuresAreThoseOfUsage()
{
    const QJsonObject total = part(report("--month 2026-01 --zone UTC"), "total");
    const QJsonObject usage = part(
        m_program.run(words("usage --demo --json --zone UTC --since 2026-01-01 --until 2026-01-31")).object(),
        "total");
    QCOMPARE(usage.value(QLatin1StringView("attempts")).toInt(), 3);
    for (const char *figure :
         {"calls", "attempts", "errors", "input", "output", "cost_usd", "unpriced_attempts"})
        QCOMPARE(total.value(QLatin1StringView(figure)), usage.value(QLatin1StringView(figure)));
}

void TestReportCommand::daysAreThoseOfTheNamedZone()
{
    // India is five and a half hours ahead: its February begins at 18:30 UTC.
    QCOMPARE(part(report("--month 2026-01 --zone Asia/Kolkata"), "total")
                 .value(QLatin1StringView("attempts"))
                 .toInt(),
             2);
    const QJsonObject february = report("--month 2026-02 --zone Asia/Kolkata");
    QCOMPARE(part(february, "total").value(QLatin1StringView("attempts")).toInt(), 1);
    // Against January's two.
    const QJsonObject change = part(february, "change");
    QCOMPARE(part(change, "before").value(QLatin1StringView("attempts")).toInt(), 2);
    QCOMPARE(listIn(change, "why").size(), 6);
}

void TestReportCommand::htmlIsTheFormatWithoutAWord()
{
    const Outcome outcome = m_program.run(words("report --demo --month 2026-01 --zone UTC"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QVERIFY(outcome.out.startsWith("<!DOCTYPE html>"));
    QVERIFY(outcome.out.contains("January 2026"));
    QXmlStreamReader reader(outcome.out);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    const Outcome saved = m_program.run(words("report --demo --month 2026-01 --zone UTC --out")
                                        + QStringList{path("january.html")});
    QVERIFY2(saved.exitCode == 0, saved.text().constData());
    QVERIFY(saved.out.contains("january.html"));
    QVERIFY(savedBytes(path("january.html")).startsWith("<!DOCTYPE html>"));
}

void TestReportCommand::aPdfIsMadeWithoutADisplay()
{
    const Outcome outcome = m_program.run(words("report --demo --month 2026-01 --format pdf --out")
                                          + QStringList{path("january.pdf")});
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QVERIFY2(!outcome.err.contains("XDG_RUNTIME_DIR"), outcome.err.constData());
    const QByteArray pdf = savedBytes(path("january.pdf"));
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    QVERIFY(pdf.count("/Type /Page\n") >= 1);
}

void TestReportCommand::aFileIsNotReplacedUnasked()
{
    const QString file = path("once.html");
    const QStringList line = words("report --demo --month 2026-01 --out") + QStringList{file};
    QCOMPARE(m_program.run(line).exitCode, 0);
    const QByteArray first = savedBytes(file);
    const Outcome again = m_program.run(line);
    QCOMPARE(again.exitCode, 2);
    QVERIFY2(again.isOneSentence() && again.err.contains("--force"), again.text().constData());
    QCOMPARE(savedBytes(file), first);
    const Outcome forced = m_program.run(line + words("--force --format json"));
    QVERIFY2(forced.exitCode == 0 && forced.out.isEmpty(), forced.text().constData());
    QVERIFY(QJsonDocument::fromJson(savedBytes(file)).isObject());
    const Outcome nowhere = m_program.run(words("report --demo --month 2026-01 --out")
                                          + QStringList{path("no/such/folder.html")});
    QCOMPARE(nowhere.exitCode, 3);
    QVERIFY2(nowhere.isOneSentence(), nowhere.text().constData());
}

void TestReportCommand::theLedgerIsNotReplacedByForce_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("itself") << m_program.ledgerFile();
    QTest::newRow("its write-ahead log") << QString(m_program.ledgerFile() + QStringLiteral("-wal"));
    QTest::newRow("a link") << path("link.html");
}

void TestReportCommand::theLedgerIsNotReplacedByForce()
{
    QFETCH(QString, target);
    QFile::link(m_program.ledgerFile(), path("link.html"));
    const Outcome refused =
        m_program.run(words("report --demo --month 2026-01 --force --out") + QStringList{target});
    QCOMPARE(refused.exitCode, 3);
    QVERIFY2(refused.isOneSentence() && refused.err.contains("ledger itself"), refused.text().constData());
    QCOMPARE(m_program.value(QStringLiteral("SELECT count(*) FROM attempts")).toInt(), 3);
}

void TestReportCommand::standardOutputMayBeNamed()
{
    const Outcome outcome =
        m_program.run(words("report --demo --month 2026-01 --zone UTC --out /dev/stdout"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QVERIFY2(outcome.out.startsWith("<!DOCTYPE html>") && outcome.out.trimmed().endsWith("</html>"),
             outcome.text().constData());
}

void TestReportCommand::aMonthWithoutRequestsStillHasItsReport()
{
    const Outcome outcome = m_program.run(words("report --demo --month 2025-06"));
    QVERIFY2(outcome.exitCode == 0, outcome.text().constData());
    QVERIFY2(outcome.out.contains("no request in this month"), outcome.text().constData());
    QCOMPARE(part(report("--month 2025-06"), "total").value(QLatin1StringView("attempts")).toInt(-1), 0);
}

void TestReportCommand::simulatedRequestsCountOnlyInTheDemo()
{
    const QJsonObject document = m_program.run(words("report --json --month 2026-01 --zone UTC")).object();
    QCOMPARE(part(document, "total").value(QLatin1StringView("attempts")).toInt(-1), 0);
    QCOMPARE(part(document, "completeness").value(QLatin1StringView("hidden_simulated")).toInt(), 3);
}

void TestReportCommand::whatIsWrongIsOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("named");
    const auto row = [](const char *name, const char *line, const char *named) {
        QTest::newRow(name) << words(line) << QByteArray(named);
    };
    row("no month", "report", "--month");
    row("a month that there is not", "report --month 2026-13", "2026-13");
    row("a day instead of a month", "report --month 2026-01-05", "2026-01-05");
    row("a month that has not begun", "report --month 2199-01", "2199-01");
    row("a word too many", "report 2026-01 --month 2026-01", "--month");
    row("an unknown zone", "report --month 2026-01 --zone Moon/Base", "Moon/Base");
    row("an unknown format", "report --month 2026-01 --format docx", "html, pdf, json");
    row("two formats", "report --month 2026-01 --format pdf --json --out a.pdf", "--json");
    row("a PDF on standard output", "report --month 2026-01 --format pdf", "--out");
    row("force without a file", "report --month 2026-01 --force", "--force");
}

void TestReportCommand::whatIsWrongIsOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, named);
    const Outcome outcome = m_program.run(arguments);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.isOneSentence() && outcome.err.contains(named), outcome.text().constData());
}

SWITCHYARD_TEST(TestReportCommand)

#include "tst_reportcommand.moc"
