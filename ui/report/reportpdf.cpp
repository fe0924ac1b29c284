#include "ui/report/reportpdf.h"

#include "ui/report/pdfpages.h"
#include "ui/report/pdfparts.h"

#include <QBuffer>

namespace ui {

using core::ReportDocument;
using core::ReportSection;

namespace {

constexpr double kPt = kPdfUnitsPerPoint;
/// A heading is not left alone at the foot of a page.
constexpr double kWithHeading = 70.0 * kPt;
constexpr double kWithPlot = 240.0 * kPt;

void paintSection(PdfPages &pages, const ReportSection &section)
{
    pages.advance(12.0 * kPt);
    pages.ensure(section.plot ? kWithPlot : kWithHeading);
    pages.write(section.title, PdfPages::font(11.5, QFont::DemiBold), pdfcolour::kInk, 4.0 * kPt);
    for (const QString &paragraph : section.paragraphs)
        pages.write(paragraph, PdfPages::font(9.0), pdfcolour::kInk, 4.0 * kPt);
    if (section.plot)
        paintPlot(pages, *section.plot);
    if (section.grid && !section.gridIsFolded)
        paintGrid(pages, *section.grid);
}

/// How many pages it took; 0 when it cannot be painted.
int paintReport(QIODevice &device, const ReportDocument &document, int knownPages)
{
    PdfPages pages(device, document.title, knownPages);
    if (!pages.isOpen())
        return 0;
    pages.write(document.title, PdfPages::font(18.0, QFont::DemiBold), pdfcolour::kInk, 2.0 * kPt);
    pages.write(document.subtitle, PdfPages::font(9.0), pdfcolour::kInk2, 6.0 * kPt);
    for (const QString &sentence : document.summary)
        pages.write(sentence, PdfPages::font(9.5), pdfcolour::kInk, 4.0 * kPt);
    pages.advance(4.0 * kPt);
    paintFigures(pages, document.figures);
    for (const ReportSection &section : document.sections)
        paintSection(pages, section);
    return pages.count();
}

QByteArray paintedReport(const ReportDocument &document, int knownPages, int *pages)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    *pages = paintReport(buffer, document, knownPages);
    return *pages > 0 ? pdf : QByteArray();
}

} // namespace

QByteArray reportPdf(const ReportDocument &document)
{
    // Only when all is painted is it known how many pages there are, which each of them says.
    int pages = 0;
    if (paintedReport(document, 0, &pages).isEmpty())
        return {};
    return paintedReport(document, pages, &pages);
}

} // namespace ui
