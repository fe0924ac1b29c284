#pragma once

#include "core/judging/scoreboard.h"

#include <QAbstractTableModel>

namespace core {

/// The scoreboard of one task as a table: who is chosen how often, what a call or a month costs, how soon the
/// first token comes. Owned by the page; main thread. Sort it through a proxy by ValueRole.
class ScoreTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Model, Account, Votes, Quality, CostColumn, P50, P95, kColumns };
    enum Role {
        /// The raw figure: a number, or invalid where it is unknown.
        ValueRole = Qt::UserRole,
        /// Whether another one is better at the cost that is shown.
        DominatedRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// With `callsPerMonth` the cost is that of a month.
    void setRows(const QList<ScoreRow> &rows, const std::optional<qint64> &callsPerMonth);
    /// Whether DominatedRole is by time instead of by cost.
    void setByTime(bool byTime);

    const ScoreRow &rowAt(int row) const { return m_rows.at(row); }
    const QList<ScoreRow> &rows() const { return m_rows; }
    /// -1 when it is not there.
    int rowOf(const TargetName &target) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// `64 % (51–76)`, or that there are too few votes.
    static QString qualityText(const ScoreRow &row);
    /// One call's median cost, or a month's.
    static QString costText(const ScoreRow &row, const std::optional<qint64> &callsPerMonth);

private:
    QString textOf(const ScoreRow &row, int column) const;
    QVariant valueOf(const ScoreRow &row, int column) const;
    QString exactOf(const ScoreRow &row, int column) const;

    QList<ScoreRow> m_rows;
    std::optional<qint64> m_calls;
    bool m_byTime = false;
};

} // namespace core
