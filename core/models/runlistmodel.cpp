#include "core/models/runlistmodel.h"

#include "core/base/continuation.h"
#include "core/ledger/ledgerreader.h"

#include <algorithm>

namespace core {

RunListModel::RunListModel(LedgerReader &reader, QObject *parent)
    : QAbstractListModel(parent), m_reader(reader)
{
}

void RunListModel::setFilter(const RunFilter &filter)
{
    m_filter = filter;
    // Without words a conversation is one entry; words are found in one of its turns.
    m_filter.oneAConversation = filter.words.trimmed().isEmpty();
    m_more = false;
    ask(std::nullopt, kPage);
}

bool RunListModel::isFiltered() const
{
    return !m_filter.words.isEmpty() || !m_filter.model.isEmpty() || !m_filter.account.isEmpty()
        || m_filter.task || !m_filter.statuses.isEmpty() || m_filter.verdict || !m_filter.tagKey.isEmpty()
        || m_filter.pinnedOnly || m_filter.sinceMs || m_filter.untilMs || m_filter.minCost
        || m_filter.maxCost;
}

void RunListModel::refresh()
{
    ask(std::nullopt, std::max(kPage, m_read));
}

void RunListModel::setHidden(const QSet<qint64> &runs)
{
    const bool back =
        std::any_of(m_hidden.cbegin(), m_hidden.cend(), [&runs](qint64 run) { return !runs.contains(run); });
    m_hidden = runs;
    merge(shown(m_rows));
    if (back)
        refresh();
}

void RunListModel::ask(std::optional<qint64> beforePlace, int limit)
{
    RunFilter filter = m_filter;
    filter.beforePlace = beforePlace;
    filter.limit = limit;
    m_asking = true;
    const quint64 generation = ++m_generation;
    continued(m_reader.searchRuns(filter), this,
              [this, generation, beforePlace, limit](const Result<QList<RunSummary>> &runs) {
                  if (generation != m_generation)
                      return;
                  m_asking = false;
                  if (!runs) {
                      emit failed(runs.error());
                      return;
                  }
                  take(beforePlace, limit, *runs);
                  emit loaded();
              });
}

void RunListModel::take(std::optional<qint64> beforePlace, int limit, const QList<RunSummary> &runs)
{
    m_loaded = true;
    m_more = runs.size() == limit;
    m_read = static_cast<int>(runs.size()) + (beforePlace ? m_read : 0);
    m_oldest = runs.isEmpty() ? beforePlace.value_or(0) : runs.last().place;
    if (beforePlace)
        append(shown(runs));
    else
        merge(shown(runs));
}

QList<RunSummary> RunListModel::shown(const QList<RunSummary> &runs) const
{
    QList<RunSummary> visible;
    std::copy_if(runs.cbegin(), runs.cend(), std::back_inserter(visible),
                 [this](const RunSummary &run) { return !m_hidden.contains(run.runId); });
    return visible;
}

void RunListModel::append(const QList<RunSummary> &runs)
{
    if (runs.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(runs.size()) - 1);
    m_rows += runs;
    endInsertRows();
}

/// Both lists descend by place, so one walk tells what went, what came and what changed.
void RunListModel::merge(const QList<RunSummary> &runs)
{
    int row = 0;
    for (const RunSummary &run : runs) {
        while (row < m_rows.size() && m_rows.at(row).place > run.place) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
        if (row == m_rows.size() || m_rows.at(row).place < run.place) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, run);
            endInsertRows();
        } else if (m_rows.at(row) != run) {
            m_rows[row] = run;
            emit dataChanged(index(row), index(row));
        }
        ++row;
    }
    if (row < m_rows.size()) {
        beginRemoveRows({}, row, rowCount() - 1);
        m_rows.resize(row);
        endRemoveRows();
    }
}

int RunListModel::rowOf(qint64 run) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [run](const RunSummary &row) { return row.runId == run; });
    return found != m_rows.cend() ? static_cast<int>(found - m_rows.cbegin()) : -1;
}

int RunListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RunListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RunSummary &run = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return run.prompt.isNull() ? tr("Prompt not kept")
                                   : run.prompt.trimmed().section(QLatin1Char('\n'), 0, 0);
    case ValueRole:
        return run.runId;
    case SummaryRole:
        return QVariant::fromValue(run);
    default:
        return {};
    }
}

bool RunListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_asking;
}

void RunListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(m_oldest, kPage);
}

} // namespace core
