#include "core/report/reportjob.h"

#include "core/base/continuation.h"
#include "core/ledger/reportperiod.h"
#include "core/report/reportdocument.h"
#include "core/savings/routesavings.h"
#include "core/storage/database.h"

namespace core {

namespace {

ReportSaving savingOf(const SetSavings &set, const RuleSavings &row)
{
    ReportSaving saving;
    saving.ruleSet = set.activation.ruleSet;
    saving.version = set.activation.version;
    saving.versionBefore = set.activation.versionBefore;
    saving.rule = row.rule;
    saving.sinceMs = set.sinceMs;
    saving.calls = row.figures.calls;
    if (row.hasSpend())
        saving.spent = row.spend;
    if (set.problem.isEmpty() && row.isKnown()) {
        saving.saved = row.saved();
        saving.savedLow = row.savedLow();
        saving.savedHigh = row.savedHigh();
    } else {
        saving.problem = set.problem.isEmpty() ? savingsInWords(row) : set.problem;
    }
    return saving;
}

} // namespace

ReportJob::ReportJob(const ReportServices &services, const MonthlyQuery &query, QObject *parent)
    : QObject(parent), m_services(services), m_query(query)
{
}

ReportJob::~ReportJob() = default;

void ReportJob::start()
{
    if (m_services.weights)
        m_query.weights = m_services.weights();
    const auto read = [query = m_query](Connection &connection) {
        return readMonthlyReport(connection, query);
    };
    continued(m_services.database.read(read), this, [this](const Result<MonthlyReport> &report) {
        if (!report) {
            emit finished(report);
            return;
        }
        m_report = *report;
        if (m_services.colours)
            m_report.chartColours = reportColours(m_report.chartModels, m_services.colours());
        if (m_report.isEmpty())
            emit finished(m_report);
        else
            readSavings();
    });
}

void ReportJob::readSavings()
{
    const TimeRange range =
        timeRange(customPeriod(m_report.month, m_report.month.addMonths(1).addDays(-1)), m_report.zone);
    m_savings = std::make_unique<RouteSavings>(m_services.database, range, m_query.includeSimulated,
                                               m_services.book, m_services.rules);
    connect(m_savings.get(), &RouteSavings::progressed, this, &ReportJob::progressed);
    connect(m_savings.get(), &RouteSavings::finished, this, [this](const Result<RouteSavingsResult> &result) {
        m_savings.release()->deleteLater();
        if (!result) {
            emit finished(result.error());
            return;
        }
        m_report.savings = reportSavings(*result);
        emit finished(m_report);
    });
    m_savings->start();
}

QList<int> reportColours(const QStringList &models, const QStringList &inWindow)
{
    QList<int> left;
    for (int colour = 0; colour < kReportOtherColour; ++colour)
        left.append(colour);
    QList<int> colours;
    for (const QString &model : models) {
        const int colour = static_cast<int>(inWindow.indexOf(model));
        colours.append(colour < kReportOtherColour ? colour : -1);
        left.removeOne(colour);
    }
    for (int &colour : colours) {
        if (colour < 0)
            colour = left.isEmpty() ? kReportOtherColour : left.takeFirst();
    }
    return colours;
}

QList<ReportSaving> reportSavings(const RouteSavingsResult &result)
{
    QList<ReportSaving> savings;
    for (const SetSavings &set : result.sets) {
        savings.append(savingOf(set, set.total));
        for (const RuleSavings &row : set.rules)
            savings.append(savingOf(set, row));
    }
    return savings;
}

} // namespace core
