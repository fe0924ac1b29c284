#include "ui/report/reportpdf.h"

#include "tests/core/report/reportfixture.h"
#include "tests/support/testunit.h"
#include "ui/report/pdfpages.h"

#include <QBuffer>
#include <QTest>

using core::reportDocument;
using core::ReportDocument;
using ui::reportPdf;

/// A report on the pages of a PDF file.
class ReportPdfTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsAPdfWithItsFonts();
    void aShortReportIsOnePage();
    void aLongTableTakesMorePages();
    void aTallCellStaysOnThePage();
    void linesBreakBetweenWords();
};

namespace {

/// Each page is an object of its own, which QPdfWriter does not compress.
qsizetype pagesIn(const QByteArray &pdf)
{
    return pdf.count("/Type /Page\n");
}

} // namespace

void ReportPdfTest::itIsAPdfWithItsFonts()
{
    const QByteArray pdf = reportPdf(reportDocument(test::wholeReport(), QLocale::c()));
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    QVERIFY(pdf.contains("/FontFile"));
    // A4 in points, as wide as 210 mm and as high as 297 mm.
    QVERIFY(pdf.contains("/MediaBox [0 0 595"));
    const qsizetype pages = pagesIn(pdf);
    QVERIFY2(pages >= 2 && pages <= 3, qPrintable(QString::number(pages)));
}

void ReportPdfTest::aShortReportIsOnePage()
{
    core::MonthlyReport empty;
    empty.month = QDate(2026, 8, 1);
    empty.lastDay = QDate(2026, 8, 31);
    QCOMPARE(pagesIn(reportPdf(reportDocument(empty, QLocale::c()))), 1);
}

void ReportPdfTest::aLongTableTakesMorePages()
{
    core::MonthlyReport report = test::wholeReport();
    report.unpriced.clear();
    for (int model = 0; model < 300; ++model)
        report.unpriced.append({QStringLiteral("one"), QStringLiteral("model-%1").arg(model), 1});
    // A page has room for some 45 to 55 lines of a table, beside the two pages of the rest.
    const qsizetype pages = pagesIn(reportPdf(reportDocument(report, QLocale::c())));
    QVERIFY2(pages >= 7 && pages <= 11, qPrintable(QString::number(pages)));
}

void ReportPdfTest::aTallCellStaysOnThePage()
{
    core::MonthlyReport report = test::wholeReport();
    report.models.rows.first().name = QString(400, QLatin1Char('m'));
    const qsizetype pages = pagesIn(reportPdf(reportDocument(report, QLocale::c())));
    QVERIFY2(pages >= 2 && pages <= 3, qPrintable(QString::number(pages)));
}

void ReportPdfTest::linesBreakBetweenWords()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    ui::PdfPages pages(buffer, QStringLiteral("a report"), 0);
    const QFont font = ui::PdfPages::font(9.0);
    const QString word = QStringLiteral("harbour");
    // Two words do not fit; the letters of three fill less than two lines.
    const double width = 1.9 * pages.widthOf(word, font);
    const double line = pages.heightOf(word, font, width);
    QCOMPARE(qRound(pages.heightOf(QStringList(3, word).join(u' '), font, width) / line), 3);
    QCOMPARE(qRound(pages.heightOf(QString(word).repeated(3), font, width) / line), 2);
    QCOMPARE(qRound(pages.heightOf(word, font, pages.widthOf(word, font) + 1.0) / line), 1);
}

SWITCHYARD_TEST(ReportPdfTest)

#include "tst_reportpdf.moc"
