#pragma once

#include "core/reconcile/reconciliation.h"

#include <QAbstractTableModel>

namespace core {

/// Own sums against a provider's by day and model. Owned by the pane that shows it; main thread. Sort it
/// through a proxy by ValueRole.
class ReconcileTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Day, Model, OwnTokens, TheirTokens, OwnCost, TheirCost, Gap, Cause, kColumns };
    enum Role {
        /// The raw figure or text; invalid where it is unknown.
        ValueRole = Qt::UserRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<ReconcileRow> &rows);
    const ReconcileRow &rowAt(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString textOf(const ReconcileRow &row, int column);
    static QVariant valueOf(const ReconcileRow &row, int column);
    static QString detailsOf(const ReconcileRow &row);

    QList<ReconcileRow> m_rows;
};

} // namespace core
