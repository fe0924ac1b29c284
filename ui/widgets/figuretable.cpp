#include "ui/widgets/figuretable.h"

#include <QHeaderView>

namespace ui {

FigureModel::FigureModel(const QStringList &heads, QObject *parent)
    : QAbstractTableModel(parent), m_heads(heads)
{
}

void FigureModel::setRows(const QList<FigureRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void FigureModel::append(const QList<FigureRow> &rows)
{
    if (rows.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows.append(rows);
    endInsertRows();
}

int FigureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FigureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_heads.size());
}

QVariant FigureModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cell(index).text;
    case Qt::ToolTipRole:
        return cell(index).tip.isEmpty() ? QVariant() : QVariant(cell(index).tip);
    case kValueRole:
        return cell(index).value;
    default:
        return {};
    }
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return role == Qt::DisplayRole && orientation == Qt::Horizontal ? QVariant(m_heads.value(section))
                                                                    : QVariant();
}

FigureTable::FigureTable(const Theme &theme, const QStringList &heads, const QList<int> &figures,
                         const QList<int> &dispensable, QWidget *parent)
    : LedgerTable(theme, parent)
    , m_model(new FigureModel(heads, this))
    , m_sorted(new LedgerProxy(FigureModel::kValueRole, figures, this))
{
    m_sorted->setSourceModel(m_model);
    setModel(m_sorted);
    setItemDelegate(new LedgerDelegate(
        theme, figures,
        [this](const QModelIndex &index) -> CellLook {
            return {m_model->cell(m_sorted->mapToSource(index)).ink};
        },
        this));
    setSortingEnabled(true);
    horizontalHeader()->setSortIndicatorShown(false);
    // As the rows were set, until a head is clicked.
    m_sorted->sort(-1);
    setColumns(0, dispensable);
    connect(this, &LedgerTable::opened, this, [this](const QModelIndex &index) {
        if (const QModelIndex source = m_sorted->mapToSource(index); source.isValid())
            emit rowOpened(source.row());
    });
}

int FigureTable::currentRow() const
{
    const QModelIndex source = m_sorted->mapToSource(currentIndex());
    return source.isValid() ? source.row() : -1;
}

} // namespace ui
