#include "ui/usage/ledgertable.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int kRow = 33;
constexpr int kDot = 10;
constexpr int kCellMargin = 8;

} // namespace

LedgerProxy::LedgerProxy(int valueRole, QList<int> figures, QObject *parent)
    : QSortFilterProxyModel(parent), m_figures(std::move(figures))
{
    setSortRole(valueRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

QVariant LedgerProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return static_cast<int>(m_figures.contains(section) ? Qt::AlignRight : Qt::AlignLeft)
            | static_cast<int>(Qt::AlignVCenter);
    return QSortFilterProxyModel::headerData(section, orientation, role);
}

/// What is unknown comes before every figure, so that it is last when the highest is first.
bool LedgerProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool known = left.data(sortRole()).isValid();
    if (known != right.data(sortRole()).isValid())
        return !known;
    return QSortFilterProxyModel::lessThan(left, right);
}

LedgerDelegate::LedgerDelegate(const Theme &theme, QList<int> figures,
                               std::function<CellLook(const QModelIndex &)> look, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_figures(std::move(figures)), m_look(std::move(look))
{
}

void LedgerDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const CellLook look = m_look(index);
    const bool figure = m_figures.contains(index.column());
    option->displayAlignment = (figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    option->textElideMode = figure ? Qt::ElideRight : Qt::ElideMiddle;
    option->font = m_theme.font(1.0, look.bold ? QFont::DemiBold : QFont::Normal);
    if (figure)
        option->font = Theme::tabularFont(option->font);
    option->palette.setColor(QPalette::Text, m_theme.colour(look.ink));
    if (look.dot >= 0)
        option->rect.adjust(m_theme.px(kDot + 6), 0, 0, 0);
}

void LedgerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const CellLook look = m_look(index);
    if (look.dot >= 0) {
        // The text stands beside the dot; its place is filled as the cell is.
        QStyleOptionViewItem ground(option);
        ground.index = index;
        QStyle *const style = option.widget ? option.widget->style() : nullptr;
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, option.palette.color(QPalette::Midlight));
        else if (style)
            style->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
        const int extent = m_theme.px(kDot);
        QRect dot(option.rect.left() + kCellMargin, 0, extent, extent);
        dot.moveTop(option.rect.center().y() - extent / 2);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.seriesColour(look.dot));
        painter->drawEllipse(dot);
        painter->restore();
    }
    QStyledItemDelegate::paint(painter, option, index);
    painter->setPen(m_theme.colour(Theme::Token::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

QSize LedgerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (m_look(index).dot >= 0)
        size.rwidth() += m_theme.px(kDot + 6);
    return size + QSize(m_theme.px(8), 0);
}

LedgerTable::LedgerTable(const Theme &theme, QWidget *parent) : QTableView(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setResizeContentsPrecision(100);
    connect(this, &QTableView::doubleClicked, this, &LedgerTable::opened);
    connect(&theme, &Theme::changed, this, &LedgerTable::applyTheme);
    applyTheme();
}

void LedgerTable::setStretchColumn(int column)
{
    horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(m_theme.px(60));
}

void LedgerTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        emit opened(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Escape) {
        emit left();
        return;
    }
    QTableView::keyPressEvent(event);
}

void LedgerTable::applyTheme()
{
    verticalHeader()->setDefaultSectionSize(m_theme.px(kRow));
    viewport()->update();
}

} // namespace ui
