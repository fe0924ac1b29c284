#include "ui/accounts/accountlist.h"

#include "ui/theme/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>

namespace ui {

namespace {

constexpr int kRow = 64;
constexpr int kSide = 14;
constexpr int kSwitchWidth = 28;
constexpr int kSwitchHeight = 16;
constexpr int kDot = 8;

using core::AccountListModel;
using core::AccountState;

Theme::Token dotOf(AccountState::Kind kind)
{
    switch (kind) {
    case AccountState::Kind::Ok:
        return Theme::Token::Good;
    case AccountState::Kind::Failed:
        return Theme::Token::Bad;
    case AccountState::Kind::Testing:
        return Theme::Token::Accent;
    case AccountState::Kind::Untested:
        break;
    }
    return Theme::Token::Ink3;
}

void drawText(QPainter &painter, const QRect &room, const QString &text, Qt::TextElideMode elide)
{
    painter.drawText(room, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, elide, room.width()));
}

} // namespace

AccountDelegate::AccountDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.px(160), m_theme.px(kRow)};
}

QRect AccountDelegate::switchRect(const QStyleOptionViewItem &option) const
{
    const QSize size(m_theme.px(kSwitchWidth), m_theme.px(kSwitchHeight));
    const QRect rect(option.rect.right() - m_theme.px(kSide) - size.width(),
                     option.rect.top() + m_theme.px(11), size.width(), size.height());
    return QStyle::visualRect(option.direction, option.rect, rect);
}

void AccountDelegate::paintSwitch(QPainter &painter, const QRect &rect, bool on) const
{
    const int radius = rect.height() / 2;
    drawBox(painter, rect, m_theme.colour(on ? Theme::Token::Accent : Theme::Token::Panel2),
            m_theme.colour(on ? Theme::Token::Accent : Theme::Token::Ink3), radius);
    const int knob = rect.height() - 6;
    const QRect place(on ? rect.right() - knob - 2 : rect.left() + 3, rect.top() + 3, knob, knob);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(on ? Theme::Token::OnAccent : Theme::Token::Ink3));
    painter.drawEllipse(place);
}

void AccountDelegate::paintState(QPainter &painter, const QRect &room, const QModelIndex &index) const
{
    const auto state = index.data(AccountListModel::StateRole).value<AccountState>();
    const int dot = m_theme.px(kDot);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(dotOf(state.kind)));
    painter.drawEllipse(QRect(room.left(), room.center().y() - dot / 2 + 1, dot, dot));
    painter.setPen(
        m_theme.colour(state.kind == AccountState::Kind::Failed ? Theme::Token::Bad : Theme::Token::Ink2));
    drawText(painter, room.adjusted(dot + m_theme.px(6), 0, 0, 0),
             index.data(AccountListModel::StateTextRole).toString(), Qt::ElideRight);
}

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool enabled = index.data(AccountListModel::EnabledRole).toBool();
    const QRect box = option.rect.adjusted(6, 2, -6, -2);
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        drawBox(*painter, box, m_theme.colour(selected ? Theme::Token::AccentSoft : Theme::Token::Panel2), {},
                m_theme.px(kControlRadius));
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        drawFocusRing(*painter, box, m_theme.colour(Theme::Token::Accent), m_theme.px(kControlRadius));
    const QRect toggle = switchRect(option);
    paintSwitch(*painter, toggle, enabled);
    const int line = (option.rect.height() - m_theme.px(14)) / 3;
    QRect room = option.rect.adjusted(m_theme.px(kSide), m_theme.px(7), -m_theme.px(kSide), 0);
    room.setHeight(line);
    QRect name = room;
    name.setRight(toggle.left() - m_theme.px(8));
    painter->setFont(m_theme.font(1.0, QFont::DemiBold));
    painter->setPen(m_theme.colour(enabled ? Theme::Token::Ink : Theme::Token::Ink2));
    drawText(*painter, name, index.data().toString(), Qt::ElideMiddle);
    painter->setFont(m_theme.font(0.92));
    painter->setPen(m_theme.colour(Theme::Token::Ink2));
    drawText(*painter, room.translated(0, line), index.data(AccountListModel::PlaceRole).toString(),
             Qt::ElideRight);
    paintState(*painter, room.translated(0, 2 * line), index);
    painter->restore();
}

bool AccountDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                  const QStyleOptionViewItem &option, const QModelIndex &index)
{
    bool toggle = false;
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease
        || event->type() == QEvent::MouseButtonDblClick) {
        const auto *const mouse = static_cast<QMouseEvent *>(event);
        const QRect target = switchRect(option).adjusted(-6, -6, 6, 6);
        if (mouse->button() != Qt::LeftButton || !target.contains(mouse->position().toPoint()))
            return false;
        if (event->type() != QEvent::MouseButtonRelease)
            return true;
        toggle = true;
    } else if (event->type() == QEvent::KeyPress) {
        toggle = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    }
    if (!toggle)
        return false;
    const bool on = index.data(AccountListModel::EnabledRole).toBool();
    return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

AccountList::AccountList(const Theme &theme, AccountListModel *model, QWidget *parent)
    : QListView(parent), m_accounts(model)
{
    setObjectName(QStringLiteral("accounts"));
    setAccessibleName(tr("Accounts"));
    setModel(model);
    setItemDelegate(new AccountDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&theme, &Theme::changed, this, &QListView::doItemsLayout);
}

qint64 AccountList::currentId() const
{
    return m_accounts->idAt(currentIndex().row());
}

void AccountList::setCurrentId(qint64 id)
{
    const QScopedValueRollback<bool> quiet(m_quiet, true);
    setCurrentIndex(m_accounts->index(m_accounts->rowOf(id)));
}

void AccountList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_quiet && current.isValid())
        emit chosen(m_accounts->idAt(current.row()));
}

void AccountList::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() == Qt::AltModifier;
    if (alt && event->key() == Qt::Key_Up)
        emit moveWanted(-1);
    else if (alt && event->key() == Qt::Key_Down)
        emit moveWanted(1);
    else if (event->key() == Qt::Key_Delete)
        emit removeWanted();
    else
        QListView::keyPressEvent(event);
}

} // namespace ui
