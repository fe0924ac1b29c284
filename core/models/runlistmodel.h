#pragma once

#include "core/ledger/historyquery.h"

#include <QAbstractListModel>
#include <QSet>

namespace core {

class LedgerReader;

/// The runs that fit a filter, newest first, read page by page as the view asks for more; without words a
/// conversation is one entry, its newest fitting turn. A new answer is merged in, so that selection and place
/// survive. Owned by the history page; main thread. Only the answer to the latest question counts.
class RunListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        /// The run's id.
        ValueRole = Qt::UserRole,
        /// A RunSummary.
        SummaryRole,
    };

    static constexpr int kPage = 100;

    explicit RunListModel(LedgerReader &reader, QObject *parent = nullptr);

    /// Asks anew; limit, page and oneAConversation are the model's own.
    void setFilter(const RunFilter &filter);
    const RunFilter &filter() const { return m_filter; }
    /// Whether the filter restricts anything.
    bool isFiltered() const;
    /// Asks again for as many rows as there are.
    void refresh();

    /// Leaves these runs out although the ledger still has them.
    void setHidden(const QSet<qint64> &runs);

    /// The first answer has come.
    bool isLoaded() const { return m_loaded; }
    const RunSummary &runAt(int row) const { return m_rows.at(row); }
    /// The row of that run, or -1.
    int rowOf(qint64 run) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// The latest question was answered.
    void loaded();
    void failed(const core::Error &error);

private:
    void ask(std::optional<qint64> beforePlace, int limit);
    void take(std::optional<qint64> beforePlace, int limit, const QList<RunSummary> &runs);
    void merge(const QList<RunSummary> &runs);
    void append(const QList<RunSummary> &runs);
    QList<RunSummary> shown(const QList<RunSummary> &runs) const;

    LedgerReader &m_reader;
    RunFilter m_filter;
    QList<RunSummary> m_rows;
    QSet<qint64> m_hidden;
    /// Where the oldest run read so far stands, hidden or not.
    qint64 m_oldest = 0;
    int m_read = 0;
    quint64 m_generation = 0;
    bool m_more = false;
    bool m_asking = false;
    bool m_loaded = false;
};

} // namespace core

Q_DECLARE_METATYPE(core::RunSummary)
