#pragma once

#include "core/usage/explore.h"

#include <QAbstractTableModel>

namespace core {

/// The rows of a view of usage: what it is split by, the metric, its share, requests, errors, tokens and
/// cost. Owned by the usage page; main thread. Sort it through a proxy by ValueRole.
class ExploreTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        /// The raw figure: a number, or invalid where it is unknown.
        ValueRole = Qt::UserRole,
    };
    enum Column { Name, Value, Share, Requests, Errors, Input, Output, Cost, kColumns };

    using QAbstractTableModel::QAbstractTableModel;

    /// Days of another year than that of `today` tell theirs.
    void setResult(const ExploreResult &result, QDate today);
    const ExploreResult &result() const { return m_result; }
    /// The rows with their heads, a column for each dimension, values raw: dollars exact, rates from 0 to 1,
    /// unknown ones empty.
    QList<QStringList> toCells() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString nameOf(const ExploreRow &row) const;
    QString textOf(const ExploreRow &row, int column) const;
    QVariant valueOf(const ExploreRow &row, int column) const;
    QString exactOf(const ExploreRow &row, int column) const;

    ExploreResult m_result;
    QDate m_today;
};

} // namespace core
