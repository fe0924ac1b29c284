#include "ui/compare/savedlineups.h"

#include "core/settings/lineupstore.h"
#include "ui/compare/laneplan.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/rowdelegate.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QPainter>
#include <QScrollBar>

namespace ui {

namespace {

constexpr int kKeys = 9;
constexpr int kKeyRole = Qt::UserRole + 1;

qint64 idOf(const QListWidgetItem *item)
{
    return item ? item->data(Qt::UserRole).toLongLong() : 0;
}

/// A name, and at the right the key that applies the line-up, or on the row that has them its buttons.
class SavedDelegate : public RowDelegate
{
public:
    SavedDelegate(const Theme &theme, const QWidget &actions, const qint64 &acting, QObject *parent)
        : RowDelegate(theme, parent), m_actions(actions), m_acting(acting)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QString key = isActing(index) ? QString() : index.data(kKeyRole).toString();
        const int room = isActing(index) ? m_actions.width()
            : key.isEmpty()              ? 0
                                         : option.fontMetrics.horizontalAdvance(key) + theme().px(12);
        QStyleOptionViewItem name(option);
        initStyleOption(&name, index);
        name.text = option.fontMetrics.elidedText(name.text, Qt::ElideMiddle,
                                                  option.rect.width() - room - theme().px(18));
        const QStyle *const style = option.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &name, painter, option.widget);
        painter->setPen(theme().colour(Theme::Token::Ink2));
        painter->drawText(option.rect.adjusted(0, 0, -theme().px(6), 0), Qt::AlignVCenter | Qt::AlignRight,
                          key);
    }

    /// As wide as the list: names are elided.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {0, RowDelegate::sizeHint(option, index).height()};
    }

    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &) const override
    {
        editor->setGeometry(option.rect.adjusted(0, 0, -m_actions.width(), 0));
    }

private:
    bool isActing(const QModelIndex &index) const
    {
        return m_acting != 0 && index.data(Qt::UserRole).toLongLong() == m_acting;
    }

    const QWidget &m_actions;
    const qint64 &m_acting;
};

} // namespace

SavedLineUps::SavedLineUps(const Theme &theme, QWidget *parent)
    : QListWidget(parent)
    , m_actions(new QWidget(viewport()))
    , m_rename(new FlatButton(theme, Icon::Edit, tr("Rename the line-up (F2)"), m_actions))
    , m_remove(new FlatButton(theme, Icon::Trash, tr("Remove the line-up (Delete)"), m_actions))
{
    setObjectName(QStringLiteral("savedLineUps"));
    setAccessibleName(tr("Saved line-ups"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setMouseTracking(true);
    setItemDelegate(new SavedDelegate(theme, *m_actions, m_acting, this));
    m_rename->setObjectName(QStringLiteral("renameLineUp"));
    m_remove->setObjectName(QStringLiteral("removeLineUp"));
    auto *const row = new QHBoxLayout(m_actions);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_rename);
    row->addWidget(m_remove);
    m_actions->hide();

    const auto choose = [this](const QListWidgetItem *item) { emit chosen(idOf(item)); };
    connect(this, &QListWidget::itemActivated, this, choose);
    connect(this, &QListWidget::itemClicked, this, choose);
    connect(this, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (!m_filling)
            emit renamed(idOf(item), item->text().trimmed());
    });
    connect(this, &QListWidget::itemEntered, this,
            [this](const QListWidgetItem *item) { setHovered(idOf(item)); });
    connect(this, &QListWidget::viewportEntered, this, [this] { setHovered(0); });
    connect(this, &QListWidget::currentItemChanged, this, &SavedLineUps::placeActions);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { setHovered(0); });
    connect(m_rename, &QToolButton::clicked, this, &SavedLineUps::renameActing);
    connect(m_remove, &QToolButton::clicked, this, [this] { emit removalRequested(m_acting); });
}

void SavedLineUps::setLineUps(const QList<core::LineUp> &lineUps)
{
    m_filling = true;
    const int row = currentRow();
    const qint64 current = idOf(currentItem());
    clear();
    for (const core::LineUp &lineUp : lineUps) {
        auto *const item = new QListWidgetItem(lineUp.name, this);
        item->setData(Qt::UserRole, lineUp.id);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        const int key = count();
        if (key <= kKeys)
            item->setData(kKeyRole,
                          QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + key))
                              .toString(QKeySequence::NativeText));
        item->setToolTip(describePlans(plansOf(lineUp.targets)).join(QLatin1Char('\n')));
    }
    if (QListWidgetItem *const still = itemOf(current))
        setCurrentItem(still);
    else if (row >= 0)
        setCurrentRow(std::min(row, count() - 1));
    m_filling = false;
    placeActions();
}

QListWidgetItem *SavedLineUps::itemOf(qint64 id) const
{
    for (int row = 0; row < count(); ++row) {
        if (idOf(item(row)) == id)
            return item(row);
    }
    return nullptr;
}

void SavedLineUps::setHovered(qint64 id)
{
    m_hovered = id;
    placeActions();
}

void SavedLineUps::placeActions()
{
    const QListWidgetItem *const hovered = itemOf(m_hovered);
    const QListWidgetItem *const acting = hovered ? hovered : currentItem();
    m_acting = idOf(acting);
    if (acting) {
        m_actions->setGeometry(QStyle::alignedRect(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter,
                                                   m_actions->sizeHint(), visualItemRect(acting)));
        m_rename->setAccessibleDescription(acting->text());
        m_remove->setAccessibleDescription(acting->text());
    }
    m_actions->setVisible(acting);
    viewport()->update();
}

void SavedLineUps::renameActing()
{
    if (QListWidgetItem *const acting = itemOf(m_acting)) {
        setCurrentItem(acting);
        editItem(acting);
    }
}

void SavedLineUps::keyPressEvent(QKeyEvent *event)
{
    m_hovered = 0; // the keys mean the current row, wherever the mouse rests
    placeActions();
    if (event->key() == Qt::Key_Delete && currentItem())
        emit removalRequested(idOf(currentItem()));
    else
        QListWidget::keyPressEvent(event);
}

void SavedLineUps::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    placeActions();
}

bool SavedLineUps::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHovered(0);
    return QListWidget::viewportEvent(event);
}

} // namespace ui
