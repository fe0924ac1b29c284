#include "ui/report/pdfpages.h"

#include <QGuiApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QTextOption>

namespace ui {

namespace {

constexpr double kFootHeight = 20.0 * kPdfUnitsPerPoint;
constexpr int kPointsPerInch = 72;
constexpr double kLargestHeight = 1e6;

/// Breaks lines between words, within one only where a line has no room for it.
QTextOption wrapping(Qt::Alignment align)
{
    QTextOption option(align | Qt::AlignTop);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

} // namespace

PdfPages::PdfPages(QIODevice &device, const QString &title, int pages)
    : m_writer(&device), m_title(title), m_pages(pages)
{
    const QMarginsF margins(15.0, 16.0, 15.0, 14.0);
    m_writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, margins, QPageLayout::Millimeter));
    m_writer.setResolution(kPointsPerInch * kPdfUnitsPerPoint);
    m_writer.setTitle(title);
    m_writer.setCreator(QStringLiteral("Switchyard"));
    m_painter.begin(&m_writer);
}

PdfPages::~PdfPages()
{
    if (isOpen())
        finishPage();
}

double PdfPages::width() const
{
    return m_writer.width();
}

double PdfPages::bottom() const
{
    return m_writer.height() - kFootHeight;
}

bool PdfPages::ensure(double height)
{
    if (m_y == 0.0 || height <= left())
        return false;
    finishPage();
    m_writer.newPage();
    ++m_page;
    m_y = 0.0;
    return true;
}

void PdfPages::finishPage()
{
    const QFont small = font(8.0);
    const QString number =
        m_pages > 0 ? QStringLiteral("%1 / %2").arg(m_page).arg(m_pages) : QString::number(m_page);
    const QRectF foot(0.0, bottom(), width(), kFootHeight);
    m_painter.setFont(small);
    m_painter.setPen(pdfcolour::kInk2);
    m_painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine, m_title);
    m_painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom | Qt::TextSingleLine, number);
}

QFont PdfPages::font(double points, QFont::Weight weight)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(qRound(points * kPdfUnitsPerPoint));
    font.setWeight(weight);
    return font;
}

double PdfPages::heightOf(const QString &text, const QFont &font, double width)
{
    m_painter.setFont(font);
    return m_painter.boundingRect(QRectF(0.0, 0.0, width, kLargestHeight), text, wrapping(Qt::AlignLeft))
        .height();
}

double PdfPages::widthOf(const QString &text, const QFont &font)
{
    // By the same layout as the text is drawn by, so that it fits to the last digit.
    m_painter.setFont(font);
    QTextOption option(Qt::AlignLeft | Qt::AlignTop);
    option.setWrapMode(QTextOption::NoWrap);
    return m_painter.boundingRect(QRectF(0.0, 0.0, kLargestHeight, kLargestHeight), text, option).width();
}

void PdfPages::draw(const QString &text, const QFont &font, const QColor &colour, double x, double width,
                    Qt::Alignment align, double below)
{
    m_painter.setFont(font);
    m_painter.setPen(colour);
    m_painter.drawText(QRectF(x, m_y + below, width, kLargestHeight), text, wrapping(align));
}

void PdfPages::write(const QString &text, const QFont &font, const QColor &colour, double gap)
{
    const double height = heightOf(text, font, width());
    ensure(height);
    draw(text, font, colour, 0.0, width());
    advance(height + gap);
}

} // namespace ui
