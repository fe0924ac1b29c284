#include "ui/history/rundelegate.h"

#include "core/base/clock.h"
#include "core/base/formatting.h"
#include "core/models/historywords.h"
#include "core/models/ledgerwords.h"
#include "ui/theme/icons.h"
#include "ui/theme/modelcolours.h"
#include "ui/theme/paint.h"

#include <QAbstractItemView>
#include <QDateTime>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>

using core::LaneStatus;
using core::RunSummary;

namespace ui {

namespace {

constexpr int kSide = 12;
constexpr int kRowTop = 8;
constexpr int kLineGap = 3;
constexpr int kDot = 8;
constexpr int kPin = 16;
constexpr int kChip = 120;
constexpr int kChips = 2;
constexpr double kSmall = 0.92;

/// Text without the marks of Markdown, which mean nothing on one line.
QString withoutMarks(QString text)
{
    static const QRegularExpression kMarks(QStringLiteral("\\*\\*|__|`+(\\w+ )?|\\|[-: |]*\\||#{1,6} |\\|"));
    return text.replace(kMarks, QStringLiteral(" ")).simplified();
}

} // namespace

RunDelegate::RunDelegate(const Theme &theme, const core::Clock &clock, ModelColours &colours, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_clock(clock), m_colours(colours)
{
}

void RunDelegate::setWords(const QString &query)
{
    static const QRegularExpression kNoWord(QStringLiteral("[^\\p{L}\\p{N}]+"));
    m_words = query.split(kNoWord, Qt::SkipEmptyParts);
    m_conversations = query.trimmed().isEmpty();
}

QList<std::pair<int, int>> RunDelegate::hits(const QString &text) const
{
    QList<std::pair<int, int>> found;
    for (const QString &word : m_words) {
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive))
            found.append({static_cast<int>(at), static_cast<int>(word.size())});
    }
    std::sort(found.begin(), found.end());
    return found;
}

QString RunDelegate::stateText(const RunSummary &run)
{
    return run.worst == LaneStatus::Complete ? QString() : core::LedgerWords::status(run.worst);
}

QString RunDelegate::costText(const RunSummary &run)
{
    if (!run.cost)
        return run.unknownLanes > 0 ? tr("unpriced") : QString();
    if (run.unknownLanes == 0)
        return core::formatMoney(*run.cost);
    return tr("%1 + %n unpriced", nullptr, run.unknownLanes).arg(core::formatMoney(*run.cost));
}

void RunDelegate::drawText(QPainter &painter, const QRect &room, const QString &text, const QFont &font,
                           const QColor &ink) const
{
    const QString line = QFontMetrics(font).elidedText(
        QString(text).replace(QLatin1Char('\n'), QLatin1Char(' ')), Qt::ElideRight, room.width());
    QTextLayout layout(line, font);
    QList<QTextLayout::FormatRange> formats;
    const QList<std::pair<int, int>> marks = hits(line);
    for (const auto &[start, length] : marks) {
        QTextCharFormat mark;
        mark.setBackground(m_theme.colour(Theme::Token::AccentSoft));
        mark.setForeground(m_theme.colour(Theme::Token::Accent));
        formats.append({start, length, mark});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine only = layout.createLine();
    only.setLineWidth(room.width() + 1);
    layout.endLayout();
    painter.setPen(ink);
    layout.draw(&painter, QPointF(room.left(), room.top()));
}

/// The width it took.
int RunDelegate::drawRight(QPainter &painter, const QRect &room, const QString &text, const QFont &font,
                           const QColor &ink) const
{
    if (text.isEmpty())
        return 0;
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(room, static_cast<int>(Qt::AlignRight | Qt::AlignTop), text);
    return painter.fontMetrics().horizontalAdvance(text) + m_theme.px(12);
}

void RunDelegate::drawModels(QPainter &painter, const QRect &room, const RunSummary &run) const
{
    const QFont font = m_theme.font(kSmall);
    const QFontMetrics metrics(font);
    const int dot = m_theme.px(kDot);
    painter.setFont(font);
    int x = room.left();
    for (qsizetype at = 0; at < run.models.size(); ++at) {
        const QString model = run.models.at(at).section(QLatin1Char('/'), 1);
        const qsizetype after = run.models.size() - at - 1;
        const int name = metrics.horizontalAdvance(model);
        const int reserve = after > 0 ? metrics.horizontalAdvance(QStringLiteral("+99")) + m_theme.px(10) : 0;
        const int space = room.right() - x - dot - m_theme.px(5) - reserve;
        painter.setPen(m_theme.colour(Theme::Token::Ink2));
        if (at > 0 && name > space) {
            painter.drawText(QRect(x, room.top(), room.right() - x, room.height()),
                             static_cast<int>(Qt::AlignLeft | Qt::AlignTop),
                             QStringLiteral("+%1").arg(after + 1));
            return;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.seriesColour(m_colours.indexOf(model)));
        painter.drawEllipse(QRect(x, room.top() + (metrics.height() - dot) / 2, dot, dot));
        x += dot + m_theme.px(5);
        painter.setPen(m_theme.colour(Theme::Token::Ink2));
        const int width = std::min(name, std::max(0, space));
        painter.drawText(QRect(x, room.top(), width + 1, room.height()),
                         static_cast<int>(Qt::AlignLeft | Qt::AlignTop),
                         metrics.elidedText(model, Qt::ElideMiddle, width + 1));
        x += width + m_theme.px(10);
    }
}

/// Turns and tags as chips from the right; the width they took.
int RunDelegate::drawMarks(QPainter &painter, const QRect &room, const RunSummary &run) const
{
    QStringList chips = core::HistoryWords::tags(run.tags);
    if (chips.size() > kChips)
        chips = chips.mid(0, kChips - 1) << QStringLiteral("+%1").arg(chips.size() - kChips + 1);
    if (const QString turns = core::HistoryWords::turns(run, m_conversations); !turns.isEmpty())
        chips.prepend(turns);
    if (run.imported)
        chips.prepend(tr("imported"));
    const QFont font = m_theme.font(0.86);
    const QFontMetrics metrics(font);
    const int padding = m_theme.px(6);
    painter.setFont(font);
    int right = room.right() + 1;
    for (qsizetype at = chips.size() - 1; at >= 0; --at) {
        const QString text = metrics.elidedText(chips.at(at), Qt::ElideMiddle, m_theme.px(kChip));
        const QRect chip(right - metrics.horizontalAdvance(text) - 2 * padding, room.top() - 1,
                         metrics.horizontalAdvance(text) + 2 * padding, room.height() + 2);
        if (chip.left() < room.left() + room.width() / 3)
            break;
        drawBox(painter, chip, m_theme.colour(Theme::Token::Panel2), m_theme.colour(Theme::Token::Line),
                chip.height() / 2.0);
        painter.setPen(m_theme.colour(Theme::Token::Ink2));
        painter.drawText(chip, Qt::AlignCenter, text);
        right = chip.left() - m_theme.px(4);
    }
    return room.right() + 1 - right + (chips.isEmpty() ? 0 : m_theme.px(6));
}

/// Pin and time; the width of the time.
int RunDelegate::drawHead(QPainter &painter, const QRect &room, const RunSummary &run) const
{
    const int time = drawRight(painter, room, core::LedgerWords::ago(run.atMs, m_clock.utcMs(), m_zone),
                               m_theme.font(kSmall), m_theme.colour(Theme::Token::Ink2));
    if (run.pinned) {
        const int size = m_theme.px(kPin);
        painter.drawPixmap(room.left(), room.top() + (room.height() - size) / 2,
                           iconPixmap(Icon::Pin, m_theme.colour(Theme::Token::Accent), size,
                                      painter.device()->devicePixelRatioF()));
    }
    return time;
}

/// Models, verdict, state and cost.
void RunDelegate::drawFoot(QPainter &painter, const QRect &room, const RunSummary &run) const
{
    const auto ink = [this](Theme::Token token) { return m_theme.colour(token); };
    const QFont small = m_theme.font(kSmall);
    int taken =
        drawRight(painter, room, costText(run), Theme::tabularFont(m_theme.font(kSmall, QFont::DemiBold)),
                  ink(run.unknownLanes > 0 ? Theme::Token::Warn : Theme::Token::Ink));
    const bool bad = run.worst == LaneStatus::Failed || run.worst == LaneStatus::Interrupted
        || run.worst == LaneStatus::Refused;
    taken += drawRight(painter, room.adjusted(0, 0, -taken, 0), stateText(run), small,
                       ink(bad                                      ? Theme::Token::Bad
                               : run.worst == LaneStatus::Truncated ? Theme::Token::Warn
                                                                    : Theme::Token::Ink2));
    const QString verdict = QFontMetrics(small).elidedText(core::HistoryWords::verdictMark(run),
                                                           Qt::ElideMiddle, room.width() / 3);
    taken += drawRight(painter, room.adjusted(0, 0, -taken, 0), verdict, small, ink(Theme::Token::Good));
    drawModels(painter, room.adjusted(0, 0, -taken, 0), run);
}

void RunDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto run = index.data(core::RunListModel::SummaryRole).value<RunSummary>();
    const auto ink = [this](Theme::Token token) { return m_theme.colour(token); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, ink(Theme::Token::AccentSoft));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, ink(Theme::Token::Panel2));
    const QFont strong = m_theme.font(1.0, QFont::DemiBold);
    const QFont small = m_theme.font(kSmall);
    QRect line = option.rect.adjusted(m_theme.px(kSide), m_theme.px(kRowTop), -m_theme.px(kSide), 0);
    const int gap = m_theme.px(kLineGap);

    line.setHeight(QFontMetrics(strong).height());
    const int time = drawHead(*painter, line, run);
    const bool kept = !run.prompt.isNull();
    // A conversation that came with a name goes by it.
    const bool named = m_conversations && !run.title.isEmpty();
    drawText(*painter, line.adjusted(run.pinned ? m_theme.px(kPin + 4) : 0, 0, -time, 0),
             named ? run.title : index.data().toString(), kept ? strong : m_theme.font(),
             ink(kept ? Theme::Token::Ink : Theme::Token::Ink2));

    line.moveTop(line.bottom() + 1 + gap);
    line.setHeight(QFontMetrics(small).height());
    const int marks = drawMarks(*painter, line, run);
    const QString second = !kept ? tr("The ledger keeps no text of this run.")
        : named                  ? index.data().toString()
                                 : withoutMarks(run.snippet);
    drawText(*painter, line.adjusted(0, 0, -marks, 0), second, small, ink(Theme::Token::Ink2));

    line.moveTop(line.bottom() + 1 + gap);
    drawFoot(*painter, line, run);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(ink(Theme::Token::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus) && showsFocus(option.widget))
        drawFocusRing(*painter, option.rect, ink(Theme::Token::Accent), 2);
    painter->restore();
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int height = QFontMetrics(m_theme.font(1.0, QFont::DemiBold)).height()
        + 2 * QFontMetrics(m_theme.font(kSmall)).height() + 2 * m_theme.px(kRowTop) + 2 * m_theme.px(kLineGap)
        + 2;
    return {m_theme.px(240), height};
}

bool RunDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const auto run = index.data(core::RunListModel::SummaryRole).value<RunSummary>();
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(run.atMs, m_zone);
    QStringList lines{QLocale().toString(at, QLocale::LongFormat)};
    if (!run.title.isEmpty())
        lines.append(run.title);
    lines += run.models;
    if (!run.tags.isEmpty())
        lines.append(tr("Tags: %1").arg(core::HistoryWords::tags(run.tags).join(QStringLiteral(", "))));
    if (!run.task.isEmpty())
        lines.append(tr("Task: %1").arg(core::LedgerWords::task(run.task)));
    if (run.cost)
        lines.append(QStringLiteral("US$ ") + run.cost->toDecimal());
    QToolTip::showText(event->globalPos(), lines.join(QLatin1Char('\n')), view);
    return true;
}

} // namespace ui
