#pragma once

#include "core/ledger/attemptpage.h"

#include <QAbstractTableModel>

namespace core {

class UsageReader;

/// The attempts behind a figure, newest first, read page by page as the view asks for more, each page from
/// where the one before ended. Owned by the usage page; main thread. Only the answer to the latest question
/// counts.
class AttemptTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Model, Account, Status, FirstToken, Input, Output, CostColumn, kColumns };
    enum Role {
        /// The raw figure: a number, or invalid where it is unknown.
        ValueRole = Qt::UserRole,
        /// The LaneStatus of the row as a number, whatever the column.
        StatusRole,
    };

    static constexpr int kPage = 200;

    explicit AttemptTableModel(UsageReader &reader, QObject *parent = nullptr);

    /// Whose local time the rows tell; with the year where it is not that of `today`.
    void setZone(const QTimeZone &zone, QDate today);
    /// Asks anew; limit and offset are the model's own.
    void setFilter(const AttemptFilter &filter);
    const AttemptFilter &filter() const { return m_filter; }
    /// Asks again for as many rows as there are, keeping what is shown until the answer comes.
    void refresh();

    const AttemptRecord &attemptAt(int row) const { return m_rows.at(row); }
    /// The row of that attempt, or -1.
    int rowOf(qint64 attempt) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// The latest question was answered.
    void loaded();
    void failed(const core::Error &error);

private:
    void ask(const std::optional<AttemptKey> &after, int count);
    void take(bool fromStart, const AttemptPage &page);
    QString textOf(const AttemptRecord &attempt, int column) const;
    static QVariant valueOf(const AttemptRecord &attempt, int column);
    QString exactOf(const AttemptRecord &attempt, int column) const;

    UsageReader &m_reader;
    QTimeZone m_zone = QTimeZone::utc();
    QDate m_today;
    AttemptFilter m_filter;
    QList<AttemptRecord> m_rows;
    quint64 m_generation = 0;
    /// Where the next page begins; unset when all rows are here.
    std::optional<AttemptKey> m_next;
    bool m_asking = false;
};

/// The time to the first token, of text or reasoning, in milliseconds.
std::optional<double> firstToken(const Timing &timing);

} // namespace core
