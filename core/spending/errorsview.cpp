#include "core/spending/errorsview.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace core {

namespace {

/// Where the columns of an errors report are.
struct ErrorColumns
{
    explicit ErrorColumns(const QStringList &by)
        : day(by.indexOf(QStringLiteral("day")))
        , account(by.indexOf(QStringLiteral("account")))
        , status(by.indexOf(QStringLiteral("status")))
        , error(by.indexOf(QStringLiteral("error")))
    {
    }

    QString kindOf(const UsageRow &row) const
    {
        const QString kind = row.keys.value(error);
        return kind.isEmpty() ? row.keys.value(status) : kind;
    }
    QDate dayOf(const UsageRow &row) const { return QDate::fromString(row.keys.value(day), Qt::ISODate); }

    qsizetype day;
    qsizetype account;
    qsizetype status;
    qsizetype error;
};

void setDays(ErrorsView &view, const UsageReport &report, const ErrorColumns &columns)
{
    QDate first;
    QDate last;
    for (const UsageRow &row : report.rows) {
        const QDate day = columns.dayOf(row);
        first = first.isValid() ? std::min(first, day) : day;
        last = last.isValid() ? std::max(last, day) : day;
    }
    for (QDate day = first; day.isValid() && day <= last; day = day.addDays(1))
        view.days.append(day);
    view.attempts.fill(0, view.days.size());
}

qint64 countOf(const ErrorSeries &series)
{
    qint64 sum = 0;
    for (const qint64 count : series.counts)
        sum += count;
    return sum;
}

void sortErrors(ErrorsView &view)
{
    std::stable_sort(view.series.begin(), view.series.end(),
                     [](const ErrorSeries &one, const ErrorSeries &other) {
                         const qint64 ones = countOf(one);
                         const qint64 others = countOf(other);
                         return ones != others ? ones > others : one.kind < other.kind;
                     });
    std::stable_sort(view.groups.begin(), view.groups.end(),
                     [](const ErrorGroup &one, const ErrorGroup &other) {
                         if (one.count != other.count)
                             return one.count > other.count;
                         return std::tie(one.kind, one.account) < std::tie(other.kind, other.account);
                     });
}

/// Collects rows that failed.
class ErrorSums
{
public:
    ErrorSums(ErrorsView &view, const TimeRange &range) : m_view(view), m_range(range) { }

    void add(const QString &kind, const QString &account, qsizetype day, const UsageFigures &figures)
    {
        m_view.failed += figures;
        if (!m_series.contains(kind)) {
            m_series.insert(kind, m_view.series.size());
            m_view.series.append({kind, QList<qint64>(m_view.days.size(), 0)});
        }
        m_view.series[m_series.value(kind)].counts[day] += figures.errors;
        const std::pair<QString, QString> key(kind, account);
        if (!m_groups.contains(key)) {
            m_groups.insert(key, m_view.groups.size());
            m_view.groups.append({kind, account, 0, {}, 0, callsOf(kind, account)});
        }
        ErrorGroup &group = m_view.groups[m_groups.value(key)];
        group.count += figures.errors;
        group.cost += figures.cost;
        group.unpriced += figures.unpricedAttempts;
    }

private:
    /// A status that is the kind of what has no error is not that of what has one.
    CallSelection callsOf(const QString &kind, const QString &account) const
    {
        const bool isError = errorKindFromName(kind).has_value();
        return {{{QStringLiteral("status"), isError ? QStringLiteral("errors") : kind},
                 {QStringLiteral("error"), isError ? kind : QString()},
                 {QStringLiteral("account"), account}},
                m_range};
    }

    ErrorsView &m_view;
    const TimeRange m_range;
    QHash<QString, qsizetype> m_series;
    QHash<std::pair<QString, QString>, qsizetype> m_groups;
};

} // namespace

ErrorsView errorsView(const UsageReport &report, const TimeRange &range)
{
    ErrorsView view;
    view.total = report.total;
    const ErrorColumns columns(report.by);
    setDays(view, report, columns);
    ErrorSums sums(view, range);
    for (const UsageRow &row : report.rows) {
        const qsizetype day = view.days.first().daysTo(columns.dayOf(row));
        view.attempts[day] += row.figures.attempts;
        if (row.figures.errors > 0)
            sums.add(columns.kindOf(row), row.keys.value(columns.account), day, row.figures);
    }
    sortErrors(view);
    return view;
}

Result<ErrorsView> readErrors(Connection &connection, const ErrorsQuery &query)
{
    UsageQuery wanted;
    wanted.sinceMs = query.range.sinceMs;
    wanted.untilMs = query.range.untilMs;
    wanted.zone = query.zone;
    wanted.includeSimulated = query.includeSimulated;
    wanted.by = {QStringLiteral("day"), QStringLiteral("account"), QStringLiteral("status"),
                 QStringLiteral("error")};
    const Result<UsageReport> report = usageReport(connection, wanted);
    if (!report)
        return report.error();
    return errorsView(*report, query.range);
}

} // namespace core
