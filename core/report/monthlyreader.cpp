#include "core/report/monthlyreader.h"

#include "core/ledger/latencyquery.h"
#include "core/ledger/reportperiod.h"
#include "core/ledger/usagestate.h"
#include "core/report/reportbudgets.h"
#include "core/report/reportcalls.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype kTableRows = 10;
constexpr qsizetype kChartModels = 5;
constexpr int kDearestCalls = 5;

const QString kByDay = QStringLiteral("day");
const QString kByMonth = QStringLiteral("month");
const QString kByModel = QStringLiteral("model");
const QString kByAccount = QStringLiteral("account");
const QString kByTask = QStringLiteral("task");
const QString kByStatus = QStringLiteral("status");
const QString kBySource = QStringLiteral("source");
const QString kAttemptsFigure = QStringLiteral("attempts");

/// Asks the ledger step by step; after a failed step the others do nothing.
class MonthlyReader
{
public:
    MonthlyReader(Connection &connection, const MonthlyQuery &query)
        : m_connection(connection), m_query(query)
    {
    }

    Result<MonthlyReport> read();

private:
    void setPeriod();
    void readEdges();
    void readBefore();
    void readReasons();
    void readStatuses();
    void readDays();
    ReportTable readTable(const QString &dimension);
    void readUnpriced();
    void readSources();
    void readHiddenSimulated();
    void readLatency();
    void readDearest();

    UsageQuery usageQuery(const QStringList &by) const;
    UsageReport sums(const UsageQuery &query);
    UsageReport sums(const QStringList &by) { return sums(usageQuery(by)); }
    UsageReport sumsBefore(const QStringList &by);
    template <typename T>
    T taken(const Result<T> &result);

    Connection &m_connection;
    const MonthlyQuery m_query;
    TimeRange m_range;
    TimeRange m_rangeBefore;
    std::optional<Error> m_error;
    MonthlyReport m_report;
};

template <typename T>
T MonthlyReader::taken(const Result<T> &result)
{
    if (result)
        return *result;
    if (!m_error)
        m_error = result.error();
    return {};
}

UsageQuery MonthlyReader::usageQuery(const QStringList &by) const
{
    UsageQuery query;
    query.sinceMs = m_range.sinceMs;
    query.untilMs = m_range.untilMs;
    query.zone = m_query.zone;
    query.by = by;
    query.includeSimulated = m_query.includeSimulated;
    return query;
}

UsageReport MonthlyReader::sums(const UsageQuery &query)
{
    return m_error ? UsageReport() : taken(usageReport(m_connection, query));
}

UsageReport MonthlyReader::sumsBefore(const QStringList &by)
{
    UsageQuery query = usageQuery(by);
    query.sinceMs = m_rangeBefore.sinceMs;
    query.untilMs = m_rangeBefore.untilMs;
    return sums(query);
}

void MonthlyReader::setPeriod()
{
    const QDate first(m_query.month.year(), m_query.month.month(), 1);
    ReportPeriod period{PeriodKind::Custom, first, first.addMonths(1).addDays(-1)};
    m_range = timeRange(period, m_query.zone);
    m_rangeBefore = rangeBefore(period, m_query.zone, m_query.nowMs).value_or(TimeRange());
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_query.nowMs, m_query.zone).date();
    m_report.month = first;
    m_report.isRunning = today <= period.last;
    m_report.lastDay = std::min(today, period.last);
    m_report.zone = m_query.zone;
    m_report.includesSimulated = m_query.includeSimulated;
    m_report.madeAtMs = m_query.nowMs;
    m_report.beforeFirst = first.addMonths(-1);
    m_report.beforeLast =
        QDateTime::fromMSecsSinceEpoch(m_rangeBefore.untilMs.value_or(1) - 1, m_query.zone).date();
}

void MonthlyReader::readEdges()
{
    const UsageEdges edges = taken(usageEdges(m_connection, m_query.includeSimulated));
    const UsageState state = taken(usageState(m_connection));
    m_report.completeness.firstMs = edges.firstMs;
    m_report.completeness.lastMs = edges.lastMs;
    m_report.completeness.prunedBeforeMs = state.prunedBeforeMs;
}

void MonthlyReader::readBefore()
{
    const std::optional<qint64> first = m_report.completeness.firstMs;
    if (first && m_rangeBefore.untilMs && *first < *m_rangeBefore.untilMs)
        m_report.before = sumsBefore({}).total;
}

void MonthlyReader::readReasons()
{
    if (m_error || !m_report.before)
        return;
    const ChangeQuery query{m_rangeBefore, m_range, m_query.includeSimulated};
    const CostChange change = taken(costChange(m_connection, query, m_query.weights));
    if (!change.knownDifference())
        return;
    for (const ChangePart &part : change.parts)
        m_report.reasons.append({part.factor, part.amount});
}

void MonthlyReader::readStatuses()
{
    const UsageReport statuses = sums({kByStatus});
    m_report.total = statuses.total;
    for (const UsageRow &row : statuses.rows) {
        const QString &status = row.keys.constFirst();
        if (status == QLatin1StringView("failed") || status == QLatin1StringView("interrupted")
            || status == QLatin1StringView("refused"))
            m_report.failed += row.figures;
    }
}

void MonthlyReader::readDays()
{
    for (qsizetype at = 0; at < std::min(kChartModels, m_report.models.rows.size()); ++at)
        m_report.chartModels.append(m_report.models.rows.at(at).name);
    const qsizetype parts = m_report.chartModels.size() + 1;
    for (QDate date = m_report.month; date <= m_report.lastDay; date = date.addDays(1))
        m_report.days.append({date, {}, QList<Money>(parts)});
    for (const UsageRow &row : sums({kByDay, kByModel}).rows) {
        const QDate date = QDate::fromString(row.keys.at(0), Qt::ISODate);
        const qsizetype at = m_report.month.daysTo(date);
        if (!date.isValid() || at < 0 || at >= m_report.days.size())
            continue;
        ReportDay &day = m_report.days[at];
        const qsizetype model = m_report.chartModels.indexOf(row.keys.at(1));
        day.figures += row.figures;
        day.parts[model < 0 ? parts - 1 : model] += row.figures.cost;
    }
}

ReportTable MonthlyReader::readTable(const QString &dimension)
{
    ReportTable table;
    QHash<QString, UsageFigures> before;
    if (m_report.before) {
        for (const UsageRow &row : sumsBefore({dimension}).rows)
            before.insert(row.keys.constFirst(), row.figures);
    }
    QList<UsageRow> rows = sums({dimension}).rows;
    for (const UsageRow &row : rows) {
        const UsageFigures earlier = before.take(row.keys.constFirst());
        if (table.rows.size() < kTableRows) {
            table.rows.append({row.keys.constFirst(), row.figures, earlier});
            continue;
        }
        ++table.others;
        table.rest += row.figures;
        table.restBefore += earlier;
    }
    // What was there before and is no more.
    for (const UsageFigures &earlier : std::as_const(before)) {
        ++table.others;
        table.restBefore += earlier;
    }
    return table;
}

void MonthlyReader::readUnpriced()
{
    for (const UsageRow &row : sums({kByAccount, kByModel}).rows) {
        if (row.figures.unpricedAttempts > 0)
            m_report.unpriced.append({row.keys.at(0), row.keys.at(1), row.figures.unpricedAttempts});
    }
    std::stable_sort(
        m_report.unpriced.begin(), m_report.unpriced.end(),
        [](const ReportUnpriced &a, const ReportUnpriced &b) { return a.attempts > b.attempts; });
}

void MonthlyReader::readSources()
{
    for (const UsageRow &row : sums({kBySource}).rows) {
        if (row.keys.constFirst() == QLatin1StringView("import"))
            m_report.completeness.imported = row.figures;
    }
}

void MonthlyReader::readHiddenSimulated()
{
    if (m_query.includeSimulated)
        return;
    UsageQuery query = usageQuery({});
    query.includeSimulated = true;
    query.figures = {kAttemptsFigure};
    m_report.completeness.hiddenSimulated = sums(query).total.attempts - m_report.total.attempts;
}

void MonthlyReader::readLatency()
{
    if (m_error)
        return;
    const LatencyReport latency = taken(latencyReport(m_connection, usageQuery({})));
    m_report.firstTokenP50 = latency.total.p50;
    m_report.firstTokenP95 = latency.total.p95;
}

void MonthlyReader::readDearest()
{
    if (m_error)
        return;
    m_report.calls = taken(dearestCalls(m_connection, m_range, m_query.includeSimulated, kDearestCalls));
    m_report.budgets = taken(budgetsOfMonth(m_connection, m_range, m_query.nowMs, m_query.includeSimulated));
}

Result<MonthlyReport> MonthlyReader::read()
{
    setPeriod();
    readEdges();
    readBefore();
    readReasons();
    readStatuses();
    m_report.tasks = readTable(kByTask);
    m_report.models = readTable(kByModel);
    m_report.accounts = readTable(kByAccount);
    readDays();
    readUnpriced();
    readSources();
    readHiddenSimulated();
    readLatency();
    readDearest();
    return m_error ? Result<MonthlyReport>(*m_error) : Result<MonthlyReport>(m_report);
}

} // namespace

Result<QDate> parseReportMonth(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^\\d{4}-\\d{2}$"));
    const QDate month = QDate::fromString(text + QStringLiteral("-01"), Qt::ISODate);
    if (form.match(text).hasMatch() && month.isValid())
        return month;
    return Error{
        ErrorKind::InvalidRequest,
        QCoreApplication::translate("MonthlyReport", "\"%1\" is no month: write it as 2026-11.").arg(text)};
}

Result<QList<QDate>> monthsWithRequests(Connection &connection, const MonthlyQuery &query)
{
    UsageQuery usage;
    usage.untilMs = query.nowMs + 1;
    usage.zone = query.zone;
    usage.by = {kByMonth};
    usage.includeSimulated = query.includeSimulated;
    usage.figures = {kAttemptsFigure};
    const Result<UsageReport> report = usageReport(connection, usage);
    if (!report)
        return report.error();
    QList<QDate> months;
    for (const UsageRow &row : report->rows) {
        const Result<QDate> month = parseReportMonth(row.keys.constFirst());
        if (month && row.figures.attempts > 0)
            months.prepend(*month);
    }
    return months;
}

Result<MonthlyReport> readMonthlyReport(Connection &connection, const MonthlyQuery &query)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(query.nowMs, query.zone).date();
    if (QDate(query.month.year(), query.month.month(), 1) > today)
        return Error{
            ErrorKind::InvalidRequest,
            QCoreApplication::translate("MonthlyReport", "%1 has not begun; a report wants a month that has.")
                .arg(query.month.toString(QStringLiteral("yyyy-MM")))};
    return MonthlyReader(connection, query).read();
}

} // namespace core
