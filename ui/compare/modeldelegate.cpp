#include "ui/compare/modeldelegate.h"

#include "ui/compare/lanepresenter.h"
#include "ui/compare/lanewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace ui {

namespace {

constexpr int kStar = 18;
constexpr int kRowSide = 10;
constexpr int kGap = 8;
constexpr int kRow = 46;

bool isGone(core::ModelStatus status)
{
    return status == core::ModelStatus::Retired || status == core::ModelStatus::Delisted;
}

void drawLine(QPainter &painter, const QRect &room, const QString &text, const QColor &ink)
{
    painter.setPen(ink);
    painter.drawText(room, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
}

} // namespace

QString modelLine(const core::ModelChoice &choice)
{
    if (choice.typed)
        return LaneWords::tr("not in the account's list: use this id as it is typed");
    if (choice.name.account == core::kRouteAccountName)
        return LaneWords::tr("rule set: decides for each prompt which model is asked");
    QStringList parts;
    const bool gone = isGone(choice.info.status);
    if (gone || choice.info.status == core::ModelStatus::Deprecated) {
        parts += gone ? LaneWords::tr("retired") : LaneWords::tr("will be retired");
        if (!choice.info.successor.isEmpty())
            parts += LaneWords::tr("successor: %1").arg(choice.info.successor);
    }
    parts += modelFacts(choice.info);
    return parts.join(QStringLiteral(" · "));
}

ModelDelegate::ModelDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

QRect ModelDelegate::starRect(const QRect &row, Qt::LayoutDirection direction) const
{
    const int extent = m_theme.px(kStar);
    const QRect star(row.left() + m_theme.px(kRowSide), row.top() + (row.height() - extent) / 2, extent,
                     extent);
    return QStyle::visualRect(direction, row, star);
}

void ModelDelegate::paintNames(QPainter &painter, const QRect &room, const core::ModelChoice &choice,
                               int chosen) const
{
    QRect left = room;
    if (chosen > 0) {
        painter.setFont(m_theme.font(0.9));
        const QString mark =
            chosen > 1 ? LaneWords::tr("in the line-up ×%1").arg(chosen) : LaneWords::tr("in the line-up");
        const int width = painter.fontMetrics().horizontalAdvance(mark);
        painter.setPen(m_theme.colour(Theme::Token::Accent));
        painter.drawText(room, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), mark);
        left.setRight(room.right() - width - m_theme.px(kGap));
    }
    painter.setFont(m_theme.font(1.0, QFont::DemiBold));
    const QFontMetrics bold = painter.fontMetrics();
    const QString name = bold.elidedText(choice.name.model, Qt::ElideMiddle, left.width());
    const QColor ink = m_theme.colour(isGone(choice.info.status) ? Theme::Token::Ink3 : Theme::Token::Ink);
    drawLine(painter, left, name, ink);
    const int used = bold.horizontalAdvance(name) + m_theme.px(kGap);
    painter.setFont(m_theme.font());
    if (left.width() > used)
        drawLine(painter, left.adjusted(used, 0, 0, 0), choice.name.account,
                 m_theme.colour(Theme::Token::Ink3));
}

void ModelDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const auto choice = index.data(core::ModelListModel::ChoiceRole).value<core::ModelChoice>();
    const bool favourite = index.data(core::ModelListModel::FavouriteRole).toBool();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        QColor fill = m_theme.colour(selected ? Theme::Token::AccentSoft : Theme::Token::Panel2);
        drawBox(*painter, option.rect.adjusted(4, 1, -4, -1), fill, {}, m_theme.px(kControlRadius));
    }
    const QRect star = starRect(option.rect, option.direction);
    painter->drawPixmap(star,
                        iconPixmap(favourite ? Icon::StarFilled : Icon::Star,
                                   m_theme.colour(favourite ? Theme::Token::Warn : Theme::Token::Ink3),
                                   star.width(), option.widget ? option.widget->devicePixelRatioF() : 1.0));
    QRect room = option.rect.adjusted(m_theme.px(kRowSide + kStar + kGap), m_theme.px(5),
                                      -m_theme.px(kRowSide + 4), -m_theme.px(5));
    room = QStyle::visualRect(option.direction, option.rect, room);
    const int half = room.height() / 2;
    paintNames(*painter, QRect(room.left(), room.top(), room.width(), half), choice,
               index.data(core::ModelListModel::ChosenRole).toInt());
    painter->setFont(m_theme.font(0.9));
    const bool warn = isGone(choice.info.status) || choice.info.status == core::ModelStatus::Deprecated;
    drawLine(*painter, QRect(room.left(), room.top() + half, room.width(), room.height() - half),
             modelLine(choice), m_theme.colour(warn ? Theme::Token::Warn : Theme::Token::Ink2));
    painter->restore();
}

QSize ModelDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.px(200), m_theme.px(kRow)};
}

bool ModelDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease) {
        const auto *const mouse = static_cast<QMouseEvent *>(event);
        if (starRect(option.rect, option.direction).contains(mouse->position().toPoint())) {
            if (event->type() == QEvent::MouseButtonRelease)
                emit starClicked(index.data(core::ModelListModel::ValueRole).toString());
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace ui
