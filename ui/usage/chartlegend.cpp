#include "ui/usage/chartlegend.h"

#include "ui/usage/chartpainter.h"

#include <QPainter>
#include <QResizeEvent>
#include <QStyle>

#include <algorithm>

namespace ui {

namespace {

constexpr int kLegendDot = 9;
constexpr int kLegendDotGap = 6;
constexpr int kEntryGap = 16;
constexpr int kLongestName = 220;

} // namespace

ChartLegend::ChartLegend(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ChartLegend::setEntries(const QList<Entry> &entries)
{
    m_entries = entries;
    QStringList names;
    for (const Entry &entry : entries)
        names.append(entry.name);
    setAccessibleName(names.join(QStringLiteral(", ")));
    setToolTip(names.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QList<QRect> ChartLegend::placed(int width) const
{
    const QFontMetrics metrics(m_theme.font(0.92));
    const int line = metrics.height() + m_theme.px(4);
    QList<QRect> rects;
    int x = 0;
    int y = 0;
    for (const Entry &entry : m_entries) {
        const int name = std::min(metrics.horizontalAdvance(entry.name) + 1, m_theme.px(kLongestName));
        const int whole = std::min(name + m_theme.px(kLegendDot + kLegendDotGap), width);
        if (x > 0 && x + whole > width) {
            x = 0;
            y += line;
        }
        rects.append(QRect(x, y, whole, line));
        x += whole + m_theme.px(kEntryGap);
    }
    return rects;
}

int ChartLegend::heightFor(int width) const
{
    const QList<QRect> rects = placed(std::max(1, width));
    return rects.isEmpty() ? 0 : rects.last().bottom() + 1;
}

QSize ChartLegend::sizeHint() const
{
    return {m_theme.px(400), heightFor(width())};
}

QSize ChartLegend::minimumSizeHint() const
{
    return {m_theme.px(100), heightFor(width())};
}

void ChartLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The number of lines follows the width.
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(0.92));
    const QList<QRect> rects = placed(width());
    const int dot = m_theme.px(kLegendDot);
    for (qsizetype at = 0; at < rects.size(); ++at) {
        const QRect rect = QStyle::visualRect(layoutDirection(), this->rect(), rects.at(at));
        QRect mark(0, 0, dot, dot);
        mark.moveCenter(rect.center());
        mark.moveLeft(rect.left());
        painter.setPen(Qt::NoPen);
        painter.setBrush(chartColour(m_theme, m_entries.at(at).colour));
        painter.drawEllipse(mark);
        painter.setPen(m_theme.colour(Theme::Token::Ink2));
        const QRect room = rect.adjusted(dot + m_theme.px(kLegendDotGap), 0, 0, 0);
        painter.drawText(
            room, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft),
            painter.fontMetrics().elidedText(m_entries.at(at).name, Qt::ElideMiddle, room.width() + 1));
    }
}

} // namespace ui
