#include "core/models/attempttablemodel.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/models/ledgerwords.h"
#include "core/usage/usagereader.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace core {

namespace {

const QString kNothing = QStringLiteral("–");

QString countText(const std::optional<qint64> &count)
{
    return count ? formatCompactCount(*count) : kNothing;
}

QVariant raw(const std::optional<qint64> &count)
{
    return count ? QVariant(*count) : QVariant();
}

} // namespace

std::optional<double> firstToken(const Timing &timing)
{
    if (timing.firstText && timing.firstReasoning)
        return std::min(*timing.firstText, *timing.firstReasoning);
    return timing.firstText ? timing.firstText : timing.firstReasoning;
}

AttemptTableModel::AttemptTableModel(UsageReader &reader, QObject *parent)
    : QAbstractTableModel(parent), m_reader(reader)
{
}

void AttemptTableModel::setZone(const QTimeZone &zone, QDate today)
{
    m_zone = zone;
    m_today = today;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, Time), index(rowCount() - 1, Time));
}

void AttemptTableModel::setFilter(const AttemptFilter &filter)
{
    m_filter = filter;
    beginResetModel();
    m_rows.clear();
    m_next.reset();
    endResetModel();
    ask(std::nullopt, kPage);
}

void AttemptTableModel::refresh()
{
    ask(std::nullopt, std::max(kPage, rowCount()));
}

void AttemptTableModel::ask(const std::optional<AttemptKey> &after, int count)
{
    m_asking = true;
    const quint64 generation = ++m_generation;
    continued(m_reader.attempts(m_filter, after, count), this,
              [this, generation, fromStart = !after](const Result<AttemptPage> &page) {
                  if (generation != m_generation)
                      return;
                  m_asking = false;
                  if (!page) {
                      emit failed(page.error());
                      return;
                  }
                  take(fromStart, *page);
                  emit loaded();
              });
}

void AttemptTableModel::take(bool fromStart, const AttemptPage &page)
{
    m_next = page.next;
    if (fromStart) {
        beginResetModel();
        m_rows = page.rows;
        endResetModel();
        return;
    }
    if (page.rows.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(page.rows.size()) - 1);
    m_rows += page.rows;
    endInsertRows();
}

int AttemptTableModel::rowOf(qint64 attempt) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows.at(row).id == attempt)
            return row;
    }
    return -1;
}

bool AttemptTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next && !m_asking;
}

void AttemptTableModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(m_next, kPage);
}

int AttemptTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AttemptTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumns);
}

QVariant AttemptTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AttemptRecord &attempt = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(attempt, index.column());
    case Qt::ToolTipRole:
        return exactOf(attempt, index.column());
    case ValueRole:
        return valueOf(attempt, index.column());
    case StatusRole:
        return static_cast<int>(attempt.completion.status);
    default:
        return {};
    }
}

QString AttemptTableModel::textOf(const AttemptRecord &attempt, int column) const
{
    switch (column) {
    case Time: {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(attempt.startedAtMs, m_zone);
        const bool thisYear = at.date().year() == m_today.year();
        return QLocale().toString(at,
                                  thisYear ? tr("d MMM hh:mm:ss", "date and time of a request")
                                           : tr("d MMM yyyy hh:mm:ss", "date and time of a request"));
    }
    case Model:
        return attempt.model;
    case Account:
        return attempt.accountName;
    case Status: {
        const QString status = LedgerWords::status(attempt.completion.status);
        if (!attempt.completion.error)
            return status;
        return tr("%1: %2", "failed: rate limited")
            .arg(status, LedgerWords::errorKind(attempt.completion.error->kind));
    }
    case FirstToken: {
        const std::optional<double> first = firstToken(attempt.completion.timing);
        return first ? formatDuration(*first) : kNothing;
    }
    case Input:
        return countText(attempt.completion.usage.input);
    case Output:
        return countText(attempt.completion.usage.output);
    default:
        return LedgerWords::cost(attempt);
    }
}

QVariant AttemptTableModel::valueOf(const AttemptRecord &attempt, int column)
{
    switch (column) {
    case Time:
        return attempt.startedAtMs;
    case Model:
        return attempt.model;
    case Account:
        return attempt.accountName;
    case Status:
        return laneStatusName(attempt.completion.status);
    case FirstToken: {
        const std::optional<double> first = firstToken(attempt.completion.timing);
        return first ? QVariant(*first) : QVariant();
    }
    case Input:
        return raw(attempt.completion.usage.input);
    case Output:
        return raw(attempt.completion.usage.output);
    default:
        if (attempt.costsNothing())
            return qint64(0);
        return attempt.cost.amount ? QVariant(static_cast<qint64>(attempt.cost.amount->picos())) : QVariant();
    }
}

QString AttemptTableModel::exactOf(const AttemptRecord &attempt, int column) const
{
    switch (column) {
    case Time:
        return QDateTime::fromMSecsSinceEpoch(attempt.startedAtMs, m_zone).toString(Qt::ISODateWithMs);
    case Status:
        return attempt.completion.error ? attempt.completion.error->message : textOf(attempt, column);
    case Input:
        return attempt.completion.usage.input ? formatCount(*attempt.completion.usage.input)
                                              : tr("not reported");
    case Output:
        return attempt.completion.usage.output ? formatCount(*attempt.completion.usage.output)
                                               : tr("not reported");
    case CostColumn:
        if (attempt.costsNothing())
            return tr("It cost nothing: an error answered it, or it never left");
        return attempt.cost.amount ? QStringLiteral("US$ ") + attempt.cost.amount->toDecimal()
                                   : tr("The ledger knows no price for this request");
    default:
        return textOf(attempt, column);
    }
}

QVariant AttemptTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Model:
        return tr("Model");
    case Account:
        return tr("Account");
    case Status:
        return tr("Status");
    case FirstToken:
        return tr("First token");
    case Input:
        return tr("In");
    case Output:
        return tr("Out");
    case CostColumn:
        return tr("Cost");
    default:
        return {};
    }
}

} // namespace core
