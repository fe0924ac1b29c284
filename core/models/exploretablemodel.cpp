#include "core/models/exploretablemodel.h"

#include "core/base/formatting.h"
#include "core/ledger/usagecsv.h"
#include "core/models/explorewords.h"
#include "core/models/figurewords.h"
#include "core/models/ledgerwords.h"

#include <QLocale>

#include <algorithm>

namespace core {

void ExploreTableModel::setResult(const ExploreResult &result, QDate today)
{
    beginResetModel();
    m_result = result;
    m_today = today;
    endResetModel();
}

int ExploreTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_result.rows.size());
}

int ExploreTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumns);
}

QString ExploreTableModel::nameOf(const ExploreRow &row) const
{
    return ExploreWords::path(m_result.rowDimensions, row.path, row.isOther, m_today);
}

QString ExploreTableModel::textOf(const ExploreRow &row, int column) const
{
    switch (column) {
    case Name:
        return nameOf(row);
    case Value:
        return ExploreWords::amount(m_result.query.metric, row.figures);
    case Share:
        return row.share ? QLocale().toString(100.0 * *row.share, 'f', 1) + QStringLiteral(" %")
                         : unknownFigure();
    case Requests:
        return formatCount(row.figures.attempts);
    case Errors:
        return LedgerWords::share(row.figures.errors, row.figures.attempts);
    case Input:
        return formatCompactCount(row.figures.input);
    case Output:
        return formatCompactCount(row.figures.output);
    default:
        return LedgerWords::cost(row.figures);
    }
}

QVariant ExploreTableModel::valueOf(const ExploreRow &row, int column) const
{
    switch (column) {
    case Name:
        return nameOf(row);
    case Value:
        return optionalValue(row.value);
    case Share:
        return optionalValue(row.share);
    case Requests:
        return row.figures.attempts;
    case Errors:
        return static_cast<double>(row.figures.errors)
            / static_cast<double>(std::max<qint64>(1, row.figures.attempts));
    case Input:
        return row.figures.input;
    case Output:
        return row.figures.output;
    default: {
        const std::optional<Money> cost = knownCost(row.figures);
        return cost ? QVariant(static_cast<qint64>(cost->picos())) : QVariant();
    }
    }
}

QString ExploreTableModel::exactOf(const ExploreRow &row, int column) const
{
    switch (column) {
    case Value:
        return ExploreWords::exact(m_result.query.metric, row.figures);
    case Input:
        return formatCount(row.figures.input);
    case Output:
        return formatCount(row.figures.output);
    case Cost: {
        const std::optional<Money> cost = knownCost(row.figures);
        return cost ? QStringLiteral("US$ ") + cost->toDecimal() : textOf(row, column);
    }
    default:
        return textOf(row, column);
    }
}

QVariant ExploreTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ExploreRow &row = m_result.rows.at(index.row());
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

QVariant ExploreTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: {
        QStringList names;
        for (const QString &dimension : m_result.rowDimensions)
            names.append(ExploreWords::dimension(dimension));
        QString head = names.join(QStringLiteral(" · "));
        if (!head.isEmpty())
            head[0] = head[0].toUpper();
        return head;
    }
    case Value:
        return ExploreWords::metric(m_result.query.metric);
    case Share:
        return tr("Share");
    case Requests:
        return tr("Requests");
    case Errors:
        return tr("Error rate");
    case Input:
        return tr("In");
    case Output:
        return tr("Out");
    default:
        return tr("Cost");
    }
}

QList<QStringList> ExploreTableModel::toCells() const
{
    QStringList heads = m_result.rowDimensions;
    heads << exploreMetricName(m_result.query.metric) << QStringLiteral("share") << QStringLiteral("calls")
          << QStringLiteral("attempts") << QStringLiteral("errors") << QStringLiteral("input")
          << QStringLiteral("output") << QStringLiteral("cost_usd") << QStringLiteral("unpriced_attempts");
    QList<QStringList> lines{heads};
    const auto number = [](const std::optional<double> &value) {
        return value ? QString::number(*value, 'g', 12) : QString();
    };
    for (const ExploreRow &row : m_result.rows) {
        QStringList line;
        for (qsizetype column = 0; column < m_result.rowDimensions.size(); ++column) {
            if (!row.isOther)
                line.append(row.path.value(column));
            else if (m_result.rowDimensions.at(column) == QLatin1StringView("day"))
                line.append(row.path.value(0));
            else
                line.append(ExploreWords::path({}, {}, true, m_today));
        }
        const std::optional<Money> cost = knownCost(row.figures);
        const bool money = m_result.query.metric == ExploreMetric::Cost
            || m_result.query.metric == ExploreMetric::FailedCost;
        line << (money ? (cost ? cost->toDecimal() : QString()) : number(row.value)) << number(row.share)
             << QString::number(row.figures.calls) << QString::number(row.figures.attempts)
             << QString::number(row.figures.errors) << QString::number(row.figures.input)
             << QString::number(row.figures.output) << (cost ? cost->toDecimal() : QString())
             << QString::number(row.figures.unpricedAttempts);
        lines.append(line);
    }
    return lines;
}

} // namespace core
