#include "core/report/reporthtml.h"
#include "tests/core/report/reportfixture.h"
#include "tests/support/testunit.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace core;

/// The HTML file of a report: one file, safe to open, and read by machines as well as people.
class TestReportHtml : public QObject
{
    Q_OBJECT

private slots:
    void itIsWellFormed();
    void itLoadsAndRunsNothing();
    void namesAreEscaped_data();
    void namesAreEscaped();
    void everyRowHasTheCellsOfItsHead();
    void thePlotIsToldAndDrawn();
    void anEmptyMonthIsAWholePage();
    void figuresStayOnALineAndSentencesDoNot();
    void aCaptionIsShownWhereItSaysMoreThanItsHeading();
};

namespace {

/// Names of the elements in their order; fails when the text is no XML.
QStringList elementsOf(const QString &html)
{
    QStringList names;
    QXmlStreamReader reader(html);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement)
            names.append(reader.name().toString());
    }
    if (reader.hasError())
        qFatal("line %lld: %s", reader.lineNumber(), qPrintable(reader.errorString()));
    return names;
}

} // namespace

void TestReportHtml::itIsWellFormed()
{
    const QString html = reportHtml(test::wholeReport(), QLocale::c());
    const QStringList elements = elementsOf(html);
    QCOMPARE(elements.constFirst(), QStringLiteral("html"));
    QCOMPARE(elements.count(QStringLiteral("h1")), 1);
    // Days, reasons, tasks, models, accounts, savings, calls, budgets and unpriced.
    QCOMPARE(elements.count(QStringLiteral("table")), 9);
    QCOMPARE(elements.count(QStringLiteral("caption")), 9);
    QVERIFY(html.startsWith(QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">")));
}

void TestReportHtml::itLoadsAndRunsNothing()
{
    const QString html = reportHtml(test::wholeReport(), QLocale::c());
    for (const char *word : {"<script", "http:", "https:", "src=", "href=", "url(", "@import", "<link",
                             "<img", "<iframe", "<object", "javascript:"})
        QVERIFY2(!html.contains(QLatin1StringView(word), Qt::CaseInsensitive), word);
    QVERIFY(html.contains(QStringLiteral("default-src 'none'")));
    QVERIFY(html.contains(QStringLiteral("prefers-color-scheme: dark")));
    QVERIFY(html.contains(QStringLiteral("@media print")));
}

void TestReportHtml::namesAreEscaped_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *title, const QString &name, const QString &read) {
        QTest::newRow(title) << name << read;
    };
    row("an element", QStringLiteral("<script>alert(1)</script>"),
        QStringLiteral("<script>alert(1)</script>"));
    row("the end of an attribute", QStringLiteral("\" onmouseover=\"x"),
        QStringLiteral("\" onmouseover=\"x"));
    row("an entity", QStringLiteral("a &amp; b & c"), QStringLiteral("a &amp; b & c"));
    row("a place for an argument", QStringLiteral("m%1 %2 %3"), QStringLiteral("m%1 %2 %3"));
    row("a control character", QStringLiteral("a\u0001b\u001bc"), QStringLiteral("abc"));
    row("Chinese", QStringLiteral("通义千问"), QStringLiteral("通义千问"));
}

void TestReportHtml::namesAreEscaped()
{
    QFETCH(QString, name);
    QFETCH(QString, read);
    MonthlyReport report = test::wholeReport();
    report.chartModels.first() = name;
    report.models.rows.first().name = name;
    report.tasks.rows.first().name = name;
    report.accounts.rows.first().name = name;
    report.unpriced.first() = {name, name, 2};
    report.savings.first().ruleSet = name;
    report.budgets.first().worst.budget.name = name;
    const QString html = reportHtml(report, QLocale::c());
    QVERIFY(!html.contains(QStringLiteral("<script"), Qt::CaseInsensitive));
    QXmlStreamReader reader(html);
    int found = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters && reader.text().contains(read))
            ++found;
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    // The legend, three tables, two cells of the unpriced, the savings and the budget.
    QCOMPARE(found, 8);
}

void TestReportHtml::everyRowHasTheCellsOfItsHead()
{
    QXmlStreamReader reader(reportHtml(test::wholeReport(), QLocale::c()));
    int head = 0;
    int cells = 0;
    int rows = 0;
    bool inHead = false;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1StringView("thead"))
            inHead = true;
        else if (reader.isEndElement() && reader.name() == QLatin1StringView("thead"))
            inHead = false;
        else if (reader.isStartElement() && reader.name() == QLatin1StringView("tr"))
            cells = 0;
        else if (reader.isStartElement()
                 && (reader.name() == QLatin1StringView("th") || reader.name() == QLatin1StringView("td"))) {
            ++cells;
            if (reader.name() == QLatin1StringView("th"))
                QVERIFY(reader.attributes().hasAttribute(QStringLiteral("scope")));
        } else if (reader.isEndElement() && reader.name() == QLatin1StringView("tr")) {
            if (inHead)
                head = cells;
            else
                QCOMPARE(cells, head);
            ++rows;
        }
    }
    QVERIFY(!reader.hasError());
    // 9 heads; 31 days; 7, 2, 3, 2 with their sums; 1 saving, call, budget and unpriced model.
    QCOMPARE(rows, 9 + 31 + 7 + 2 + 3 + 2 + 4);
}

void TestReportHtml::thePlotIsToldAndDrawn()
{
    const ReportDocument document = reportDocument(test::wholeReport(), QLocale::c());
    const QString svg = reportPlotSvg(*document.sections.constFirst().plot);
    QXmlStreamReader reader(svg);
    QHash<QString, double> heights;
    QStringList elements;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        elements.append(reader.name().toString());
        if (reader.name() == QLatin1StringView("rect"))
            heights[reader.attributes().value(QStringLiteral("class")).toString()] +=
                reader.attributes().value(QStringLiteral("height")).toDouble();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(elements.mid(0, 3),
             QStringList({QStringLiteral("svg"), QStringLiteral("title"), QStringLiteral("desc")}));
    QCOMPARE(elements.count(QStringLiteral("rect")), 3);
    // $28 of one model and $2 of the other.
    const double ratio = heights.value(QStringLiteral("s0")) / heights.value(QStringLiteral("s1"));
    QVERIFY2(ratio > 13.9 && ratio < 14.1, qPrintable(QString::number(ratio)));
}

void TestReportHtml::anEmptyMonthIsAWholePage()
{
    MonthlyReport empty;
    empty.month = QDate(2026, 8, 1);
    empty.lastDay = QDate(2026, 8, 31);
    const QString html = reportHtml(empty, QLocale::c());
    QVERIFY(!elementsOf(html).contains(QStringLiteral("table")));
    QVERIFY(html.contains(QStringLiteral("The ledger has no request in this month.")));
}

void TestReportHtml::figuresStayOnALineAndSentencesDoNot()
{
    MonthlyReport report = test::wholeReport();
    report.savings.first().saved.reset();
    report.savings.first().problem = QStringLiteral("The version before asks a model without a price.");
    const QString html = reportHtml(report, QLocale::c());
    QVERIFY(html.contains(QStringLiteral("<td class=\"figure long\">The version before")));
    QCOMPARE(html.count(QStringLiteral("class=\"figure long\"")), 1);
    QVERIFY(html.contains(QStringLiteral("td.figure { white-space: nowrap; }")));
}

void TestReportHtml::aCaptionIsShownWhereItSaysMoreThanItsHeading()
{
    const QString html = reportHtml(test::wholeReport(), QLocale::c());
    QVERIFY(html.contains(QStringLiteral("<caption class=\"told\">Models</caption>")));
    QVERIFY(html.contains(QStringLiteral("<caption>The calls that cost most</caption>")));
}

SWITCHYARD_TEST(TestReportHtml)

#include "tst_reporthtml.moc"
