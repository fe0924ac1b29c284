#include "ui/usage/chartexport.h"

#include "core/ledger/usagecsv.h"
#include "ui/usage/chartpainter.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPainter>
#include <QScreen>
#include <QSvgGenerator>

namespace ui {

namespace {

constexpr int kSheetMargin = 16;
constexpr int kSheetTitle = 32;

void drawSheet(QPainter &painter, const Theme &theme, const ChartSheet &sheet)
{
    const QRect whole(QPoint(0, 0), sheet.size);
    painter.fillRect(whole, theme.colour(Theme::Token::Panel));
    const int margin = theme.px(kSheetMargin);
    const QRect room = whole.adjusted(margin, margin, -margin, -margin);
    painter.setFont(theme.font(1.08, QFont::DemiBold));
    painter.setPen(theme.colour(Theme::Token::Ink));
    painter.drawText(QRect(room.topLeft(), QSize(room.width(), theme.px(kSheetTitle) - 8)),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(sheet.title, Qt::ElideRight, room.width()));
    const int legend = ChartLegend::heightFor(theme, sheet.legend, room.width());
    ChartPainter chart(theme);
    chart.layOut(room.adjusted(0, theme.px(kSheetTitle), 0, -legend - theme.px(8)));
    chart.setPicture(sheet.picture);
    chart.paint(painter);
    ChartLegend::draw(painter, theme, sheet.legend,
                      QRect(room.left(), room.bottom() - legend, room.width(), legend), Qt::LeftToRight);
}

QString flat(QString cell)
{
    return core::guardedCell(cell.replace(QLatin1Char('\t'), QLatin1Char(' '))
                                 .replace(QLatin1Char('\r'), QLatin1Char(' '))
                                 .replace(QLatin1Char('\n'), QLatin1Char(' ')));
}

} // namespace

QImage chartImage(const Theme &theme, const ChartSheet &sheet, double scale)
{
    QImage image(sheet.size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    drawSheet(painter, theme, sheet);
    return image;
}

QByteArray chartSvg(const Theme &theme, const ChartSheet &sheet)
{
    QByteArray svg;
    QBuffer buffer(&svg);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sheet.size);
    generator.setViewBox(QRect(QPoint(0, 0), sheet.size));
    generator.setTitle(sheet.title);
    // Texts are as large as the screen, which they are laid out for, has them.
    generator.setResolution(qRound(QGuiApplication::primaryScreen()->logicalDotsPerInchY()));
    QPainter painter(&generator);
    drawSheet(painter, theme, sheet);
    painter.end();
    return svg;
}

void copyImage(const QImage &image)
{
    QGuiApplication::clipboard()->setImage(image);
}

void copySvg(const QByteArray &svg)
{
    auto *const data = new QMimeData;
    data->setData(QStringLiteral("image/svg+xml"), svg);
    data->setText(QString::fromUtf8(svg));
    QGuiApplication::clipboard()->setMimeData(data);
}

QString cellsToCsv(const QList<QStringList> &cells)
{
    QString text;
    for (const QStringList &line : cells)
        text += core::csvRecord(line);
    return text;
}

QString cellsToTsv(const QList<QStringList> &cells)
{
    QString text;
    for (const QStringList &line : cells) {
        QStringList flattened;
        for (const QString &cell : line)
            flattened.append(flat(cell));
        text += flattened.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

} // namespace ui
