#include "core/report/reportdocument.h"
#include "core/report/reportjob.h"
#include "tests/core/report/reportfixture.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

/// What a report says, whatever kind of file it becomes.
class TestReportDocument : public QObject
{
    Q_OBJECT

private slots:
    void theHeadNamesMonthZoneAndMoment();
    void figuresAreRoundedAndExact();
    void everyPartHasItsSection();
    void tablesSumUp();
    void reasonsSumUp();
    void thePlotIsAsHighAsItsDearestDay();
    void aModelWithoutANameIsCalledSo();
    void withoutAMonthBeforeThereIsNoChange();
    void withoutAnyKnownCostThereIsNoPlot();
    void whatIsUnknownIsComparedWithNothing();
    void aBudgetSaysWhatItDoesNotKnow();
    void anEmptyMonthSaysSo();
    void whatALedgerCannotKnowIsSaid();
    void aSavingThatIsUnknownSaysWhy();
    void aBudgetSaysInWordsWhatItCounts_data();
    void aBudgetSaysInWordsWhatItCounts();
    void importsAreInNoBudget();
    void modelsKeepTheirColours();
    void aFileIsNamedAfterItsMonth();

private:
    static const ReportSection *section(const ReportDocument &document, const QString &title);
};

namespace {

QStringList cellTexts(const QList<ReportCell> &cells)
{
    QStringList texts;
    for (const ReportCell &cell : cells)
        texts.append(cell.text);
    return texts;
}

QStringList titlesOf(const ReportDocument &document)
{
    QStringList titles;
    for (const ReportSection &part : document.sections)
        titles.append(part.title);
    return titles;
}

} // namespace

const ReportSection *TestReportDocument::section(const ReportDocument &document, const QString &title)
{
    for (const ReportSection &part : document.sections) {
        if (part.title == title)
            return &part;
    }
    qFatal("There is no section %s", qPrintable(title));
}

void TestReportDocument::theHeadNamesMonthZoneAndMoment()
{
    const ReportDocument document = reportDocument(test::wholeReport(), QLocale::c());
    QCOMPARE(document.title, QStringLiteral("Usage report for October 2026"));
    // 8:30 UTC is 9:30 in Berlin's winter.
    QCOMPARE(
        document.subtitle,
        QStringLiteral("1 Oct 2026 to 31 Oct 2026, in days of Europe/Berlin; made on 2 Nov 2026, 09:30"));
    QCOMPARE(document.language, QStringLiteral("en"));
    QCOMPARE(document.summary.size(), 1);
    MonthlyReport running = test::wholeReport();
    running.isRunning = true;
    running.lastDay = QDate(2026, 10, 12);
    QVERIFY(reportDocument(running, QLocale::c())
                .summary.constFirst()
                .contains(QStringLiteral("1 Oct 2026 to 12 Oct 2026")));
}

void TestReportDocument::figuresAreRoundedAndExact()
{
    const QList<ReportFigure> figures = reportDocument(test::wholeReport(), QLocale::c()).figures;
    QCOMPARE(figures.at(0).value.text, QStringLiteral("$30.00 + 2 unpriced"));
    QCOMPARE(figures.at(0).value.exact, QStringLiteral("30"));
    // From $20 to $30.
    QCOMPARE(figures.at(0).note, QStringLiteral("+50 % against September 2026"));
    QCOMPARE(figures.at(1).value.text, QStringLiteral("12"));
    QCOMPARE(figures.at(6).value.text, QStringLiteral("$1.00"));
    // 3 of 12 requests, 3,000 of 12,000 tokens.
    QCOMPARE(figures.at(3).value.text, QStringLiteral("25.0 %"));
    QCOMPARE(figures.at(4).value.text, QStringLiteral("25.0 %"));
    MonthlyReport estimated = test::wholeReport();
    estimated.total.belowMicros = 1'500'000;
    estimated.total.aboveMicros = 2'000'000;
    QVERIFY(reportDocument(estimated, QLocale::c())
                .figures.at(0)
                .note.contains(QStringLiteral("between $28.50 and $32.00")));
}

void TestReportDocument::everyPartHasItsSection()
{
    QCOMPARE(titlesOf(reportDocument(test::wholeReport(), QLocale::c())),
             QStringList({QStringLiteral("Day by day"), QStringLiteral("Change and why"),
                          QStringLiteral("Tasks"), QStringLiteral("Models"), QStringLiteral("Accounts"),
                          QStringLiteral("Savings of active rules"), QStringLiteral("Most expensive calls"),
                          QStringLiteral("Budgets"), QStringLiteral("Unpriced"),
                          QStringLiteral("About these figures")}));
}

void TestReportDocument::tablesSumUp()
{
    const ReportDocument document = reportDocument(test::wholeReport(), QLocale::c());
    const ReportGrid models = *section(document, QStringLiteral("Models"))->grid;
    QCOMPARE(cellTexts(models.rows.at(0)),
             QStringList({QStringLiteral("big"), QStringLiteral("$28.00"), QStringLiteral("93.3 %"),
                          QStringLiteral("+$13.00"), QStringLiteral("6"), QStringLiteral("0"),
                          QStringLiteral("6,000"), QStringLiteral("600")}));
    QCOMPARE(models.rows.at(1).at(3).text, QStringLiteral("new"));
    QCOMPARE(models.rows.constLast().at(0).text, QStringLiteral("Total"));
    QCOMPARE(models.rows.constLast().at(3).text, QStringLiteral("+$10.00"));
    QVERIFY(models.hasSum);
    QCOMPARE(section(document, QStringLiteral("Tasks"))->grid->rows.at(0).at(0).text,
             QStringLiteral("no task"));
    MonthlyReport longer = test::wholeReport();
    longer.models.others = 2;
    longer.models.rest = test::requests(1, 3);
    const ReportDocument more = reportDocument(longer, QLocale::c());
    QCOMPARE(section(more, QStringLiteral("Models"))->grid->rows.at(2).at(0).text,
             QStringLiteral("2 others"));
}

void TestReportDocument::reasonsSumUp()
{
    const ReportDocument document = reportDocument(test::wholeReport(), QLocale::c());
    const ReportSection *change = section(document, QStringLiteral("Change and why"));
    QVERIFY2(change->paragraphs.constFirst().contains(QStringLiteral("$10.00 more")),
             qPrintable(change->paragraphs.constFirst()));
    QStringList amounts;
    for (const QList<ReportCell> &row : change->grid->rows)
        amounts.append(row.at(1).text);
    QCOMPARE(amounts,
             QStringList({QStringLiteral("+$4.00"), QStringLiteral("+$9.00"), QStringLiteral("$0"),
                          QStringLiteral("\u2212$1.00"), QStringLiteral("\u2212$3.00"),
                          QStringLiteral("+$1.00"), QStringLiteral("+$10.00")}));
    MonthlyReport cheaper = test::wholeReport();
    cheaper.before = test::requests(10, 35);
    QVERIFY(section(reportDocument(cheaper, QLocale::c()), QStringLiteral("Change and why"))
                ->paragraphs.constFirst()
                .contains(QStringLiteral("$5.00 less")));
}

void TestReportDocument::thePlotIsAsHighAsItsDearestDay()
{
    const ReportDocument document = reportDocument(test::wholeReport(), QLocale::c());
    const ReportSection *days = section(document, QStringLiteral("Day by day"));
    QVERIFY(days->plot);
    QVERIFY(days->gridIsFolded);
    QCOMPARE(days->plot->bars.size(), 31);
    QCOMPARE(days->grid->rows.size(), 31);
    // No other model cost anything.
    QCOMPARE(days->plot->series, QStringList({QStringLiteral("big"), QStringLiteral("small")}));
    QCOMPARE(days->plot->bars.at(1).parts, QList<double>({10.0, 2.0}));
    // $18 in steps of $5.
    QCOMPARE(days->plot->ticks.size(), 5);
    QCOMPARE(days->plot->ticks.constLast().first, 20.0);
    QCOMPARE(days->plot->ticks.at(1).second, QStringLiteral("$5.00"));
    QVERIFY(days->plot->description.contains(QStringLiteral("$18.00 on 31 Oct 2026")));
    MonthlyReport others = test::wholeReport();
    others.days[1].parts[2] = test::dollars(1);
    const ReportDocument more = reportDocument(others, QLocale::c());
    QCOMPARE(section(more, QStringLiteral("Day by day"))->plot->series.size(), 3);
}

void TestReportDocument::aModelWithoutANameIsCalledSo()
{
    MonthlyReport report = test::wholeReport();
    report.chartModels.first().clear();
    report.models.rows.first().name.clear();
    report.unpriced.first().model.clear();
    const QString unnamed = QStringLiteral("no name");
    const ReportDocument document = reportDocument(report, QLocale::c());
    QCOMPARE(section(document, QStringLiteral("Day by day"))->plot->series.constFirst(), unnamed);
    QCOMPARE(section(document, QStringLiteral("Models"))->grid->rows.at(0).at(0).text, unnamed);
    QCOMPARE(section(document, QStringLiteral("Unpriced"))->grid->rows.at(0).at(1).text, unnamed);
}

void TestReportDocument::withoutAMonthBeforeThereIsNoChange()
{
    MonthlyReport first = test::wholeReport();
    first.before.reset();
    first.reasons.clear();
    const ReportDocument document = reportDocument(first, QLocale::c());
    QVERIFY(!titlesOf(document).contains(QStringLiteral("Change and why")));
    QVERIFY(!section(document, QStringLiteral("Models"))->grid->head.contains(QStringLiteral("Change")));
    QVERIFY(document.figures.at(0).note.isEmpty());
}

void TestReportDocument::withoutAnyKnownCostThereIsNoPlot()
{
    MonthlyReport unpriced = test::wholeReport();
    unpriced.total.cost = {};
    unpriced.total.unpricedAttempts = unpriced.total.attempts;
    for (ReportDay &day : unpriced.days)
        day = {day.date, {}, {{}, {}, {}}};
    const ReportDocument document = reportDocument(unpriced, QLocale::c());
    const ReportSection *days = section(document, QStringLiteral("Day by day"));
    QVERIFY(!days->plot);
    QVERIFY(!days->gridIsFolded);
    QCOMPARE(document.figures.at(0).value.text, QStringLiteral("unpriced"));
}

void TestReportDocument::whatIsUnknownIsComparedWithNothing()
{
    MonthlyReport report = test::wholeReport();
    UsageFigures unknown = test::requests(6, 0);
    unknown.unpricedAttempts = 6;
    report.models.rows.first().figures = unknown;
    const ReportDocument document = reportDocument(report, QLocale::c());
    const ReportGrid models = *section(document, QStringLiteral("Models"))->grid;
    QCOMPARE(cellTexts(models.rows.at(0).mid(1, 3)),
             QStringList({QStringLiteral("unpriced"), QStringLiteral("\u2013"), QStringLiteral("\u2013")}));
    report.before = unknown;
    const ReportDocument other = reportDocument(report, QLocale::c());
    const ReportSection *change = section(other, QStringLiteral("Change and why"));
    QVERIFY(!change->grid);
    QVERIFY2(change->paragraphs.constFirst().contains(QStringLiteral("cannot be compared")),
             qPrintable(change->paragraphs.constFirst()));
    report.failed = unknown;
    report.failed.errors = 6;
    QCOMPARE(reportDocument(report, QLocale::c()).figures.at(6).value.text, QStringLiteral("unpriced"));
    report.savings.first().spent.reset();
    const ReportDocument saving = reportDocument(report, QLocale::c());
    QCOMPARE(section(saving, QStringLiteral("Savings of active rules"))->grid->rows.at(0).at(4).text,
             QStringLiteral("unpriced"));
}

void TestReportDocument::aBudgetSaysWhatItDoesNotKnow()
{
    MonthlyReport report = test::wholeReport();
    const auto spentAndUsed = [&report] {
        const ReportDocument document = reportDocument(report, QLocale::c());
        return cellTexts(section(document, QStringLiteral("Budgets"))->grid->rows.at(0).mid(4, 2));
    };
    QCOMPARE(spentAndUsed(), QStringList({QStringLiteral("$30.00"), QStringLiteral("120 %")}));
    report.budgets.first().worst.unpriced = 2;
    QCOMPARE(spentAndUsed(), QStringList({QStringLiteral("$30.00 + 2 unpriced"), QStringLiteral("120 %")}));
    report.budgets.first().worst.spent = {};
    QCOMPARE(spentAndUsed(), QStringList({QStringLiteral("unpriced"), QStringLiteral("\u2013")}));
}

void TestReportDocument::anEmptyMonthSaysSo()
{
    MonthlyReport empty;
    empty.month = QDate(2026, 8, 1);
    empty.lastDay = QDate(2026, 8, 31);
    const ReportDocument document = reportDocument(empty, QLocale::c());
    QCOMPARE(document.summary, QStringList({QStringLiteral("The ledger has no request in this month.")}));
    QVERIFY(document.figures.isEmpty());
    QCOMPARE(titlesOf(document), QStringList({QStringLiteral("About these figures")}));
}

void TestReportDocument::whatALedgerCannotKnowIsSaid()
{
    MonthlyReport report = test::wholeReport();
    report.completeness.firstMs = report.madeAtMs;
    report.completeness.lastMs = report.madeAtMs;
    report.completeness.prunedBeforeMs = report.madeAtMs;
    report.completeness.hiddenSimulated = 4;
    report.completeness.imported = test::requests(2, 12);
    const ReportDocument document = reportDocument(report, QLocale::c());
    const QString text =
        section(document, QStringLiteral("About these figures"))->paragraphs.join(QLatin1Char(' '));
    // $30 and 2 unpriced in all.
    QVERIFY2(
        text.contains(QStringLiteral("$18.00 + 2 unpriced was sent by Switchyard and $12.00 was imported")),
        qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("4 simulated requests are left out")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("before 2 Nov 2026, 09:30 were pruned")), qPrintable(text));
}

void TestReportDocument::aSavingThatIsUnknownSaysWhy()
{
    MonthlyReport report = test::wholeReport();
    const auto saved = [&report] {
        const ReportDocument document = reportDocument(report, QLocale::c());
        return section(document, QStringLiteral("Savings of active rules"))->grid->rows.at(0).constLast();
    };
    QCOMPARE(saved().text, QStringLiteral("+$6.00 (+$4.00 to +$7.00)"));
    QCOMPARE(saved().exact, QStringLiteral("6"));
    report.savings.first().saved.reset();
    report.savings.first().problem = QStringLiteral("12 calls, too few");
    QCOMPARE(saved().text, QStringLiteral("12 calls, too few"));
}

void TestReportDocument::aBudgetSaysInWordsWhatItCounts_data()
{
    QTest::addColumn<BudgetScope>("scope");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *title, const BudgetScope &scope, const char *words) {
        QTest::newRow(title) << scope << QString::fromLatin1(words);
    };
    using Kind = BudgetScope::Kind;
    row("everything", {}, "all requests");
    row("an account", {Kind::Account, {}, QStringLiteral("one")}, "account one");
    row("a vendor", {Kind::Vendor, {}, QStringLiteral("openai")}, "vendor openai");
    row("a model", {Kind::Model, {}, QStringLiteral("big")}, "model big");
    row("a task", {Kind::Task, {}, QStringLiteral("extract")}, "task type extract");
    row("a rule", {Kind::Rule, {}, QStringLiteral("daily/short")}, "rule daily/short");
    row("a tag", {Kind::Tag, QStringLiteral("team"), QStringLiteral("red")}, "tag team=red");
    row("a source", {Kind::Source, {}, QStringLiteral("cli")}, "source cli");
}

void TestReportDocument::aBudgetSaysInWordsWhatItCounts()
{
    QFETCH(BudgetScope, scope);
    MonthlyReport report = test::wholeReport();
    report.budgets.first().worst.budget.scope = scope;
    const ReportDocument document = reportDocument(report, QLocale::c());
    QTEST(section(document, QStringLiteral("Budgets"))->grid->rows.at(0).at(1).text, "words");
}

void TestReportDocument::importsAreInNoBudget()
{
    const QString sentence = QStringLiteral("Imported requests count in no budget.");
    MonthlyReport report = test::wholeReport();
    const auto said = [&] {
        return section(reportDocument(report, QLocale::c()), QStringLiteral("Budgets"))->paragraphs;
    };
    report.completeness.imported = {};
    QVERIFY(!said().contains(sentence));
    report.completeness.imported = test::requests(2, 1);
    QVERIFY(said().contains(sentence));
}

void TestReportDocument::modelsKeepTheirColours()
{
    const QStringList inWindow{QStringLiteral("other"), QStringLiteral("small"), QStringLiteral("third")};
    QCOMPARE(reportColours({QStringLiteral("big"), QStringLiteral("small")}, inWindow), (QList<int>{0, 1}));
    QCOMPARE(
        reportColours({QStringLiteral("small"), QStringLiteral("big"), QStringLiteral("third")}, inWindow),
        (QList<int>{1, 0, 2}));
    QCOMPARE(reportColours({QStringLiteral("big")}, {}), QList<int>{0});
    MonthlyReport report = test::wholeReport();
    report.chartColours = {3, 1};
    report.days[1].parts.last() = Money::fromPicos(1);
    const ReportDocument document = reportDocument(report, QLocale::c());
    // All others are in the same one in every report.
    QCOMPARE(section(document, QStringLiteral("Day by day"))->plot->colours,
             (QList<int>{3, 1, kReportOtherColour}));
}

void TestReportDocument::aFileIsNamedAfterItsMonth()
{
    QCOMPARE(reportFileName(QDate(2026, 3, 1), QStringLiteral("pdf")),
             QStringLiteral("switchyard-2026-03.pdf"));
}

SWITCHYARD_TEST(TestReportDocument)

#include "tst_reportdocument.moc"
