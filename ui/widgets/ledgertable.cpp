#include "ui/widgets/ledgertable.h"

#include "ui/theme/paint.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QPainter>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

constexpr int kRow = 33;
constexpr int kDot = 10;
constexpr int kCellMargin = 8;
/// Least width of the column that takes what the others leave.
constexpr int kFlexible = 150;
constexpr int kEmptyMargin = 16;

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
    const QVariant head = QSortFilterProxyModel::headerData(section, orientation, role);
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal || section != sortColumn())
        return head;
    const QChar arrow(sortOrder() == Qt::DescendingOrder ? ushort(0x2193) : ushort(0x2191));
    return QString(head.toString() + QChar(0x2009) + arrow);
}

void LedgerProxy::sort(int column, Qt::SortOrder order)
{
    QSortFilterProxyModel::sort(column, order);
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
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
    if (look.dot.isValid())
        option->rect.adjust(m_theme.px(kDot + 6), 0, 0, 0);
}

void LedgerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const CellLook look = m_look(index);
    if (look.dot.isValid() && option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, option.palette.color(QPalette::Midlight));
    QStyledItemDelegate::paint(painter, option, index);
    if (look.dot.isValid()) {
        const int extent = m_theme.px(kDot);
        QRect dot(option.rect.left() + kCellMargin, 0, extent, extent);
        dot.moveTop(option.rect.center().y() - extent / 2);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(look.dot);
        painter->drawEllipse(dot);
        painter->restore();
    }
    painter->setPen(m_theme.colour(Theme::Token::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

QSize LedgerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (m_look(index).dot.isValid())
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
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(20);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(this, &QTableView::doubleClicked, this, &LedgerTable::opened);
    connect(&theme, &Theme::changed, this, &LedgerTable::applyTheme);
    applyTheme();
}

void LedgerTable::setColumns(int flexible, const QList<int> &dispensable)
{
    m_flexible = flexible;
    m_dispensable = dispensable;
    layOutColumns();
}

void LedgerTable::setRepeated(int column)
{
    if (column == m_repeated)
        return;
    m_repeated = column;
    layOutColumns();
}

void LedgerTable::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void LedgerTable::sortBy(int column, Qt::SortOrder order)
{
    setSortingEnabled(true);
    horizontalHeader()->setSortIndicatorShown(false);
    sortByColumn(column, order);
}

void LedgerTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    horizontalHeader()->setSortIndicatorShown(false);
    connect(model, &QAbstractItemModel::modelReset, this, &LedgerTable::layOutColumns);
    connect(model, &QAbstractItemModel::rowsInserted, this, &LedgerTable::layOutColumns);
    connect(model, &QAbstractItemModel::headerDataChanged, this, &LedgerTable::layOutColumns);
}

int LedgerTable::naturalWidth(int column) const
{
    const QString head = model()->headerData(column, Qt::Horizontal).toString();
    return std::max(sizeHintForColumn(column),
                    horizontalHeader()->fontMetrics().horizontalAdvance(head) + 2 * kCellMargin + 4);
}

/// What is left of the width is shared; what is missing is won by leaving out columns.
void LedgerTable::layOutColumns()
{
    if (!model() || m_flexible < 0)
        return;
    const int columns = model()->columnCount();
    QList<int> widths;
    for (int column = 0; column < columns; ++column)
        widths.append(naturalWidth(column));
    widths[m_flexible] = std::max(widths.at(m_flexible), m_theme.px(kFlexible));
    const int room = viewport()->width();
    int total = std::accumulate(widths.cbegin(), widths.cend(), 0);
    QSet<int> hidden;
    if (m_repeated >= 0) {
        hidden.insert(m_repeated);
        total -= widths.at(m_repeated);
    }
    const int least = m_theme.px(kFlexible);
    for (const int column : std::as_const(m_dispensable)) {
        if (hidden.contains(column))
            continue;
        if (total - widths.at(m_flexible) + least <= room)
            break;
        total -= widths.at(column);
        hidden.insert(column);
    }
    if (total > room) {
        const int narrowed = std::max(least, widths.at(m_flexible) - (total - room));
        total -= widths.at(m_flexible) - narrowed;
        widths[m_flexible] = narrowed;
    }
    const int spare = std::max(0, room - total) / static_cast<int>(columns - hidden.size() + 2);
    const int rest = std::max(0, room - total) - spare * static_cast<int>(columns - hidden.size() - 1);
    for (int column = 0; column < columns; ++column) {
        setColumnHidden(column, hidden.contains(column));
        if (!hidden.contains(column))
            setColumnWidth(column, widths.at(column) + (column == m_flexible ? rest : spare));
    }
}

void LedgerTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    if (!m_emptyText.isEmpty() && model() && model()->rowCount() == 0)
        paintEmptyText(painter);
    if (hasFocus() && !currentIndex().isValid())
        drawFocusRing(painter, viewport()->rect(), m_theme.colour(Theme::Token::Accent), kControlRadius);
}

void LedgerTable::paintEmptyText(QPainter &painter)
{
    painter.setPen(m_theme.colour(Theme::Token::Ink2));
    const int margin = m_theme.px(kEmptyMargin);
    painter.drawText(viewport()->rect().adjusted(margin, 0, -margin, 0),
                     static_cast<int>(Qt::AlignCenter | Qt::TextWordWrap), m_emptyText);
}

/// The ring is around more than the current cell.
void LedgerTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
}

void LedgerTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void LedgerTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        emit opened(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Escape) {
        if (isSignalConnected(QMetaMethod::fromSignal(&LedgerTable::left)))
            emit left();
        else
            event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

void LedgerTable::applyTheme()
{
    verticalHeader()->setDefaultSectionSize(m_theme.px(kRow));
    layOutColumns();
    viewport()->update();
}

} // namespace ui
