#include "core/models/reconciletablemodel.h"

#include "core/base/formatting.h"
#include "core/models/figurewords.h"

namespace core {

namespace {

std::optional<qint64> tokensOfSide(const ReconcileFigures &figures)
{
    if (!figures.input() && !figures.output)
        return std::nullopt;
    return figures.input().value_or(0) + figures.output.value_or(0);
}

QString countOrDash(const std::optional<qint64> &count)
{
    return count ? formatCompactCount(*count) : unknownFigure();
}

QString costOrDash(const std::optional<Money> &cost)
{
    return cost ? formatMoney(*cost) : unknownFigure();
}

QVariant countValue(const std::optional<qint64> &count)
{
    return count ? QVariant(*count) : QVariant();
}

QVariant costValue(const std::optional<Money> &cost)
{
    return cost ? QVariant(static_cast<qlonglong>(cost->picos())) : QVariant();
}

QString exactOrDash(const std::optional<qint64> &count)
{
    return count ? formatCount(*count) : unknownFigure();
}

} // namespace

void ReconcileTableModel::setRows(const QList<ReconcileRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int ReconcileTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReconcileTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumns);
}

QVariant ReconcileTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReconcileRow &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return textOf(row, index.column());
    if (role == ValueRole)
        return valueOf(row, index.column());
    if (role == Qt::ToolTipRole)
        return detailsOf(row);
    return {};
}

QVariant ReconcileTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Day:
        return tr("Day (UTC)");
    case Model:
        return tr("Model");
    case OwnTokens:
        return tr("Tokens here");
    case TheirTokens:
        return tr("at the provider");
    case OwnCost:
        return tr("Cost here");
    case TheirCost:
        return tr("billed");
    case Gap:
        return tr("Gap");
    case Cause:
        return tr("Likely cause");
    default:
        return {};
    }
}

QString ReconcileTableModel::textOf(const ReconcileRow &row, int column)
{
    switch (column) {
    case Day:
        return QLocale().toString(row.day, QLocale::ShortFormat);
    case Model:
        return row.model.isEmpty() ? tr("(no model)") : row.model;
    case OwnTokens:
        return countOrDash(tokensOfSide(row.own));
    case TheirTokens:
        return countOrDash(tokensOfSide(row.theirs));
    case OwnCost:
        return costOrDash(row.own.cost);
    case TheirCost:
        return costOrDash(row.theirs.cost);
    case Gap:
        return row.percent ? tr("%1 %").arg(QLocale().toString(*row.percent, 'f', 1)) : unknownFigure();
    case Cause:
        return row.sentence;
    default:
        return {};
    }
}

QVariant ReconcileTableModel::valueOf(const ReconcileRow &row, int column)
{
    switch (column) {
    case Day:
        return row.day;
    case OwnTokens:
        return countValue(tokensOfSide(row.own));
    case TheirTokens:
        return countValue(tokensOfSide(row.theirs));
    case OwnCost:
        return costValue(row.own.cost);
    case TheirCost:
        return costValue(row.theirs.cost);
    case Gap:
        return row.percent ? QVariant(*row.percent) : QVariant();
    default:
        return textOf(row, column);
    }
}

QString ReconcileTableModel::detailsOf(const ReconcileRow &row)
{
    const auto line = [](const QString &name, const std::optional<qint64> &own,
                         const std::optional<qint64> &theirs) {
        return tr("%1: %2 here, %3 at the provider").arg(name, exactOrDash(own), exactOrDash(theirs));
    };
    const QStringList lines{line(tr("Requests"), row.own.requests, row.theirs.requests),
                            line(tr("Uncached input"), row.own.uncachedInput, row.theirs.uncachedInput),
                            line(tr("Cache reads"), row.own.cachedInput, row.theirs.cachedInput),
                            line(tr("Cache writes"), row.own.cacheWrite, row.theirs.cacheWrite),
                            line(tr("Output"), row.own.output, row.theirs.output),
                            line(tr("of it reasoning"), row.own.reasoning, row.theirs.reasoning),
                            row.sentence};
    return lines.join(u'\n').trimmed();
}

} // namespace core
