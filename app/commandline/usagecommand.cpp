#include "app/commandline/usagecommand.h"

#include "app/commandline/console.h"
#include "app/commandline/usagemetrics.h"
#include "app/commandline/usagesavings.h"
#include "app/commandline/usagewhatif.h"
#include "app/services.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/ledger/usagecsv.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "core/spending/spendingreader.h"
#include "core/usage/usagereader.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace core;

namespace app {

namespace {

void insertFigures(QJsonObject &json, const UsageFigures &figures)
{
    const std::optional<Money> cost = knownCost(figures);
    json.insert(QStringLiteral("calls"), figures.calls);
    json.insert(QStringLiteral("attempts"), figures.attempts);
    json.insert(QStringLiteral("errors"), figures.errors);
    json.insert(QStringLiteral("input"), figures.input);
    json.insert(QStringLiteral("cached_input"), figures.cachedInput);
    json.insert(QStringLiteral("cache_write"), figures.cacheWrite);
    json.insert(QStringLiteral("output"), figures.output);
    json.insert(QStringLiteral("reasoning"), figures.reasoning);
    json.insert(QStringLiteral("cost_usd"), cost ? QJsonValue(cost->toDecimal()) : QJsonValue());
    json.insert(QStringLiteral("unpriced_attempts"), figures.unpricedAttempts);
}

QString isoIn(qint64 ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms, zone).toString(Qt::ISODate);
}

void insertAll(QJsonObject &json, const QJsonObject &added)
{
    for (auto entry = added.begin(); entry != added.end(); ++entry)
        json.insert(entry.key(), entry.value());
}

QJsonObject reportToJson(const MetricsReport &metricsReport, const UsageQuery &query,
                         const QStringList &metrics)
{
    const UsageReport &report = metricsReport.usage;
    QJsonArray rows;
    for (const UsageRow &row : report.rows) {
        QJsonObject json;
        for (qsizetype index = 0; index < report.by.size(); ++index)
            json.insert(report.by[index], row.keys.value(index));
        insertFigures(json, row.figures);
        insertAll(json, rowMetrics(metricsReport, row, metrics));
        rows.append(json);
    }
    QJsonObject total;
    insertFigures(total, report.total);
    insertAll(total, totalMetrics(metricsReport, metrics));
    return {{QStringLiteral("since"), isoIn(*query.sinceMs, query.zone)},
            {QStringLiteral("until"), isoIn(*query.untilMs, query.zone)},
            {QStringLiteral("zone"), QString::fromUtf8(query.zone.id())},
            {QStringLiteral("by"), QJsonArray::fromStringList(report.by)},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("total"), total}};
}

QStringList tableCells(const UsageFigures &figures)
{
    const std::optional<Money> cost = knownCost(figures);
    QString costText = cost ? formatMoney(*cost) : UsageCommand::tr("unpriced");
    if (cost && figures.unpricedAttempts > 0)
        costText = UsageCommand::tr("%1 + %2 unpriced").arg(costText).arg(figures.unpricedAttempts);
    return {formatCount(figures.calls), formatCount(figures.attempts), formatCount(figures.errors),
            formatCount(figures.input), formatCount(figures.output),   costText};
}

QStringList metricCells(const QJsonObject &values, const QStringList &metrics)
{
    QStringList cells;
    for (const QString &metric : metrics)
        cells.append(metricText(metric, values.value(metric)));
    return cells;
}

/// Those that are no column of the table already.
QStringList metricsBesideFigures(QStringList metrics)
{
    metrics.removeAll(QStringLiteral("cost"));
    metrics.removeAll(QStringLiteral("errors"));
    return metrics;
}

QString reportToTable(const MetricsReport &metricsReport, const QStringList &wanted)
{
    const UsageReport &report = metricsReport.usage;
    const QStringList metrics = metricsBesideFigures(wanted);
    QStringList head;
    for (const QString &dimension : report.by)
        head.append(dimension.toUpper());
    head << UsageCommand::tr("CALLS") << UsageCommand::tr("ATTEMPTS") << UsageCommand::tr("ERRORS")
         << UsageCommand::tr("IN") << UsageCommand::tr("OUT") << UsageCommand::tr("COST");
    for (const QString &metric : metrics)
        head.append(metric.toUpper());
    QList<QStringList> rows{head};
    for (const UsageRow &row : report.rows) {
        QStringList cells;
        for (const QString &key : row.keys)
            cells.append(key.isEmpty() ? UsageCommand::tr("(none)") : key);
        rows.append(cells + tableCells(row.figures)
                    + metricCells(rowMetrics(metricsReport, row, metrics), metrics));
    }
    QStringList total{UsageCommand::tr("total")};
    total.resize(report.by.isEmpty() ? 0 : report.by.size());
    rows.append(total + tableCells(report.total)
                + metricCells(totalMetrics(metricsReport, metrics), metrics));
    QList<int> figures;
    for (int column = static_cast<int>(report.by.size()); column < head.size(); ++column)
        figures.append(column);
    return alignedTable(rows, figures);
}

/// The metrics that rows have, as CSV has no total; what has a column already gets no second one.
QString reportToCsv(const MetricsReport &report, const QStringList &metrics)
{
    UsageCsvColumns added;
    const QStringList without = latencyMetricNames() + usageCsvFigures();
    for (const QString &metric : metrics) {
        if (!without.contains(metric))
            added.head.append(metric);
    }
    added.cells = [&report, head = added.head](const UsageRow &row) {
        const QJsonObject values = rowMetrics(report, row, head);
        QStringList cells;
        for (const QString &metric : head)
            cells.append(values.value(metric).toVariant().toString());
        return cells;
    };
    return usageToCsv(report.usage, added);
}

} // namespace

Result<qint64> parseMoment(const QString &text, const QTimeZone &zone, qint64 nowMs, bool endOfDay)
{
    static const QRegularExpression span(QStringLiteral("^(\\d{1,5})([hdw])$"));
    const QRegularExpressionMatch match = span.match(text);
    if (match.hasMatch()) {
        const qint64 count = match.captured(1).toLongLong();
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs, zone);
        if (match.captured(2) == QLatin1StringView("h"))
            return now.addSecs(-count * 3600).toMSecsSinceEpoch();
        return now.addDays(-count * (match.captured(2) == QLatin1StringView("w") ? 7 : 1))
            .toMSecsSinceEpoch();
    }
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (date.isValid() && text.size() == 10)
        return (endOfDay ? date.addDays(1) : date).startOfDay(zone).toMSecsSinceEpoch();
    QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid())
        return Error{
            ErrorKind::InvalidRequest,
            UsageCommand::tr("\"%1\" is no time: use 30d, 12h, 2w or a date such as 2026-11-01.").arg(text)};
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeZone(zone);
    return moment.toMSecsSinceEpoch();
}

UsageCommand::UsageCommand(const UsageInvocation &invocation, bool demo, Services &services, Console &console)
    : m_invocation(invocation), m_demo(demo), m_services(services), m_console(console)
{
}

Result<UsageQuery> UsageCommand::query() const
{
    UsageQuery query;
    query.zone =
        m_invocation.zone.isEmpty() ? m_services.reportingZone() : QTimeZone(m_invocation.zone.toUtf8());
    const qint64 now = m_services.clock().utcMs();
    const Result<qint64> since = parseMoment(m_invocation.since, query.zone, now, false);
    if (!since)
        return since.error();
    query.sinceMs = *since;
    query.untilMs = now + 1;
    if (!m_invocation.until.isEmpty()) {
        const Result<qint64> until = parseMoment(m_invocation.until, query.zone, now, true);
        if (!until)
            return until.error();
        query.untilMs = *until;
    }
    if (*query.sinceMs >= *query.untilMs && !m_invocation.sinceGiven)
        return Error{ErrorKind::InvalidRequest,
                     tr("The period would end before it begins: without --since it begins 30 days ago. Give "
                        "--since a time before --until.")};
    if (*query.sinceMs >= *query.untilMs)
        return Error{ErrorKind::InvalidRequest, tr("--since must be before --until, and not in the future.")};
    query.by = m_invocation.by;
    query.includeSimulated = m_demo || m_services.settings().get(settings::kIncludeSimulated);
    return query;
}

void UsageCommand::start()
{
    if (m_invocation.change)
        readChange();
    else
        readForecast();
}

void UsageCommand::readChange()
{
    const Result<UsageQuery> wanted = query();
    if (!wanted) {
        fail(wanted.error(), ExitCode::WrongUsage);
        return;
    }
    continued(m_services.spending().change(changeQuery(*wanted)), this,
              [this](const Result<CostChange> &change) {
                  if (!change) {
                      fail(change.error(), ExitCode::ConfigurationError);
                      return;
                  }
                  m_extras.change = *change;
                  readForecast();
              });
}

void UsageCommand::readForecast()
{
    const Result<UsageQuery> wanted = query();
    if (!m_invocation.forecast || !wanted) {
        readReport();
        return;
    }
    continued(m_services.spending().forecast(wanted->zone, wanted->includeSimulated), this,
              [this](const Result<MonthForecast> &forecast) {
                  if (!forecast) {
                      fail(forecast.error(), ExitCode::ConfigurationError);
                      return;
                  }
                  m_extras.forecast = *forecast;
                  readReport();
              });
}

void UsageCommand::readReport()
{
    const Result<UsageQuery> wanted = query();
    if (!wanted) {
        fail(wanted.error(), ExitCode::WrongUsage);
        return;
    }
    m_query = *wanted;
    const MetricsQuery metrics = metricsQuery(m_query, m_invocation.metrics);
    continued(m_services.usageReader().metrics(metrics), this, [this](const Result<MetricsReport> &report) {
        if (report) {
            m_report = *report;
            addNext();
            return;
        }
        fail(report.error(),
             report.error().kind == ErrorKind::InvalidRequest ? ExitCode::WrongUsage
                                                              : ExitCode::ConfigurationError);
    });
}

void UsageCommand::stop()
{
    if (m_stop)
        m_stop();
    else
        Command::stop();
}

void UsageCommand::addNext()
{
    const auto lacks = [this](QLatin1StringView key) {
        return std::none_of(m_additions.cbegin(), m_additions.cend(),
                            [key](const UsageAddition &addition) { return addition.key == key; });
    };
    const bool progress = !m_invocation.json && m_console.isTerminal();
    const auto taker = [this](const Result<UsageAddition> &addition) { add(addition); };
    if (m_invocation.savings && lacks(QLatin1StringView("savings")))
        m_stop = runUsageSavings(m_query, progress, m_services, m_console, this, taker);
    else if (!m_invocation.whatIf.isEmpty() && lacks(QLatin1StringView("what_if")))
        m_stop = runUsageWhatIf(m_invocation.whatIf, m_query, progress, m_services, m_console, this, taker);
    else
        print();
}

void UsageCommand::add(const Result<UsageAddition> &addition)
{
    if (!addition) {
        fail(addition.error(),
             addition.error().kind == ErrorKind::NotFound ? ExitCode::WrongUsage
                                                          : ExitCode::ConfigurationError);
        return;
    }
    m_additions.append(*addition);
    if (addition->cancelled)
        print();
    else
        addNext();
}

void UsageCommand::print()
{
    bool cancelled = false;
    QJsonObject json =
        withUsageExtras(reportToJson(m_report, m_query, m_invocation.metrics), m_extras, m_query.zone);
    QStringList texts{reportToTable(m_report, m_invocation.metrics)};
    if (m_extras.change || m_extras.forecast)
        texts << QString() << usageExtrasText(m_extras);
    QString csv = reportToCsv(m_report, m_invocation.metrics);
    for (const UsageAddition &addition : std::as_const(m_additions)) {
        json.insert(addition.key, addition.json);
        texts << QString() << addition.text;
        csv = addition.csv;
        cancelled = cancelled || addition.cancelled;
    }
    if (m_invocation.json)
        m_console.printJson(json);
    else if (m_invocation.csv)
        m_console.printData(csv);
    else
        m_console.print(texts.join(u'\n'));
    if (m_invocation.csv && m_invocation.whatIf.isEmpty())
        noteLeftOut();
    for (const UsageAddition &addition : std::as_const(m_additions)) {
        if (!addition.note.isEmpty())
            m_console.note({addition.note});
    }
    if (cancelled)
        m_console.complain(tr("Stopped: the figures are of what was looked at so far."));
    emit finished(cancelled ? ExitCode::SomethingFailed : ExitCode::Good);
}

void UsageCommand::noteLeftOut()
{
    const QStringList ofTotal = latencyMetricNames();
    QStringList leftOut = m_invocation.metrics;
    leftOut.removeIf([&ofTotal](const QString &metric) { return !ofTotal.contains(metric); });
    if (!leftOut.isEmpty())
        m_console.note(
            {tr("Not in the CSV, which has no total: %1.").arg(leftOut.join(QStringLiteral(", ")))});
}

void UsageCommand::fail(const Error &error, ExitCode code)
{
    m_console.complain(error.message);
    emit finished(code);
}

} // namespace app
