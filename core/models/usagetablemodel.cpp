#include "core/models/usagetablemodel.h"

#include "core/base/formatting.h"
#include "core/ledger/usagecsv.h"
#include "core/models/figurewords.h"
#include "core/models/ledgerwords.h"

#include <algorithm>

namespace core {

void UsageTableModel::setReport(const UsageReport &report, const QList<LatencyRow> &latencies)
{
    beginResetModel();
    m_rows.clear();
    for (const UsageRow &sum : report.rows) {
        Row row{sum.keys.value(1), sum.keys.value(0), sum.figures, {}};
        for (const LatencyRow &latency : latencies) {
            if (latency.model == row.model && latency.account == row.account)
                row.latency = latency;
        }
        m_rows.append(row);
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &one, const Row &other) {
        return one.figures.cost != other.figures.cost ? one.figures.cost > other.figures.cost
                                                      : one.figures.attempts > other.figures.attempts;
    });
    endResetModel();
}

UsageReport UsageTableModel::toReport() const
{
    UsageReport report;
    report.by = {QStringLiteral("account"), QStringLiteral("model")};
    for (const Row &row : m_rows) {
        report.rows.append({{row.account, row.model}, row.figures});
        report.total += row.figures;
    }
    return report;
}

int UsageTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int UsageTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumns);
}

QVariant UsageTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return exactOf(row, index.column());
    case ValueRole:
        return valueOf(row, index.column());
    default:
        return {};
    }
}

QString UsageTableModel::textOf(const Row &row, int column)
{
    switch (column) {
    case Model:
        return row.model;
    case Account:
        return row.account;
    case Requests:
        return formatCount(row.figures.attempts);
    case Input:
        return formatCompactCount(row.figures.input);
    case Output:
        return formatCompactCount(row.figures.output);
    case Errors:
        return LedgerWords::share(row.figures.errors, row.figures.attempts);
    case P50:
        return durationText(row.latency.p50);
    case P95:
        return durationText(row.latency.p95);
    default:
        return LedgerWords::cost(row.figures);
    }
}

QVariant UsageTableModel::valueOf(const Row &row, int column)
{
    switch (column) {
    case Requests:
        return row.figures.attempts;
    case Input:
        return row.figures.input;
    case Output:
        return row.figures.output;
    case Errors:
        return static_cast<double>(row.figures.errors)
            / static_cast<double>(std::max<qint64>(1, row.figures.attempts));
    case P50:
        return optionalValue(row.latency.p50);
    case P95:
        return optionalValue(row.latency.p95);
    case CostColumn: {
        const std::optional<Money> cost = knownCost(row.figures);
        return cost ? QVariant(static_cast<qint64>(cost->picos())) : QVariant();
    }
    default:
        return textOf(row, column);
    }
}

QString UsageTableModel::exactOf(const Row &row, int column)
{
    switch (column) {
    case Input:
        return tr("%1 tokens in, of them %2 from the cache")
            .arg(formatCount(row.figures.input), formatCount(row.figures.cachedInput));
    case Output:
        return tr("%1 tokens out, of them %2 reasoning")
            .arg(formatCount(row.figures.output), formatCount(row.figures.reasoning));
    case Errors:
        return tr("%1 of %2 requests failed, were interrupted or refused")
            .arg(formatCount(row.figures.errors), formatCount(row.figures.attempts));
    case P50:
    case P95:
        return row.latency.p95 ? LedgerWords::samples(row.latency.samples)
                               : tr("%1: too few for a percentile, which takes 20")
                                     .arg(LedgerWords::samples(row.latency.samples));
    case CostColumn: {
        const std::optional<Money> cost = knownCost(row.figures);
        return cost ? QStringLiteral("US$ ") + cost->toDecimal()
                    : tr("The ledger knows no price for these requests");
    }
    default:
        return textOf(row, column);
    }
}

QVariant UsageTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool tip = role == Qt::ToolTipRole;
    switch (section) {
    case Model:
        return tip ? QString() : tr("Model");
    case Account:
        return tip ? QString() : tr("Account");
    case Requests:
        return tip ? tr("HTTP requests, retries counted") : tr("Requests");
    case Input:
        return tip ? tr("Input tokens") : tr("In");
    case Output:
        return tip ? tr("Output tokens") : tr("Out");
    case Errors:
        return tip ? tr("Failed, interrupted or refused") : tr("Errors");
    case P50:
        return tip ? tr("Half of the answers began within this time")
                   : tr("p50", "median of the first token");
    case P95:
        return tip ? tr("95 of 100 answers began within this time") : tr("p95 first token");
    case CostColumn:
        return tip ? QString() : tr("Cost");
    default:
        return {};
    }
}

} // namespace core
