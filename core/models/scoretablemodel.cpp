#include "core/models/scoretablemodel.h"

#include "core/base/formatting.h"
#include "core/judging/volume.h"
#include "core/models/figurewords.h"

#include <QLocale>

namespace core {

namespace {

const QString kUnknown = QStringLiteral("–");

QString percent(double share)
{
    return QLocale().toString(share * 100.0, 'f', 0);
}

std::optional<Money> shownCost(const ScoreRow &row, const std::optional<qint64> &calls)
{
    const std::optional<Money> &one = row.figures.medianCost;
    return one && calls ? std::optional(monthlyCost(*one, *calls)) : one;
}

} // namespace

void ScoreTableModel::setRows(const QList<ScoreRow> &rows, const std::optional<qint64> &callsPerMonth)
{
    beginResetModel();
    m_rows = rows;
    m_calls = callsPerMonth;
    endResetModel();
}

void ScoreTableModel::setByTime(bool byTime)
{
    m_byTime = byTime;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1), {DominatedRole});
}

int ScoreTableModel::rowOf(const TargetName &target) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).target == target)
            return row;
    }
    return -1;
}

int ScoreTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ScoreTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumns);
}

QVariant ScoreTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ScoreRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return exactOf(row, index.column());
    case ValueRole:
        return valueOf(row, index.column());
    case DominatedRole:
        return m_byTime ? row.dominatedByTime : row.dominatedByCost;
    default:
        return {};
    }
}

QVariant ScoreTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Model:
        return tr("Model");
    case Account:
        return tr("Account");
    case Votes:
        return tr("Votes");
    case Quality:
        return tr("Chosen (95 %)", "how often, with its interval");
    case CostColumn:
        return m_calls ? tr("A month") : tr("A call", "its cost");
    case P50:
        return tr("First token p50");
    case P95:
        return tr("p95");
    default:
        return {};
    }
}

QString ScoreTableModel::qualityText(const ScoreRow &row)
{
    if (!row.rating.rated)
        return tr("not enough votes");
    const Estimate &chance = row.rating.chance;
    return tr("%1 % (%2–%3)", "share, from, to")
        .arg(percent(chance.value), percent(chance.low), percent(chance.high));
}

QString ScoreTableModel::costText(const ScoreRow &row, const std::optional<qint64> &callsPerMonth)
{
    const std::optional<Money> cost = shownCost(row, callsPerMonth);
    if (cost)
        return formatMoney(*cost);
    return row.figures.unpriced > 0 ? tr("unpriced") : kUnknown;
}

QString ScoreTableModel::textOf(const ScoreRow &row, int column) const
{
    switch (column) {
    case Model:
        return row.target.model;
    case Account:
        return row.target.account;
    case Votes:
        return formatCount(row.rating.votes);
    case Quality:
        return qualityText(row);
    case CostColumn:
        return costText(row, m_calls);
    case P50:
        return durationText(row.figures.firstP50);
    case P95:
        return durationText(row.figures.firstP95);
    default:
        return {};
    }
}

QVariant ScoreTableModel::valueOf(const ScoreRow &row, int column) const
{
    switch (column) {
    case Votes:
        return row.rating.votes;
    case Quality:
        return optionalValue(row.quality());
    case CostColumn: {
        const std::optional<Money> cost = shownCost(row, m_calls);
        return cost ? QVariant(cost->toDouble()) : QVariant();
    }
    case P50:
        return optionalValue(row.figures.firstP50);
    case P95:
        return optionalValue(row.figures.firstP95);
    default:
        return textOf(row, column);
    }
}

QString ScoreTableModel::exactOf(const ScoreRow &row, int column) const
{
    switch (column) {
    case Votes:
        return tr("best %1, tied %2, beaten %3, all bad %4; thumbs up %5, down %6")
            .arg(row.rating.best)
            .arg(row.rating.ties)
            .arg(row.rating.beaten)
            .arg(row.rating.allBad)
            .arg(row.rating.thumbsUp)
            .arg(row.rating.thumbsDown);
    case Quality:
        return row.rating.rated
            ? tr("How likely it is to be chosen over another rated model, with the 95 % interval")
            : tr("%1 of the %2 votes that a rating needs").arg(row.rating.votes).arg(kVotesForRating);
    case CostColumn: {
        const std::optional<Money> cost = shownCost(row, m_calls);
        return cost ? QStringLiteral("$%1").arg(cost->toDecimal()) : QString();
    }
    case P50:
    case P95:
        return tr("Of %n calls", nullptr, row.figures.calls);
    default:
        return row.target.toString();
    }
}

} // namespace core
