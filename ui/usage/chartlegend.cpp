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
constexpr int kMostLines = 2;

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

QList<QRect> ChartLegend::placed(const Theme &theme, const QList<Entry> &entries, int width)
{
    const QFontMetrics metrics(theme.font(0.92));
    const int line = metrics.height() + theme.px(4);
    QList<QRect> rects;
    int x = 0;
    int y = 0;
    for (const Entry &entry : entries) {
        const int name = std::min(metrics.horizontalAdvance(entry.name) + 1, theme.px(kLongestName));
        const int dot = entry.colour == kNoDot ? 0 : theme.px(kLegendDot + kLegendDotGap);
        const int whole = std::min(name + dot, width);
        if (x > 0 && x + whole > width) {
            x = 0;
            y += line;
        }
        rects.append(QRect(x, y, whole, line));
        x += whole + theme.px(kEntryGap);
    }
    return rects;
}

int ChartLegend::heightFor(const Theme &theme, const QList<Entry> &entries, int width)
{
    const QList<QRect> rects = placed(theme, entries, std::max(1, width));
    return rects.isEmpty() ? 0 : rects.last().bottom() + 1;
}

QList<ChartLegend::Entry> ChartLegend::shown() const
{
    const auto fits = [this](const QList<Entry> &entries) {
        const QList<QRect> rects = placed(m_theme, entries, std::max(1, width()));
        return rects.isEmpty() || rects.last().top() < kMostLines * rects.last().height();
    };
    QList<Entry> entries = m_entries;
    for (qsizetype count = m_entries.size() - 1; !fits(entries) && count > 0; --count) {
        entries = m_entries.first(count);
        entries.append({tr("and %n more", nullptr, static_cast<int>(m_entries.size() - count)), kNoDot});
    }
    return entries;
}

QSize ChartLegend::sizeHint() const
{
    return {m_theme.px(400), heightFor(m_theme, shown(), width())};
}

QSize ChartLegend::minimumSizeHint() const
{
    return {m_theme.px(100), heightFor(m_theme, shown(), width())};
}

void ChartLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The number of lines follows the width.
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

void ChartLegend::draw(QPainter &painter, const Theme &theme, const QList<Entry> &entries, const QRect &room,
                       Qt::LayoutDirection direction)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(0.92));
    const QList<QRect> rects = placed(theme, entries, room.width());
    const int dot = theme.px(kLegendDot);
    for (qsizetype at = 0; at < rects.size(); ++at) {
        const QRect rect = QStyle::visualRect(direction, room, rects.at(at).translated(room.topLeft()));
        const bool dotted = entries.at(at).colour != kNoDot;
        if (dotted) {
            QRect mark(0, 0, dot, dot);
            mark.moveCenter(rect.center());
            mark.moveLeft(rect.left());
            painter.setPen(Qt::NoPen);
            painter.setBrush(chartColour(theme, entries.at(at).colour));
            painter.drawEllipse(mark);
        }
        painter.setPen(theme.colour(Theme::Token::Ink2));
        const QRect text = rect.adjusted(dotted ? dot + theme.px(kLegendDotGap) : 0, 0, 0, 0);
        painter.drawText(
            text, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft),
            painter.fontMetrics().elidedText(entries.at(at).name, Qt::ElideMiddle, text.width() + 1));
    }
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(painter, m_theme, shown(), rect(), layoutDirection());
}

} // namespace ui
