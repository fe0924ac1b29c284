#include "ui/report/pdfpages.h"
#include "ui/report/pdfparts.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace ui {

using core::ReportCell;
using core::ReportGrid;

namespace {

constexpr double kCellGap = 5.0 * kPdfUnitsPerPoint;
constexpr double kCellRise = 2.5 * kPdfUnitsPerPoint;
constexpr double kWidestShare = 0.4;
/// Words that are longer than this part of the page are broken before a figure is.
constexpr double kWidestWord = 0.2;
/// What a line may be wider than its text was measured.
constexpr double kSlack = 1.0;
/// A figure of up to so many characters stays on one line.
constexpr qsizetype kWholeFigure = 14;
constexpr double kTextPoints = 8.5;

/// One table under way.
class PdfGrid
{
public:
    PdfGrid(PdfPages &pages, const ReportGrid &grid);

    void paint();

private:
    void measure();
    double leastWidth(const QString &text, const QFont &font, bool isFigure) const;
    void narrow(const QList<double> &least);
    void paintHead();
    double rowHeight(const QStringList &texts, const QFont &font);
    void paintRow(const QStringList &texts, const QFont &font, const QColor &colour, double height);
    QFont rowFont(qsizetype row) const;

    PdfPages &m_pages;
    const ReportGrid &m_grid;
    const QFont m_text = PdfPages::font(kTextPoints);
    const QFont m_strong = PdfPages::font(kTextPoints, QFont::DemiBold);
    QList<double> m_widths;
};

QStringList textsOf(const QList<ReportCell> &cells)
{
    QStringList texts;
    for (const ReportCell &cell : cells)
        texts.append(cell.text);
    return texts;
}

PdfGrid::PdfGrid(PdfPages &pages, const ReportGrid &grid) : m_pages(pages), m_grid(grid)
{
    measure();
}

/// The widest part of a text that a line is not broken within.
double PdfGrid::leastWidth(const QString &text, const QFont &font, bool isFigure) const
{
    if (isFigure && text.size() <= kWholeFigure)
        return m_pages.widthOf(text, font);
    // What is known of a cost and what is not are told on a line each.
    static const QString kAnd = QStringLiteral(" + ");
    static const QRegularExpression breaks(QStringLiteral("[ /-]"));
    double least = 0.0;
    const QStringList parts = isFigure && text.contains(kAnd) ? text.split(kAnd) : text.split(breaks);
    for (const QString &part : parts)
        least = std::max(least, m_pages.widthOf(part + u'-', font));
    return least;
}

/// Every column as wide as its widest text; what is left goes to the first, what is missing comes from those
/// whose texts can be broken.
void PdfGrid::measure()
{
    const double widest = kWidestShare * m_pages.width();
    QList<double> least;
    for (qsizetype column = 0; column < m_grid.head.size(); ++column) {
        const bool isFigure = column >= m_grid.words;
        double width = m_pages.widthOf(m_grid.head.at(column), m_text);
        double narrowest = leastWidth(m_grid.head.at(column), m_text, false);
        for (const QList<ReportCell> &row : m_grid.rows) {
            const QString text = row.value(column).text;
            width = std::max(width, m_pages.widthOf(text, m_strong));
            narrowest = std::max(narrowest, leastWidth(text, m_strong, isFigure));
        }
        m_widths.append(std::min(width + 2.0 * kCellGap + kSlack, widest));
        const double most = isFigure ? widest : kWidestWord * m_pages.width();
        least.append(std::min({narrowest + 2.0 * kCellGap + kSlack, m_widths.constLast(), most}));
    }
    const double sum = std::accumulate(m_widths.cbegin(), m_widths.cend(), 0.0);
    if (sum > m_pages.width())
        narrow(least);
    else if (!m_widths.isEmpty())
        m_widths.first() += m_pages.width() - sum;
}

/// Takes what the page lacks from the columns by what each can give; where that is too little, from all.
void PdfGrid::narrow(const QList<double> &least)
{
    const double sum = std::accumulate(m_widths.cbegin(), m_widths.cend(), 0.0);
    const double leastSum = std::accumulate(least.cbegin(), least.cend(), 0.0);
    const double share =
        sum > leastSum ? std::clamp((m_pages.width() - leastSum) / (sum - leastSum), 0.0, 1.0) : 0.0;
    const double scale = std::min(1.0, m_pages.width() / leastSum);
    for (qsizetype column = 0; column < m_widths.size(); ++column) {
        const double kept = least.at(column);
        m_widths[column] = (kept + share * (m_widths.at(column) - kept)) * scale;
    }
}

QFont PdfGrid::rowFont(qsizetype row) const
{
    return m_grid.hasSum && row == m_grid.rows.size() - 1 ? m_strong : m_text;
}

double PdfGrid::rowHeight(const QStringList &texts, const QFont &font)
{
    double height = 0.0;
    for (qsizetype column = 0; column < m_widths.size(); ++column)
        height = std::max(height,
                          m_pages.heightOf(texts.value(column), font, m_widths.at(column) - 2.0 * kCellGap));
    return height + 2.0 * kCellRise;
}

void PdfGrid::paintRow(const QStringList &texts, const QFont &font, const QColor &colour, double height)
{
    double x = 0.0;
    for (qsizetype column = 0; column < m_widths.size(); ++column) {
        const double width = m_widths.at(column);
        m_pages.draw(texts.value(column), font, colour, x + kCellGap, width - 2.0 * kCellGap,
                     column < m_grid.words ? Qt::AlignLeft : Qt::AlignRight, kCellRise);
        x += width;
    }
    m_pages.advance(height);
    m_pages.painter().setPen(QPen(pdfcolour::kLine, kPdfUnitsPerPoint / 2.0));
    m_pages.painter().drawLine(QPointF(0.0, m_pages.y()), QPointF(m_pages.width(), m_pages.y()));
}

void PdfGrid::paintHead()
{
    const double height = rowHeight(m_grid.head, m_text);
    m_pages.painter().fillRect(QRectF(0.0, m_pages.y(), m_pages.width(), height), pdfcolour::kSoft);
    paintRow(m_grid.head, m_text, pdfcolour::kInk2, height);
}

void PdfGrid::paint()
{
    paintHead();
    for (qsizetype row = 0; row < m_grid.rows.size(); ++row) {
        const QStringList texts = textsOf(m_grid.rows.at(row));
        const QFont font = rowFont(row);
        const double height = rowHeight(texts, font);
        if (m_pages.ensure(height))
            paintHead();
        paintRow(texts, font, pdfcolour::kInk, height);
    }
}

} // namespace

void paintGrid(PdfPages &pages, const ReportGrid &grid)
{
    PdfGrid(pages, grid).paint();
}

} // namespace ui
