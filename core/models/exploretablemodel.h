#pragma once

#include "core/usage/explore.h"

#include <QAbstractTableModel>

namespace core {

/// The rows of a view of usage: a column for each dimension, the metric, its share, requests, errors, tokens
/// and cost. Owned by the usage page; main thread. Sort it through a proxy by ValueRole.
class ExploreTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        /// The raw figure: a number, or invalid where it is unknown.
        ValueRole = Qt::UserRole,
    };
    /// Columns after those of the dimensions.
    enum Figure { Value, Share, Requests, Errors, Input, Output, Cost, kFigures };

    using QAbstractTableModel::QAbstractTableModel;

    void setResult(const ExploreResult &result);
    const ExploreResult &result() const { return m_result; }
    /// How many columns of dimensions there are, at least one.
    int dimensions() const;
    /// The rows with their heads, values raw: dollars exact, rates from 0 to 1, unknown ones empty.
    QList<QStringList> toCells() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString nameOf(const ExploreRow &row, int column) const;
    QString textOf(const ExploreRow &row, int figure) const;
    QVariant valueOf(const ExploreRow &row, int figure) const;
    QString exactOf(const ExploreRow &row, int figure) const;

    ExploreResult m_result;
};

} // namespace core
