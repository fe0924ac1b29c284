#pragma once

#include "core/ledger/latencyquery.h"

#include <QAbstractTableModel>

namespace core {

/// Sums and latencies by model and account, as the usage page's table shows them. Owned by the page; main
/// thread. Sort it through a proxy by ValueRole.
class UsageTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Model, Account, Requests, Input, Output, Errors, P50, P95, CostColumn, kColumns };
    enum Role {
        /// The raw figure: a number, or invalid where it is unknown.
        ValueRole = Qt::UserRole,
    };

    struct Row
    {
        QString model;
        QString account;
        UsageFigures figures;
        LatencyRow latency;
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// From a report by account and model; the dearest first.
    void setReport(const UsageReport &report, const QList<LatencyRow> &latencies);

    const Row &rowAt(int row) const { return m_rows.at(row); }
    /// The rows as a report by account and model, for export.
    UsageReport toReport() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString textOf(const Row &row, int column);
    static QVariant valueOf(const Row &row, int column);
    static QString exactOf(const Row &row, int column);

    QList<Row> m_rows;
};

} // namespace core
