#pragma once

#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QString>

namespace ui {

/// Lengths of a PDF page are tenths of a point (1/720 inch).
constexpr int kPdfUnitsPerPoint = 10;

/// Light colours of the product; paper is white.
namespace pdfcolour {
inline const QColor kInk(0x1b, 0x23, 0x30);
inline const QColor kInk2(0x56, 0x60, 0x72);
inline const QColor kSoft(0xf1, 0xf3, 0xf6);
inline const QColor kLine(0xdf, 0xe3, 0xe8);
} // namespace pdfcolour

/// The pages of one PDF file, filled from top to bottom. Its owner paints at y() and says how far it got.
class PdfPages
{
public:
    /// `pages` is written beside each page's number; 0 when it is not known yet.
    PdfPages(QIODevice &device, const QString &title, int pages);
    ~PdfPages();
    PdfPages(const PdfPages &) = delete;
    PdfPages &operator=(const PdfPages &) = delete;

    bool isOpen() const { return m_painter.isActive(); }
    int count() const { return m_page; }
    QPainter &painter() { return m_painter; }

    double width() const;
    double y() const { return m_y; }
    /// How much there is below y() on this page.
    double left() const { return bottom() - m_y; }
    void advance(double height) { m_y += height; }
    /// Begins a new page unless so much fits on this one; whether it did.
    bool ensure(double height);

    static QFont font(double points, QFont::Weight weight = QFont::Normal);
    /// How high the text is in a column of that width.
    double heightOf(const QString &text, const QFont &font, double width);
    double widthOf(const QString &text, const QFont &font);
    /// Within the column at `x`, y() and of that width; nothing advances.
    void draw(const QString &text, const QFont &font, const QColor &colour, double x, double width,
              Qt::Alignment align = Qt::AlignLeft, double below = 0.0);
    /// A paragraph over the whole width, and the gap after it.
    void write(const QString &text, const QFont &font, const QColor &colour, double gap);

private:
    double bottom() const;
    void finishPage();

    QPdfWriter m_writer;
    QPainter m_painter;
    const QString m_title;
    const int m_pages;
    int m_page = 1;
    double m_y = 0.0;
};

} // namespace ui
