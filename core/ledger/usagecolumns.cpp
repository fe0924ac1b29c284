#include "core/ledger/usagecolumns.h"

namespace core {

namespace {

QStringList split(QLatin1StringView words)
{
    return QString(words).split(QLatin1Char(' '));
}

} // namespace

const QStringList &usageFigureColumns()
{
    static const QStringList columns = split(QLatin1StringView(
        "calls attempts errors rescued input cached_input cache_write cache_write_1h output reasoning "
        "audio_input audio_output cost_micros cost_picos below_micros above_micros unpriced"));
    return columns;
}

const QStringList &usageDimensionColumns()
{
    static const QStringList columns = split(
        QLatin1StringView("simulated account model vendor task rule_set rule source status error_kind tags"));
    return columns;
}

QString usageSums(const QString &table, const QStringList &columns)
{
    QStringList sums;
    for (const QString &column : columns)
        sums.append(QStringLiteral("sum(%1.%2) AS %2").arg(table, column));
    return sums.join(QStringLiteral(", "));
}

QString usageColumns(const QStringList &columns, const QString &table, const QString &sign)
{
    QStringList named;
    for (const QString &column : columns)
        named.append(QString(sign + table + QLatin1Char('.') + column));
    return named.join(QStringLiteral(", "));
}

QString sameUsageSeries(const QString &series, const QString &row)
{
    QStringList equal;
    for (const QString &column : usageDimensionColumns())
        equal.append(QStringLiteral("%1.%3 = %2.%3").arg(series, row, column));
    return equal.join(QStringLiteral(" AND "));
}

QString usageCutColumn(int cut)
{
    static const QStringList columns =
        split(QLatin1StringView("answered asked tasked routed ended tagged failed"));
    return columns.at(cut - 1);
}

QString usageCutList()
{
    QStringList cuts;
    for (int cut = 1; cut <= kUsageCuts; ++cut)
        cuts.append(QString::number(cut));
    return cuts.join(QStringLiteral(", "));
}

} // namespace core
