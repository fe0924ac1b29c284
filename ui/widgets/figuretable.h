#pragma once

#include "ui/widgets/ledgertable.h"

#include <QAbstractTableModel>
#include <QVariant>

namespace ui {

/// A cell of a FigureTable.
struct FigureCell
{
    QString text;
    /// By which rows are sorted; invalid: unknown, which is last.
    QVariant value = {};
    QString tip = {};
    Theme::Token ink = Theme::Token::Ink;

    bool operator==(const FigureCell &) const = default;
};

using FigureRow = QList<FigureCell>;

/// Rows that somebody else made, as they are. Owned by a FigureTable.
class FigureModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int kValueRole = Qt::UserRole + 1;

    FigureModel(const QStringList &heads, QObject *parent);

    void setRows(const QList<FigureRow> &rows);
    void append(const QList<FigureRow> &rows);
    const FigureCell &cell(const QModelIndex &index) const
    {
        return m_rows.at(index.row()).at(index.column());
    }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const QStringList m_heads;
    QList<FigureRow> m_rows;
};

/// A table of a few columns of figures. Says `rowOpened` with the row's place among those that were set.
class FigureTable : public LedgerTable
{
    Q_OBJECT

public:
    /// `figures` stand at the right; the columns of `dispensable` go first where room is short.
    FigureTable(const Theme &theme, const QStringList &heads, const QList<int> &figures,
                const QList<int> &dispensable, QWidget *parent);

    void setRows(const QList<FigureRow> &rows) { m_model->setRows(rows); }
    void append(const QList<FigureRow> &rows) { m_model->append(rows); }
    int rows() const { return m_model->rowCount(); }
    /// Of the row that is current, its place among those that were set; -1 when none is.
    int currentRow() const;

signals:
    void rowOpened(int row);

private:
    FigureModel *const m_model;
    LedgerProxy *const m_sorted;
};

} // namespace ui
